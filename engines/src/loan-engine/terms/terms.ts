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
import { type Charge, chargeFaults } from './charges.ts';
import type { DatedRate } from './rates.ts';
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

/**
 * Shape of the principal beyond its method.
 * `balloon`: that much principal stays for the last row. `step`: the instalment grows (or falls) by a share every so many rows.
 * `fixed_share`: every row repays that share of the principal, the last one the rest. `custom`: principal of each row by itself
 * (crop calendar, negotiated plan), the last row taking what is left.
 */
export type Shape =
  | { readonly kind: 'balloon'; readonly minor: bigint }
  | { readonly kind: 'step'; readonly ppm: bigint; readonly every: number }
  | { readonly kind: 'fixed_share'; readonly ppm: bigint }
  | { readonly kind: 'custom'; readonly principalMinor: readonly bigint[] };

/** 按时还款优惠: after so many instalments in a row paid by their due day the rate falls by the cut; an overdue one takes it away. */
export type StreakTier = { readonly periods: number; readonly cutPpm: bigint };

/** What the parties agreed. Everything that differs between products is data here; nothing is looked up. */
export type LoanTerms = {
  readonly currency: Currency;
  readonly principalMinor: bigint;
  /** Contract rate a year. */
  readonly ratePpm: RatePpm;
  /** Rates agreed beforehand for later days: promotional, stepped or interest-free periods (rate 0). Oldest first. */
  readonly rates?: readonly DatedRate[];
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
  /** First instalments whose interest is put off; the first one after them asks for the sum. */
  readonly graceInterest?: number;
  /** Instalments without principal, by number: a moratorium that recurs (every winter, say). */
  readonly principalFreeRows?: readonly number[];
  readonly shape?: Shape;
  /** 随借随还: what was repaid may be drawn again up to the principal. Needs `interest_only`. */
  readonly revolving?: boolean;
  readonly streak?: readonly StreakTier[];
  /** 挪用罚息: uplift on the misused part while a `misuse` stands (REP-08); on overdue rows the higher of the two (REP-10). */
  readonly misuseUpliftPpm?: RatePpm;
  /** Arrears up to this amount in all bear no penalty and count no days past due. */
  readonly arrearsToleranceMinor?: bigint;
  /** Ceiling of the penalty rate a year, uplift included: what keeps interest, fees and penalties under an all-in cap. */
  readonly penaltyCapPpm?: RatePpm;
  /** Interest, fees and penalties together never exceed this share of the money lent; what lies beyond is not charged. */
  readonly costCapPpm?: RatePpm;
  /** Charges agreed beforehand, besides those recorded as events. */
  readonly charges?: readonly Charge[];
  /** Another order for money received while the loan is more than so many days past due (REP-15). */
  readonly lateAllocation?: { readonly afterDays: number; readonly order: readonly Bucket[] };
  /** What a charge-off does to interest: it goes on, it stops, or everything falls due. */
  readonly chargeOff?: 'regular' | 'stop_interest' | 'accelerate';
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

/** An order holds every bucket once. */
export const isOrder = (order: readonly Bucket[]): boolean => order.length === 4 && BUCKETS.every((b) => order.includes(b));

function shapeFaults(faults: Faults, terms: LoanTerms): void {
  const { shape, count, principalMinor } = terms;
  within(faults, 'graceInterest', terms.graceInterest ?? 0, 0, MAX_COUNT);
  if ((terms.graceInterest ?? 0) >= count) fault(faults, 'loan.grace_too_long', 'graceInterest', { count });
  for (const row of terms.principalFreeRows ?? []) within(faults, 'principalFreeRows', row, 1, count - 1);
  rateWithin(faults, 'misuseUpliftPpm', terms.misuseUpliftPpm ?? 0n, PPM);
  rateWithin(faults, 'penaltyCapPpm', terms.penaltyCapPpm ?? 0n, RATE_PPM_MAX);
  for (const { ratePpm } of terms.rates ?? []) rateWithin(faults, 'rates', ratePpm, RATE_PPM_MAX);
  (terms.rates ?? []).forEach((rate, k, all) => {
    if (parseDate(rate.from) === undefined || rate.from <= (all[k - 1]?.from ?? '')) fault(faults, 'loan.date_invalid', 'rates');
  });
  for (const tier of terms.streak ?? []) rateWithin(faults, 'streak', tier.cutPpm, terms.ratePpm);
  if (terms.revolving === true && terms.method !== 'interest_only')
    fault(faults, 'loan.choice_invalid', 'method', { value: terms.method, allowed: 'interest_only' });
  if (shape?.kind === 'balloon' && (shape.minor <= 0n || shape.minor >= principalMinor)) fault(faults, 'loan.amount_invalid', 'shape');
  if (shape?.kind === 'fixed_share' && (shape.ppm <= 0n || shape.ppm * BigInt(count - 1) >= PPM))
    fault(faults, 'loan.rate_invalid', 'shape', { min: '0', max: '' });
  if (shape?.kind === 'step' && (shape.ppm <= -PPM / 2n || shape.ppm > PPM / 2n || !Number.isInteger(shape.every) || shape.every < 1))
    fault(faults, 'loan.rate_invalid', 'shape', { min: '-500000', max: '500000' });
  if (shape?.kind !== 'custom') return;
  const planned = shape.principalMinor.reduce((total, p) => total + p, 0n);
  const fits = shape.principalMinor.length === count && planned === principalMinor && shape.principalMinor.every((p) => p >= 0n);
  if (!fits) fault(faults, 'loan.plan_does_not_close', 'shape', { planned: planned.toString(), principal: principalMinor.toString() });
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
  if (!isOrder(terms.allocation)) fault(faults, 'loan.allocation_invalid', 'allocation');
  if (terms.lateAllocation !== undefined) {
    within(faults, 'lateAllocation.afterDays', terms.lateAllocation.afterDays, 0, 3_650);
    if (!isOrder(terms.lateAllocation.order)) fault(faults, 'loan.allocation_invalid', 'lateAllocation.order');
  }
  faults.push(...chargeFaults(terms.charges ?? []));
  shapeFaults(faults, terms);
  if (faults.length === 0) dateFaults(faults, terms);
  const first = faults[0];
  if (first) throw refuse(first.code as LoanRefusalCode, { field: first.field, facts: first.facts ?? {}, faults });
}
