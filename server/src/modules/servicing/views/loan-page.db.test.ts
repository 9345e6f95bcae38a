import type { CustomerId } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor, type Tx } from '#platform';
import { type Lending, openLending } from '../../../../test/lending.ts';
import type { LoanId } from '../types.ts';
import { loanPage } from './loan-page.ts';

let bank: Lending;
beforeAll(async () => {
  bank = await openLending();
});
afterAll(() => bank.close());

test('a page that is read while a payment is posted tells of the moment before it, in every part', async () => {
  const b = await bank.borrower(801);
  const { loanId } = await bank.plant(b, {});
  const key = { customerId: b.customerId as CustomerId, loanId: loanId as LoanId };
  await bank.control('PUT', `/subjects/${b.card}`, { payment: { balance: '9999999.00' } });
  const { payMinor } = await bank.call(b.actor, 'servicing.quote_payoff', key);
  await bank.call(b.actor, 'servicing.pay', { ...key, amount: payMinor, intent: 'settle' });
  const page = await bank.world.rt.inTx({ actor: systemActor('test'), customerId: key.customerId, snapshot: true }, async (ctx) => {
    let posted = false;
    const query: Tx['query'] = async (sql, params) => {
      const rows = await ctx.tx.query(sql, params);
      if (!posted) {
        posted = true;
        await bank.world.work();
      }
      return rows as never;
    };
    return loanPage({ ...ctx, tx: { ...ctx.tx, query, kept: query } }, key.customerId, key.loanId);
  });
  expect([page.deductions.map((d) => d.state), page.loan.status]).toEqual([['ordered'], 'active']);
});
