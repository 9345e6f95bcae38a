import { z } from 'zod';
import { listInput, listOf, zAmount, zCustomerId, zDate, zId, zInstant, zMoney, zText } from '#platform';
import { CHART } from './types.ts';

const zAccount = z.enum(Object.values(CHART));
const zSide = z.enum(['debit', 'credit']);
export const zJournalId = zId('jrnl');
export const zJournal = z.object({
  id: zJournalId,
  customerId: zCustomerId,
  on: zDate,
  kind: z.string(),
  reference: z.string(),
  zh: z.string(),
  en: z.string(),
  currency: z.string(),
  branchId: z.string().nullable(),
  reverses: zJournalId.nullable(),
  reversedBy: zJournalId.nullable(),
  actorId: z.string(),
  postedAt: zInstant,
  lines: z.array(z.object({ account: zAccount, zh: z.string(), en: z.string(), side: zSide, amountMinor: zAmount, subject: z.string() })),
});
export const zBalance = z.object({
  account: zAccount,
  zh: z.string(),
  en: z.string(),
  kind: z.enum(['asset', 'liability', 'income', 'expense', 'off_balance']),
  currency: z.string(),
  debitMinor: zAmount,
  creditMinor: zAmount,
  balanceMinor: zAmount,
});
export const zTrialBalance = z.object({
  on: zDate,
  items: z.array(zBalance),
  total: z.number().int(),
  debitMinor: zAmount,
  creditMinor: zAmount,
  balanced: z.boolean(),
});
export const zJournalFilter = z.object({ ...listInput, from: zDate.optional(), to: zDate.optional(), kind: zText(40).optional() });
export const zJournals = listOf(zJournal);
export const zManualJournal = z.object({
  customerId: zCustomerId.optional(),
  reason: zText(200),
  currency: z.enum(['CNY']).default('CNY'),
  lines: z
    .array(z.object({ account: zAccount, side: zSide, amount: zMoney, subject: zText(60).optional() }))
    .min(2)
    .max(40),
});
