import { assert } from './assert.ts';
import { addDays, type CalendarDate, weekday } from './date.ts';
import { type RefusalEntry, refuser } from './refusal.ts';

export const calendarRefusals = {
  'calendar.year_unknown': {
    status: 422,
    zh: '{year} 年的工作日历尚未发布，无法计算工作日。请先由管理员导入国务院通知。',
    en: 'The working-day calendar of {year} is not known yet. An administrator has to import the official notice first.',
  },
} as const satisfies Record<string, RefusalEntry>;
const refuse = refuser(calendarRefusals);

/**
 * One year of a working-day calendar: what differs from plain weekends. A year is only known when its notice was entered,
 * so nothing falls back to weekends silently (handbook CAL-03).
 */
export type CalendarYear = {
  readonly year: number;
  readonly source: string;
  /** Weekdays that are off. */
  readonly holidays: readonly CalendarDate[];
  /** Weekend days that are worked (调休). */
  readonly workdays: readonly CalendarDate[];
};

export class WorkingCalendar {
  readonly #years: ReadonlyMap<number, { holidays: ReadonlySet<string>; workdays: ReadonlySet<string> }>;
  constructor(years: readonly CalendarYear[]) {
    this.#years = new Map(years.map((y) => [y.year, { holidays: new Set(y.holidays), workdays: new Set(y.workdays) }]));
  }
  knows(year: number): boolean {
    return this.#years.has(year);
  }
  /** Refuses `calendar.year_unknown` for a year whose notice is missing. */
  isWorkingDay(date: CalendarDate): boolean {
    const year = Number(date.slice(0, 4));
    const known = this.#years.get(year);
    if (!known) throw refuse('calendar.year_unknown', { facts: { year } });
    if (known.workdays.has(date)) return true;
    return weekday(date) <= 5 && !known.holidays.has(date);
  }
  /** The day itself, or the next working day after it (民法典 203). */
  onOrAfter(date: CalendarDate): CalendarDate {
    let day = date;
    while (!this.isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }
  /** `count` working days after `date`; the day itself is not counted (民法典 201). */
  addWorkingDays(date: CalendarDate, count: number): CalendarDate {
    assert(Number.isInteger(count) && count >= 0, 'working days are counted forward, in whole days');
    let day = date;
    for (let left = count; left > 0; ) {
      day = addDays(day, 1);
      if (this.isWorkingDay(day)) left -= 1;
    }
    return day;
  }
}
