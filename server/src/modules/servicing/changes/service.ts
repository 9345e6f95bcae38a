import type { z } from 'zod';
import { customer } from '#modules/customers';
import type { Ctx } from '#platform';
import { type NewEvent, type Posted, recordEvent } from '../book/post.ts';
import { refuse } from '../refusals.ts';
import type { zPlanChange, zPreview } from '../schema.ts';
import { loan } from '../service.ts';
import type { LoanSummary } from '../types.ts';
import { previewEvent } from '../views/outlook.ts';

export type PlanChange = z.output<typeof zPlanChange>;

const WORDS = {
  extend: { kind: 'extend', zh: '展期', en: 'Extension' },
  restructure: { kind: 'replan', zh: '贷款重组', en: 'Restructuring' },
} as const;

async function living(ctx: Ctx, c: PlanChange): Promise<LoanSummary> {
  const l = await loan(ctx, c.customerId, c.loanId);
  if (l.status === 'settled') throw refuse('servicing.loan_settled');
  return l;
}

/** The event that a change is. An extension of a person's loan and of a firm's have limits of their own (EXT-01). */
async function eventOf(ctx: Ctx, c: PlanChange, reason: string): Promise<NewEvent> {
  const event = { valueOn: ctx.today, amountMinor: null, reference: c.kind === 'extend' ? 'extension' : 'restructuring', channel: 'staff' };
  if (c.kind === 'restructure') return { ...event, kind: 'replan', detail: { plan: { count: c.periods }, arrears: c.arrears, reason } };
  const { kind } = await customer(ctx, c.customerId);
  return { ...event, kind: 'extend', detail: { periods: c.periods, borrower: kind === 'person' ? 'personal' : 'company', reason } };
}

/**
 * What a change of the plan from today on would do: instalments and interest before and after, and the new rows. Nothing is written.
 * Refuses servicing.loan_settled and what the loan engine refuses (loan.extension_too_late, extension_too_long, method_fixed …).
 */
export async function previewChange(ctx: Ctx, c: PlanChange): Promise<z.output<typeof zPreview>> {
  return previewEvent(ctx, await living(ctx, c), await eventOf(ctx, c, ''));
}

/** Changes the plan from today on (展期, 重组): an event, replayed; what is posted is the difference. Refuses what `previewChange` refuses. */
export async function changePlan(ctx: Ctx, c: PlanChange, reason: string): Promise<Posted> {
  await living(ctx, c);
  return recordEvent(ctx, c.customerId, c.loanId, await eventOf(ctx, c, reason), WORDS[c.kind]);
}
