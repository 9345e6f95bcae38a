import { join, resolve } from 'node:path';
import { type Bank, startBank } from '../e2e/bank.ts';

export type { Bank };

let bank: Promise<Bank> | undefined;
/** One seeded bank for all benches of a run, kept in .data/bench between runs. It ends with this process. */
export function bankForBench(): Promise<Bank> {
  bank ??= startBank(7640, join(resolve(import.meta.dirname, '..'), '.data/bench'), 'full').then((b) => {
    process.on('exit', () => void b.stop());
    return b;
  });
  return bank;
}
