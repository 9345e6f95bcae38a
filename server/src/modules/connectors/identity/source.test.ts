import { expect, test } from 'vitest';
import type { Facts, Part } from '../caller/source.ts';
import { identityMatch } from './features.ts';
import { identitySource } from './source.ts';

const check = (kind: string, matched: boolean): Part => ({ callId: 'call_1', kind, part: 'person', state: 'ok', data: { matched, elements: {} } });

test('a person is who they say only when name, number and phone fit; half an answer decides nothing', () => {
  expect(identityMatch([check('two-element', true), check('three-element', true)])?.matched).toBe(true);
  expect(identityMatch([check('two-element', true), check('three-element', false)])?.matched).toBe(false);
  expect(identityMatch([check('two-element', true)])).toBeUndefined();
});
test('a profile is checked by two questions, a decision by four', () => {
  const facts = { name: '王试样', idNo: '11010519491231002X', mobile: '19900000001' } as Facts;
  const kinds = (purpose: 'profile' | 'application') => identitySource.questions(facts, purpose, '2026-06-30');
  expect([kinds('profile'), kinds('application')].map((q) => (Array.isArray(q) ? q.map((x) => x.kind) : q))).toEqual([
    ['two-element', 'three-element'],
    ['two-element', 'three-element', 'phone', 'aml'],
  ]);
});
