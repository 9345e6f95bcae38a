import { type CalendarDate, type CustomerId, listed } from '@tallystick/kernel';
import { assertOtherPerson, endBorrowerSessions } from '#modules/access';
import { closeTasks, openTask } from '#modules/tasks';
import type { Ctx } from '#platform';
import { accountLocked } from '../events.ts';
import { lockedCustomer } from '../profile/service.ts';
import { refuse } from '../refusals.ts';
import * as repo from '../repo.ts';
import { addTimeline } from '../timeline.ts';
import { LOCK_WORDS } from '../words.ts';
import { blacklist, isDeceit, liftBlacklist } from './blacklist.ts';
import * as lockRepo from './repo.ts';

/**
 * Locks an account: it can still be read, nothing can be applied for; after deceit there is no sign-in either, and the proven identifiers go on the
 * internal list. Later modules hear of it: lines freeze. Reversible, and the customer can appeal. `evidence` names a document or
 * case; `endsOn` is the last day on that list, without it until lifted. Locking twice keeps the first lock. Refuses customers.closed, customers.term_unfit.
 */
type Locking = { customerId: CustomerId; reasonCode: string; evidence: string; endsOn?: CalendarDate | undefined };
export async function lockAccount(ctx: Ctx, l: Locking): Promise<void> {
  if (l.endsOn !== undefined && (!isDeceit(l.reasonCode) || l.endsOn <= ctx.today))
    throw refuse('customers.term_unfit', { field: 'endsOn', facts: { today: ctx.today } });
  const found = await lockedCustomer(ctx, l.customerId);
  if (found.state === 'closed') throw refuse('customers.closed');
  if (found.state === 'locked') return;
  await repo.updateLocked(ctx.tx, l.customerId, true, ctx.now);
  const id = ctx.newId('lock');
  const [by, checkedBy] = [ctx.maker?.id ?? ctx.actor.id, ctx.actor.id];
  await lockRepo.insertLock(ctx.tx, l.customerId, {
    id,
    reasonCode: l.reasonCode,
    evidence: l.evidence,
    by,
    checkedBy,
    at: ctx.now,
  });
  if (isDeceit(l.reasonCode))
    await blacklist(ctx, l.customerId, { lockId: id, reasonCode: l.reasonCode, evidence: l.evidence, by, checkedBy, endsOn: l.endsOn ?? null });
  await endBorrowerSessions(ctx, l.customerId, 'locked');
  const why = listed(LOCK_WORDS, [l.reasonCode]);
  await addTimeline(ctx, {
    customerId: l.customerId,
    kind: 'customers.locked',
    subject: l.customerId,
    zh: `账户锁定：${why.zh}`,
    en: `Account locked: ${why.en}`,
  });
  await ctx.announce(accountLocked, { customerId: l.customerId, reasonCode: l.reasonCode });
}
/** Opens a locked account again; neither of the two who locked it may. Refuses customers.not_locked, access.maker_cannot_check. */
export async function unlockAccount(ctx: Ctx, u: { customerId: CustomerId; why: string }): Promise<void> {
  const found = await lockedCustomer(ctx, u.customerId);
  if (found.state !== 'locked') throw refuse('customers.not_locked');
  const open = await lockRepo.openLock(ctx.tx, u.customerId);
  for (const id of open ? [open.lockedBy, open.checkedBy] : []) assertOtherPerson(ctx, id);
  await repo.updateLocked(ctx.tx, u.customerId, false, ctx.now);
  if (open) await liftBlacklist(ctx, { lockId: open.id, why: u.why });
  await lockRepo.releaseLocks(ctx.tx, u.customerId, { by: ctx.actor.id, at: ctx.now, why: u.why });
  await closeTasks(ctx, { customerId: u.customerId, kind: 'lock_appeal', subject: u.customerId, outcome: 'released' });
  await addTimeline(ctx, {
    customerId: u.customerId,
    kind: 'customers.unlocked',
    subject: u.customerId,
    zh: '账户已解除锁定',
    en: 'The account was unlocked',
  });
}
/** What the customer says to a lock: a task for somebody who did not lock. Refuses customers.not_locked, customers.appeal_made. */
export async function appealLock(ctx: Ctx, customerId: CustomerId, text: string): Promise<void> {
  const found = await lockedCustomer(ctx, customerId);
  const open = await lockRepo.openLock(ctx.tx, customerId);
  if (found.state !== 'locked' || !open) throw refuse('customers.not_locked');
  if (open.appealedAt !== null) throw refuse('customers.appeal_made');
  await lockRepo.saveAppeal(ctx.tx, customerId, open.id, ctx.vault.seal(lockRepo.appealSeal(customerId), text), ctx.now);
  await openTask(ctx, {
    customerId,
    kind: 'lock_appeal',
    subject: customerId,
    zh: '账户锁定申诉',
    en: 'Appeal against a locked account',
    ownerRole: 'COMPLIANCE',
    branchId: found.branchId,
    link: `/customers/${customerId}`,
  });
}
/** Refuses customers.login_locked while the customer is locked for deceit. */
export async function assertMaySignIn(ctx: Ctx, customerId: CustomerId): Promise<void> {
  const open = await lockRepo.openLock(ctx.tx, customerId);
  if (open !== undefined && isDeceit(open.reasonCode)) throw refuse('customers.login_locked');
}
