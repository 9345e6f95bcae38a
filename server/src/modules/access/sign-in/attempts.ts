import { msBetween, plusMs } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { refuse } from '../refusals.ts';
import { waitSeconds } from '../rules.ts';
import { lockAttempt, saveAttempt } from './repo.ts';

/** Failures of yesterday do not slow today. */
const FADE_MS = 24 * 3_600_000;
export type Tried = {
  readonly kind: 'password' | 'second_factor' | 'code_sent';
  readonly of: 'account' | 'address';
  readonly value: string;
  readonly free: number;
};

/**
 * Counts a try before it is looked at, in a transaction of its own: parallel guesses and refused ones count as well.
 * Refuses access.slow_down (facts seconds) while a wait runs; such a try is neither counted nor looked at.
 */
export async function countTry(ctx: Ctx, tried: Tried): Promise<void> {
  const [kind, key] = [`${tried.kind}_${tried.of}`, ctx.vault.blind('attempt', tried.value)];
  const seconds = await ctx.apart(async (own) => {
    const row = await lockAttempt(own.tx, kind, key, own.wall);
    const left = msBetween(own.wall, row.nextAt);
    if (left > 0) return Math.ceil(left / 1000);
    const failures = (msBetween(row.lastAt, own.wall) > FADE_MS ? 0 : row.failures) + 1;
    await saveAttempt(own.tx, kind, key, { failures, lastAt: own.wall, nextAt: plusMs(own.wall, waitSeconds(failures, tried.free) * 1000) });
    return 0;
  });
  if (seconds > 0) throw refuse('access.slow_down', { facts: { seconds } });
}

/** A right answer: the account starts afresh, an address (many people may share it) gets back the one try. */
export async function forgiveTry(ctx: Ctx, tried: Tried): Promise<void> {
  const [kind, key] = [`${tried.kind}_${tried.of}`, ctx.vault.blind('attempt', tried.value)];
  const row = await lockAttempt(ctx.tx, kind, key, ctx.wall);
  const failures = tried.of === 'account' ? 0 : Math.max(row.failures - 1, 0);
  await saveAttempt(ctx.tx, kind, key, { failures, lastAt: ctx.wall, nextAt: ctx.wall });
}
