import type { LoanEvent, LoanPosition, NewPlan, PositionRow } from '@tallystick/engines/loan-engine';
import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import { canonicalJson, readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import { LOAN_COLUMNS, LOAN_FROM, type LoanRow, readLoan } from '../loans-repo.ts';
import type { LoanId, LoanStatus, LoanSummary, Stage } from '../types.ts';
import type { Books } from './lines.ts';

/** The narrow row of a loan: what the books hold and how it stands. */
export type StateRow = Books & {
  readonly status: LoanStatus;
  readonly asOf: CalendarDate;
  readonly lastSeq: number;
  /** Principal repaid ahead of the plan: rows and this add up to what was lent. */
  readonly prepaidMinor: bigint;
  readonly daysPastDue: number;
  readonly overdueMinor: bigint;
  readonly stage: Stage;
  readonly overdueSince: CalendarDate | null;
  readonly nextDueOn: CalendarDate | null;
  readonly nextDueMinor: bigint;
  readonly settledOn: CalendarDate | null;
};

const MORE = `s.last_seq as "lastSeq", s.paid_interest_minor as "paidInterestMinor", s.paid_penalty_minor as "paidPenaltyMinor", s.paid_fee_minor as "paidFeeMinor",
  s.cash_minor as "cashMinor", s.billed_minor as "billedMinor", s.billed_on_books_minor as "billedOnBooksMinor", s.prepaid_minor as "prepaidMinor"`;

/** A loan with its narrow row, which is held until the transaction ends: whoever changes the loan holds it first. */
export async function lockLoan(tx: Tx, customerId: CustomerId, loanId: LoanId): Promise<{ loan: LoanSummary; state: StateRow } | undefined> {
  const [row] = await tx.kept<LoanRow & StateRow>(
    `select ${LOAN_COLUMNS}, ${MORE} ${LOAN_FROM} where l.customer_id = $1 and l.id = $2 for update of s`,
    [customerId, loanId],
  );
  return row && { loan: readLoan(row), state: row };
}

const values = (s: StateRow): unknown[] => [
  s.status,
  s.asOf,
  s.lastSeq,
  s.principalMinor,
  s.interestMinor,
  s.penaltyMinor,
  s.feeMinor,
  s.creditMinor,
  s.paidInterestMinor,
  s.paidPenaltyMinor,
  s.paidFeeMinor,
  s.cashMinor,
  s.billedMinor,
  s.billedOnBooksMinor,
  s.onBooks,
  s.overdueMinor,
  s.daysPastDue,
  s.stage,
  s.overdueSince,
  s.nextDueOn,
  s.nextDueMinor,
  s.settledOn,
  s.prepaidMinor,
];
const WRITTEN = `status, as_of, last_seq, principal_minor, interest_minor, penalty_minor, fee_minor, credit_minor, paid_interest_minor, paid_penalty_minor, paid_fee_minor, cash_minor,
  billed_minor, billed_on_books_minor, on_books, overdue_minor, days_past_due, stage, overdue_since, next_due_on, next_due_minor, settled_on, prepaid_minor`;
const places = (from: number, count: number): string => Array.from({ length: count }, (_, i) => `$${from + i}`).join(', ');

export async function insertState(tx: Tx, customerId: CustomerId, loanId: LoanId, s: StateRow, start: CalendarDate): Promise<void> {
  tx.send(`insert into servicing.loan_state (customer_id, loan_id, earned_minor, earned_to, ${WRITTEN}) values ($1, $2, 0, $3, ${places(4, 23)})`, [
    customerId,
    loanId,
    start,
    ...values(s),
  ]);
}
export async function writeState(tx: Tx, customerId: CustomerId, loanId: LoanId, s: StateRow): Promise<void> {
  tx.send(`update servicing.loan_state set (${WRITTEN}) = (${places(3, 23)}) where customer_id = $1 and loan_id = $2`, [
    customerId,
    loanId,
    ...values(s),
  ]);
}

/** Kinds of events the servicing desk records; the engine knows more. */
export type RecordedKind = Extract<
  LoanEvent['kind'],
  'disburse' | 'repay' | 'prepay' | 'settle' | 'waive' | 'fee' | 'refund' | 'reverse' | 'extend' | 'replan'
>;

/** An event as it is kept; `detail` holds what its kind needs beyond the amount. */
export type EventRow = {
  readonly seq: number;
  readonly kind: RecordedKind;
  readonly valueOn: CalendarDate;
  readonly postedOn: CalendarDate;
  readonly amountMinor: bigint | null;
  readonly detail: Readonly<Record<string, string | number | NewPlan>>;
  readonly reference: string;
  readonly channel: string;
  readonly receiptNo: string;
  readonly allocation: readonly LoanPosition['allocations'][number][];
  readonly journalId: string | null;
  readonly actorId: string;
  readonly at: Instant;
};

export async function insertEvent(tx: Tx, customerId: CustomerId, loanId: LoanId, e: EventRow): Promise<void> {
  tx.send(
    `insert into servicing.loan_event (customer_id, loan_id, seq, kind, value_on, posted_on, amount_minor, detail, reference, channel, receipt_no, allocation, journal_id, actor_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      customerId,
      loanId,
      e.seq,
      e.kind,
      e.valueOn,
      e.postedOn,
      e.amountMinor,
      canonicalJson(e.detail),
      e.reference,
      e.channel,
      e.receiptNo,
      canonicalJson(e.allocation),
      e.journalId,
      e.actorId,
      e.at,
    ],
  );
}
export async function eventsOf(tx: Tx, customerId: CustomerId, loanId: LoanId): Promise<EventRow[]> {
  const rows = await tx.query<Omit<EventRow, 'detail' | 'allocation'> & { detail: string; allocation: string }>(
    `select seq, kind, value_on as "valueOn", posted_on as "postedOn", amount_minor as "amountMinor", detail, reference, channel, receipt_no as "receiptNo", allocation,
       journal_id as "journalId", actor_id as "actorId", at from servicing.loan_event where customer_id = $1 and loan_id = $2 order by seq`,
    [customerId, loanId],
  );
  return rows.map((r) => ({ ...r, detail: readCanonical(r.detail), allocation: readCanonical(r.allocation) }));
}
export async function hasReference(tx: Tx, customerId: CustomerId, reference: string): Promise<boolean> {
  const rows = await tx.query('select 1 as n from servicing.loan_event where customer_id = $1 and reference = $2 limit 1', [customerId, reference]);
  return rows.length > 0;
}

/** What the engine replays. */
export const asLoanEvent = (e: Pick<EventRow, 'seq' | 'kind' | 'valueOn' | 'amountMinor' | 'detail'>): LoanEvent =>
  ({ kind: e.kind, on: e.valueOn, seq: e.seq, ...(e.amountMinor !== null && { amountMinor: e.amountMinor }), ...e.detail }) as LoanEvent;

/** Writes the plan as it stands, of `planned` rows at first; rows that a prepayment cut off go. Only rows that differ are written. */
export async function writeInstalments(tx: Tx, customerId: CustomerId, loanId: LoanId, rows: readonly PositionRow[], planned: number): Promise<void> {
  tx.send(
    `insert into servicing.instalment as i (customer_id, loan_id, no, from_on, due_on, principal_minor, interest_minor, fee_minor, penalty_minor, open_minor, balance_after_minor, paid_on)
     select $1, $2, * from unnest($3::int[], $4::date[], $5::date[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::date[])
     on conflict (customer_id, loan_id, no) do update set from_on = excluded.from_on, due_on = excluded.due_on, principal_minor = excluded.principal_minor,
       interest_minor = excluded.interest_minor, fee_minor = excluded.fee_minor, penalty_minor = excluded.penalty_minor, open_minor = excluded.open_minor,
       balance_after_minor = excluded.balance_after_minor, paid_on = excluded.paid_on
     where (i.due_on, i.principal_minor, i.interest_minor, i.fee_minor, i.penalty_minor, i.open_minor, i.balance_after_minor, i.paid_on)
       is distinct from (excluded.due_on, excluded.principal_minor, excluded.interest_minor, excluded.fee_minor, excluded.penalty_minor, excluded.open_minor, excluded.balance_after_minor, excluded.paid_on)`,
    [
      customerId,
      loanId,
      rows.map((r) => r.no),
      rows.map((r) => r.from),
      rows.map((r) => r.due),
      rows.map((r) => r.principalMinor),
      rows.map((r) => r.interestMinor),
      rows.map((r) => r.feeMinor),
      rows.map((r) => r.penaltyMinor + r.compoundMinor),
      rows.map((r) => r.outstandingMinor),
      rows.map((r) => r.balanceAfterMinor),
      rows.map((r) => (r.outstandingMinor === 0n ? r.paidOn : null)),
    ],
  );
  if (rows.length < planned)
    tx.send('delete from servicing.instalment where customer_id = $1 and loan_id = $2 and no > $3', [customerId, loanId, rows.length]);
}

/** Answers false when the instalment was told as missed before. */
export async function claimMissed(tx: Tx, n: { customerId: CustomerId; loanId: LoanId; no: number; at: Instant }): Promise<boolean> {
  const made = await tx.query(
    'insert into servicing.missed_instalment (customer_id, loan_id, no, at) values ($1, $2, $3, $4) on conflict do nothing returning no',
    [n.customerId, n.loanId, n.no, n.at],
  );
  return made.length === 1;
}

/** A parameter of law or policy in force on a day. */
export async function parameter(tx: Tx, name: string, on: CalendarDate): Promise<bigint> {
  const [row] = await tx.kept<{ value: bigint }>(
    'select value from servicing.parameter where name = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2)',
    [name, on],
  );
  if (row === undefined) throw new Error(`parameter ${name} is not in force on ${on}`);
  return row.value;
}
