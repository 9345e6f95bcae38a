import { isBankCard, isMobile } from '@tallystick/kernel';
import type { Query } from '../envelope.ts';
import { draw } from '../people/draw.ts';
import type { QueryKind } from '../source-server.ts';
import type { World } from '../world.ts';

const ELEMENTS = {
  two_element: ['name', 'id_no'],
  three_element: ['name', 'id_no', 'mobile'],
  four_element: ['name', 'id_no', 'mobile', 'account'],
} as const;
const text = (query: Query, field: string): string => (typeof query.body[field] === 'string' ? query.body[field] : '');

/** Name, ID, mobile and bank account belong together: yes, unless the subject is flagged or an element is badly formed. */
function elements(world: World, check: keyof typeof ELEMENTS, query: Query) {
  const set = world.about(query.subject.idNo).identity;
  const formed = {
    name: query.subject.name !== '',
    id_no: true,
    mobile: isMobile(text(query, 'mobile')),
    account: isBankCard(text(query, 'account')),
  };
  const wanted = ELEMENTS[check];
  const flagged = set?.[check] === false;
  const result = Object.fromEntries(wanted.map((e) => [e, formed[e] && !(flagged && e === wanted.at(-1))]));
  return { matched: Object.values(result).every(Boolean), elements: result };
}

function phone(world: World, query: Query) {
  const set = world.about(query.subject.idNo).identity;
  const d = draw(`${world.seed}:phone:${query.subject.idNo}`);
  const matched = set?.phone !== false && isMobile(text(query, 'mobile'));
  return {
    matched,
    real_name: matched,
    tenure_months: set?.phone_tenure_months ?? d.int(9, 160),
    carrier: d.pick(['测试移动', '测试联通', '测试电信']),
    status: '正常',
  };
}

/** Face compare: a score out of 100 against a threshold; a flagged subject fails both compare and liveness. */
function face(world: World, query: Query) {
  const matched = world.about(query.subject.idNo).identity?.face !== false && text(query, 'face_token') !== '';
  const score = draw(`${world.seed}:face:${query.subject.idNo}`).int(880, 990) / 10;
  return { matched, score: (matched ? score : 41.5).toFixed(1), threshold: '80.0', liveness: matched, version: 'sim-face-1' };
}

/** Sanction and terrorist lists: clean unless flagged (handbook AML-03). */
function aml(world: World, query: Query) {
  const hit = world.about(query.subject.idNo).identity?.aml_hit === true;
  return { hit, lists: hit ? [{ list: '模拟反洗钱名单', name: query.subject.name, match_level: 'exact_id', listed_on: '2024-01-15' }] : [] };
}

export const identityKinds = (world: World): Record<string, QueryKind> => ({
  'two-element': { subjects: ['person'], cost: '0.20', answer: (query) => elements(world, 'two_element', query) },
  'three-element': { subjects: ['person'], cost: '0.30', answer: (query) => elements(world, 'three_element', query) },
  'four-element': { subjects: ['person'], cost: '0.40', answer: (query) => elements(world, 'four_element', query) },
  phone: { subjects: ['person'], cost: '0.20', answer: (query) => phone(world, query) },
  face: { subjects: ['person'], cost: '0.60', answer: (query) => face(world, query) },
  aml: { subjects: ['person', 'enterprise'], cost: '0.10', answer: (query) => aml(world, query) },
});
