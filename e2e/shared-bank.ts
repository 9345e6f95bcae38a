import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '@tallystick/kernel';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Bank, startBank } from './bank.ts';
import { openBrowser } from './browser.ts';

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
/** The bank of this run and a browser, for the tests of a file: both are there before the first of them, and gone after the last. */
export function openForAll(): { readonly bank: Bank; readonly browser: Browser } {
  const open: { bank?: Bank; browser?: Browser } = {};
  beforeAll(async () => {
    [open.bank, open.browser] = await Promise.all([sharedBank(), openBrowser()]);
  }, 240_000);
  afterAll(async () => {
    await open.browser?.close();
    await open.bank?.stop();
  });
  return {
    get bank() {
      return must(open.bank, 'a bank that is open');
    },
    get browser() {
      return must(open.browser, 'a browser that is open');
    },
  };
}
/** How long the first start took: install aside, with building and seeding. */
export const firstStartMs = (): number => (JSON.parse(readFileSync(told(), 'utf8')) as { ms: number }).ms;
