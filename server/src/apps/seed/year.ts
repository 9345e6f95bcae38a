import { addDays, type CalendarDate, CHINA_CALENDAR, WorkingCalendar } from '@tallystick/kernel';
import { closeDay } from '../../worker/close-of-business.ts';
import type { Bank } from './bank.ts';
import type { Day } from './day.ts';
import { coursesOn, repeatCourses, workday } from './desk/desk.ts';
import type { House } from './desk/staff.ts';
import { begin, type Career, type Place, visit } from './people/career.ts';
import { cast, LEFT_ALONE } from './people/cast.ts';
import { askAround } from './people/leads.ts';
import { population, type Scale } from './people/plan.ts';
import { seeded } from './people/random.ts';
import { together } from './together.ts';

const calendar = new WorkingCalendar(CHINA_CALENDAR);
const [MORNING, AFTERNOON, NIGHT] = [10 * 60, 15 * 60, 21 * 60 + 30];
/** Before the end of the story work lies longer, so that every queue has something in it. */
const SLOW_FROM = 6;

/** Lives through the days from `first`: people come, staff work, each day is closed. The last day stays open. */
export async function liveThrough(bank: Bank, house: House, scale: Scale, first: CalendarDate, say: (line: string) => void): Promise<CalendarDate> {
  const lastDay = addDays(first, scale.days);
  const people = [...cast(lastDay).filter((p) => p.joinsOn >= first), ...population(scale, first)].map(begin);
  const numbers = new Map<string, number>();
  const started = performance.now();
  for (let today = first; ; today = addDays(today, 1)) {
    const place: Place = { bank, house, today, lastDay };
    const slow = addDays(today, SLOW_FROM) > lastDay ? SLOW_FROM : 1;
    const leave = new Set(people.filter((c) => LEFT_ALONE.has(c.plan.who.mobile)).flatMap((c) => c.borrower?.customerId ?? []));
    await oneDay({ ...place, seed: scale.seed, numbers, slow, leave }, people, first);
    if (today === lastDay) return lastDay;
    await night(place);
    if (today.endsWith('-01')) say(`  ${today}  ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
}

/** Newcomers, and those who look for a loan, come on days when the bank is out in the markets: one or two a week. Everybody else comes on their day. */
const comes = ({ seed, today }: Day, c: Career): boolean =>
  c.plan.script !== undefined || (c.stage !== 'join' && c.stage !== 'look') || seeded(`${seed}:market:${today}`).chance(0.2);

async function oneDay(day: Day & { numbers: Map<string, number> }, people: readonly Career[], first: CalendarDate): Promise<void> {
  const { bank, numbers, today } = day;
  bank.clock.moveTo(today, MORNING);
  await askAround(day, people);
  const visitors = people.filter((c) => c.next !== undefined && c.next <= today && comes(day, c));
  if (visitors.length > 0)
    await together(
      bank,
      visitors.map((c) => (rest) => visit(day, c, rest)),
    );
  for (const { borrower } of visitors) if (borrower) numbers.set(borrower.customerId, borrower.n);
  if (today === coursesOn(first)) await repeatCourses(day);
  if (!calendar.isWorkingDay(today)) return;
  bank.clock.moveTo(today, AFTERNOON);
  await workday(day);
  await lockDeceivers(day, people);
  await bank.work();
}

/** Whoever is found out today is locked; a second person agrees the next working day. */
async function lockDeceivers({ bank, house, today }: Day, people: readonly Career[]): Promise<void> {
  for (const { plan, borrower } of people) {
    if (plan.deceit?.foundOn !== today || borrower === undefined) continue;
    const { foundOn: _, ...why } = plan.deceit;
    await bank.call(house.as('reviewer'), 'customers.lock', { customerId: borrower.customerId, ...why });
  }
}

async function night({ bank, today }: Place): Promise<void> {
  bank.clock.moveTo(today, NIGHT);
  const closed = await closeDay(bank.rt);
  if (!closed.closed) throw new Error(`${today} could not be closed: ${closed.steps.find((s) => s.fault)?.fault}`);
  await bank.work();
}
