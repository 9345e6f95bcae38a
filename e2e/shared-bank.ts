import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bank, startBank } from './bank.ts';

/** One data folder for all browser tests of a run: seeded by the first that needs it, started again in seconds by the others. */
export const SHARED = join(tmpdir(), `tally-e2e-${process.ppid}`);
const TOLD = join(SHARED, 'first-start.json');

/** The bank of this run; or, with BANK_URL and OUTSIDE_URL, one that is up already (for those who write these tests). */
export async function sharedBank(): Promise<Bank> {
  const { BANK_URL, OUTSIDE_URL } = process.env;
  if (BANK_URL && OUTSIDE_URL) return { url: BANK_URL, outside: OUTSIDE_URL, output: () => '', startedIn: 0, dataDir: '', stop: async () => {} };
  const isFirst = !existsSync(TOLD);
  const bank = await startBank({ port: 7600, dataDir: SHARED });
  if (isFirst) writeFileSync(TOLD, JSON.stringify({ ms: bank.startedIn }));
  return bank;
}
/** How long the first start took: install aside, with seeding and building. */
export const firstStartMs = (): number => (JSON.parse(readFileSync(TOLD, 'utf8')) as { ms: number }).ms;
