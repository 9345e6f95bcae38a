import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Bank, startBank } from './bank.ts';

const told = (): string => join(inject('bankFolder'), 'first-start.json');

/** The bank of this run; or, with BANK_URL and OUTSIDE_URL, one that is up already (for those who write these tests). */
export async function sharedBank(): Promise<Bank> {
  const { BANK_URL, OUTSIDE_URL } = process.env;
  if (BANK_URL && OUTSIDE_URL) return { url: BANK_URL, outside: OUTSIDE_URL, output: () => '', startedIn: 0, stop: async () => {} };
  const isFirst = !existsSync(told());
  const bank = await startBank(inject('bankPort'), inject('bankFolder'));
  if (isFirst) writeFileSync(told(), JSON.stringify({ ms: bank.startedIn }));
  return bank;
}
/** How long the first start took: install aside, with building and seeding. */
export const firstStartMs = (): number => (JSON.parse(readFileSync(told(), 'utf8')) as { ms: number }).ms;
