import {
  type CalendarDate,
  type Currency,
  type FieldFault,
  MONEY_MAX,
  PPM,
  parseDate,
  RATE_PPM_MAX,
  type RatePpm,
  type Rounding,
} from '@tallystick/kernel';
import { type LoanRefusalCode, refuse } from './refusals.ts';

/** 费用, 罚息 (with 复利), 利息, 本金. */
export type Bucket = 'fee' | 'penalty' | 'interest' | 'principal';
export const BUCKETS: readonly Bucket[] = ['fee', 'penalty', 'interest', 'principal'];

/** 等额本息, 等额本金, 先息后本, 到期一次还本付息 (handbook REP-01 to REP-03) and 等额等息 (interest on the amount lent throughout). */
export type RepaymentMethod = 'equal_instalment' | 'equal_principal' | 'interest_only' | 'bullet' | 'flat';
export const METHODS: readonly RepaymentMethod[] = ['equal_instalment', 'equal_principal', 'interest_only', 'bullet', 'flat'];

/**
 * How a stretch of days becomes a part of a year (REP-05, REP-06).
 * `period`: whole months at a twelfth, odd days over the day base; weeks and days over the day base.
 * `actual`: every day over the day base.
 * `days30`: a month is 30 days over the day base, a part of it shared by days. `fraction`: a month a twelfth, a week a fifty-second, shared by days.
 */
export type InterestBasis = 'period' | 'actual' | 'days30' | 'fraction';
export const INTEREST_BASES: readonly InterestBasis[] = ['period', 'actual', 'days30', 'fraction'];

/**
 * Days of a year. `actual`: the year's own length, split at 31 December; `actual_from_1_jan`: split at 1 January;
 * `leap_period`: 366 for a period that holds 29 February, else 365.
 */
export type DayBase = 360 | 364 | 365 | 'actual' | 'actual_from_1_jan' | 'leap_period';
export const DAY_BASES: readonly DayBase[] = [360, 364, 365, 'actual', 'actual_from_1_jan', 'leap_period'];

export type Frequency = { readonly unit: 'month' | 'week' | 'day'; readonly every: number };

/** What the parties agreed. Everything that differs between products is data here; nothing is looked up. */
export type LoanTerms = {
  readonly currency: Currency;
  readonly principalMinor: bigint;
  /** Contract rate a year. */
  readonly ratePpm: RatePpm;
  readonly method: RepaymentMethod;
  /** Number of periods, 1 to 1,200. */
  readonly count: number;
  readonly frequency: Frequency;
  /** Day of the (first) disbursement: the first day that bears interest. */
  readonly start: CalendarDate;
  /** First due date; by default one period after the start. */
  readonly firstDue?: CalendarDate;
  /** Day of month on which instalments fall due (cut to the month's length); by default that of `firstDue`, else of `start`. */
  readonly dueDay?: number;
  /** Every due date by itself (moved for holidays, or a crop calendar). Needs `interestBasis: 'actual'`. */
  readonly dueDates?: readonly CalendarDate[];
  readonly interestBasis: InterestBasis;
  readonly dayBase: DayBase;
  readonly rounding: Rounding;
  /** 罚息上浮: 500_000n is the contract rate and half of it again (REP-08). */
  readonly penaltyUpliftPpm: RatePpm;
  /** 宽限期: what is paid within these days after the due date bears no penalty; what is not bears it from the due date. */
  readonly penaltyGraceDays: number;
  /** 复利 on unpaid interest at the penalty rate (REP-08). */
  readonly compoundOnInterest: boolean;
  /** Order within an instalment; the oldest instalment comes first (REP-09). */
  readonly allocation: readonly Bucket[];
  /** Fee on principal prepaid or settled early, of that principal (REP-14). Zero when not agreed. */
  readonly prepaymentFeePpm: RatePpm;
  /** First instalments that carry interest only. */
  readonly gracePrincipal?: number;
  /** The instalment is rounded to a multiple of this; the last one takes the difference. */
  readonly instalmentMultipleMinor?: bigint;
  /** Spread a last instalment that is out of line over all of them (at most three tries, kept only when it helps). */
  readonly evenOut?: boolean;
  /** 首付: this share of the disbursement falls due on the start day, in a row of its own. */
  readonly downPaymentPpm?: RatePpm;
};

export const MAX_COUNT = 1_200;

type Faults = FieldFault[];
const fault = (faults: Faults, code: LoanRefusalCode, field: string, facts: Record<string, string | number> = {}): void => {
  faults.push({ field, code, facts: { field, ...facts } });
};

function within(faults: Faults, field: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) fault(faults, 'loan.number_invalid', field, { min, max });
}
function rateWithin(faults: Faults, field: string, value: bigint, max: bigint): void {
  if (value < 0n || value > max) fault(faults, 'loan.rate_invalid', field, { min: '0', max: max.toString() });
}
function oneOf<T extends string | number>(faults: Faults, field: string, value: T, allowed: readonly T[]): void {
  if (!allowed.includes(value)) fault(faults, 'loan.choice_invalid', field, { value, allowed: allowed.join(', ') });
}

function dateFaults(faults: Faults, terms: LoanTerms): void {
  const { start, firstDue, dueDay, dueDates, frequency } = terms;
  for (const field of ['start', 'firstDue'] as const) {
    if (terms[field] !== undefined && parseDate(terms[field]) === undefined) fault(faults, 'loan.date_invalid', field);
  }
  if (firstDue !== undefined && firstDue <= start) fault(faults, 'loan.first_due_not_after_start', 'firstDue', { start });
  if (dueDay !== undefined) {
    within(faults, 'dueDay', dueDay, 1, 31);
    if (frequency.unit !== 'month' || firstDue !== undefined) fault(faults, 'loan.due_day_conflict', 'dueDay', { dueDay, firstDue: firstDue ?? '' });
  }
  if (dueDates !== undefined) {
    const ordered = dueDates.every((d, i) => parseDate(d) !== undefined && d >= (dueDates[i - 1] ?? start));
    const fits = dueDates.length === terms.count && terms.interestBasis === 'actual' && firstDue === undefined && dueDay === undefined;
    if (!ordered || !fits) fault(faults, 'loan.due_dates_invalid', 'dueDates');
  }
  const dayLength = { day: 1, week: 7, month: 31 }[frequency.unit] ?? 1;
  const years = Number((firstDue ?? start).slice(0, 4)) + Math.ceil((terms.count * frequency.every * dayLength) / 365);
  if (years > 2199) fault(faults, 'loan.term_too_long', 'count');
}

/**
 * Throws the Refusal of the first thing that cannot be (its `faults` list holds all of them); called before anything is computed.
 * Codes: loan.amount_invalid, rate_invalid, choice_invalid, number_invalid, date_invalid, first_due_not_after_start,
 * due_day_conflict, due_dates_invalid, term_too_long, grace_too_long, allocation_invalid.
 */
export function checkTerms(terms: LoanTerms): void {
  const faults: Faults = [];
  if (terms.principalMinor <= 0n || terms.principalMinor > MONEY_MAX) fault(faults, 'loan.amount_invalid', 'principalMinor');
  rateWithin(faults, 'ratePpm', terms.ratePpm, RATE_PPM_MAX);
  rateWithin(faults, 'penaltyUpliftPpm', terms.penaltyUpliftPpm, PPM);
  rateWithin(faults, 'prepaymentFeePpm', terms.prepaymentFeePpm, PPM / 10n);
  rateWithin(faults, 'downPaymentPpm', terms.downPaymentPpm ?? 0n, PPM - 1n);
  oneOf(faults, 'method', terms.method, METHODS);
  oneOf(faults, 'interestBasis', terms.interestBasis, INTEREST_BASES);
  oneOf(faults, 'dayBase', terms.dayBase, DAY_BASES);
  oneOf(faults, 'frequency.unit', terms.frequency.unit, ['month', 'week', 'day']);
  oneOf(faults, 'rounding', terms.rounding, ['half_even', 'half_up', 'floor', 'ceil']);
  within(faults, 'count', terms.count, 1, MAX_COUNT);
  within(faults, 'frequency.every', terms.frequency.every, 1, 366);
  within(faults, 'penaltyGraceDays', terms.penaltyGraceDays, 0, 90);
  within(faults, 'gracePrincipal', terms.gracePrincipal ?? 0, 0, MAX_COUNT);
  if ((terms.gracePrincipal ?? 0) >= terms.count) fault(faults, 'loan.grace_too_long', 'gracePrincipal', { count: terms.count });
  if ((terms.instalmentMultipleMinor ?? 1n) <= 0n) fault(faults, 'loan.amount_invalid', 'instalmentMultipleMinor');
  if (terms.allocation.length !== 4 || !BUCKETS.every((b) => terms.allocation.includes(b))) fault(faults, 'loan.allocation_invalid', 'allocation');
  if (faults.length === 0) dateFaults(faults, terms);
  const first = faults[0];
  if (first) throw refuse(first.code as LoanRefusalCode, { field: first.field, facts: first.facts ?? {}, faults });
}
