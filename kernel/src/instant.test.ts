import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { fromEpochDay } from './date.ts';
import { bankDate, bankMinuteOfDay, bankMoment, instant, instantMs, msBetween, plusHours, plusMinutes, plusMs } from './instant.ts';

// 1900 to 2199, without the years before 1992 in which China kept summer time or another offset.
const modern = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2199, 11, 30) });
const date = fc.integer({ min: 0, max: 80_000 }).map(fromEpochDay);

test('the bank day and minute are those of the clocks in China', () => {
  fc.assert(
    fc.property(modern, (ms) => {
      const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Asia/Shanghai');
      expect(bankDate(instant(ms))).toBe(local.toPlainDate().toString());
      expect(bankMinuteOfDay(instant(ms))).toBe(local.hour * 60 + local.minute);
    }),
  );
});

test('the day turns at 16:00 UTC', () => {
  expect([bankDate('2026-11-21T15:59:59.999Z'), bankDate('2026-11-21T16:00:00.000Z')]).toEqual(['2026-11-21', '2026-11-22']);
  expect([bankMinuteOfDay('2026-11-21T15:59:59.999Z'), bankMinuteOfDay('2026-11-21T16:00:00.000Z')]).toEqual([1439, 0]);
  expect(bankMoment('2026-11-22', 9 * 60)).toBe('2026-11-22T01:00:00.000Z');
});

test('a wall time is found again on its day', () => {
  const before1970 = fc.integer({ min: -50_000, max: 80_000 }).map(fromEpochDay);
  fc.assert(
    fc.property(before1970, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const at = bankMoment(day, minute);
      expect([bankDate(at), bankMinuteOfDay(at)]).toEqual([day, minute]);
    }),
  );
});

test('moments sort as text, and their differences add up', () => {
  fc.assert(
    fc.property(modern, modern, (a, b) => {
      const [x, y] = [instant(a), instant(b)];
      expect(x < y).toBe(a < b);
      expect(instantMs(x)).toBe(a);
      expect(plusMs(x, msBetween(x, y))).toBe(y);
    }),
  );
  expect(plusMinutes('2026-12-31T23:59:00.000Z', 1)).toBe('2027-01-01T00:00:00.000Z');
  expect(plusHours('2026-11-22T01:00:00.000Z', -2)).toBe('2026-11-21T23:00:00.000Z');
  fc.assert(
    fc.property(date, (day) => {
      expect(bankMoment(day, 1440)).toBe(plusHours(bankMoment(day, 0), 24));
    }),
  );
});
