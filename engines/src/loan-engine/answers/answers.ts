import type { CalendarDate } from '@tallystick/kernel';
import type { LoanEvent } from '../book/events.ts';
import { planFor } from '../book/plan.ts';
import { type LoanPosition, replay } from '../book/position.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { type AnnualCost, annualCost } from './cost.ts';

/** What is still to come of a loan, as it stands on a day. */
export type Outlook = {
  readonly instalments: number;
  readonly lastDue: CalendarDate | null;
  readonly interestMinor: bigint;
  readonly totalMinor: bigint;
};

function outlookOf(position: LoanPosition): Outlook {
  const open = position.rows.filter((row) => row.outstandingMinor > 0n);
  return {
    instalments: open.length,
    lastDue: open.at(-1)?.due ?? null,
    interestMinor: open.reduce((total, row) => total + row.outstanding.interest, 0n),
    totalMinor: open.reduce((total, row) => total + row.outstandingMinor, 0n),
  };
}

/** 试算: the loan on `asOf` with and without further events (prepay X on day D), and the interest that is saved. Refuses what replay refuses. */
export function whatIf(
  terms: LoanTerms,
  events: readonly LoanEvent[],
  more: readonly LoanEvent[],
  asOf: CalendarDate,
): { readonly before: Outlook; readonly after: Outlook; readonly savedMinor: bigint } {
  const without = replay(terms, events, asOf);
  const withMore = replay(terms, [...events, ...more], asOf);
  const interestOf = (p: LoanPosition): bigint => p.rows.reduce((total, row) => total + row.interestMinor, 0n);
  return { before: outlookOf(without), after: outlookOf(withMore), savedMinor: interestOf(without) - interestOf(withMore) };
}

export type StatementLine = {
  readonly on: CalendarDate;
  readonly seq: number;
  readonly kind: LoanEvent['kind'];
  readonly paid: LoanPosition['overdue'];
  readonly principalAfterMinor: bigint;
};

/** 对账单: what each event of [from, to] reached, with the principal after it. Refuses what replay refuses. */
export function statement(terms: LoanTerms, events: readonly LoanEvent[], from: CalendarDate, to: CalendarDate): StatementLine[] {
  const { allocations } = replay(terms, events, to);
  const reversed = new Set(events.flatMap((e) => (e.kind === 'reverse' ? [e.targetSeq] : [])));
  const acting = events.filter((e) => e.kind !== 'reverse' && !reversed.has(e.seq) && e.on <= to);
  const ordered = acting.sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1));
  let principal = 0n;
  return ordered
    .map((event) => {
      const own = allocations.filter((a) => a.seq === event.seq && a.kind === 'paid');
      const sum = (bucket: string): bigint => own.reduce((total, a) => (a.bucket === bucket ? total + a.minor : total), 0n);
      const paid = { fee: sum('fee'), penalty: sum('penalty'), interest: sum('interest'), principal: sum('principal') };
      const moved = (kind: string, of: (bucket: string) => boolean): bigint =>
        allocations.reduce((total, a) => (a.seq === event.seq && a.kind === kind && of(a.bucket) ? total + a.minor : total), 0n);
      const more = event.kind === 'disburse' || event.kind === 'chargeback' || event.kind === 'capitalise' ? event.amountMinor : 0n;
      principal += more + moved('capitalised', (b) => b !== 'principal') - moved('written_off', (b) => b === 'principal') - paid.principal;
      return { on: event.on, seq: event.seq, kind: event.kind, paid, principalAfterMinor: principal };
    })
    .filter((line) => line.on >= from);
}

/** A fee the borrower pays outside the plan: up front (`on` the start day) or later. */
export type OutsideFee = { readonly on: CalendarDate; readonly amountMinor: bigint };

/** 综合年化成本 of a loan that performs as planned, every fee included, by actual days (XIRR, APR-01 to APR-04). */
export function planCost(terms: LoanTerms, fees: readonly OutsideFee[] = []): AnnualCost {
  const plan = planFor(terms);
  const flows = [
    { on: terms.start, minor: terms.principalMinor },
    ...plan.rows.map((row) => ({ on: row.due, minor: -row.totalMinor })),
    ...fees.map((fee) => ({ on: fee.on, minor: -fee.amountMinor })),
  ];
  return annualCost({ flows });
}
