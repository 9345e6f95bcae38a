import { bankDate, daysBetween } from '@tallystick/kernel';
import type { Json } from './bank.ts';
import { BRANCH_CODES, type Staff } from './desk/staff.ts';
import type { Place } from './people/career.ts';
import { type Random, seeded } from './people/random.ts';

/** One working day of the bank's people. `slow`: how many days work lies before it is taken up; near the end of the story it lies longer. */
export type Day = Place & {
  readonly seed: string;
  readonly slow: number;
  readonly leave: ReadonlySet<string>;
  /** The number by which the story knows a customer: ids differ from one telling to the next. */
  readonly numbers: ReadonlyMap<string, number>;
};

/** Chance about one thing on one day, whatever else happens and in whatever order. */
export const luck = (day: Day, about: string): Random => seeded(`${day.seed}:${day.today}:${about}`);
/** The same about a piece of work on a customer. */
export const luckOf = (day: Day, act: string, row: { customerId: string }): Random =>
  luck(day, `${act}:${day.numbers.get(row.customerId) ?? 'house'}`);

/** Whether work that lay since `since` is taken up today. */
export const isRipe = (day: Day, since: string, patience: number): boolean => daysBetween(bankDate(since), day.today) >= patience * day.slow;

/** The first hundred rows of a list, as somebody of the head office sees it: all branches at once. */
export const rowsOf = async (day: Day, login: string, name: string, filter: object = {}): Promise<Json[]> =>
  (await day.bank.call(day.house.as(login), name, { limit: 100, ...filter })).items;
/** Does the same about every row, side by side. */
export const each = async (rows: readonly Json[], act: (row: Json) => Promise<unknown>): Promise<void> => void (await Promise.all(rows.map(act)));
/** The colleague of a kind in the branch that a row belongs to. */
export const colleague = (day: Day, kind: string, row: { branchId: string | null }): Staff =>
  day.house.as(`${kind}.${BRANCH_CODES.find((code) => day.house.branches[code] === row.branchId)?.toLowerCase() ?? 'hz'}`);
