import { type CustomerId, HOUSE } from '@tallystick/kernel';
import type { Actor, AuditNote, Ctx } from '#platform';
import { insertEvent, recordedAfter } from './repo.ts';
import type { Outcome } from './types.ts';

const nameOf = (actor: Actor): string => (actor.kind === 'staff' || actor.kind === 'system' ? actor.name : '');
const text = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value, (_key, v) => (typeof v === 'bigint' ? String(v) : v));

/** Writes one act, in the transaction of the change it tells of. */
export async function record(ctx: Ctx, note: AuditNote & { readonly command: string; readonly outcome: Outcome }): Promise<void> {
  const { actor } = ctx;
  await insertEvent(ctx.tx, {
    customerId: note.customerId ?? ctx.customerId,
    id: ctx.newId('audt'),
    at: ctx.now,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: nameOf(actor),
    actorRoles: actor.kind === 'staff' ? actor.roles.join(',') : '',
    makerId: ctx.maker?.id ?? null,
    branchId: actor.kind === 'staff' ? actor.branchId : null,
    command: note.command,
    action: note.action,
    subject: note.subject,
    outcome: note.outcome,
    before: text(note.before),
    after: text(note.after),
    why: note.why ?? null,
    ip: ctx.origin.ip,
    device: ctx.origin.device,
    requestId: ctx.origin.requestId,
  });
}

/** What goes into the exception log: somebody signed in tried what their role, limit or the second pair of eyes forbids. */
export const EXCEPTIONS: ReadonlySet<string> = new Set([
  'platform.forbidden',
  'platform.not_found',
  'access.maker_cannot_check',
  'access.over_authority',
  'platform.export_needs_leave',
]);

export async function recordException(ctx: Ctx, command: string, code: string): Promise<void> {
  await record(ctx, { action: command, command, subject: '', customerId: HOUSE, outcome: 'refused', why: code });
}

/** What the trail keeps of an act on a subject, for modules that prove their own records against it. Undefined when there is no such act. */
export async function recorded(ctx: Ctx, o: { customerId: CustomerId; action: string; subject: string }): Promise<unknown> {
  const after = await recordedAfter(ctx.tx, o.customerId, o.action, o.subject);
  return after === undefined ? undefined : JSON.parse(after);
}
