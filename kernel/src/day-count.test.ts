import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bug } from './assert.ts';
import { addDays, daysBetween, fromEpochDay, isLeapYear } from './date.ts';
import { type DayCount, days30, yearFraction, yearStart } from './day-count.ts';

const BASES: readonly DayCount[] = ['actual/360', 'actual/364', 'actual/365', 'actual/actual', '30/360'];
const date = fc.integer({ min: 0, max: 60_000 }).map(fromEpochDay);

test('30/360: every month has thirty days', () => {
  expect(days30('2026-01-15', '2026-02-15')).toBe(30);
  expect(days30('2026-01-31', '2026-02-28')).toBe(28);
  expect(days30('2026-01-31', '2026-03-31')).toBe(60);
  expect(days30('2026-01-30', '2026-03-31')).toBe(60);
  expect(days30('2026-01-29', '2026-03-31')).toBe(62);
  expect(days30('2026-02-28', '2026-03-31')).toBe(33);
  expect(days30('2025-11-22', '2026-11-22')).toBe(360);
});

test('actual bases count calendar days over their own year', () => {
  expect(yearFraction('2028-01-01', '2028-03-01', 'actual/360')).toEqual({ numerator: 60n, denominator: 360n });
  expect(yearFraction('2028-01-01', '2028-03-01', 'actual/364')).toEqual({ numerator: 60n, denominator: 364n });
  expect(yearFraction('2028-01-01', '2028-03-01', 'actual/365')).toEqual({ numerator: 60n, denominator: 365n });
});

test('actual/actual splits at 31 December', () => {
  const fraction = (from: string, to: string): number => {
    const { numerator, denominator } = yearFraction(from, to, 'actual/actual');
    return Number(numerator) / Number(denominator);
  };
  expect(fraction('2027-12-31', '2028-12-31')).toBe(1);
  expect(fraction('2026-12-31', '2027-12-31')).toBe(1);
  expect(fraction('2027-12-01', '2028-01-31')).toBeCloseTo(30 / 365 + 31 / 366, 15);
  expect(fraction('2026-12-31', '2029-12-31')).toBe(3);
});

test('actual/actual equals counting each day over its own year', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 1500 }), (from, days) => {
      let numerator = 0n;
      for (let i = 0; i < days; i += 1) {
        // The night that ends on a day belongs to that day's year: the one to 31 December to the old year, the one after to the new.
        const year = Number(addDays(from, i + 1).slice(0, 4));
        numerator += isLeapYear(year) ? 365n : 366n;
      }
      expect(yearFraction(from, addDays(from, days), 'actual/actual')).toEqual({ numerator, denominator: 365n * 366n });
    }),
    { numRuns: 30 },
  );
});

test('a stretch may be cut anywhere, except in 30/360; none is zero; backwards is a bug', () => {
  fc.assert(
    fc.property(date, fc.nat(900), fc.nat(900), (from, a, b) => {
      const [middle, end] = [addDays(from, a), addDays(from, a + b)];
      for (const basis of BASES) {
        expect(yearFraction(from, from, basis).numerator).toBe(0n);
        const parts = yearFraction(from, middle, basis).numerator + yearFraction(middle, end, basis).numerator;
        if (basis !== '30/360') expect(parts).toBe(yearFraction(from, end, basis).numerator);
        if (a > 0) expect(() => yearFraction(middle, from, basis)).toThrow(Bug);
      }
      expect(daysBetween(from, end)).toBe(a + b);
    }),
  );
  expect(yearStart(2027)).toBe('2027-01-01');
});
