import { type CalendarDate, MONEY_MAX, parseDate, RATE_PPM_MAX } from '@tallystick/kernel';
import { type FeeAmount, feeFault } from '../terms/charges.ts';
import { refuse } from '../terms/refusals.ts';
import { type Bucket, type Frequency, isOrder, type LoanTerms, MAX_COUNT, type RepaymentMethod, type Shape } from '../terms/terms.ts';

type Dated = {
  /** Value date: the day the event counts from. May lie before the day it was recorded on (back-dating). */
  readonly on: CalendarDate;
  /** Order of recording, unique in a loan. Within a day events count in this order, after the instalments falling due that day. */
  readonly seq: number;
};
/** What new terms for the rest of a loan may say; what is left out stays as it was. */
export type NewPlan = {
  /** Instalments still to come; by default as many as are open. */
  readonly count?: number;
  /** First new due date; by default the running row's. */
  readonly firstDue?: CalendarDate;
  readonly frequency?: Frequency;
  readonly dueDates?: readonly CalendarDate[];
  readonly ratePpm?: bigint;
  readonly method?: RepaymentMethod;
  readonly gracePrincipal?: number;
  readonly principalFreeRows?: readonly number[];
  readonly shape?: Shape;
};

export type LoanEvent = Dated &
  (
    | { readonly kind: 'disburse'; readonly amountMinor: bigint }
    /** 还款. `order` allocates this payment otherwise than agreed for all (a negotiated or court order). */
    | { readonly kind: 'repay'; readonly amountMinor: bigint; readonly order?: readonly Bucket[] }
    /** A charge: an amount, or a share of a base on its day. */
    | ({ readonly kind: 'fee' } & FeeAmount)
    /** A cost added to the principal of the rows to come: capitalised income, insurance, court costs. */
    | { readonly kind: 'capitalise'; readonly amountMinor: bigint }
    /** 部分提前还款. `keep_term`: smaller instalments to the same end; `keep_instalment`: same instalment, earlier end (REP-14). */
    | { readonly kind: 'prepay'; readonly amountMinor: bigint; readonly mode: 'keep_term' | 'keep_instalment' }
    /** 提前结清. Without an amount the engine names it: exactly the payoff of that day. */
    | { readonly kind: 'settle'; readonly amountMinor?: bigint }
    /** 减免 of what is due of one bucket, oldest first. */
    | { readonly kind: 'waive'; readonly bucket: Exclude<Bucket, 'principal'>; readonly amountMinor: bigint }
    /** 冲正: the target counts as never having happened, on whichever day one looks. */
    | { readonly kind: 'reverse'; readonly targetSeq: number }
    /** 重定价 or an agreed change: this contract rate from the day on; instalments are planned anew to the same end (REP-12). */
    | { readonly kind: 'rate'; readonly ratePpm: bigint }
    /** 停息: the day and `to` are free of interest, and all days between; the instalment stays, the last one takes the difference. */
    | { readonly kind: 'pause'; readonly to: CalendarDate }
    /** 展期: so many more periods; within the limits of EXT-01. */
    | { readonly kind: 'extend'; readonly periods: number; readonly borrower: 'company' | 'personal' }
    /**
     * 变更还款计划, 重组, 重新账期, 还款假期: what is still open is repaid by new terms. `arrears` says what becomes of what is overdue: it
     * stays due, its principal joins the new plan, or all of it does (capitalised).
     */
    | { readonly kind: 'replan'; readonly plan: NewPlan; readonly arrears: 'stay' | 'principal' | 'capitalise' }
    /** 提前到期, 终止合同: everything falls due on the day. */
    | { readonly kind: 'accelerate' }
    /** 挪用: the amount bears the misuse uplift from the day on, up to and without `to`. */
    | { readonly kind: 'misuse'; readonly amountMinor: bigint; readonly to?: CalendarDate }
    /** 转表外; what it does to interest is in the terms. */
    | { readonly kind: 'charge_off' }
    /** 核销. */
    | { readonly kind: 'write_off' }
    /** 核销后收回. */
    | { readonly kind: 'recover'; readonly amountMinor: bigint }
    /** 退还溢缴款: held money given back. */
    | { readonly kind: 'refund'; readonly amountMinor: bigint }
    /** A payment is taken back in part: the amount is owed again as principal. */
    | { readonly kind: 'chargeback'; readonly targetSeq: number; readonly amountMinor: bigint }
  );
export type ActingEvent = Exclude<LoanEvent, { kind: 'reverse' }>;

const isAmount = (amount: bigint | undefined): boolean => amount !== undefined && amount > 0n && amount <= MONEY_MAX;
const whole = (n: number, min: number, max: number): boolean => Number.isInteger(n) && n >= min && n <= max;

/** The field that cannot be, by kind of event; `undefined` when all is well. */
const FAULTS: { readonly [K in LoanEvent['kind']]: (event: Extract<LoanEvent, { kind: K }>) => string | undefined } = {
  disburse: (e) => (isAmount(e.amountMinor) ? undefined : 'amountMinor'),
  repay(e) {
    if (!isAmount(e.amountMinor)) return 'amountMinor';
    return e.order === undefined || isOrder(e.order) ? undefined : 'order';
  },
  capitalise: (e) => (isAmount(e.amountMinor) ? undefined : 'amountMinor'),
  recover: (e) => (isAmount(e.amountMinor) ? undefined : 'amountMinor'),
  refund: (e) => (isAmount(e.amountMinor) ? undefined : 'amountMinor'),
  fee: feeFault,
  prepay(e) {
    if (!isAmount(e.amountMinor)) return 'amountMinor';
    return e.mode === 'keep_term' || e.mode === 'keep_instalment' ? undefined : 'mode';
  },
  settle: (e) => (e.amountMinor === undefined || isAmount(e.amountMinor) ? undefined : 'amountMinor'),
  waive(e) {
    if (!isAmount(e.amountMinor)) return 'amountMinor';
    return ['fee', 'penalty', 'interest'].includes(e.bucket) ? undefined : 'bucket';
  },
  reverse: () => undefined,
  rate: (e) => (e.ratePpm >= 0n && e.ratePpm <= RATE_PPM_MAX ? undefined : 'ratePpm'),
  pause: (e) => (parseDate(e.to) !== undefined && e.to >= e.on ? undefined : 'to'),
  extend: (e) => (whole(e.periods, 1, MAX_COUNT) ? undefined : 'periods'),
  replan(e) {
    const { count, firstDue, dueDates, ratePpm } = e.plan;
    if (count !== undefined && !whole(count, 1, MAX_COUNT)) return 'plan.count';
    if (firstDue !== undefined && (parseDate(firstDue) === undefined || firstDue <= e.on)) return 'plan.firstDue';
    if (dueDates !== undefined && !dueDates.every((d, k) => parseDate(d) !== undefined && d > (dueDates[k - 1] ?? e.on))) return 'plan.dueDates';
    if (ratePpm !== undefined && (ratePpm < 0n || ratePpm > RATE_PPM_MAX)) return 'plan.ratePpm';
    return ['stay', 'principal', 'capitalise'].includes(e.arrears) ? undefined : 'arrears';
  },
  accelerate: () => undefined,
  misuse(e) {
    if (!isAmount(e.amountMinor)) return 'amountMinor';
    return e.to === undefined || (parseDate(e.to) !== undefined && e.to > e.on) ? undefined : 'to';
  },
  charge_off: () => undefined,
  write_off: () => undefined,
  chargeback: (e) => (isAmount(e.amountMinor) ? undefined : 'amountMinor'),
};

function faultyField(event: LoanEvent): string | undefined {
  if (!Number.isSafeInteger(event.seq) || event.seq < 0) return 'seq';
  if (parseDate(event.on) === undefined) return 'on';
  const fault = FAULTS[event.kind] as ((event: LoanEvent) => string | undefined) | undefined;
  return fault === undefined ? 'kind' : fault(event);
}

function checkEvent(terms: LoanTerms, event: LoanEvent): void {
  const field = faultyField(event);
  if (field !== undefined) throw refuse('loan.event_invalid', { field, facts: { seq: event.seq, field } });
  if (event.on < terms.start) throw refuse('loan.event_before_start', { field: 'on', facts: { seq: event.seq, on: event.on, start: terms.start } });
}

/** A chargeback takes back a payment that stands, not before its day, and all of them together no more than it. */
function checkChargebacks(bySeq: ReadonlyMap<number, LoanEvent>, reversed: ReadonlySet<number>): void {
  const taken = new Map<number, bigint>();
  for (const event of bySeq.values()) {
    if (event.kind !== 'chargeback' || reversed.has(event.seq)) continue;
    const { seq, targetSeq } = event;
    const target = bySeq.get(targetSeq);
    if (target?.kind !== 'repay' || reversed.has(targetSeq) || event.on < target.on)
      throw refuse('loan.target_missing', { field: 'targetSeq', facts: { targetSeq } });
    const total = (taken.get(targetSeq) ?? 0n) + event.amountMinor;
    if (total > target.amountMinor) throw refuse('loan.event_invalid', { field: 'amountMinor', facts: { seq, field: 'amountMinor' } });
    taken.set(targetSeq, total);
  }
}

/**
 * The events that count on `asOf`: checked, without reversals and what they reverse, in order of value date, then recording.
 * Refuses loan.event_invalid, event_before_start, event_seq_duplicate, target_missing.
 */
export function actingEvents(terms: LoanTerms, events: readonly LoanEvent[], asOf: CalendarDate): ActingEvent[] {
  const bySeq = new Map<number, LoanEvent>();
  for (const event of events) {
    checkEvent(terms, event);
    if (bySeq.has(event.seq)) throw refuse('loan.event_seq_duplicate', { field: 'seq', facts: { seq: event.seq } });
    bySeq.set(event.seq, event);
  }
  const reversed = new Set<number>();
  const acting: ActingEvent[] = [];
  for (const event of events) {
    if (event.kind !== 'reverse') {
      if (event.on <= asOf) acting.push(event);
      continue;
    }
    const target = bySeq.get(event.targetSeq);
    if (target === undefined || target.kind === 'reverse' || reversed.has(event.targetSeq)) {
      throw refuse('loan.target_missing', { field: 'targetSeq', facts: { targetSeq: event.targetSeq } });
    }
    reversed.add(event.targetSeq);
  }
  checkChargebacks(bySeq, reversed);
  const left = reversed.size === 0 ? acting : acting.filter((event) => !reversed.has(event.seq));
  return left.sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1));
}
