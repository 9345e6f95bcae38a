import type { CustomerId, Instant } from '@tallystick/kernel';
import type { z } from 'zod';
import { addTimeline, customer, identity } from '#modules/customers';
import { notify } from '#modules/notifications';
import { closeTasks, openTask } from '#modules/tasks';
import type { Ctx, Tx } from '#platform';
import { refuse } from '../refusals.ts';
import type { zAskExtension, zExtensionRequest } from '../schema.ts';
import { loan } from '../service.ts';
import type { LoanId } from '../types.ts';
import { previewChange } from './service.ts';

type Request = z.output<typeof zExtensionRequest>;
type Key = { readonly customerId: CustomerId; readonly loanId: LoanId };
const TASK = 'extension';

/** The newest request of a loan, answered or not. */
export async function extensionRequest(tx: Tx, { customerId, loanId }: Key): Promise<Request | undefined> {
  const [row] = await tx.query<Request>(
    `select id, periods, reason, state, answer, asked_at as "askedAt", answered_at as "answeredAt" from servicing.extension_request
     where customer_id = $1 and loan_id = $2 order by asked_at desc, id desc limit 1`,
    [customerId, loanId],
  );
  return row;
}
const openRequest = async (ctx: Ctx, key: Key): Promise<Request | undefined> => {
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
  ctx.tx.send(
    `insert into servicing.extension_request (customer_id, id, loan_id, periods, reason, state, asked_at) values ($1, $2, $3, $4, $5, 'asked', $6)`,
    [customerId, id, loanId, periods, reason, ctx.now],
  );
  const said = { zh: `申请展期 ${periods} 期（${loanNo}）`, en: `Asks for ${periods} more instalments (${loanNo})` };
  await openTask(ctx, { customerId, kind: TASK, subject: loanId, ...said, ownerRole: 'POST_LOAN', branchId, link });
  await addTimeline(ctx, { customerId, kind: 'servicing.extension_asked', subject: loanId, ...said, link });
}

async function answer(ctx: Ctx, key: Key, request: Request, state: 'granted' | 'declined', said: string | null): Promise<void> {
  const { customerId, loanId } = key;
  const at: Instant = ctx.now;
  ctx.tx.send(
    'update servicing.extension_request set state = $3, answer = $4, answered_at = $5, answered_by = $6 where customer_id = $1 and id = $2',
    [customerId, request.id, state, said, at, ctx.actor.id],
  );
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
export async function declineExtension(ctx: Ctx, key: Key, reason: string): Promise<void> {
  const request = await openRequest(ctx, key);
  if (request === undefined) throw refuse('servicing.extension_not_asked');
  await answer(ctx, key, request, 'declined', reason);
}
/** The plan was changed: whoever asked for it has the answer. */
export async function grantAsked(ctx: Ctx, key: Key): Promise<void> {
  const request = await openRequest(ctx, key);
  if (request) await answer(ctx, key, request, 'granted', null);
}
