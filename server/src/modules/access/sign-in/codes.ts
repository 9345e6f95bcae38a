import { msBetween, plusMinutes } from '@tallystick/kernel';
import { type Ctx, newCode, sameText } from '#platform';
import { refuse } from '../refusals.ts';
import type { CodeRequest } from '../types.ts';
import { countTry } from './attempts.ts';
import { lockCode, saveCode, takeCodeTry, useCode } from './repo.ts';

/** Security baseline rule 1: five minutes, five tries, one live code, a minute between two, five an hour for a number. */
const LIVE_MINUTES = 5;
const TRIES = 5;
const RESEND_MS = 60_000;
const HOUR_MS = 3_600_000;
const PER_HOUR = 5;
/** A shop or a branch may share one address. */
const FREE_PER_ADDRESS = 200;

const hashes = (ctx: Ctx, r: CodeRequest & { code: string }): { mobileHash: string; mac: string } => {
  const mobileHash = ctx.vault.blind('mobile', r.mobile);
  return { mobileHash, mac: ctx.vault.mac('one_time_code', `${r.purpose}|${mobileHash}|${r.code}`) };
};

/**
 * A fresh code of six digits, good for five minutes and five tries; the one before dies. Whether the number is known plays no part, so the
 * answer tells nothing. Refuses access.code_too_soon (facts seconds), access.code_too_many, access.slow_down.
 */
export async function issueCode(ctx: Ctx, r: CodeRequest): Promise<string> {
  await countTry(ctx, { kind: 'code_sent', of: 'address', value: ctx.origin.ip, free: FREE_PER_ADDRESS });
  const code = newCode();
  const { mobileHash, mac } = hashes(ctx, { ...r, code });
  const now = ctx.wall;
  const before = await lockCode(ctx.tx, r.purpose, mobileHash);
  const waited = before === undefined ? RESEND_MS : msBetween(before.issuedAt, now);
  if (waited < RESEND_MS) throw refuse('access.code_too_soon', { facts: { seconds: Math.ceil((RESEND_MS - waited) / 1000) } });
  const sameHour = before !== undefined && msBetween(before.hourFrom, now) < HOUR_MS;
  if (sameHour && before.hourCount >= PER_HOUR) throw refuse('access.code_too_many');
  await saveCode(ctx.tx, r.purpose, mobileHash, {
    codeMac: mac,
    issuedAt: now,
    expiresAt: plusMinutes(now, LIVE_MINUTES),
    hourFrom: sameHour ? before.hourFrom : now,
    hourCount: sameHour ? before.hourCount + 1 : 1,
  });
  return code;
}

/** Uses a code up. Refuses access.code_wrong for whatever is wrong with it: never issued, expired, used, tried too often, or simply another. */
export async function checkCode(ctx: Ctx, r: CodeRequest & { code: string }): Promise<void> {
  const { mobileHash, mac } = hashes(ctx, r);
  const live = await ctx.apart((own) => takeCodeTry(own.tx, r.purpose, mobileHash, own.wall, TRIES));
  if (live === undefined || !sameText(live, mac) || !(await useCode(ctx.tx, r.purpose, mobileHash, mac, ctx.wall)))
    throw refuse('access.code_wrong', { field: 'code' });
}
