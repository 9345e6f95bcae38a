import type { CalendarDate } from '@tallystick/kernel';
import type { Bilingual, Reason } from '../scorecard/index.ts';

/** money and ppm are bigint, int a whole number, grade a rating grade, date a calendar day. */
export type InputType = 'money' | 'ppm' | 'int' | 'boolean' | 'text' | 'grade' | 'date';
export type Value = bigint | number | boolean | string;

/**
 * A test of one input. For grades, greater is better: `ge A` means A or better. `between` includes both ends. `missing` is the only test an
 * unknown value can pass.
 */
export type Condition =
  | { readonly op: 'eq' | 'lt' | 'le' | 'gt' | 'ge'; readonly value: Value }
  | { readonly op: 'between'; readonly from: Value; readonly to: Value }
  | { readonly op: 'in'; readonly values: readonly Value[] }
  | { readonly op: 'not_in'; readonly values: readonly Value[] }
  | { readonly op: 'missing' };

/** Rising severity. Where several hits meet, the last in this list wins. */
export const OUTCOMES = ['pass', 'approve', 'counter_offer', 'refer', 'decline'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** What a hit means, with the reason a customer or colleague reads. `route` names the role of an authority table. */
export type Verdict = Reason & { readonly outcome: Outcome; readonly route?: string };
export type When = Readonly<Record<string, Condition>>;
export type TableRow = { readonly id: string; readonly when: When; readonly verdict: Verdict };
export type Inputs = Readonly<Record<string, { readonly type: InputType } & Bilingual>>;

/**
 * A decision table: plain data, dated and versioned. `first` stops at the first row that holds; `collect` takes all. A row whose known conditions hold
 * but that needs an unknown value counts as `onMissing`; without `onMissing` it counts as not hit. `otherwise` is the result when nothing is hit.
 */
export type DecisionTable = {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  /** First day the table no longer counts. */
  readonly effectiveTo?: CalendarDate;
  readonly title: Bilingual;
  readonly hit: 'first' | 'collect';
  readonly inputs: Inputs;
  readonly rows: readonly TableRow[];
  readonly onMissing?: Verdict;
  readonly otherwise: Verdict;
};
