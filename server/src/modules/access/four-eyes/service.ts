import { assert, HOUSE, plusHours } from '@tallystick/kernel';
import { z } from 'zod';
import { type Actor, branchScope, type Command, type Ctx, refusePlatform, type StaffId } from '#platform';
import { ownPermissions } from '../grants/service.ts';
import { refuse } from '../refusals.ts';
import { actingStaff } from '../staff/service.ts';
import { decideRequest, insertRequest, type RequestRow, requestRow } from './repo.ts';

/** A request nobody looked at for a week is asked again, if it is still wanted. */
const LIFE_HOURS = 7 * 24;
const sealPlace = (r: Pick<RequestRow, 'customerId' | 'id'>): string => `access.request.input|${r.customerId}|${r.id}`;

/** Four eyes for work that is not a stored request: the acting person is not the one who made it. Refuses access.maker_cannot_check. */
export function assertOtherPerson(ctx: Ctx, makerId: string): void {
  if (ctx.actor.id === makerId) throw refuse('access.maker_cannot_check');
}

/** Stores what somebody asked for until a second person runs or rejects it. Answers the request's id. */
export async function requestDual(ctx: Ctx, operation: Command, input: unknown): Promise<string> {
  const { actor } = ctx;
  assert(actor.kind === 'staff' || actor.kind === 'borrower', 'somebody who is signed in asks');
  assert(ctx.upload === null, 'a dual-controlled command takes no file');
  const encoded = z.encode(operation.input, input as never) as Record<string, unknown>;
  const ids = Object.fromEntries(
    Object.entries(encoded).filter((e): e is [string, string] => typeof e[1] === 'string' && (e[0] === 'id' || e[0].endsWith('Id'))),
  );
  const owner = { customerId: ctx.customerId, id: ctx.newId('dual') };
  await insertRequest(ctx.tx, {
    ...owner,
    command: operation.name,
    saysZh: operation.says.zh,
    saysEn: operation.says.en,
    inputSealed: ctx.vault.seal(sealPlace(owner), JSON.stringify(encoded)),
    ids,
    anyStaff: operation.allow.includes('ANY_STAFF'),
    makerKind: actor.kind,
    makerId: actor.id,
    makerName: actor.kind === 'staff' ? actor.name : '',
    branchId: branchScope(actor),
    state: 'waiting',
    createdAt: ctx.now,
    expiresAt: plusHours(ctx.now, LIFE_HOURS),
    checkerId: null,
    checkerName: null,
    decidedAt: null,
    reason: null,
  });
  return owner.id;
}

/** The request, if the acting person may see it: own, or within branch and permission. Refuses platform.not_found, platform.forbidden. */
export async function requestInReach(ctx: Ctx, at: Pick<RequestRow, 'customerId' | 'id'>, lock: boolean): Promise<RequestRow> {
  const row = await requestRow(ctx.tx, at.customerId, at.id, lock);
  const scope = branchScope(ctx.actor);
  if (row === undefined || (row.customerId === HOUSE && scope !== null && row.branchId !== scope)) throw refusePlatform('platform.not_found');
  const may = row.makerId === ctx.actor.id || row.anyStaff || (await ownPermissions(ctx)).includes(row.command);
  if (!may) throw refusePlatform('platform.forbidden', { facts: { permission: row.command } });
  return row;
}
export const requestedInput = (ctx: Ctx, r: RequestRow): Record<string, unknown> =>
  JSON.parse(ctx.vault.open(sealPlace(r), r.inputSealed)) as Record<string, unknown>;

/** Secrets are set, not shown: not even to the checker. */
const SECRET = /password|secret|^code$/i;
export const shownInput = (ctx: Ctx, r: RequestRow): Record<string, unknown> =>
  Object.fromEntries(Object.entries(requestedInput(ctx, r)).map(([k, v]) => [k, SECRET.test(k) && typeof v === 'string' ? '******' : v]));

async function makerOf(ctx: Ctx, r: RequestRow): Promise<Actor> {
  if (r.makerKind === 'borrower') return { kind: 'borrower', id: r.customerId, customerId: r.customerId, sessionId: r.id };
  const maker = await actingStaff(ctx, r.makerId as StaffId, r.id, null);
  if (maker === undefined) throw refuse('access.maker_gone');
  return maker;
}
async function openRequest(ctx: Ctx, at: Pick<RequestRow, 'customerId' | 'id'>): Promise<RequestRow> {
  const row = await requestInReach(ctx, at, true);
  if (row.state !== 'waiting' || row.expiresAt <= ctx.now) throw refuse('access.request_closed');
  return row;
}

/** Runs the request under the checker, in the same transaction that closes it. Refuses access.maker_cannot_check, access.request_closed, access.maker_gone, and what the command refuses. */
export async function approveRequest(ctx: Ctx, at: Pick<RequestRow, 'customerId' | 'id'>): Promise<unknown> {
  const row = await openRequest(ctx, at);
  assertOtherPerson(ctx, row.makerId);
  const maker = await makerOf(ctx, row);
  await close(ctx, row, 'approved', null);
  return ctx.runRequested(row.command, requestedInput(ctx, row), maker);
}
/** Closes a request without running it. The maker may take back their own. */
export async function rejectRequest(ctx: Ctx, at: Pick<RequestRow, 'customerId' | 'id'>, reason: string): Promise<void> {
  const row = await openRequest(ctx, at);
  await close(ctx, row, 'rejected', reason);
}
async function close(ctx: Ctx, row: RequestRow, state: 'approved' | 'rejected', reason: string | null): Promise<void> {
  const own = ctx.actor.id === row.makerId;
  await decideRequest(ctx.tx, {
    customerId: row.customerId,
    id: row.id,
    state,
    checkerId: own ? null : ctx.actor.id,
    checkerName: own || ctx.actor.kind !== 'staff' ? null : ctx.actor.name,
    at: ctx.now,
    reason,
  });
  await ctx.audit({
    action: `access.request_${state}`,
    subject: row.id,
    customerId: row.customerId,
    after: { command: row.command, makerId: row.makerId },
    ...(reason === null ? {} : { why: reason }),
  });
}
/** Close of business: a request past its week. */
export async function expireRequest(ctx: Ctx, at: Pick<RequestRow, 'customerId' | 'id'>): Promise<void> {
  const row = await requestRow(ctx.tx, at.customerId, at.id, true);
  if (row?.state === 'waiting')
    await decideRequest(ctx.tx, { ...at, state: 'expired', checkerId: null, checkerName: null, at: ctx.now, reason: null });
}
