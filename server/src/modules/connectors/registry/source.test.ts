import { expect, test } from 'vitest';
import type { Facts, Part } from '../caller/source.ts';
import { registrySource } from './source.ts';

const FACTS = { uscc: '91330106673959654P', idNo: '11010519491231002X', enterpriseName: null } as Facts;
const RECORD = {
  uscc: '91330106673959654P',
  name: '样例公司',
  legal_person: '王试样',
  legal_person_id: '11010519491231002X',
  registered_capital: '1000000.00',
  establish_date: '2024-07-01',
  status: '存续',
  industry: '零售业',
  address: '测试路1号',
  shareholders: [],
  beneficial_owners: [],
  change_log: [{ item: '法定代表人', date: '2025-06-29' }],
  equity_pledge: [{ status: '有效' }],
  abnormal_list: [{ date_in: '2026-01-01', date_out: '2026-02-01' }],
  serious_illegal: [],
  penalties: [{}],
  annual_reports: [
    { year: 2024, employees: 3, revenue: '1.00' },
    { year: 2025, employees: 5, revenue: '1.00' },
  ],
};
const answer = (more: object = {}): Part => ({
  callId: 'call_1',
  kind: 'enterprise',
  part: 'enterprise',
  state: 'ok',
  data: registrySource.shapes['enterprise']?.parse({ ...RECORD, ...more }),
});
const values = (part: Part) => Object.fromEntries(Object.entries(registrySource.figures([part], FACTS, '2026-06-30')).map(([k, v]) => [k, v?.value]));

test('the firm as it stands on the day: age in whole months, newest report, what is over does not count', () => {
  expect(values(answer())).toEqual({
    registry_status: '存续',
    established_on: '2024-07-01',
    operating_months: 23,
    registered_capital: 100_000_000n,
    staff_count: 5,
    industry: '零售业',
    region_code: '330106',
    legal_person_match: true,
    legal_person_changed_12m: false,
    abnormal_listed: false,
    serious_illegal: false,
    equity_pledged: true,
    registry_penalties: 1,
  });
  expect(values(answer({ legal_person_id: '440524188001010014', change_log: [{ item: '法定代表人', date: '2025-06-30' }] }))).toMatchObject({
    legal_person_match: false,
    legal_person_changed_12m: true,
  });
});
test('without a firm there is nothing to ask', () => {
  expect(registrySource.questions({ ...FACTS, uscc: null }, 'offer', '2026-06-30')).toEqual({ notApplicable: 'no_enterprise' });
});
