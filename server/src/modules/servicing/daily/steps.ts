import { type Currency, displayMoney, HOUSE, must } from '@tallystick/kernel';
import { identity } from '#modules/customers';
import { CHART, postJournal } from '#modules/ledger';
import { notify } from '#modules/notifications';
import type { Ctx, DayStep } from '#platform';
import { bringToDay } from '../book/post.ts';
import { deductDue } from '../repayment/deduct.ts';
import type { LoanId } from '../types.ts';
import { batchDebits, batchDue, batchEarn, batchGroups, batchReminders, dueOf, type Group, takeReminders } from './repo.ts';

const groupId = (g: Group): string => [g.branchId ?? '', g.productCode, g.currency].join('|');
function groupOf(id: string): Group {
  const [branch, productCode, currency] = id.split('|');
  return { branchId: branch === '' ? null : must(branch, 'branch'), productCode: must(productCode, 'product'), currency: must(currency, 'currency') };
}

/** Interest earned today by the loans of a branch and product: one journal of the house. */
async function accrue(ctx: Ctx, g: Group, date: string): Promise<void> {
  const earned = await batchEarn(ctx.tx, g, date);
  if (earned === 0n) return;
  const amountMinor = earned > 0n ? earned : -earned;
  // Below zero: a prepayment or reversal took back days that were counted before.
  const [up, down] = earned > 0n ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const);
  const subject = `${g.branchId ?? 'house'}/${g.productCode}`;
  await postJournal(ctx, {
    customerId: HOUSE,
    on: date,
    kind: 'accrual',
    reference: subject,
    zh: `计提利息 ${date}`,
    en: `Interest accrued ${date}`,
    currency: g.currency as Currency,
    branchId: g.branchId,
    lines: [
      { account: CHART.accruedInterest, side: up, amountMinor, subject },
      { account: CHART.interestIncome, side: down, amountMinor, subject },
    ],
  });
}

async function remind(ctx: Ctx, customerId: `cust_${string}`, loanId: string, date: string): Promise<void> {
  for (const i of await takeReminders(ctx.tx, { customerId, loanId, date, at: ctx.now })) {
    const { mobile } = await identity(ctx, customerId);
    const params = { amount: displayMoney(i.openMinor), date: i.dueOn };
    await notify(ctx, { customerId, template: 'payment_due', params, to: { mobile }, channels: ['in_app', 'sms'], purpose: 'service' });
  }
}

/** What close of business does with loans. Each step lists only what is affected and not yet done, so a day that was cut off goes on. */
export const daily: readonly DayStep[] = [
  {
    name: 'servicing.fall_due',
    says: { zh: '到期、逾期与罚息处理', en: 'Let instalments fall due, count late days and penalties' },
    list: (ctx, date) => batchDue(ctx.tx, date),
    run: async (ctx, unit) => void (await bringToDay(ctx, unit.customerId, unit.id as LoanId)),
  },
  {
    name: 'servicing.auto_debit',
    says: { zh: '到期自动扣款', en: 'Debit what is due' },
    list: (ctx, date) => batchDebits(ctx.tx, date),
    run: async (ctx, unit, date) =>
      void (await deductDue(ctx, unit.customerId, unit.id as LoanId, await dueOf(ctx.tx, unit.customerId, unit.id, date))),
  },
  {
    name: 'servicing.accrue_interest',
    says: { zh: '计提利息', en: 'Accrue interest' },
    list: async (ctx, date) => (await batchGroups(ctx.tx, date)).map((g) => ({ customerId: HOUSE, id: groupId(g) })),
    run: (ctx, unit, date) => accrue(ctx, groupOf(unit.id), date),
  },
  {
    name: 'servicing.remind',
    says: { zh: '还款日前提醒', en: 'Remind before instalments fall due' },
    list: (ctx, date) => batchReminders(ctx.tx, date),
    run: (ctx, unit, date) => remind(ctx, unit.customerId, unit.id, date),
  },
];
