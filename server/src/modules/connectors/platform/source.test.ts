import { addDays } from '@tallystick/kernel';
import { describe, expect, test } from 'vitest';
import type { Facts, Part } from '../caller/source.ts';
import { platformSource } from './source.ts';

const AS_OF = '2026-06-30';
const FACTS = { idNo: '11010519491231002X', uscc: null, shops: [{ shopId: 'S1', platform: 'taobao' }] } as unknown as Facts;
const base = {
  visitors: 200,
  buyers: 10,
  returning_buyers: 2,
  orders: 10,
  gmv: '1000.00',
  promo_gmv: '0.00',
  live_gmv: '0.00',
  refund_orders: 1,
  refund_amount: '100.00',
  quality_refunds: 0,
  disputes: 0,
  interventions: 0,
  complaints: 0,
  shipped: 10,
  on_time: 9,
  signed: 10,
  traced: 10,
  delivery_hours: '24.0',
  refund_hours: '30.0',
  rated: 4,
  bad_reviews: 1,
  ad_spend: '50.00',
  fee: '20.00',
  purchases: '600.00',
  brush_orders: 0,
  brush_amount: '0.00',
  settled: '870.00',
};
const days = (n: number, more: (ago: number) => object = () => ({})) =>
  Array.from({ length: n }, (_, i) => ({ date: addDays(AS_OF, i - n), ...base, ...more(n - i) }));
const months = (n: number, gmv: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => ({
    month: `${2024 + Math.floor((i + 6) / 12)}-${String(((i + 6) % 12) + 1).padStart(2, '0')}`,
    ...base,
    gmv: gmv(i),
    refund_amount: '10.00',
    brush_amount: '5.00',
    promo_gmv: '100.00',
  }));
const part = (kind: string, data: object, shopId = 'S1'): Part => ({
  callId: 'call_1',
  kind,
  part: shopId,
  state: 'ok',
  data: platformSource.shapes[kind]?.parse(data),
});
const figures = (parts: Part[], facts = FACTS) => platformSource.figures(parts, facts, AS_OF);
const daily = (rows: object[], shopId = 'S1') => part('shop-daily', { shop_id: shopId, days: rows }, shopId);

describe('platform features (handbook section 5)', () => {
  test('thirty and ninety days end the day before, the trend compares two quarters', () => {
    const f = figures([daily(days(180, (ago) => (ago > 90 ? { gmv: '800.00' } : {})))]);
    expect(f['gmv_30d']).toMatchObject({ value: 3_000_000n, window: '2026-05-31/2026-06-29' });
    expect([f['gmv_90d']?.value, f['gmv_trend']?.value, f['order_count_30d']?.value, f['avg_order_value']?.value]).toEqual([
      9_000_000n,
      250_000n,
      300,
      10_000n,
    ]);
    expect([f['conversion_rate']?.value, f['repeat_buyer_rate']?.value, f['refund_rate']?.value, f['on_time_ship_rate']?.value]).toEqual([
      50_000n,
      200_000n,
      100_000n,
      900_000n,
    ]);
    expect([f['delivery_hours']?.value, f['settle_amount_30d']?.value]).toEqual([24_000, 2_610_000n]);
  });
  test('quality and dispute refunds look at T-37 to T-8 only', () => {
    const f = figures([
      daily(
        days(180, (ago) =>
          ago === 37 || ago === 8 ? { quality_refunds: 3, disputes: 1 } : ago === 38 || ago === 7 ? { quality_refunds: 10, disputes: 10 } : {},
        ),
      ),
    ]);
    expect(f['quality_refund_rate']).toMatchObject({ value: 20_000n, window: '2026-05-24/2026-06-22' });
    expect(f['dispute_refund_rate']?.value).toBe(6_667n);
  });
  test('a shop without sales has rates that are missing, not zero', () => {
    const f = figures([
      daily(days(180, () => ({ orders: 0, gmv: '0.00', shipped: 0, buyers: 0, rated: 0, refund_orders: 0, delivery_hours: null }))),
    ]);
    for (const name of ['avg_order_value', 'refund_rate', 'on_time_ship_rate', 'bad_review_rate', 'gmv_trend', 'brush_suspect_rate'])
      expect(f[name]?.value, name).toBeNull();
    expect(f['gmv_30d']?.value).toBe(0n);
  });
  test('twelve closed months: GMV less refunds and fake orders, growth on the year, months with data', () => {
    const f = figures([part('shop-monthly', { shop_id: 'S1', missing_months: 0, months: months(24, (i) => (i >= 12 ? '1200.00' : '1000.00')) })]);
    expect([f['gmv_12m']?.value, f['net_sales_12m']?.value, f['gmv_yoy']?.value, f['gmv_volatility']?.value, f['data_continuity']?.value]).toEqual([
      1_440_000n,
      1_422_000n,
      200_000n,
      0n,
      24,
    ]);
    expect(f['peak_dependence']?.value).toBe(83_333n);
    const young = figures([part('shop-monthly', { shop_id: 'S1', missing_months: 17, months: months(7, () => '1000.00') })]);
    expect([young['gmv_yoy']?.value, young['gmv_volatility']?.value, young['data_continuity']?.value, young['gmv_12m']?.value]).toEqual([
      null,
      null,
      7,
      700_000n,
    ]);
  });
  test('two shops are one business; with one of them silent nothing is claimed', () => {
    const two = { ...FACTS, shops: [...FACTS.shops, { shopId: 'S2', platform: 'jd' }] } as Facts;
    expect(figures([daily(days(180)), daily(days(180), 'S2')], two)['gmv_30d']?.value).toBe(6_000_000n);
    expect(figures([daily(days(180))], two)['gmv_30d']).toBeUndefined();
  });
});
