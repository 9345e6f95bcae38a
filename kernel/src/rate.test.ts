import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bug } from './assert.ts';
import { formatPercent, interestForDays, parsePercent, RATE_PPM_MAX } from './rate.ts';

test('interest of days is rounded once, the way it is told', () => {
  // 100,000.00 at 4.35 % for 30 days over 360: 362.50 exactly; one day: 12.08333…
  expect(interestForDays(10_000_000n, 43_500n, 30, 360, 'half_up')).toBe(36_250n);
  expect(interestForDays(10_000_000n, 43_500n, 1, 360, 'half_up')).toBe(1208n);
  expect(interestForDays(10_000_000n, 43_500n, 1, 360, 'ceil')).toBe(1209n);
  expect(interestForDays(10_000_000n, 43_500n, 1, 365, 'floor')).toBe(1191n);
  expect(interestForDays(10_000_000n, 43_500n, 0, 360, 'ceil')).toBe(0n);
  expect(() => interestForDays(1n, 1n, -1, 360, 'floor')).toThrow(Bug);
  expect(() => interestForDays(1n, 1n, 0.5, 360, 'floor')).toThrow(Bug);
});

test('a percent is read back exactly', () => {
  const ppm = fc.bigInt({ min: -RATE_PPM_MAX, max: RATE_PPM_MAX });
  fc.assert(
    fc.property(ppm, (rate) => {
      expect(parsePercent(formatPercent(rate))).toBe(rate);
    }),
  );
  expect([formatPercent(60_000n), formatPercent(-500n), parsePercent('6'), parsePercent('0.05')]).toEqual(['6.0000', '-0.0500', 60_000n, 500n]);
  expect(['', '6%', '1.23456', '12345', '.5', '6.'].map(parsePercent)).toEqual(Array(6).fill(undefined));
});
