import { bankDate, type CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { refuse } from './refusals.ts';
import { contactRule, effectiveContacts, insertContact, lockContacts } from './repo.ts';
import { windowAt } from './rules.ts';
import type { ContactKind, ContactWindow } from './types.ts';

/** May a collector reach the customer now? COL-02: hours. COL-03: effective voice contacts a day, over all agents. */
export async function contactWindow(ctx: Ctx, customerId: CustomerId, kind: ContactKind): Promise<ContactWindow> {
  const rule = await contactRule(ctx.tx, kind, ctx.today);
  const counted = kind === 'message' ? 0 : await effectiveContacts(ctx.tx, customerId, kind, bankDate(ctx.now));
  return windowAt(rule, ctx.now, counted);
}

/**
 * Counts a spoken contact or visit towards the day's limit; `effective` says whether the customer was really reached. Two agents at once
 * are counted one after the other. Refuses notifications.outside_hours, notifications.daily_limit.
 */
export async function recordContact(ctx: Ctx, c: { customerId: CustomerId; kind: 'voice' | 'visit'; effective: boolean }): Promise<void> {
  await lockContacts(ctx.tx, c.customerId, ctx.now);
  const window = await contactWindow(ctx, c.customerId, c.kind);
  if (!window.allowed && window.reason !== '') throw refuse(`notifications.${window.reason}`, { facts: { nextAllowedAt: window.nextAllowedAt } });
  await insertContact(ctx.tx, { ...c, id: ctx.newId('cont'), at: ctx.now, day: bankDate(ctx.now), staffId: ctx.actor.id });
}
