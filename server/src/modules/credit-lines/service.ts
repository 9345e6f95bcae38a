import { assert, type CustomerId, displayMoney } from '@tallystick/kernel';
import { type Ctx, refusePlatform } from '#platform';
import { refuse } from './refusals.ts';
import { addMovement, findLine, insertLine, renewLine, useOf, writeState, writeUse } from './repo.ts';
import { availableOn, drawFault } from './rules.ts';
import type { CreditLine, NewLine } from './types.ts';

/** The customer's line as it stands now; undefined when there is none. */
export const line = (ctx: Ctx, customerId: CustomerId): Promise<CreditLine | undefined> => findLine(ctx, customerId);

async function locked(ctx: Ctx, customerId: CustomerId): Promise<CreditLine> {
  const found = await findLine(ctx, customerId, true);
  if (found === undefined) throw refuse('credit-lines.none');
  return found;
}

/** Opens the customer's line, or gives the present one a new limit and end. What is in use stays in use. */
export async function openLine(ctx: Ctx, l: NewLine): Promise<CreditLine> {
  const made = await insertLine(ctx.tx, l, ctx.newId('line'), ctx.now);
  if (!made) {
    await locked(ctx, l.customerId);
    await renewLine(ctx.tx, l, ctx.now);
  }
  const now = await locked(ctx, l.customerId);
  await addMovement(ctx, {
    customerId: l.customerId,
    kind: made ? 'opened' : 'changed',
    subject: l.decisionId,
    amountMinor: l.limitMinor,
    availableMinor: now.availableMinor,
  });
  return now;
}

/**
 * Says whether an amount may be drawn: from the minimum to what is available, in steps (S4-18).
 * Refuses credit-lines.none, frozen, expired, below_minimum, not_in_steps, over_limit.
 */
export function assertDrawable(ctx: Ctx, found: CreditLine | undefined, amountMinor: bigint): void {
  if (found === undefined) throw refuse('credit-lines.none');
  const fault = drawFault(found, amountMinor, ctx.today);
  if (fault === undefined) return;
  throw refuse(fault, {
    field: 'amount',
    facts: {
      amount: displayMoney(amountMinor),
      available: displayMoney(found.availableMinor),
      min: displayMoney(found.minDrawMinor),
      step: displayMoney(found.stepMinor),
      validTo: found.validTo,
      reason: found.frozenFor?.zh ?? '',
    },
  });
}

/** Takes an amount out of what is available, for one subject (a payout). A second call for the same subject changes nothing. Refuses what assertDrawable refuses. */
export async function reserve(ctx: Ctx, r: { customerId: CustomerId; amountMinor: bigint; subject: string }): Promise<CreditLine> {
  const found = await locked(ctx, r.customerId);
  const before = await useOf(ctx.tx, r.customerId, r.subject);
  if (before > 0n) return found;
  assertDrawable(ctx, found, r.amountMinor);
  return setUse(ctx, found, r.subject, r.amountMinor, before);
}

async function setUse(ctx: Ctx, found: CreditLine, subject: string, amountMinor: bigint, before: bigint): Promise<CreditLine> {
  assert(amountMinor >= 0n, 'a use is not negative');
  if (amountMinor === before) return found;
  const { customerId } = found;
  await writeUse(ctx.tx, customerId, subject, amountMinor, before, ctx.now);
  const used = { ...found, usedMinor: found.usedMinor + amountMinor - before, version: found.version + 1 };
  const now = { ...used, availableMinor: availableOn(used, ctx.today) };
  const kind = amountMinor > before ? 'reserved' : 'released';
  await addMovement(ctx, { customerId, kind, subject, amountMinor: amountMinor - before, availableMinor: now.availableMinor });
  return now;
}

/** Gives back what a subject still uses. */
export async function release(ctx: Ctx, r: { customerId: CustomerId; subject: string }): Promise<CreditLine> {
  const found = await locked(ctx, r.customerId);
  return setUse(ctx, found, r.subject, 0n, await useOf(ctx.tx, r.customerId, r.subject));
}

/**
 * Lets the use follow the outstanding principal of a loan: what is repaid can be drawn again, a reversed repayment counts again. The money
 * is out, so no limit is asked here. `from` hands a payout's reservation over to the loan it became.
 */
export async function followPrincipal(
  ctx: Ctx,
  f: { customerId: CustomerId; subject: string; outstandingMinor: bigint; from?: string },
): Promise<CreditLine> {
  let found = await locked(ctx, f.customerId);
  if (f.from !== undefined) found = await setUse(ctx, found, f.from, 0n, await useOf(ctx.tx, f.customerId, f.from));
  return setUse(ctx, found, f.subject, f.outstandingMinor, await useOf(ctx.tx, f.customerId, f.subject));
}

/** Stops new use of the line. The reason is shown to the customer. Freezing a frozen line replaces the reason. */
export async function freezeLine(ctx: Ctx, customerId: CustomerId, reason: { zh: string; en: string }): Promise<CreditLine> {
  await locked(ctx, customerId);
  await writeState(ctx.tx, customerId, reason, ctx.now);
  return moved(ctx, customerId, 'frozen', reason.zh);
}
/** The same for whoever has a line that is not frozen yet. It stays frozen until two persons lift it. */
export async function freezeIfOpen(ctx: Ctx, customerId: CustomerId, reason: { zh: string; en: string }): Promise<void> {
  if ((await findLine(ctx, customerId, true))?.state === 'active') await freezeLine(ctx, customerId, reason);
}
export async function unfreezeLine(ctx: Ctx, customerId: CustomerId, version?: number): Promise<CreditLine> {
  const found = await locked(ctx, customerId);
  if (found.state !== 'frozen' || (version !== undefined && version !== found.version)) throw refusePlatform('platform.state_changed');
  await writeState(ctx.tx, customerId, null, ctx.now);
  return moved(ctx, customerId, 'unfrozen', '');
}
async function moved(ctx: Ctx, customerId: CustomerId, kind: 'frozen' | 'unfrozen', subject: string): Promise<CreditLine> {
  const now = await locked(ctx, customerId);
  await addMovement(ctx, { customerId, kind, subject, amountMinor: 0n, availableMinor: now.availableMinor });
  return now;
}
