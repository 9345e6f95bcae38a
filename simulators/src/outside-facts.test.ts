import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterprise, person } from './people/people.ts';
import { firmSubject, personSubject, shopSubject, type TestWorld, testWorld } from './test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.stop());

const set = (id: string, overrides: object) => world.send('control', 'PUT', `/subjects/${id}`, overrides);

test('court: clean on one day, hit on a later one, and removed again', async () => {
  const subject = personSubject(20);
  await set(subject.id_no, { court: { case: 'clean', dishonest_from: '2026-07-01', dishonest_to: '2026-10-01', enforced_amount: '120000.00' } });
  const on = async (asOf: string) => (await world.query('court', 'records', subject, { as_of: asOf })).body.data;
  expect((await on('2026-04-30')).records).toEqual([]);
  const hit = (await on('2026-07-10')).records.find((r: { list_type: string }) => r.list_type === '失信被执行人');
  expect(hit).toMatchObject({ match_level: 'exact_id', amount: '120000.00', date: '2026-07-01', removed_date: null, person: { name: subject.name } });
  expect(hit.document_no).toMatch(/民初/);
  const removed = (await on('2026-10-02')).records.find((r: { list_type: string }) => r.list_type === '失信被执行人');
  expect(removed).toMatchObject({ removed_date: '2026-10-01', status: '已移出' });
});

test('court: a namesake matches by name only', async () => {
  await set(personSubject(21).id_no, { court: { case: 'namesake' } });
  const { records } = (await world.query('court', 'records', personSubject(21))).body.data;
  expect(records).toHaveLength(1);
  expect(records[0].match_level).toBe('name_only');
});

test('registry: the firm of our list with its legal person, and a change of it from a day on', async () => {
  const subject = firmSubject(22);
  await set(subject.id_no, {
    registry: { case: 'normal', legal_person_changed_on: '2026-06-01', legal_person: '李测试', abnormal_from: '2026-08-01' },
  });
  const on = async (asOf: string) => (await world.query('registry', 'enterprise', subject, { as_of: asOf })).body.data;
  expect((await on('2026-05-31')).change_log.filter((c: { item: string }) => c.item === '法定代表人')).toEqual([]);
  expect(await on('2026-06-02')).toMatchObject({ legal_person: '李测试', legal_person_since: '2026-06-01', abnormal_list: [] });
  expect((await on('2026-08-02')).abnormal_list[0].date_in).toBe('2026-08-01');
  const plain = (await world.query('registry', 'enterprise', firmSubject(23))).body.data;
  expect(plain).toMatchObject({ uscc: enterprise(23).uscc, name: enterprise(23).name });
  const shares = plain.shareholders.reduce((sum: number, h: { ratio: string }) => sum + Number(h.ratio), 0);
  expect(shares).toBeCloseTo(1, 6);
});

test('registry: before the legal person changes, the former one is named', async () => {
  const subject = firmSubject(24);
  await set(subject.id_no, { registry: { case: 'normal', legal_person_changed_on: '2026-06-01' } });
  const before = (await world.query('registry', 'enterprise', subject, { as_of: '2026-05-31' })).body.data;
  const after = (await world.query('registry', 'enterprise', subject, { as_of: '2026-06-01' })).body.data;
  expect(after.change_log[0]).toMatchObject({ item: '法定代表人', before: before.legal_person, after: after.legal_person });
  expect(before.legal_person_id).not.toBe(after.legal_person_id);
});

test('tax: 24 declared months, grade, arrears from a day on, and a fall in revenue', async () => {
  const subject = firmSubject(25);
  await set(subject.id_no, {
    registry: { case: 'normal', establish_date: '2015-01-01' },
    tax: {
      grade: 'A',
      monthly_revenue: '300000.00',
      downgraded_on: '2026-07-01',
      arrears: '12000.00',
      arrears_from: '2026-07-01',
      fall_from: '2026-04-01',
      fall_pct: 50,
    },
  });
  const on = async (asOf: string) => (await world.query('tax', 'taxpayer', subject, { as_of: asOf })).body.data;
  const before = await on('2026-06-30');
  expect(before).toMatchObject({ tax_credit_grade: 'A', tax_arrears: '0.00', status: '正常' });
  expect(before.declared_revenue).toHaveLength(24);
  expect(before.declared_revenue.at(-1).period).toBe('2026-05');
  expect(await on('2026-07-02')).toMatchObject({ tax_credit_grade: 'C', tax_arrears: '12000.00', arrears_since: '2026-07-01' });
  const amount = (period: string) => Number(before.declared_revenue.find((m: { period: string }) => m.period === period).amount);
  expect(amount('2026-05') / amount('2025-05')).toBeLessThan(0.75);
});

test('tax: a person is a taxpayer only when something is set', async () => {
  expect((await world.query('tax', 'taxpayer', personSubject(26))).body.result_code).toBe('0404');
  await set(personSubject(26).id_no, { tax: { grade: 'B' } });
  expect((await world.query('tax', 'taxpayer', personSubject(26))).body.data.tax_credit_grade).toBe('B');
});

test('identity: matches unless flagged or badly formed', async () => {
  const p = person(27);
  const all = { mobile: p.mobile, account: p.card, face_token: 'x' };
  const ask = async (check: string, more: object = all) => (await world.query('identity', check, personSubject(27), more)).body.data;
  for (const check of ['two-element', 'three-element', 'four-element', 'phone', 'face'])
    expect([check, (await ask(check)).matched]).toEqual([check, true]);
  expect(await ask('four-element', { ...all, account: '6222029900000000001' })).toMatchObject({
    matched: false,
    elements: { account: false, name: true },
  });
  expect(await ask('aml')).toEqual({ hit: false, lists: [] });
  await set(p.idNo, { identity: { two_element: false, three_element: false, face: false, aml_hit: true, phone_tenure_months: 1 } });
  expect(await ask('two-element')).toEqual({ matched: false, elements: { name: true, id_no: false } });
  expect((await ask('three-element')).elements.mobile).toBe(false);
  expect(await ask('face')).toMatchObject({ matched: false, liveness: false });
  expect((await ask('aml')).hit).toBe(true);
  expect((await ask('phone')).tenure_months).toBe(1);
});

test('a shop, its owner and the owner’s firm point at each other', async () => {
  const shop = (await world.query('platform', 'shop', shopSubject('S28'))).body.data;
  expect(shop).toMatchObject({ owner_id: person(28).idNo, owner_name: person(28).name, owner_uscc: enterprise(28).uscc });
  const firm = (await world.query('registry', 'enterprise', firmSubject(28))).body.data;
  expect([firm.legal_person, firm.legal_person_id]).toEqual([person(28).name, person(28).idNo]);
  for (const owner of [person(28).idNo, enterprise(28).uscc]) {
    const { shops } = (await world.send('platform', 'GET', `/shops?owner_id=${owner}`)).body;
    expect(shops).toMatchObject([{ shop_id: 'S28', owner_id: person(28).idNo }]);
  }
});
