import { bankDate, daysBetween } from '@tallystick/kernel';
import type { Json } from './bank.ts';
import type { Place } from './career.ts';
import type { Random } from './random.ts';
import { BRANCH_CODES, type Staff } from './staff.ts';

/** One working day of the bank's people. `slow`: how many days work lies before it is taken up; near the end of the story it lies longer. */
export type Day = Place & { readonly random: Random; readonly slow: number; readonly leave: ReadonlySet<string> };

/** Whether work that lay since `since` is taken up today. */
export const isRipe = (day: Day, since: string, patience: number): boolean => daysBetween(bankDate(since), day.today) >= patience * day.slow;

/** The first hundred rows of a list, as somebody of the head office sees it: all branches at once. */
export const rowsOf = async (day: Day, login: string, name: string, filter: object = {}): Promise<Json[]> =>
  (await day.bank.call(day.house.as(login), name, { limit: 100, ...filter })).items;
/** The colleague of a kind in the branch that a row belongs to. */
export const colleague = (day: Day, kind: string, row: { branchId: string | null }): Staff =>
  day.house.as(`${kind}.${BRANCH_CODES.find((code) => day.house.branches[code] === row.branchId)?.toLowerCase() ?? 'hz'}`);
