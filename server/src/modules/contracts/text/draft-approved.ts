import { plusMinutes } from '@tallystick/kernel';
import { z } from 'zod';
import { application } from '#modules/applications';
import { line } from '#modules/credit-lines';
import { closeTasks, openTask } from '#modules/tasks';
import { type BranchId, type Ctx, job, zCustomerId, zId } from '#platform';
import { draftContract } from './draft-contract.ts';

const zApproved = z.object({ customerId: zCustomerId, applicationId: zId('appl') });
const A_DAY = 24 * 60;

/** Drafts what was approved while the line was frozen, as soon as it no longer is; asked once a day, as long as the approval stands. */
export const draftLater = job({ name: 'contracts.draft_later', payload: zApproved, run: draftApproved });

/** Drafts the contract of an approved application. On a frozen line nothing can be drawn: then the branch is told, and it is tried again a day later. */
export async function draftApproved(ctx: Ctx, { customerId, applicationId }: z.output<typeof zApproved>): Promise<void> {
  const task = { customerId, kind: 'contract_blocked', subject: applicationId };
  const a = await application(ctx, customerId, applicationId);
  if (a.state !== 'approved') return void (await closeTasks(ctx, { ...task, outcome: a.state }));
  const frozen = await line(ctx, customerId);
  if (frozen?.state !== 'frozen') {
    await draftContract(ctx, customerId, applicationId);
    return void (await closeTasks(ctx, { ...task, outcome: 'drafted' }));
  }
  await openTask(ctx, {
    ...task,
    zh: `额度已冻结，合同暂不能生成：${frozen.frozenFor?.zh ?? ''}`,
    en: `The line is frozen, the contract has to wait: ${frozen.frozenFor?.en ?? ''}`,
    ownerRole: 'RELATIONSHIP_MANAGER',
    branchId: a.branchId as BranchId,
    link: `/applications/${customerId}/${applicationId}`,
  });
  await ctx.enqueue(draftLater, { customerId, applicationId }, { runAt: plusMinutes(ctx.now, A_DAY) });
}
