import { expect, test } from 'vitest';
import type { Facts, Part } from '../caller/source.ts';
import { courtSource } from './source.ts';

const FACTS = { name: '王试样', idNo: '11010519491231002X', uscc: null, enterpriseName: null } as Facts;
const record = (more: object) => ({
  list_type: '被执行人',
  match_level: 'exact_id',
  case_no: '1',
  court: 'x',
  role: '被执行人',
  amount: '100.00',
  date: '2026-01-01',
  status: '执行中',
  source_url: 'http://court.example.test/1',
  removed_date: null,
  ...more,
});
const answer = (...records: object[]): Part => ({
  callId: 'call_1',
  kind: 'records',
  part: 'person',
  state: 'ok',
  data: courtSource.shapes['records']?.parse({ match_count: records.length, records }),
});
const values = (parts: Part[]) => Object.fromEntries(Object.entries(courtSource.figures(parts, FACTS, '2026-06-30')).map(([k, v]) => [k, v?.value]));

test('only exact matches that were not removed count; a namesake is counted apart and never as a ground', () => {
  expect(
    values([
      answer(
        record({}),
        record({ match_level: 'name_only', list_type: '失信被执行人' }),
        record({ list_type: '失信被执行人', removed_date: '2026-03-01' }),
        record({ list_type: '立案', role: '被告', date: '2024-06-30' }),
        record({ list_type: '立案', role: '被告', date: '2024-06-29' }),
        record({ list_type: '立案', role: '原告' }),
      ),
    ]),
  ).toEqual({
    dishonest_debtor: false,
    enforced_count: 1,
    enforced_amount: 10_000n,
    consumption_restricted: false,
    lawsuits_defendant_24m: 1,
    court_namesakes: 1,
  });
  expect(values([answer(record({ list_type: '失信被执行人' }))])).toMatchObject({ dishonest_debtor: true });
});
test('an answer without its records gives no figure: silence is not a clean record', () => {
  expect(values([{ callId: 'call_1', kind: 'records', part: 'person', state: 'partial', data: { match_count: 0 } }])).toEqual({});
  expect(values([])).toEqual({});
});
