import { expect, test } from 'vitest';
import type { Facts, Part } from '../caller/source.ts';
import { taxSource } from './source.ts';

const months = (n: number, yuan: number) =>
  Array.from({ length: n }, (_, i) => ({
    period: `${2024 + Math.floor((i + 5) / 12)}-${String(((i + 5) % 12) + 1).padStart(2, '0')}`,
    amount: i < n - 12 ? `${yuan}.00` : `${yuan * 1.1}.00`,
    tax_paid: '10.00',
  }));
const answer = (declared: object[]): Part => ({
  callId: 'call_1',
  kind: 'taxpayer',
  part: 'taxpayer',
  state: 'ok',
  data: taxSource.shapes['taxpayer']?.parse({
    taxpayer_type: '一般',
    tax_credit_grade: 'A',
    grade_year: 2025,
    status: '正常',
    declared_revenue: declared,
    tax_arrears: '0.00',
    filing_on_time_count: 23,
    filing_count: 24,
    penalty_count: 0,
    inspection_flag: false,
  }),
});
const figures = (declared: object[]) => taxSource.figures([answer(declared)], {} as Facts, '2026-06-30');

test('twelve months are added, compared with the twelve before; filing on time in ppm', () => {
  const f = figures(months(24, 1000));
  expect([
    f['declared_revenue_12m']?.value,
    f['declared_revenue_trend']?.value,
    f['declared_revenue_volatility']?.value,
    f['filing_on_time_rate']?.value,
  ]).toEqual([1_320_000n, 100_000n, 0n, 958_333n]);
  expect(f['declared_revenue_12m']?.window).toBe('2025-06/2026-05');
});
test('a young firm has no year: missing with the reason, not extrapolated', () => {
  expect(figures(months(11, 1000))['declared_revenue_12m']).toMatchObject({ value: null, why: 'under_12_months' });
});
