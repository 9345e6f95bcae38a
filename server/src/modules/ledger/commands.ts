import { HOUSE, sum } from '@tallystick/kernel';
import { z } from 'zod';
import { branchScope, command, listOf, query, zCustomerId, zDate, zText } from '#platform';
import { accounts, listJournals } from './repo.ts';
import { zBalance, zJournal, zJournalFilter, zJournalId, zJournals, zManualJournal, zTrialBalance } from './schema.ts';
import { accountBalances, journals, postManualJournal, reverseJournal, trialBalance } from './service.ts';

const READERS = ['DISBURSEMENT', 'RISK_MANAGER', 'COMPLIANCE', 'EXECUTIVE'] as const;

export const showTrialBalance = query({
  name: 'ledger.show_trial_balance',
  says: { zh: '试算平衡表', en: 'Trial balance' },
  allow: READERS,
  input: z.object({ on: zDate.optional() }),
  output: zTrialBalance,
  run: async (ctx, { on = ctx.today }) => {
    const items = await trialBalance(ctx, { on });
    const [debitMinor, creditMinor] = [sum(items.map((i) => i.debitMinor)), sum(items.map((i) => i.creditMinor))];
    return { on, items, total: items.length, debitMinor, creditMinor, balanced: debitMinor === creditMinor };
  },
});
export const listAllJournals = query({
  name: 'ledger.list_journals',
  says: { zh: '会计分录查询', en: 'List journals' },
  allow: READERS,
  input: zJournalFilter,
  output: zJournals,
  run: (ctx, f) =>
    listJournals(ctx.tx, {
      branchId: branchScope(ctx.actor),
      from: f.from ?? null,
      to: f.to ?? null,
      kind: f.kind ?? null,
      limit: f.limit,
      offset: f.offset,
    }),
});
export const listOwnJournals = query({
  name: 'ledger.list_customer_journals',
  says: { zh: '客户或贷款的会计分录', en: 'Journals of a customer or loan' },
  allow: [...READERS, 'POST_LOAN', 'RELATIONSHIP_MANAGER'],
  input: z.object({ customerId: zCustomerId, subject: zText(60).optional() }),
  output: z.object({ journals: z.array(zJournal), balances: z.array(zBalance) }),
  run: async (ctx, { customerId, subject }) => {
    const about = { customerId, ...(subject !== undefined && { subject }) };
    return { journals: await journals(ctx, about), balances: await accountBalances(ctx, about) };
  },
});
export const listAccounts = query({
  name: 'ledger.list_accounts',
  says: { zh: '会计科目表', en: 'Chart of accounts' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: listOf(z.object({ code: z.string(), zh: z.string(), en: z.string(), kind: z.string(), controlled: z.boolean() })),
  run: async (ctx) => {
    const items = await accounts(ctx.tx);
    return { items, total: items.length };
  },
});
export const postManual = command({
  name: 'ledger.post_manual',
  says: { zh: '手工记账（双人复核）', en: 'Post a manual journal (two persons)' },
  allow: ['DISBURSEMENT', 'COMPLIANCE'],
  dual: true,
  stepUp: true,
  input: zManualJournal,
  output: z.object({ journalId: zJournalId }),
  run: async (ctx, i) => ({
    journalId: await postManualJournal(ctx, {
      customerId: i.customerId ?? HOUSE,
      on: ctx.today,
      kind: 'manual',
      reference: 'manual',
      zh: i.reason,
      en: i.reason,
      currency: i.currency,
      lines: i.lines.map((l) => ({
        account: l.account,
        side: l.side,
        amountMinor: l.amount,
        ...(l.subject !== undefined && { subject: l.subject }),
      })),
    }),
  }),
});
export const reverseManual = command({
  name: 'ledger.reverse_manual',
  says: { zh: '冲正手工分录（双人复核）', en: 'Reverse a manual journal (two persons)' },
  allow: ['DISBURSEMENT', 'COMPLIANCE'],
  dual: true,
  stepUp: true,
  input: z.object({ customerId: zCustomerId, journalId: zJournalId, reason: zText(200) }),
  output: z.object({ journalId: zJournalId }),
  run: async (ctx, i) => ({ journalId: await reverseJournal(ctx, i.customerId, i.journalId, { zh: i.reason, en: i.reason }) }),
});
