import type { CustomerId } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type Ctx, systemActor } from '#platform';
import { openWorld, type World } from '#test';
import { showLine } from './commands.ts';
import { followPrincipal, freezeLine, line, openLine, release, reserve, unfreezeLine } from './index.ts';
import creditLines from './mount.ts';

const customerId = 'cust_00000000000000000000000001' as CustomerId;
const borrower: Actor = { kind: 'borrower', id: customerId, customerId, sessionId: 's' };
let world: World;
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => world.rt.inTx({ actor: systemActor('test'), customerId }, work);
const available = async (): Promise<bigint> => (await world.as(borrower, showLine, { customerId })).line?.availableMinor ?? -1n;
const open = (limitYuan: bigint): Promise<unknown> =>
  run((ctx) =>
    openLine(ctx, {
      customerId,
      branchId: null,
      productCode: 'ECOM_MERCHANT_LOAN',
      currency: 'CNY',
      limitMinor: limitYuan * 100n,
      minDrawMinor: 1_000_00n,
      stepMinor: 100_00n,
      validTo: '2026-12-31',
      decisionId: 'deci_1',
    }),
  );
beforeAll(async () => {
  world = await openWorld([creditLines]);
});
afterAll(() => world.close());

test('S4-18 any amount from the minimum to what is available, in steps, can be drawn; what is available moves with each use', async () => {
  await open(50_000n);
  expect(await available()).toBe(50_000_00n);
  await run((ctx) => reserve(ctx, { customerId, amountMinor: 12_300_00n, subject: 'pay_1' }));
  expect(await available()).toBe(37_700_00n);
  for (const [amountMinor, code] of [
    [999_00n, 'below_minimum'],
    [1_050_00n, 'not_in_steps'],
    [37_800_00n, 'over_limit'],
  ] as const) {
    await expect(run((ctx) => reserve(ctx, { customerId, amountMinor, subject: 'pay_2' }))).rejects.toMatchObject({ code: `credit-lines.${code}` });
  }
  await run((ctx) => reserve(ctx, { customerId, amountMinor: 37_700_00n, subject: 'pay_2' }));
  expect(await available()).toBe(0n);
  await run((ctx) => release(ctx, { customerId, subject: 'pay_2' }));
  await run((ctx) => followPrincipal(ctx, { customerId, subject: 'loan_1', outstandingMinor: 12_300_00n, from: 'pay_1' }));
  await run((ctx) => followPrincipal(ctx, { customerId, subject: 'loan_1', outstandingMinor: 10_000_00n }));
  expect(await available()).toBe(40_000_00n);
  expect(await run(async (ctx) => creditLines.verifies?.[0]?.run(ctx))).toEqual([]);
});

test('of many who draw at the same time only so many get money as the line holds, and one subject draws once', async () => {
  const draws = Array.from({ length: 6 }, (_, i) => run((ctx) => reserve(ctx, { customerId, amountMinor: 15_000_00n, subject: `race_${i % 5}` })));
  const results = await Promise.allSettled(draws);
  const got = await run((ctx) => line(ctx, customerId));
  expect(got?.usedMinor).toBe(40_000_00n);
  expect(got?.availableMinor).toBe(10_000_00n);
  for (const r of results) if (r.status === 'rejected') expect(r.reason).toMatchObject({ code: 'credit-lines.over_limit' });
});

test('a frozen line has nothing available and says why', async () => {
  await run((ctx) => freezeLine(ctx, customerId, { zh: '资料核实中', en: 'Documents are being checked' }));
  expect(await available()).toBe(0n);
  await expect(run((ctx) => reserve(ctx, { customerId, amountMinor: 1_000_00n, subject: 'x' }))).rejects.toMatchObject({
    code: 'credit-lines.frozen',
    facts: { reason: '资料核实中' },
  });
  await run((ctx) => unfreezeLine(ctx, customerId));
  await expect(run((ctx) => unfreezeLine(ctx, customerId))).rejects.toMatchObject({ code: 'platform.state_changed' });
});
