import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BUREAU_CASES } from '../overrides.ts';
import { firmSubject, personSubject, type TestWorld, testWorld } from '../test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.stop());

const DAYS = ['2025-11-03', '2026-03-31', '2026-06-30', '2026-11-22', '2027-08-15'];
type Account = { monthly_status: string; overdue_months: number; overdue_amount: string; five_class: string; open_date: string };
async function report(n: number, bureau: object, asOf: string) {
  await world.send('control', 'PUT', `/subjects/${personSubject(n).id_no}`, { bureau });
  return (await world.query('bureau', 'person', personSubject(n), { as_of: asOf })).body;
}
const last24 = (accounts: readonly Account[]): string[] => accounts.map((a) => a.monthly_status.slice(-24));
const months = (accounts: readonly Account[]): number[] => last24(accounts).flatMap((t) => [...t].filter((c) => /[1-7]/.test(c)).map(Number));

test('a report carries every block of the handbook', async () => {
  const { data } = await report(1, { case: 'healthy' }, '2026-06-30');
  expect(Object.keys(data)).toEqual(['header', 'identity', 'lists', 'summary', 'guarantee', 'accounts', 'recovery', 'public', 'inquiry', 'other']);
  expect(data.identity).toMatchObject({ subject_name: personSubject(1).name, primary_id_number: personSubject(1).id_no });
  for (const a of data.accounts as Account[]) {
    expect(a.monthly_status).toMatch(/^[N1-7DZCG#*]{1,60}$/);
    expect(a.open_date < '2026-06-30').toBe(true);
  }
});

test.each(DAYS)('on %s each case shows what it stands for', async (asOf) => {
  const of = async (kind: (typeof BUREAU_CASES)[number]) => (await report(1, { case: kind }, asOf)).data;
  expect((await report(1, { case: 'no_record' }, asOf)).result_code).toBe('0404');
  expect(months((await of('healthy')).accounts)).toEqual([]);
  expect(months((await of('perfect')).accounts)).toEqual([]);
  expect((await of('thin')).accounts).toHaveLength(1);
  expect(months((await of('one_m1')).accounts)).toEqual([1]);
  expect(last24((await of('three_in_row')).accounts).some((t) => t.includes('123'))).toBe(true);
  const late = await of('current_overdue');
  expect(late.accounts[0]).toMatchObject({ status: '逾期', overdue_months: 3, five_class: '关注' });
  expect(Number(late.accounts[0].overdue_amount)).toBeGreaterThan(0);
  expect(late.recovery.overdue_records).toHaveLength(1);
  expect((await of('multi_lender')).inquiry.counts.hard_3m).toBeGreaterThanOrEqual(4);
  expect((await of('perfect')).inquiry.counts.hard_3m).toBeLessThanOrEqual(2);
  expect(Number((await of('guarantee_heavy')).guarantee.personal_guarantee_balance)).toBeGreaterThan(500_000);
  expect((await of('disputed')).other.annotations).toHaveLength(1);
  expect((await of('repaired_missing')).summary[0].maximum_delinquency_months).toBeNull();
});

test('history does not change as days pass: a later report continues the earlier one', async () => {
  const before = (await report(2, { case: 'three_in_row' }, '2026-03-10')).data.accounts[0] as Account;
  const later = (await report(2, { case: 'three_in_row' }, '2026-06-10')).data.accounts[0] as Account;
  expect(later.monthly_status.slice(0, -3).endsWith(before.monthly_status.slice(-50))).toBe(true);
});

test('an overdue that begins on a day is not there before and grows after', async () => {
  const since = { overdue_from: '2026-05-05', case: 'healthy', overdue_amount: '880.00' };
  expect((await report(3, since, '2026-05-04')).data.accounts[0].overdue_months).toBe(0);
  expect((await report(3, since, '2026-05-20')).data.accounts[0]).toMatchObject({ overdue_months: 1, overdue_amount: '880.00' });
  expect((await report(3, since, '2026-08-20')).data.accounts[0]).toMatchObject({ overdue_months: 4, five_class: '次级' });
});

test('the number of hard queries can be set exactly', async () => {
  const { data } = await report(4, { case: 'healthy', queries_3m: 7 }, '2026-06-30');
  expect(data.inquiry.counts.hard_3m).toBe(7);
});

test('an enterprise report names loans, classes and liability persons; a firm without credit has no record', async () => {
  const id = firmSubject(1).id_no;
  const ask = async (bureau: object) => {
    await world.send('control', 'PUT', `/subjects/${id}`, { bureau });
    return (await world.query('bureau', 'enterprise', firmSubject(1))).body;
  };
  const { data } = await ask({ case: 'current_overdue' });
  expect(data.loans[0]).toMatchObject({ overdue_months: 3, five_class: '关注' });
  expect(data.summary[0].fcs_cgy_bal).toBe(data.loans[0].balance);
  expect(data.liability_persons[0]).toMatchObject({ arlpCertType: '居民身份证' });
  expect((await ask({ case: 'guarantee_heavy' })).data.guarantees).toHaveLength(3);
  expect((await ask({ case: 'no_record' })).result_code).toBe('0404');
});

test('most people nobody set anything about are healthy, and some never borrowed', async () => {
  const answers = [];
  for (let first = 1000; first < 1400; first += 20)
    answers.push(...(await Promise.all(Array.from({ length: 20 }, (_, n) => world.query('bureau', 'person', personSubject(first + n))))));
  const none = answers.filter((a) => a.body.result_code === '0404').length;
  const late = answers.filter((a) => a.body.data?.accounts?.[0]?.overdue_months > 0).length;
  expect(none).toBeGreaterThan(25);
  expect(none).toBeLessThan(90);
  expect(late).toBeLessThan(20);
});
