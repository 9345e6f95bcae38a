import { type CalendarDate, MONEY_MAX, parseDate } from '@tallystick/kernel';
import { refuse } from './refusals.ts';
import type { Bucket, LoanTerms } from './terms.ts';

type Dated = {
  /** Value date: the day the event counts from. May lie before the day it was recorded on (back-dating). */
  readonly on: CalendarDate;
  /** Order of recording, unique in a loan. Within a day events count in this order, after the instalments falling due that day. */
  readonly seq: number;
};
export type LoanEvent = Dated &
  (
    | { readonly kind: 'disburse' | 'repay' | 'fee'; readonly amountMinor: bigint }
    /** 退还溢缴款: held money given back. */
    | { readonly kind: 'refund'; readonly amountMinor: bigint }
    /** 部分提前还款. `keep_term`: smaller instalments to the same end; `keep_instalment`: same instalment, earlier end (REP-14). */
    | { readonly kind: 'prepay'; readonly amountMinor: bigint; readonly mode: 'keep_term' | 'keep_instalment' }
    /** 提前结清. Without an amount the engine names it: exactly the payoff of that day. */
    | { readonly kind: 'settle'; readonly amountMinor?: bigint }
    /** 减免 of what is due of one bucket, oldest first. */
    | { readonly kind: 'waive'; readonly bucket: Exclude<Bucket, 'principal'>; readonly amountMinor: bigint }
    /** 冲正: the target counts as never having happened, on whichever day one looks. */
    | { readonly kind: 'reverse'; readonly targetSeq: number }
  );
export type ActingEvent = Exclude<LoanEvent, { kind: 'reverse' }>;

const KINDS: readonly string[] = ['disburse', 'repay', 'prepay', 'settle', 'waive', 'fee', 'refund', 'reverse'];

function faultyField(event: LoanEvent): string | undefined {
  if (!Number.isSafeInteger(event.seq) || event.seq < 0) return 'seq';
  if (parseDate(event.on) === undefined) return 'on';
  if (!KINDS.includes(event.kind)) return 'kind';
  if (event.kind === 'reverse') return undefined;
  const amount = event.amountMinor;
  if (amount === undefined) return event.kind === 'settle' ? undefined : 'amountMinor';
  if (amount <= 0n || amount > MONEY_MAX) return 'amountMinor';
  if (event.kind === 'waive' && !['fee', 'penalty', 'interest'].includes(event.bucket)) return 'bucket';
  if (event.kind === 'prepay' && event.mode !== 'keep_term' && event.mode !== 'keep_instalment') return 'mode';
  return undefined;
}

function checkEvent(terms: LoanTerms, event: LoanEvent): void {
  const field = faultyField(event);
  if (field !== undefined) throw refuse('loan.event_invalid', { field, facts: { seq: event.seq, field } });
  if (event.on < terms.start) throw refuse('loan.event_before_start', { field: 'on', facts: { seq: event.seq, on: event.on, start: terms.start } });
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
  const left = reversed.size === 0 ? acting : acting.filter((event) => !reversed.has(event.seq));
  return left.sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1));
}
