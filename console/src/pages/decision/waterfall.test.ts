import { expect, test } from 'vitest';
import { points, waterfall } from './waterfall.ts';

const words = { full: 'full', others: 'others', caps: 'caps', score: 'score' };
const factor = (name: string, lostTenths: number) => ({
  factor: name,
  group: 'credit',
  label: { zh: name, en: name },
  value: '1',
  tenths: 0,
  lostTenths,
});

test('points are shown in tenths', () => expect([points(875), points(0), points(1000)]).toEqual(['87.5', '0.0', '100.0']));

test('the bars lead from full marks to the score without a gap', () => {
  const bars = waterfall({ contributions: [factor('a', 100), factor('b', 250)], scoreTenths: 650 }, words);
  expect(bars.map((b) => [b.label, b.from, b.to])).toEqual([
    ['full', 0, 1000],
    ['b', 750, 1000],
    ['a', 650, 750],
    ['score', 0, 650],
  ]);
});
test('what the caps of groups gave back stands before the score', () => {
  const bars = waterfall({ contributions: [factor('a', 500)], scoreTenths: 530 }, words);
  expect(bars.at(-2)).toMatchObject({ key: 'caps', from: 500, to: 530, kind: 'gain' });
});
test('small losses stand together, and still sum to the score', () => {
  const bars = waterfall({ contributions: Array.from({ length: 14 }, (_, i) => factor(`f${i}`, 10 + i)), scoreTenths: 1000 - 231 }, words);
  expect(bars.filter((b) => b.kind === 'loss')).toHaveLength(10);
  expect(bars.filter((b) => b.kind === 'loss').reduce((n, b) => n + b.to - b.from, 0)).toBe(231);
});
