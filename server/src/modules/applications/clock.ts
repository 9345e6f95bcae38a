import type { CustomerId, Instant } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { decisionDue } from './jobs.ts';
import { updateDue } from './repo.ts';
import { application } from './service.ts';
import type { ApplicationId } from './types.ts';

/** Moves the promised time: null while the case waits for something that is not the bank's (S3-18), a later moment when it goes on. */
export async function moveDue(ctx: Ctx, m: { customerId: CustomerId; applicationId: ApplicationId; dueAt: Instant | null }): Promise<void> {
  const { attempt } = await application(ctx, m.customerId, m.applicationId);
  await updateDue(ctx.tx, { customerId: m.customerId, id: m.applicationId, dueAt: m.dueAt });
  if (m.dueAt !== null)
    await ctx.enqueue(
      decisionDue,
      { customerId: m.customerId, applicationId: m.applicationId, attempt },
      { customerId: m.customerId, runAt: m.dueAt },
    );
}
