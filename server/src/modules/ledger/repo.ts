import type { CalendarDate, CustomerId } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { AccountBalance, Journal, JournalId, NewJournal } from './types.ts';

type Stamp = { readonly id: JournalId; readonly at: string; readonly actorId: string; readonly reverses: JournalId | null };

/** Head in one statement, all lines in another: the balance trigger sees a journal whole. */
export async function insertJournal(tx: Tx, j: NewJournal, stamp: Stamp): Promise<void> {
  tx.send(
    `insert into ledger.journal (customer_id, on_date, id, kind, reference, zh, en, currency, branch_id, reverses, actor_id, posted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [j.customerId, j.on, stamp.id, j.kind, j.reference, j.zh, j.en, j.currency, j.branchId ?? null, stamp.reverses, stamp.actorId, stamp.at],
  );
  tx.send(
    `insert into ledger.journal_line (customer_id, on_date, journal_id, line, account, side, amount_minor, currency, subject)
     select $1, $2, $3, line, account, side, amount, $4, subject
     from unnest($5::int[], $6::text[], $7::text[], $8::bigint[], $9::text[]) as t (line, account, side, amount, subject)`,
    [
      j.customerId,
      j.on,
      stamp.id,
      j.currency,
      j.lines.map((_, i) => i + 1),
      j.lines.map((l) => l.account),
      j.lines.map((l) => l.side),
      j.lines.map((l) => l.amountMinor),
      j.lines.map((l) => l.subject ?? ''),
    ],
  );
}

/** Answers false when the journal was reversed before. */
export async function claimReversal(tx: Tx, customerId: CustomerId, journalId: JournalId, by: JournalId): Promise<boolean> {
  const claimed = await tx.query(
    'insert into ledger.reversal (customer_id, journal_id, reversed_by) values ($1, $2, $3) on conflict (customer_id, journal_id) do nothing returning journal_id',
    [customerId, journalId, by],
  );
  return claimed.length === 1;
}

type LineRow = { account: string; side: string; amount: string; subject: string; zh: string; en: string };
type JournalRow = Omit<Journal, 'lines'> & { lines: LineRow[] };
const JOURNAL = `select j.id, j.customer_id as "customerId", j.on_date as "on", j.kind, j.reference, j.zh, j.en, j.currency, j.branch_id as "branchId", j.reverses,
    r.reversed_by as "reversedBy", j.actor_id as "actorId", j.posted_at as "postedAt",
    (select json_agg(json_build_object('account', l.account, 'side', l.side, 'amount', l.amount_minor::text, 'subject', l.subject, 'zh', a.zh, 'en', a.en) order by l.line)
     from ledger.journal_line l join ledger.account a on a.code = l.account
     where l.customer_id = j.customer_id and l.on_date = j.on_date and l.journal_id = j.id) as lines
  from ledger.journal j left join ledger.reversal r on r.customer_id = j.customer_id and r.journal_id = j.id`;
const read = (row: JournalRow): Journal => ({
  ...row,
  lines: row.lines.map(({ amount, ...l }) => ({ ...l, amountMinor: BigInt(amount) })) as unknown as Journal['lines'],
});

export async function findJournal(tx: Tx, customerId: CustomerId, id: JournalId): Promise<Journal | undefined> {
  const [row] = await tx.query<JournalRow>(`${JOURNAL} where j.customer_id = $1 and j.id = $2`, [customerId, id]);
  return row && read(row);
}

/** Journals of a customer, newest first; of one subject when it is given. */
export async function journalsOf(tx: Tx, customerId: CustomerId, subject: string | null, limit: number, offset: number): Promise<Journal[]> {
  const rows = await tx.query<JournalRow>(
    `${JOURNAL} where j.customer_id = $1 and ($2::text is null or exists (select from ledger.journal_line l
       where l.customer_id = j.customer_id and l.on_date = j.on_date and l.journal_id = j.id and l.customer_id = $1 and l.subject = $2))
     order by j.on_date desc, j.id desc limit $3 offset $4`,
    [customerId, subject, limit, offset],
  );
  return rows.map(read);
}

export async function listJournals(
  tx: Tx,
  f: { branchId: string | null; from: CalendarDate | null; to: CalendarDate | null; kind: string | null; limit: number; offset: number },
): Promise<{ items: Journal[]; total: number }> {
  const where = `where ($1::text is null or j.branch_id = $1) and ($2::date is null or j.on_date >= $2) and ($3::date is null or j.on_date <= $3) and ($4::text is null or j.kind = $4)`;
  const params = [f.branchId, f.from, f.to, f.kind];
  const [count] = await tx.query<{ n: number }>(`select /* batch */ count(*)::int as n from ledger.journal j ${where}`, params);
  const rows = await tx.query<JournalRow>(`/* batch */ ${JOURNAL} ${where} order by j.on_date desc, j.id desc limit $5 offset $6`, [
    ...params,
    f.limit,
    f.offset,
  ]);
  return { items: rows.map(read), total: count?.n ?? 0 };
}

const BALANCE = `l.account, a.zh, a.en, a.kind, l.currency,
    coalesce(sum(l.amount_minor) filter (where l.side = 'debit'), 0)::bigint as "debitMinor",
    coalesce(sum(l.amount_minor) filter (where l.side = 'credit'), 0)::bigint as "creditMinor",
    sum(case when l.side = a.normal_side then l.amount_minor else -l.amount_minor end)::bigint as "balanceMinor"
  from ledger.journal_line l join ledger.account a on a.code = l.account`;
const GROUP = 'group by l.account, a.zh, a.en, a.kind, l.currency order by l.account, l.currency';

export const balancesOf = (tx: Tx, customerId: CustomerId, subject: string | null): Promise<AccountBalance[]> =>
  tx.query(`select ${BALANCE} where l.customer_id = $1 and ($2::text is null or l.subject = $2) ${GROUP}`, [customerId, subject]);

/** All accounts up to and including a business date. */
export const reportTrialBalance = (tx: Tx, on: CalendarDate): Promise<AccountBalance[]> =>
  tx.query(`select /* batch */ ${BALANCE} where l.on_date <= $1 ${GROUP}`, [on]);

/** Balances by subject for the given accounts, signed in the account's own direction: what sub-ledgers are compared with. */
export const reportSubjectBalances = (
  tx: Tx,
  accounts: readonly string[],
): Promise<{ customerId: CustomerId; subject: string; account: string; balanceMinor: bigint }[]> =>
  tx.query(
    `select /* batch */ l.customer_id as "customerId", l.subject, l.account, sum(case when l.side = a.normal_side then l.amount_minor else -l.amount_minor end)::bigint as "balanceMinor"
     from ledger.journal_line l join ledger.account a on a.code = l.account where l.account = any ($1) group by l.customer_id, l.subject, l.account`,
    [accounts],
  );

/** Journals whose lines do not add up, or that have none: of one day, or of all. */
export const reportUnbalanced = (tx: Tx, on: CalendarDate | null): Promise<{ id: string; customerId: string }[]> =>
  tx.query(
    `select /* batch */ j.id, j.customer_id as "customerId" from ledger.journal j
     left join ledger.journal_line l on l.customer_id = j.customer_id and l.on_date = j.on_date and l.journal_id = j.id
     where ($1::date is null or j.on_date = $1)
     group by j.customer_id, j.on_date, j.id
     having count(l.line) < 2 or sum(case l.side when 'debit' then l.amount_minor else -l.amount_minor end) <> 0 limit 100`,
    [on],
  );

export const accounts = (tx: Tx): Promise<{ code: string; zh: string; en: string; kind: AccountBalance['kind']; controlled: boolean }[]> =>
  tx.kept('select code, zh, en, kind, controlled from ledger.account order by code');
