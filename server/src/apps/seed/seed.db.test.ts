import { expect, test } from 'vitest';
import { faultsOf, openEmpty } from '../../../test/whole.ts';
import { seedBank } from './index.ts';

const TINY = { customers: 8, days: 40, seed: 'tiny' };

/** A tiny demo bank: how much there is of everything, what the books say, and what the checks find. */
async function tinyBank() {
  const open = await openEmpty('2026-10-01');
  try {
    const counts = await seedBank(open.bank, TINY, () => {});
    const trial = await open.world.asOwner<{ account: string; side: string; minor: string }>(
      'select account, side, sum(amount_minor) as minor from ledger.journal_line group by 1, 2 order by 1, 2',
    );
    const states = await open.world.asOwner('select state, count(*)::int from applications.application group by 1 order by 1');
    const dead = await open.world.asOwner(`select name, last_error from platform.job where attempts > 0`);
    return { counts, trial, states, dead, faults: await faultsOf(open.world) };
  } finally {
    await open.close();
  }
}

test('a demo bank lives through its days without a fault, and the same seed gives the same figures', async () => {
  const first = await tinyBank();
  expect([first.dead, first.faults]).toEqual([[], []]);
  expect(first.counts).toMatchObject({ customers: TINY.customers + 8 });
  expect(Number(first.counts['loans'])).toBeGreaterThan(0);
  expect(await tinyBank()).toEqual(first);
}, 240_000);
