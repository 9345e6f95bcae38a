import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { Bug } from './assert.ts';
import {
  addDays,
  addMonths,
  ageOn,
  calendarDate,
  civilToEpochDay,
  daysBetween,
  daysInMonth,
  endOfMonth,
  epochDayToCivil,
  fromEpochDay,
  isLeapYear,
  parseDate,
  startOfMonth,
  toEpochDay,
  weekday,
} from './date.ts';

const FIRST = toEpochDay('1800-01-01');
const LAST = toEpochDay('2199-12-31');
const epochDay = fc.integer({ min: FIRST, max: LAST });
const date = epochDay.map(fromEpochDay);
const temporal = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

describe('against Temporal', () => {
  test('every day from 1800 to 2199 has the same number, weekday and name', () => {
    let day = temporal('1800-01-01');
    const epoch = temporal('1970-01-01');
    expect(FIRST).toBe(epoch.until(day).days);
    for (let at = FIRST; at <= LAST; at += 1) {
      const text = fromEpochDay(at);
      if (text !== day.toString() || toEpochDay(text) !== at || weekday(text) !== day.dayOfWeek) expect.fail(`${text} is not ${day.toString()}`);
      day = day.add({ days: 1 });
    }
    expect(day.toString()).toBe('2200-01-01');
  });

  test('adding months ends on the day itself or on the last of a shorter month', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (from, months) => {
        expect(addMonths(from, months)).toBe(temporal(from).add({ months }).toString());
      }),
    );
  });

  test('days between, days added, month ends', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(daysBetween(a, b)).toBe(temporal(a).until(b).days);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        const month = temporal(a);
        expect([startOfMonth(a), endOfMonth(a)]).toEqual([month.with({ day: 1 }).toString(), month.with({ day: month.daysInMonth }).toString()]);
        expect([isLeapYear(month.year), daysInMonth(month.year, month.month)]).toEqual([month.inLeapYear, month.daysInMonth]);
      }),
    );
  });

  test('reads exactly the dates that exist', () => {
    const number = (max: number, width: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(width, '0'));
    fc.assert(
      fc.property(number(2300, 4), number(14, 2), number(33, 2), (y, m, d) => {
        const text = `${y}-${m}-${d}`;
        let exists = Number(y) >= 1800 && Number(y) <= 2199;
        try {
          temporal(text);
        } catch {
          exists = false;
        }
        expect(parseDate(text)).toBe(exists ? text : undefined);
      }),
    );
  });
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '26-1-1',
  '2026-1-1',
  '2026/01/01',
  '2026-01-01T00:00',
  ' 2026-01-01',
  '1799-12-31',
])('no such date: %s', (text) => {
  expect(parseDate(text)).toBeUndefined();
  expect(() => calendarDate(text)).toThrow(Bug);
});

test('a contract due on the 31st does not drift after a short month', () => {
  const due = Array.from({ length: 5 }, (_, i) => addMonths('2027-01-31', i));
  expect(due).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']);
  expect(addMonths('2027-02-28', 1, 31)).toBe('2027-03-31');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(addMonths('2028-02-29', 12, 29)).toBe('2029-02-28');
});

test('step by step with the contract day equals one big step', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 120 }), (from, months) => {
      const dueDay = Number(from.slice(8));
      let at = from;
      for (let i = 0; i < months; i += 1) at = addMonths(at, 1, dueDay);
      expect(at).toBe(addMonths(from, months));
    }),
    { numRuns: 50 },
  );
});

test('an age is reached on the birthday; one of 29 February on 1 March of ordinary years', () => {
  expect([ageOn('2000-05-06', '2018-05-05'), ageOn('2000-05-06', '2018-05-06')]).toEqual([17, 18]);
  expect([ageOn('2004-02-29', '2022-02-28'), ageOn('2004-02-29', '2022-03-01'), ageOn('2004-02-29', '2024-02-29')]).toEqual([17, 18, 20]);
  fc.assert(
    fc.property(date, date, (birth, on) => {
      fc.pre(birth <= on);
      const age = ageOn(birth, on);
      const reached = (years: number): string => {
        const year = Number(birth.slice(0, 4)) + years;
        return birth.endsWith('02-29') && !isLeapYear(year) ? `${year}-03-01` : `${year}${birth.slice(4)}`;
      };
      expect(reached(age) <= on && on < reached(age + 1)).toBe(true);
    }),
  );
});

test('civil days and back, far outside the years we parse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (day) => {
      const { year, month, day: dayOfMonth } = epochDayToCivil(day);
      expect(civilToEpochDay(year, month, dayOfMonth)).toBe(day);
      expect(month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)).toBe(true);
    }),
  );
  expect(() => daysInMonth(2026, 13)).toThrow(Bug);
});
