import { assert, type CalendarDate, type CustomerId, formatMoney, sum } from '@tallystick/kernel';
import { type Ctx, refusePlatform } from '#platform';
import { refuse } from './refusals.ts';
import { accounts, balancesOf, claimReversal, findJournal, insertJournal, journalsOf, reportSubjectBalances, reportTrialBalance } from './repo.ts';
import type { AccountBalance, AccountCode, Journal, JournalId, NewJournal, Side } from './types.ts';

const sideSum = (j: NewJournal, side: Side): bigint => sum(j.lines.filter((l) => l.side === side).map((l) => l.amountMinor));

async function write(ctx: Ctx, journal: NewJournal, reverses: JournalId | null): Promise<JournalId> {
  if (journal.on !== ctx.today) throw refuse('ledger.day_closed', { facts: { on: journal.on, today: ctx.today } });
  assert(journal.lines.length >= 2, 'a journal has at least two lines');
  assert(
    journal.lines.every((l) => l.amountMinor > 0n),
    'a line moves an amount above zero; the side says the direction',
  );
  assert(sideSum(journal, 'debit') === sideSum(journal, 'credit'), `journal ${journal.kind} does not balance`);
  const id = ctx.newId('jrnl');
  await insertJournal(ctx.tx, journal, { id, at: ctx.now, actorId: ctx.actor.id, reverses });
  return id;
}

/**
 * Writes one balanced journal of one customer (the house for house entries). Amounts in minor units, each above zero.
 * Refuses `ledger.day_closed` unless `on` is the business date. An unbalanced journal is our own bug: asserted here, refused by the database.
 */
export const postJournal = (ctx: Ctx, journal: NewJournal): Promise<JournalId> => write(ctx, journal, null);

/** Posts the opposite of a journal, once. Refuses `ledger.already_reversed`, `ledger.reversal_final`, `platform.not_found`. */
export async function reverseJournal(ctx: Ctx, customerId: CustomerId, id: JournalId, why: { zh: string; en: string }): Promise<JournalId> {
  const found = await findJournal(ctx.tx, customerId, id);
  if (found === undefined) throw refusePlatform('platform.not_found');
  if (found.reverses !== null) throw refuse('ledger.reversal_final');
  const lines = found.lines.map((l) => ({
    account: l.account,
    side: l.side === 'debit' ? ('credit' as const) : ('debit' as const),
    amountMinor: l.amountMinor,
    subject: l.subject,
  }));
  const { kind, reference, currency, branchId } = found;
  const by = await write(
    ctx,
    { customerId, on: ctx.today, kind, reference, currency, branchId, lines, zh: `冲正：${why.zh}`, en: `Reversal: ${why.en}` },
    id,
  );
  if (!(await claimReversal(ctx.tx, customerId, id, by))) throw refuse('ledger.already_reversed');
  return by;
}

/** A journal written by hand: balanced, and never on an account that follows the loan records. Refuses ledger.unbalanced, ledger.account_controlled. */
export async function postManualJournal(ctx: Ctx, journal: NewJournal): Promise<JournalId> {
  const [debit, credit] = [sideSum(journal, 'debit'), sideSum(journal, 'credit')];
  if (debit !== credit || debit === 0n)
    throw refuse('ledger.unbalanced', { field: 'lines', facts: { debit: formatMoney(debit), credit: formatMoney(credit) } });
  const controlled = new Set((await accounts(ctx.tx)).filter((a) => a.controlled).map((a) => a.code));
  const touched = journal.lines.find((l) => controlled.has(l.account));
  if (touched) throw refuse('ledger.account_controlled', { field: 'lines', facts: { account: touched.account } });
  return postJournal(ctx, journal);
}

/** Balances of a customer's accounts, of one subject when it is given. Signed in each account's own direction. */
export const accountBalances = (ctx: Ctx, q: { customerId: CustomerId; subject?: string }): Promise<AccountBalance[]> =>
  balancesOf(ctx.tx, q.customerId, q.subject ?? null);
/** Every account up to and including `on`. Debits equal credits over the whole, or `ledger.balanced` says where not. */
export const trialBalance = (ctx: Ctx, q: { on: CalendarDate }): Promise<AccountBalance[]> => reportTrialBalance(ctx.tx, q.on);
/** Journals of a customer or of one subject (a loan), newest first. */
export const journals = (ctx: Ctx, q: { customerId: CustomerId; subject?: string; limit?: number; offset?: number }): Promise<Journal[]> =>
  journalsOf(ctx.tx, q.customerId, q.subject ?? null, q.limit ?? 200, q.offset ?? 0);
/** Balances by customer and subject over all the books, for comparing a sub-ledger with them. */
export const subjectBalances = (ctx: Ctx, codes: readonly AccountCode[]): ReturnType<typeof reportSubjectBalances> =>
  reportSubjectBalances(ctx.tx, codes);
