import { addDays, ageOn, type CalendarDate, maskId, residentIdFacts } from '@tallystick/kernel';
import type { Query } from '../envelope.ts';
import { type COURT_CASES, fenOf, type Overrides } from '../overrides.ts';
import { draw, hash32 } from '../people/draw.ts';
import { yuan } from '../people/figures.ts';
import type { QueryKind } from '../source-server.ts';
import type { World } from '../world.ts';

type CourtCase = (typeof COURT_CASES)[number];
const SHARES: Record<CourtCase, number> = { clean: 91, defendant: 5, enforced: 1.2, restricted: 0.6, dishonest: 0.8, namesake: 1.4 };
type Event = {
  readonly list: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | undefined;
  readonly amount: number;
  readonly cause: string;
  readonly role: string;
  readonly status: string;
};

/**
 * The events of a subject, each from its date on. Drawn events have a fixed date between 2024 and 2026, so a subject can be clean on one day
 * and hit on a later one; a case set without a date is old enough to be seen on any day.
 */
function events(seed: string, idNo: string, set: Overrides['court']): Event[] {
  const d = draw(`${seed}:court:${idNo}`);
  const drawn = d.weighted(SHARES);
  const kind = set?.case ?? drawn;
  const date = set?.case === undefined ? addDays('2024-03-01', d.int(0, 900)) : addDays('2022-01-10', d.int(0, 300));
  const amount = d.int(3, 120) * 1_000_000;
  const money = (text: string | undefined) => (text === undefined ? amount : fenOf(text));
  const enforcedFrom = set?.enforced_from ?? (kind === 'enforced' ? date : undefined);
  const dishonestFrom = set?.dishonest_from ?? (kind === 'dishonest' ? date : undefined);
  const restrictedFrom = set?.restricted_from ?? (kind === 'restricted' ? date : undefined);
  const lawsuitFrom = set?.lawsuit_from ?? (kind === 'defendant' ? date : undefined);
  const out: Event[] = [];
  const add = (list: string, from: CalendarDate | undefined, rest: Omit<Event, 'list' | 'from'>) =>
    from !== undefined && out.push({ list, from, ...rest });
  const debtor = { to: undefined, cause: '金融借款合同纠纷', role: '被执行人' };
  add('立案', lawsuitFrom, { to: undefined, amount: money(set?.lawsuit_amount), cause: '买卖合同纠纷', role: '被告', status: '审理中' });
  add('被执行人', enforcedFrom ?? (dishonestFrom === undefined ? undefined : addDays(dishonestFrom, -60)), {
    ...debtor,
    amount: money(set?.enforced_amount),
    status: '执行中',
  });
  add('失信被执行人', dishonestFrom, { ...debtor, to: set?.dishonest_to, amount: money(set?.enforced_amount), status: '全部未履行' });
  add('限制高消费', restrictedFrom ?? (dishonestFrom === undefined ? undefined : addDays(dishonestFrom, 5)), {
    ...debtor,
    to: set?.dishonest_to,
    amount,
    status: '有效',
  });
  if (kind === 'namesake') add('被执行人', date, { ...debtor, amount, status: '执行中' });
  return out;
}

/** What the court lists answer (handbook 6.3). A removed dishonesty record stays visible with its `removed_date`. */
function courtRecords(world: World, { subject, asOf }: Query): unknown {
  const set = world.about(subject.idNo).court;
  const namesake = (set?.case ?? draw(`${world.seed}:court:${subject.idNo}`).weighted(SHARES)) === 'namesake';
  const records = events(world.seed, subject.idNo, set)
    .filter((e) => e.from <= asOf)
    .map((e) => record(world.seed, subject, e, asOf, namesake && e.list === '被执行人'));
  return { match_key: subject.idNo, name: subject.name, id_masked: maskId(subject.idNo), match_count: records.length, records };
}

function record(seed: string, subject: Query['subject'], e: Event, asOf: CalendarDate, namesake: boolean) {
  const d = draw(`${seed}:case:${subject.idNo}:${e.list}`);
  const province = d.pick(['浙', '粤', '沪', '苏', '闽', '鲁']);
  const word = e.list === '立案' ? '民初' : '执';
  const number = 1000 + (hash32(subject.idNo + e.list) % 9000);
  const removed = e.to !== undefined && e.to <= asOf ? e.to : null;
  const row = {
    list_type: e.list,
    match_level: namesake ? 'name_only' : 'exact_id',
    name: subject.name,
    id_masked: namesake ? `${maskId(subject.idNo).slice(0, -4)}${String(number).padStart(4, '0')}` : maskId(subject.idNo),
    case_no: `（${e.from.slice(0, 4)}）${province}0106${word}${number}号`,
    court: `${province}虚拟市样例区人民法院`,
    province,
    cause: e.cause,
    role: e.role,
    amount: yuan(e.amount),
    date: e.from,
    status: removed === null ? e.status : '已移出',
    source_url: `http://court.example.test/${number}`,
    removed_date: removed,
  };
  return e.list === '失信被执行人' ? { ...row, ...dishonestFields(subject, e, number) } : row;
}

/** The fields the publication rule for dishonest debtors prescribes (公布失信被执行人名单 art. 4). */
function dishonestFields(subject: Query['subject'], e: Event, number: number) {
  const facts = residentIdFacts(subject.idNo);
  return {
    firm: subject.type === 'enterprise' ? { name: subject.name, org_code: subject.idNo.slice(8, 17), legal_representative: null } : null,
    person: facts ? { name: subject.name, sex: facts.gender, age: ageOn(facts.birth, e.from), id_masked: maskId(subject.idNo) } : null,
    duty: `支付欠款${yuan(e.amount)}元`,
    performance: e.status,
    act: '有履行能力而拒不履行生效法律文书确定义务',
    document_no: `（${Number(e.from.slice(0, 4)) - 1}）民初${number}号`,
    filing_date: addDays(e.from, -90),
  };
}

export const courtKinds = (world: World): Record<string, QueryKind> => ({
  records: { subjects: ['person', 'enterprise'], cost: '0.80', answer: (query) => courtRecords(world, query) },
});
