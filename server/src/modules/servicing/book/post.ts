import { type LoanEvent, type LoanPosition, type LoanTerms, replay } from '@tallystick/engines/loan-engine';
import { type CalendarDate, type CustomerId, must } from '@tallystick/kernel';
import { followPrincipal } from '#modules/credit-lines';
import { noteLateness } from '#modules/decisioning';
import { postJournal } from '#modules/ledger';
import { type Ctx, refusePlatform } from '#platform';
import { instalmentMissed, loanOverdue, loanSettled, repaid } from '../events.ts';
import { settlePapers } from '../jobs.ts';
import type { LoanId, LoanSummary } from '../types.ts';
import { booksOf, linesBetween } from './lines.ts';
import {
  asLoanEvent,
  claimMissed,
  type EventRow,
  eventsOf,
  insertEvent,
  lockLoan,
  parameter,
  type StateRow,
  writeInstalments,
  writeState,
} from './repo.ts';
import { stageOf, staysOnBooks } from './stages.ts';

/** Something that happened to a loan, before it has a number. */
export type NewEvent = Pick<EventRow, 'kind' | 'valueOn' | 'amountMinor' | 'detail' | 'reference' | 'channel'>;
export type Why = { readonly kind: string; readonly zh: string; readonly en: string };
export type Posted = { readonly position: LoanPosition; readonly seq: number; readonly receiptNo: string; readonly overdueMinor: bigint };

const receiptNoOf = (ctx: Ctx): string => `SJ${ctx.today.replaceAll('-', '')}-${ctx.newId('rcpt').slice(-8).toUpperCase()}`;

/** How a loan stands by a position, on top of what the books held before. */
export function stateAfter(position: LoanPosition, before: StateRow, lastSeq: number, offAfterDays: number): StateRow {
  const settled = position.status === 'settled' || position.status === 'pending';
  const due = position.rows.find((r) => r.status === 'overdue');
  return {
    ...booksOf(position, before, staysOnBooks(before.onBooks, position, offAfterDays)),
    status: settled ? 'settled' : position.overdueMinor > 0n ? 'overdue' : 'active',
    asOf: position.asOf,
    lastSeq,
    prepaidMinor: position.prepaidMinor,
    daysPastDue: position.daysPastDue,
    overdueMinor: position.overdueMinor,
    stage: stageOf(position.daysPastDue),
    overdueSince: due?.due ?? null,
    nextDueOn: position.nextDue?.on ?? null,
    nextDueMinor: position.nextDue?.amountMinor ?? 0n,
    settledOn: settled ? lastPaidOn(position) : null,
  };
}
const lastPaidOn = (p: LoanPosition): CalendarDate => p.allocations.reduce((day, a) => (a.on > day ? a.on : day), p.rows[0]?.from ?? p.asOf);

async function held(ctx: Ctx, customerId: CustomerId, loanId: LoanId): Promise<{ loan: LoanSummary; state: StateRow; events: EventRow[] }> {
  const row = await lockLoan(ctx.tx, customerId, loanId);
  if (row === undefined) throw refusePlatform('platform.not_found');
  return { ...row, events: await eventsOf(ctx.tx, customerId, loanId) };
}

/** Books the difference between the books and a position; answers the journal, if anything moved. */
async function book(ctx: Ctx, loan: LoanSummary, before: StateRow, after: StateRow, why: Why): Promise<string | null> {
  const lines = linesBetween(before, after, loan.id);
  if (lines.length === 0) return null;
  return postJournal(ctx, {
    customerId: loan.customerId,
    on: ctx.today,
    kind: why.kind,
    reference: loan.id,
    zh: `${why.zh}（${loan.loanNo}）`,
    en: `${why.en} (${loan.loanNo})`,
    currency: loan.currency,
    branchId: loan.branchId,
    lines,
  });
}

/**
 * Records one event of a loan: replays all of them as of today, books the difference, keeps event, plan and state, and tells what changed. One
 * transaction, the loan's row held. A value date in the past replays and posts what it changes today. Refuses platform.not_found and what the
 * loan engine refuses (loan.*).
 */
export async function recordEvent(ctx: Ctx, customerId: CustomerId, loanId: LoanId, event: NewEvent, why: Why): Promise<Posted> {
  const { loan, state, events } = await held(ctx, customerId, loanId);
  const seq = state.lastSeq + 1;
  const position = replay(loan.terms, [...events.map(asLoanEvent), asLoanEvent({ ...event, seq })], ctx.today);
  const after = stateAfter(position, state, seq, Number(await parameter(ctx.tx, 'off_books_after_days', ctx.today)));
  const journalId = await book(ctx, loan, state, after, why);
  const receiptNo = receiptNoOf(ctx);
  const allocation = position.allocations.filter((a) => a.seq === seq);
  await insertEvent(ctx.tx, customerId, loanId, {
    ...event,
    seq,
    postedOn: ctx.today,
    receiptNo,
    allocation,
    journalId,
    actorId: ctx.actor.id,
    at: ctx.now,
  });
  await project(ctx, loan, state, after, position);
  if (event.kind === 'repay' || event.kind === 'prepay' || event.kind === 'settle') {
    const told = { customerId, loanId, seq, amountMinor: event.amountMinor ?? 0n, valueOn: event.valueOn, overdueAfterMinor: position.overdueMinor };
    await ctx.announce(repaid, told);
  }
  return { position, seq, receiptNo, overdueMinor: position.overdueMinor };
}

/** Brings a loan to the end of the business day without a new event: instalments fall due, penalties run, stages change. */
export async function bringToDay(ctx: Ctx, customerId: CustomerId, loanId: LoanId): Promise<LoanPosition> {
  const { loan, state, events } = await held(ctx, customerId, loanId);
  const position = replay(loan.terms, events.map(asLoanEvent), ctx.today);
  const after = stateAfter(position, state, state.lastSeq, Number(await parameter(ctx.tx, 'off_books_after_days', ctx.today)));
  await book(ctx, loan, state, after, { kind: 'due', zh: '到期应收与罚息', en: 'Fallen due and penalty' });
  await project(ctx, loan, state, after, position);
  return position;
}

async function project(ctx: Ctx, loan: LoanSummary, before: StateRow, after: StateRow, position: LoanPosition): Promise<void> {
  const { customerId, id: loanId } = loan;
  await writeState(ctx.tx, customerId, loanId, after);
  await writeInstalments(ctx.tx, customerId, loanId, position.rows, loan.terms.count);
  if (after.principalMinor !== before.principalMinor)
    await followPrincipal(ctx, { customerId, subject: loanId, outstandingMinor: after.principalMinor });
  await tellLate(ctx, loan, position, before);
  await tellMissed(ctx, loan, position, before.asOf);
  if (after.stage !== before.stage) {
    const { stage, daysPastDue, overdueMinor } = after;
    await ctx.announce(loanOverdue, { customerId, loanId, before: before.stage, stage, daysPastDue, overdueMinor });
  }
  if (after.status === 'settled' && before.status !== 'settled') {
    const settledOn = must(after.settledOn, 'a settled loan has its day');
    await ctx.announce(loanSettled, { customerId, loanId, contractId: loan.contractId, settledOn, early: settledOn < loan.maturityOn });
    if (position.status === 'settled') await ctx.enqueue(settlePapers, { customerId, loanId }, { key: `${loanId}:${after.lastSeq}` });
  }
}

/** What was paid after its day or is overdue, for the customer's next grade. A loan that is and was on time has nothing to tell. */
async function tellLate(ctx: Ctx, { customerId, id: loanId }: LoanSummary, position: LoanPosition, before: StateRow): Promise<void> {
  const late = position.rows
    .filter((r) => r.status === 'overdue' || (r.status === 'paid' && r.paidOn !== null && r.paidOn > r.due))
    .map((r) => ({ no: r.no, dueOn: r.due, paidOn: r.status === 'paid' ? r.paidOn : null }));
  if (late.length > 0 || before.daysPastDue > 0) await noteLateness(ctx, { customerId, loanId, late });
}

/** Rows that became overdue since the state was last written; each is told once. */
async function tellMissed(ctx: Ctx, loan: LoanSummary, position: LoanPosition, since: CalendarDate): Promise<void> {
  const paidBefore = position.rows.some((r) => r.status === 'paid');
  for (const row of position.rows) {
    if (row.status !== 'overdue' || row.due < since) continue;
    const notice = { customerId: loan.customerId, loanId: loan.id, no: row.no };
    if (!(await claimMissed(ctx.tx, { ...notice, at: ctx.now }))) continue;
    await ctx.announce(instalmentMissed, {
      ...notice,
      dueOn: row.due,
      openMinor: row.outstandingMinor,
      first: !paidBefore && row.no === position.rows[0]?.no,
    });
  }
}

/** Terms and events, for questions that the engine answers. */
export async function termsAndEvents(ctx: Ctx, loan: LoanSummary): Promise<{ terms: LoanTerms; events: LoanEvent[] }> {
  return { terms: loan.terms, events: (await eventsOf(ctx.tx, loan.customerId, loan.id)).map(asLoanEvent) };
}
