import { type CustomerId, type Instant, msBetween, plusHours, plusMinutes, plusMs } from '@tallystick/kernel';
import { type Ctx, newToken, refusePlatform, type SessionFacts, type StaffId, sameText, tokenHash } from '#platform';
import { actingStaff } from '../staff/service.ts';
import { endSessions, insertSession, liveSession, rotateSession, type SessionRow, sessionById, touchSession } from './repo.ts';

/** Staff: 30 minutes idle, 12 hours in all. Borrowers: 30 minutes idle, 24 hours in all. A sign-in waits five minutes for its second factor. */
const IDLE_MS = 30 * 60_000;
const LIFE_HOURS = { staff: 12, borrower: 24 } as const;
const PENDING_MINUTES = 5;
/** The idle clock is written at most once a minute. */
const TOUCH_MS = 60_000;

/** The token that writes must carry: derived from the session's own, so both turn together. */
const csrfOf = (ctx: Ctx, hash: string): string => ctx.vault.mac('csrf', hash);

async function openSession(
  ctx: Ctx,
  kind: SessionRow['kind'],
  holderId: string,
  endsAt: Instant,
): Promise<{ token: string; csrf: string; id: string }> {
  const token = newToken();
  const id = ctx.newId('sess');
  const now = ctx.wall;
  await insertSession(ctx.tx, {
    id,
    kind,
    holderId,
    tokenHash: tokenHash(token),
    openedAt: now,
    seenAt: now,
    endsAt,
    steppedUpAt: kind === 'staff' ? now : null,
    ip: ctx.origin.ip,
    device: ctx.origin.device,
  });
  return { token, csrf: csrfOf(ctx, tokenHash(token)), id };
}

/** Opens a borrower's session and hands its cookie to the answer. Answers the token that writes must carry. */
export async function openBorrowerSession(ctx: Ctx, customerId: CustomerId): Promise<{ csrf: string }> {
  const { token, csrf } = await openSession(ctx, 'borrower', customerId, plusHours(ctx.wall, LIFE_HOURS.borrower));
  ctx.setSession({ kind: 'borrower', token });
  return { csrf };
}
export async function openStaffSession(ctx: Ctx, staffId: StaffId): Promise<{ csrf: string }> {
  const { token, csrf } = await openSession(ctx, 'staff', staffId, plusHours(ctx.wall, LIFE_HOURS.staff));
  ctx.setSession({ kind: 'staff', token });
  return { csrf };
}
/** A right password waits for the second factor; the token goes into the answer's body and opens nothing. */
export const openPending = async (ctx: Ctx, staffId: StaffId): Promise<string> =>
  (await openSession(ctx, 'pending', staffId, plusMinutes(ctx.wall, PENDING_MINUTES))).token;
export const pendingHolder = async (ctx: Ctx, token: string): Promise<SessionRow | undefined> =>
  liveSession(ctx.tx, 'pending', tokenHash(token), ctx.wall);

/** Ends every session of a customer, e.g. when the account is locked. */
export async function endBorrowerSessions(ctx: Ctx, customerId: CustomerId, why: string): Promise<void> {
  await endSessions(ctx.tx, { holderId: customerId, now: ctx.wall, why });
}

/** Fresh token after a second factor: whoever had read the old one has nothing (session fixation). */
export async function turnToken(ctx: Ctx): Promise<{ csrf: string }> {
  if (ctx.actor.kind !== 'staff') throw refusePlatform('platform.sign_in_needed');
  const token = newToken();
  await rotateSession(ctx.tx, ctx.actor.sessionId, tokenHash(token), ctx.wall);
  ctx.setSession({ kind: 'staff', token });
  return { csrf: csrfOf(ctx, tokenHash(token)) };
}
export async function currentSession(ctx: Ctx): Promise<{ csrf: string; endsAt: Instant }> {
  if (ctx.actor.kind !== 'staff' && ctx.actor.kind !== 'borrower') throw refusePlatform('platform.sign_in_needed');
  const session = await sessionById(ctx.tx, ctx.actor.sessionId);
  return { csrf: csrfOf(ctx, session.tokenHash), endsAt: session.endsAt };
}

/** Who holds a session token; undefined when nobody does any more. */
export async function sessionFacts(ctx: Ctx, kind: 'staff' | 'borrower', token: string, csrf: string | null): Promise<SessionFacts | undefined> {
  const now = ctx.wall;
  const session = await liveSession(ctx.tx, kind, tokenHash(token), now);
  if (session === undefined || msBetween(session.seenAt, now) > IDLE_MS) return undefined;
  if (msBetween(session.seenAt, now) > TOUCH_MS) await touchSession(ctx.tx, session.id, now);
  const csrfFits = csrf !== null && sameText(csrf, csrfOf(ctx, session.tokenHash));
  const idleEnd = plusMs(now, IDLE_MS);
  const expiresAt = idleEnd < session.endsAt ? idleEnd : session.endsAt;
  if (kind === 'borrower') {
    const customerId = session.holderId as CustomerId;
    return { actor: { kind, id: customerId, customerId, sessionId: session.id }, csrfFits, expiresAt };
  }
  const actor = await actingStaff(ctx, session.holderId as StaffId, session.id, session.steppedUpAt);
  return actor && { actor, csrfFits, expiresAt };
}
