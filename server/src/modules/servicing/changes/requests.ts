import type { z } from 'zod';
import { addTimeline, customer, identity } from '#modules/customers';
import { notify } from '#modules/notifications';
import { closeTasks, openTask } from '#modules/tasks';
import type { Ctx } from '#platform';
import { refuse } from '../refusals.ts';
import type { zAskExtension } from '../schema.ts';
import { loan } from '../service.ts';
import { type ExtensionRequest, extensionRequest, insertRequest, type LoanKey, writeAnswer } from './repo.ts';
import { previewChange } from './service.ts';

const TASK = 'extension';

const openRequest = async (ctx: Ctx, key: LoanKey): Promise<ExtensionRequest | undefined> => {
  const newest = await extensionRequest(ctx.tx, key);
  return newest?.state === 'asked' ? newest : undefined;
};

/**
 * The borrower asks for more instalments; post-loan staff decide. What the law or the contract rules out is refused at once.
 * Refuses servicing.extension_pending, servicing.loan_settled and what the loan engine refuses (loan.extension_too_late, extension_too_long …).
 */
export async function askExtension(ctx: Ctx, { customerId, loanId, periods, reason }: z.output<typeof zAskExtension>): Promise<void> {
  if (await openRequest(ctx, { customerId, loanId })) throw refuse('servicing.extension_pending');
  await previewChange(ctx, { customerId, loanId, kind: 'extend', periods, arrears: 'stay' });
  const { branchId } = await customer(ctx, customerId);
  const { loanNo } = await loan(ctx, customerId, loanId);
  const link = `/customers/${customerId}/loans/${loanId}`;
  const id = ctx.newId('exte');
  await insertRequest(ctx.tx, { customerId, loanId }, { id, periods, reason, askedAt: ctx.now });
  const said = { zh: `申请展期 ${periods} 期（${loanNo}）`, en: `Asks for ${periods} more instalments (${loanNo})` };
  await openTask(ctx, { customerId, kind: TASK, subject: loanId, ...said, ownerRole: 'POST_LOAN', branchId, link });
  await addTimeline(ctx, { customerId, kind: 'servicing.extension_asked', subject: loanId, ...said, link });
}

async function answer(ctx: Ctx, key: LoanKey, request: ExtensionRequest, state: 'granted' | 'declined', said: string | null): Promise<void> {
  const { customerId, loanId } = key;
  await writeAnswer(ctx.tx, customerId, { id: request.id, state, answer: said, answeredAt: ctx.now, answeredBy: ctx.actor.id });
  await closeTasks(ctx, { customerId, kind: TASK, subject: loanId, outcome: state });
  const [{ mobile }, { loanNo }] = [await identity(ctx, customerId), await loan(ctx, customerId, loanId)];
  await notify(ctx, {
    customerId,
    template: state === 'granted' ? 'extension_granted' : 'extension_declined',
    params: { loan: loanNo, ...(said === null ? {} : { answer: said }) },
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'service',
    link: `/loans/${loanId}`,
  });
}

/** Post-loan staff do not grant what was asked, and say why. Refuses servicing.extension_not_asked. */
export async function declineExtension(ctx: Ctx, key: LoanKey, reason: string): Promise<void> {
  const request = await openRequest(ctx, key);
  if (request === undefined) throw refuse('servicing.extension_not_asked');
  await answer(ctx, key, request, 'declined', reason);
}
/** The plan was changed: whoever asked for it has the answer. */
export async function grantAsked(ctx: Ctx, key: LoanKey): Promise<void> {
  const request = await openRequest(ctx, key);
  if (request) await answer(ctx, key, request, 'granted', null);
}
