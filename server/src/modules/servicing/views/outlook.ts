import { type LoanPosition, payoffQuote, replay, whyRow } from '@tallystick/engines/loan-engine';
import { type CalendarDate, type CustomerId, sum } from '@tallystick/kernel';
import type { z } from 'zod';
import { type Ctx, refusePlatform } from '#platform';
import { type NewEvent, termsAndEvents } from '../book/post.ts';
import { asLoanEvent } from '../book/repo.ts';
import { loansOfCustomer } from '../loans-repo.ts';
import type { zHabit, zPreview, zQuote, zWhy } from '../schema.ts';
import { loan, overdueToday } from '../service.ts';
import type { LoanId, LoanSummary, RepaymentHabit } from '../types.ts';
import { behaviourScore, habitOf, streakDiscount } from './habit.ts';
import { planRow } from './loan-page.ts';
import { keptBy, streakSteps } from './repo.ts';

/** What settles the loan on a day from today on. Refuses platform.input_invalid for a day that is over. */
export async function quote(ctx: Ctx, customerId: CustomerId, loanId: LoanId, on: CalendarDate): Promise<z.output<typeof zQuote>> {
  if (on < ctx.today) throw refusePlatform('platform.input_invalid', { faults: [{ field: 'on', code: 'platform.field_format' }] });
  const { terms, events } = await termsAndEvents(ctx, await loan(ctx, customerId, loanId));
  return payoffQuote(terms, events, on);
}

const outlook = (p: LoanPosition): z.output<typeof zPreview>['before'] => {
  const left = p.rows.filter((r) => r.outstandingMinor > 0n);
  return {
    instalments: left.length,
    lastDueOn: left.at(-1)?.due ?? null,
    nextMinor: p.nextDue?.amountMinor ?? 0n,
    interestLeftMinor: sum(left.map((r) => r.outstanding.interest)),
  };
};

/** What an event of today would change: instalments and interest before and after, and the new rows. Nothing is written. Refuses what the loan engine refuses. */
export async function previewEvent(
  ctx: Ctx,
  l: LoanSummary,
  event: Pick<NewEvent, 'kind' | 'amountMinor' | 'detail'>,
): Promise<z.output<typeof zPreview>> {
  const { terms, events } = await termsAndEvents(ctx, l);
  const seq = Math.max(0, ...events.map((e) => e.seq)) + 1;
  const before = outlook(replay(terms, events, ctx.today));
  const position = replay(terms, [...events, asLoanEvent({ ...event, valueOn: ctx.today, seq })], ctx.today);
  const after = outlook(position);
  return { before, after, savedMinor: before.interestLeftMinor - after.interestLeftMinor, rows: position.rows.map(planRow) };
}

/** What an early partial repayment of today would change. Nothing is written. Refuses what the loan engine refuses. */
export async function previewPrepayment(
  ctx: Ctx,
  customerId: CustomerId,
  loanId: LoanId,
  { amountMinor, mode }: { amountMinor: bigint; mode: 'keep_term' | 'keep_instalment' },
): Promise<z.output<typeof zPreview>> {
  return previewEvent(ctx, await loan(ctx, customerId, loanId), { kind: 'prepay', amountMinor, detail: { mode } });
}

/** Why an instalment is what it is: the engine's own working, line by line, adding up to the amount. Refuses loan.row_missing. */
export async function why(ctx: Ctx, customerId: CustomerId, loanId: LoanId, no: number, on: CalendarDate): Promise<z.output<typeof zWhy>> {
  const l = await loan(ctx, customerId, loanId);
  const { terms, events } = await termsAndEvents(ctx, l);
  const { lines } = whyRow(terms, events, on, no);
  return { no, on, loanNo: l.loanNo, lines: [...lines], totalMinor: sum(lines.map((k) => k.minor)) };
}

/** On-time record, streak and next instalment over all loans of a customer (S0-26, S0-30). */
export async function repaymentHabit(ctx: Ctx, customerId: CustomerId): Promise<RepaymentHabit> {
  const next = (await loansOfCustomer(ctx.tx, customerId))
    .filter((l) => l.nextDueOn !== null)
    .sort((a, b) => ((a.nextDueOn ?? '') < (b.nextDueOn ?? '') ? -1 : 1))[0];
  return { ...habitOf(await keptBy(ctx.tx, customerId), ctx.today), nextDueOn: next?.nextDueOn ?? null, nextDueMinor: next?.nextDueMinor ?? 0n };
}

/** The habit with what it does to the behaviour score and the discount, and what one more instalment on time would. */
export async function habitPanel(ctx: Ctx, customerId: CustomerId): Promise<z.output<typeof zHabit>> {
  const habit = await repaymentHabit(ctx, customerId);
  const late = await Promise.all((await loansOfCustomer(ctx.tx, customerId)).map((l) => overdueToday(ctx, l)));
  const daysLate = Math.max(0, ...late.map((l) => l.daysPastDue));
  const { discountBp, next } = streakDiscount(habit.streak, daysLate > 0, await streakSteps(ctx.tx, ctx.today));
  const oneMore = { ...habit, streak: habit.streak + 1, dueCount: habit.dueCount + 1 };
  return {
    ...habit,
    overdueMinor: sum(late.map((l) => l.overdueMinor)),
    behaviourScore: behaviourScore(habit, daysLate),
    scoreWithNextOnTime: behaviourScore(oneMore, 0),
    discountBp,
    nextStep: next,
  };
}
