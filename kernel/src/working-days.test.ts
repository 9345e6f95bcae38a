import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { Bug } from './assert.ts';
import { CHINA_CALENDAR } from './calendar-cn.ts';
import { addDays, daysBetween, weekday } from './date.ts';
import { Refusal } from './refusal.ts';
import { WorkingCalendar } from './working-days.ts';

const china = new WorkingCalendar(CHINA_CALENDAR);

describe('the mainland calendar', () => {
  test.each([2024, 2025, 2026])('every day of %d is as the published table has it', (year) => {
    const days = Array.from({ length: daysBetween(`${year}-01-01`, `${year + 1}-01-01`) }, (_, i) => addDays(`${year}-01-01`, i));
    const ours = days.filter((day) => china.isWorkingDay(day));
    expect(ours).toEqual(days.filter((day) => chineseDays.isWorkday(day)));
  });

  test.each(CHINA_CALENDAR)('$year lists only what differs from plain weekends, once, in order', ({ year, holidays, workdays }) => {
    for (const list of [holidays, workdays]) {
      expect(list).toEqual([...new Set(list)].sort());
      expect(list.every((day) => day.startsWith(`${year}-`))).toBe(true);
    }
    expect(holidays.every((day) => weekday(day) <= 5) && workdays.every((day) => weekday(day) >= 6)).toBe(true);
  });

  test('the 2026 notice, day by day around the Spring Festival', () => {
    const days = ['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16', '2026-02-23', '2026-02-24', '2026-02-28', '2026-03-01'];
    expect(days.map((day) => china.isWorkingDay(day))).toEqual([true, true, false, false, false, true, true, false]);
  });
});

describe('a year without a notice', () => {
  const refusal = (act: () => unknown): unknown => {
    try {
      return act();
    } catch (e) {
      return e instanceof Refusal ? [e.code, e.facts] : e;
    }
  };

  test('2027 and 2023 are refused, never taken for plain weekends', () => {
    expect([china.knows(2026), china.knows(2027)]).toEqual([true, false]);
    expect(refusal(() => china.isWorkingDay('2027-03-03'))).toEqual(['calendar.year_unknown', { year: 2027 }]);
    expect(refusal(() => china.isWorkingDay('2023-12-31'))).toEqual(['calendar.year_unknown', { year: 2023 }]);
  });

  test('counting and moving across its border is refused as well', () => {
    expect(refusal(() => china.addWorkingDays('2026-12-31', 1))).toEqual(['calendar.year_unknown', { year: 2027 }]);
    expect(refusal(() => china.onOrAfter('2027-01-01'))).toEqual(['calendar.year_unknown', { year: 2027 }]);
    expect(china.addWorkingDays('2026-12-30', 1)).toBe('2026-12-31');
  });
});

test('S3-19 a payout term of one to two working days passes over the long holiday and counts make-up days', () => {
  const term = (signed: string): [string, string] => [china.addWorkingDays(signed, 1), china.addWorkingDays(signed, 2)];
  expect(term('2026-09-29')).toEqual(['2026-09-30', '2026-10-08']);
  expect(term('2026-09-30')).toEqual(['2026-10-08', '2026-10-09']);
  expect(term('2026-10-04')).toEqual(['2026-10-08', '2026-10-09']);
  expect(term('2026-10-09')).toEqual(['2026-10-10', '2026-10-12']); // Saturday the 10th is worked.
  expect(term('2026-02-13')).toEqual(['2026-02-14', '2026-02-24']); // Saturday the 14th is worked, then nine days off.
  expect(term('2025-01-27')).toEqual(['2025-02-05', '2025-02-06']);
  expect(term('2024-02-09')).toEqual(['2024-02-18', '2024-02-19']);
});

test('the signing day is not counted, none is the day itself, and only whole days forward can be asked for', () => {
  expect(china.addWorkingDays('2026-06-18', 1)).toBe('2026-06-22');
  expect(china.addWorkingDays('2026-06-20', 0)).toBe('2026-06-20');
  expect(() => china.addWorkingDays('2026-06-20', -1)).toThrow(Bug);
  expect(() => china.addWorkingDays('2026-06-20', 1.5)).toThrow(Bug);
});

test('a last day on a holiday moves to the next working day', () => {
  expect(china.onOrAfter('2026-10-01')).toBe('2026-10-08');
  expect(china.onOrAfter('2026-10-08')).toBe('2026-10-08');
  expect(china.onOrAfter('2026-10-10')).toBe('2026-10-10');
});

test('counting equals asking day by day, over three years', () => {
  const worked: string[] = [];
  for (let day = '2024-01-02'; day <= '2026-12-31'; day = addDays(day, 1)) if (china.isWorkingDay(day)) worked.push(day);
  for (let i = 0; i < worked.length; i += 7) expect(china.addWorkingDays('2024-01-01', i + 1)).toBe(worked[i]);
});
