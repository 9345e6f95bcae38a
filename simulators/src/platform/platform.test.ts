import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDays, isResidentId, isUscc } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shopSubject, type TestWorld, testWorld } from '../test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.stop());

type Day = {
  date: string;
  orders: number;
  gmv: string;
  refund_orders: number;
  refund_amount: string;
  visitors: number;
  settled: string;
  [field: string]: unknown;
};
const set = (shopId: string, platform: object) => world.send('control', 'PUT', `/subjects/${shopId}`, { platform });
async function daily(shopId: string, from: string, to: string, asOf = '2026-06-30'): Promise<Day[]> {
  return (await world.query('platform', 'shop-daily', shopSubject(shopId), { from, to, as_of: asOf })).body.data.days;
}
const fen = (text: string): bigint => BigInt(text.replace('.', ''));
const gmv = (days: readonly Day[]): number => Number(days.reduce((sum, d) => sum + fen(d.gmv), 0n)) / 100;
const profile = async (shopId: string, asOf = '2026-06-30') =>
  (await world.query('platform', 'shop', shopSubject(shopId), { as_of: asOf })).body.data;

test('a shop has at least 24 months of days, and the months are the sums of their days', async () => {
  await set('S70', { case: 'steady', monthly_gmv: '300000.00' });
  const { months, missing_months } = (await world.query('platform', 'shop-monthly', shopSubject('S70'))).body.data;
  expect([months.length, missing_months, months[0].month, months[23].month]).toEqual([24, 0, '2024-06', '2026-05']);
  const days = await daily('S70', '2024-06-01', '2026-05-31');
  expect(days).toHaveLength(730);
  for (const row of months) {
    const own = days.filter((d) => d.date.startsWith(row.month));
    const total = (field: string) => own.reduce((sum, d) => sum + Number(d[field]), 0);
    for (const field of [
      'visitors',
      'buyers',
      'orders',
      'refund_orders',
      'shipped',
      'on_time',
      'signed',
      'quality_refunds',
      'disputes',
      'brush_orders',
    ])
      expect([row.month, field, row[field]]).toEqual([row.month, field, total(field)]);
    for (const field of ['gmv', 'refund_amount', 'ad_spend', 'fee', 'settled', 'purchases'])
      expect([row.month, field, fen(row[field])]).toEqual([row.month, field, own.reduce((sum, d) => sum + fen(String(d[field])), 0n)]);
    expect(Number(row.refund_rate)).toBeCloseTo(total('refund_orders') / total('orders'), 4);
  }
});

test('counts nest as they do in life', async () => {
  for (const d of (await Promise.all(['S71', 'S72', 'S73'].map((id) => daily(id, '2025-07-01', '2026-06-29')))).flat() as Record<string, number>[]) {
    const nested = [d.returning_buyers, d.buyers, d.orders] as number[];
    expect(nested).toEqual([...nested].sort((a, b) => a - b));
    const parcels = [d.signed, d.shipped, d.orders] as number[];
    expect(parcels).toEqual([...parcels].sort((a, b) => a - b));
    expect(d.visitors).toBeGreaterThanOrEqual(d.buyers ?? 0);
    expect(d.refund_orders).toBeLessThanOrEqual(d.orders ?? 0);
    expect(d.quality_refunds).toBeLessThanOrEqual(d.refund_orders ?? 0);
  }
});

test('618 and 双11 stand out, spring festival is quiet', async () => {
  await set('S74', { case: 'steady', monthly_gmv: '600000.00' });
  const days = await daily('S74', '2025-07-01', '2026-06-29');
  const on = (date: string) => gmv(days.filter((d) => d.date === date));
  const usual = gmv(days) / days.length;
  expect(on('2025-11-11')).toBeGreaterThan(usual * 2);
  expect(on('2026-06-18')).toBeGreaterThan(usual * 1.6);
  expect(gmv(days.filter((d) => d.date >= '2026-02-13' && d.date <= '2026-02-24')) / 12).toBeLessThan(usual * 0.85);
});

test('the facts of a day do not depend on the day of asking or on the span asked', async () => {
  const early = await daily('S75', '2026-03-01', '2026-03-31', '2026-04-01');
  const late = await daily('S75', '2026-01-01', '2026-06-30', '2026-07-15');
  expect(late.filter((d) => d.date.startsWith('2026-03'))).toEqual(early);
});

test('tomorrow is not known: nothing from as_of on', async () => {
  expect((await daily('S76', '2026-06-28', '2026-07-05')).map((d) => d.date)).toEqual(['2026-06-28', '2026-06-29']);
});

test('a fall that was set shows from its day on and leaves the days before as they were', async () => {
  await set('S77', { case: 'steady', monthly_gmv: '400000.00' });
  const before = await daily('S77', '2026-05-01', '2026-05-31', '2026-09-01');
  const plain = await daily('S77', '2026-07-01', '2026-07-31', '2026-09-01');
  await set('S77', { case: 'steady', monthly_gmv: '400000.00', fall_from: '2026-06-01', fall_pct: 45 });
  expect(await daily('S77', '2026-05-01', '2026-05-31', '2026-09-01')).toEqual(before);
  const fallen = await daily('S77', '2026-07-01', '2026-07-31', '2026-09-01');
  expect(gmv(fallen) / gmv(plain)).toBeCloseTo(0.55, 1);
});

test('refunds that rise, scores that follow, a deposit that runs short, another settlement account', async () => {
  await set('S78', {
    case: 'steady',
    monthly_gmv: '400000.00',
    refund_rise_from: '2026-05-01',
    refund_rise_pp: 6,
    deposit_short_from: '2026-06-10',
    settlement_changed_on: '2026-06-12',
  });
  const { months } = (await world.query('platform', 'shop-monthly', shopSubject('S78'))).body.data;
  const [april, may] = months.slice(-2);
  expect(Number(may.refund_rate) - Number(april.refund_rate)).toBeGreaterThan(0.04);
  expect(Number(may.scores.description)).toBeLessThan(Number(april.scores.description));
  expect(await profile('S78', '2026-06-09')).toMatchObject({ deposit: { status: 'paid' }, settlement: { account_match: true } });
  expect(await profile('S78', '2026-06-13')).toMatchObject({
    deposit: { status: 'short', short_since: '2026-06-10' },
    settlement: { account_match: false, changed_on: '2026-06-12' },
  });
});

test('each case shows what it stands for', async () => {
  const trend = async (kind: string) => {
    await set('S79', { case: kind, monthly_gmv: '400000.00' });
    const days = await daily('S79', '2025-01-01', '2026-06-29');
    const span = (from: string, to: string) => gmv(days.filter((d) => d.date >= from && d.date <= to));
    return span('2026-03-01', '2026-05-31') / span('2025-03-01', '2025-05-31');
  };
  expect(await trend('growing')).toBeGreaterThan(1.2);
  expect(await trend('falling')).toBeLessThan(0.7);
  await set('S79', { case: 'brushing' });
  expect(Number((await profile('S79')).brush.suspect_rate_30d)).toBeGreaterThan(0.1);
  await set('S79', { case: 'punished' });
  expect(await profile('S79')).toMatchObject({ violation_grave: true, status: '限流' });
  await set('S79', { case: 'closed' });
  expect(await profile('S79')).toMatchObject({ status: '停业', sku: { active: 0 } });
  await set('S79', { case: 'new' });
  expect(await profile('S79')).toMatchObject({ open_date: addDays('2026-06-30', -120), shop_age_months: 3 });
});

test('a shop that does not exist, or does not exist yet, has no record; too long a span is a bad request', async () => {
  const ask = (kind: string, shopId: string, more: object) => world.query('platform', kind, shopSubject(shopId), more);
  expect((await ask('shop', 'X1', {})).body.result_code).toBe('0404');
  await set('S80', { open_date: '2026-07-01' });
  expect((await ask('shop', 'S80', {})).body.result_code).toBe('0404');
  expect((await ask('shop-daily', 'S81', { from: '2024-01-01', to: '2026-03-11' })).status).toBe(400);
  expect((await ask('shop-daily', 'S81', { from: '2026-03-10', to: '2026-03-09' })).status).toBe(400);
});

test('a shop can be given to somebody else, and is found under the new owner only', async () => {
  const other = '330106198805061019';
  expect(isResidentId(other)).toBe(true);
  await set('S82', { owner_id: other, owner_name: '王试样' });
  expect((await world.send('platform', 'GET', `/shops?owner_id=${other}`)).body.shops.map((s: { shop_id: string }) => s.shop_id)).toEqual(['S82']);
  expect(await profile('S82')).toMatchObject({ owner_id: other, owner_name: '王试样', owner_uscc: null, multi_shop_count: 1 });
});

const file = (name: string) => fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url));
const files = { shopsFile: file('olist_seller_behaviour.csv'), dealsFile: file('olist_closed_deals.csv') };
const absent = !existsSync(files.shopsFile) || !existsSync(files.dealsFile);

test.skipIf(absent)('real sellers (skipped without the Olist files) become shops with synthetic owners and the volumes of their rows', async () => {
  const real = await testWorld(files);
  const { shops } = (await real.send('platform', 'GET', '/shops?limit=2000&as_of=2026-06-30')).body;
  const mine = shops.filter((s: { shop_id: string }) => s.shop_id.startsWith('OL'));
  expect(mine.length).toBe(897 + 842);
  expect(new Set(mine.map((s: { owner_id: string }) => s.owner_id)).size).toBe(mine.length);
  for (const s of mine)
    expect([s.shop_id, isResidentId(s.owner_id), isUscc(s.owner_uscc), /^.[试测样虚拟例演练]{2}$/.test(s.owner_name)]).toEqual([
      s.shop_id,
      true,
      true,
      true,
    ]);
  const orders = async (from: string, to: string, asOf: string) => {
    const { days } = (await real.query('platform', 'shop-daily', shopSubject(mine[0].shop_id), { from, to, as_of: asOf })).body.data;
    return days.reduce((sum: number, d: Day) => sum + d.orders, 0) / days.length;
  };
  // The first row sells 158 in nine months, 18 in the next three: 34.6 and 11.8 a day at 60 for one.
  expect(await orders('2025-08-01', '2025-12-31', '2026-06-01')).toBeCloseTo(34.6, -1);
  expect(await orders('2026-02-20', '2026-04-10', '2026-06-01')).toBeCloseTo(11.8, -1);
  await real.stop();
});
