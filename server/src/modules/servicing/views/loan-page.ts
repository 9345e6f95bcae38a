import { type Bucket, type LoanPosition, type PositionRow, replay } from '@tallystick/engines/loan-engine';
import { addDays, type CalendarDate, type CustomerId, sum } from '@tallystick/kernel';
import type { z } from 'zod';
import { monthsOf } from '#modules/contracts';
import type { Ctx } from '#platform';
import { asLoanEvent, type EventRow, eventsOf } from '../book/repo.ts';
import { extensionRequest } from '../changes/repo.ts';
import { deductionsOf } from '../repayment/repo.ts';
import type { zDeduction, zLoan, zLoanPage, zRow, zStatement, zTransaction } from '../schema.ts';
import { loan } from '../service.ts';
import type { LoanId, LoanSummary } from '../types.ts';

export const loanRow = ({ terms, ...l }: LoanSummary): z.output<typeof zLoan> => ({
  ...l,
  lentMinor: terms.principalMinor,
  ratePpm: terms.ratePpm,
  months: monthsOf(terms),
  method: terms.method,
});
export const planRow = ({ from, due, ...r }: PositionRow): z.output<typeof zRow> => ({
  ...r,
  fromOn: from,
  dueOn: due,
  totalMinor: r.principalMinor + r.interestMinor + r.feeMinor + r.penaltyMinor + r.compoundMinor,
});

const PAID = ['paid'] as const;

/** Transactions with what each reached by the replay of today, newest first; a reversed one reaches nothing any more. */
export function transactionsOf(events: readonly EventRow[], position: LoanPosition): z.output<typeof zTransaction>[] {
  const reversed = new Set(events.filter((e) => e.kind === 'reverse').map((e) => Number(e.detail['targetSeq'])));
  return events
    .map(({ detail, allocation: _told, ...e }) => ({
      ...e,
      reversed: reversed.has(e.seq),
      targetSeq: e.kind === 'reverse' ? Number(detail['targetSeq']) : null,
      allocation: position.allocations
        .filter((a) => a.seq === e.seq)
        .map(({ seq: _seq, kind, ...a }) => ({ ...a, kind: kind === 'paid' ? ('paid' as const) : ('waived' as const) })),
    }))
    .reverse();
}
const deductionRow = (d: Awaited<ReturnType<typeof deductionsOf>>[number]): z.output<typeof zDeduction> => {
  const { customerId: _c, loanId: _l, branchId: _b, intent, ...rest } = d;
  return { ...rest, intent: intent.kind };
};

/** Everything a screen shows of one loan, by a replay as of today. */
export async function loanPage(ctx: Ctx, customerId: CustomerId, loanId: LoanId): Promise<z.output<typeof zLoanPage>> {
  const l = await loan(ctx, customerId, loanId);
  const events = await eventsOf(ctx.tx, customerId, loanId);
  const position = replay(l.terms, events.map(asLoanEvent), ctx.today);
  return {
    loan: loanRow(l),
    rows: position.rows.map(planRow),
    transactions: transactionsOf(events, position),
    extension: (await extensionRequest(ctx.tx, { customerId, loanId })) ?? null,
    deductions: (await deductionsOf(ctx.tx, customerId, loanId)).map(deductionRow),
    balances: position.balances,
    overdue: position.overdue,
    overdueMinor: position.overdueMinor,
    daysPastDue: position.daysPastDue,
    totals: {
      interestMinor: sum(position.rows.map((r) => r.interestMinor)),
      totalMinor: sum(position.rows.map((r) => r.totalMinor + r.feeMinor + r.penaltyMinor + r.compoundMinor)) + position.prepaidMinor,
      paidMinor: sum(position.allocations.filter((a) => a.kind === 'paid').map((a) => a.minor)),
      prepaidMinor: position.prepaidMinor,
    },
  };
}

/** What happened in a period by value date, with the principal before and after it, and what the money went to. */
export async function statementOf(
  ctx: Ctx,
  customerId: CustomerId,
  loanId: LoanId,
  from: CalendarDate,
  to: CalendarDate,
): Promise<z.output<typeof zStatement>> {
  const l = await loan(ctx, customerId, loanId);
  const events = await eventsOf(ctx.tx, customerId, loanId);
  const acting = events.map(asLoanEvent);
  const position = replay(l.terms, acting, to);
  const transactions = transactionsOf(events, position).filter((t) => t.valueOn >= from && t.valueOn <= to);
  const total = (kinds: readonly string[]): bigint =>
    sum(transactions.filter((t) => !t.reversed && kinds.includes(t.kind)).map((t) => t.amountMinor ?? 0n));
  const reached = (bucket: Bucket, kinds: readonly string[]): bigint =>
    sum(position.allocations.filter((a) => a.bucket === bucket && kinds.includes(a.kind) && a.on >= from).map((a) => a.minor));
  const paid = {
    fee: reached('fee', PAID),
    penalty: reached('penalty', PAID),
    interest: reached('interest', PAID),
    principal: reached('principal', PAID),
  };
  const receivedMinor = total(['repay', 'prepay', 'settle']);
  const opening = from <= l.startOn ? 0n : replay(l.terms, acting, addDays(from, -1)).balances.principalMinor;
  return {
    loanNo: l.loanNo,
    from,
    to,
    openingMinor: opening,
    closingMinor: position.balances.principalMinor,
    paidOutMinor: total(['disburse']),
    receivedMinor,
    paid,
    forgivenMinor: reached('principal', ['waived', 'written_off']),
    heldMinor: receivedMinor - sum(Object.values(paid)),
    transactions: [...transactions].reverse(),
  };
}
