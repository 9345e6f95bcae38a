import type { CustomerId } from '@tallystick/kernel';
import { HOUSE, type Refusal } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ctx, systemActor } from '#platform';
import { openWorld, type World } from '#test';
import { accountBalances, CHART, journals, type NewJournal, postJournal, reverseJournal, trialBalance } from './index.ts';
import ledger from './mount.ts';
import { postManualJournal } from './service.ts';

const customerId = 'cust_00000000000000000000000001' as CustomerId;
let world: World;
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => world.rt.inTx({ actor: systemActor('test'), customerId }, work);
const payout = (over: Partial<NewJournal> = {}): NewJournal => ({
  customerId,
  on: '2026-03-02',
  kind: 'payout',
  reference: 'loan_1',
  zh: '放款',
  en: 'Payout',
  currency: 'CNY',
  lines: [
    { account: CHART.loanPrincipal, side: 'debit', amountMinor: 10_000n, subject: 'loan_1' },
    { account: CHART.clearing, side: 'credit', amountMinor: 10_000n, subject: 'loan_1' },
  ],
  ...over,
});
beforeAll(async () => {
  world = await openWorld([ledger]);
});
afterAll(() => world.close());

describe('the books', () => {
  test("take a balanced journal and answer balances by subject in the account's own direction", async () => {
    await run((ctx) => postJournal(ctx, payout()));
    const balances = await run((ctx) => accountBalances(ctx, { customerId, subject: 'loan_1' }));
    expect(balances.map((b) => [b.account, b.balanceMinor])).toEqual([
      ['1002', -10_000n],
      ['1301', 10_000n],
    ]);
    const all = await run((ctx) => trialBalance(ctx, { on: '2026-03-02' }));
    expect(all.map((b) => [b.debitMinor, b.creditMinor])).toEqual([
      [0n, 10_000n],
      [10_000n, 0n],
    ]);
    expect(await run((ctx) => trialBalance(ctx, { on: '2026-03-01' }))).toEqual([]);
  });
  test('are closed for every day but today', async () => {
    for (const on of ['2026-03-01', '2026-03-03'] as const) {
      await expect(run((ctx) => postJournal(ctx, payout({ on })))).rejects.toMatchObject({
        code: 'ledger.day_closed',
        facts: { on, today: '2026-03-02' },
      });
    }
  });
  test('are balanced by the database itself, also against its owner', async () => {
    const head = `insert into ledger.journal values ($1, '2026-03-02', 'jrnl_x', 'k', 'r', 'z', 'e', 'CNY', null, null, 'a', '2026-03-02T00:00:00Z')`;
    await world.asOwner(head, [customerId]);
    const line = `insert into ledger.journal_line values ($1, '2026-03-02', 'jrnl_x', 1, '1002', 'debit', 5, 'CNY', ''), ($1, '2026-03-02', 'jrnl_x', 2, '1301', 'credit', 6, 'CNY', '')`;
    await expect(world.asOwner(line, [customerId])).rejects.toMatchObject({ code: 'TL002' });
    await expect(world.asOwner(line.replace('5', '-6').replace(/credit', 6/, "debit', 6"), [customerId])).rejects.toMatchObject({ code: '23514' });
    // A head without lines is found by verification.
    const found = await run((ctx) => ledger.verifies?.[0]?.run(ctx) ?? Promise.resolve([]));
    expect(found).toEqual([`journal jrnl_x of ${customerId} does not balance`]);
  });
  test('only grow: not even the owner changes or removes a line', async () => {
    for (const table of ['journal', 'journal_line', 'reversal']) {
      await expect(world.asOwner(`delete from ledger.${table}`)).rejects.toMatchObject({ code: 'TL001' });
      await expect(world.rt.asSystem('t', (ctx) => ctx.tx.query(`delete from ledger.${table}`))).rejects.toMatchObject({ code: '42501' });
    }
    await expect(world.asOwner('update ledger.journal_line set amount_minor = 1')).rejects.toMatchObject({ code: 'TL001' });
  });
});

describe('a reversal', () => {
  test('posts the opposite once, even when many ask at the same time', async () => {
    const id = await run((ctx) => postJournal(ctx, payout({ reference: 'loan_2', lines: payout().lines.map((l) => ({ ...l, subject: 'loan_2' })) })));
    const why = { zh: '重复记账', en: 'posted twice' };
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => run((ctx) => reverseJournal(ctx, customerId, id, why))));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results) if (r.status === 'rejected') expect((r.reason as Refusal).code).toBe('ledger.already_reversed');
    const balances = await run((ctx) => accountBalances(ctx, { customerId, subject: 'loan_2' }));
    expect(balances.every((b) => b.balanceMinor === 0n)).toBe(true);
    const [reversal, original] = await run((ctx) => journals(ctx, { customerId, subject: 'loan_2' }));
    expect([reversal?.reverses, original?.reversedBy]).toEqual([id, reversal?.id]);
    await expect(run((ctx) => reverseJournal(ctx, customerId, reversal?.id ?? id, why))).rejects.toMatchObject({ code: 'ledger.reversal_final' });
  });
});

test('a manual journal balances and keeps off the accounts that follow the loans', async () => {
  const lines = [
    { account: CHART.operatingExpense, side: 'debit' as const, amountMinor: 500n },
    { account: CHART.clearing, side: 'credit' as const, amountMinor: 400n },
  ];
  const journal = { ...payout(), customerId: HOUSE, lines };
  await expect(run((ctx) => postManualJournal(ctx, journal))).rejects.toMatchObject({
    code: 'ledger.unbalanced',
    facts: { debit: '5.00', credit: '4.00' },
  });
  await expect(run((ctx) => postManualJournal(ctx, payout()))).rejects.toMatchObject({
    code: 'ledger.account_controlled',
    facts: { account: '1301' },
  });
  await expect(run((ctx) => postManualJournal(ctx, { ...journal, lines: lines.map((l) => ({ ...l, amountMinor: 500n })) }))).resolves.toMatch(
    /^jrnl_/,
  );
});
