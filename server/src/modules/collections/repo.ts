import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { CaseId, CaseRow, CaseStage, Channel, ContactOutcome, ContactRow, PromiseRow, Strategy } from './types.ts';

// Days late and what is overdue grow by the day: an open case shows what servicing publishes of its loan, a closed one what was left.
const CASE = `c.customer_id as "customerId", c.id, c.loan_id as "loanId", c.loan_no as "loanNo", c.branch_id as "branchId", c.owner_id as "ownerId", c.stage, c.state,
  case when c.state = 'closed' then c.days_past_due else l.days_past_due end as "daysPastDue", case when c.state = 'closed' then c.overdue_minor else l.overdue_minor end as "overdueMinor",
  c.opened_on as "openedOn", c.opened_at as "openedAt", c.next_contact_on as "nextContactOn", c.limitation_due as "limitationDue", c.closed_on as "closedOn", c.version`;
const CASE_FROM = 'from collections.case_file c join servicing.published_loan l on l.customer_id = c.customer_id and l.loan_id = c.loan_id';

export async function strategyOn(tx: Tx, stage: CaseStage, on: CalendarDate): Promise<Strategy | undefined> {
  const [row] = await tx.kept<Strategy>(
    `select stage, actions, documents, contact_every_days as "contactEveryDays", says_zh as "saysZh", says_en as "saysEn" from collections.strategy
     where stage = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2) order by effective_from desc limit 1`,
    [stage, on],
  );
  return row;
}

export async function openCaseOf(tx: Tx, customerId: CustomerId, loanId: string): Promise<CaseRow | undefined> {
  const [row] = await tx.query<CaseRow>(
    `select ${CASE} ${CASE_FROM} where c.customer_id = $1 and c.loan_id = $2 and c.state <> 'closed' for update of c`,
    [customerId, loanId],
  );
  return row;
}
export async function caseById(tx: Tx, customerId: CustomerId, id: CaseId, lock = false): Promise<CaseRow | undefined> {
  const [row] = await tx.query<CaseRow>(`select ${CASE} ${CASE_FROM} where c.customer_id = $1 and c.id = $2${lock ? ' for update of c' : ''}`, [
    customerId,
    id,
  ]);
  return row;
}
export async function insertCase(tx: Tx, c: Omit<CaseRow, 'state' | 'closedOn' | 'version'>): Promise<void> {
  tx.send(
    `insert into collections.case_file (customer_id, id, loan_id, loan_no, branch_id, owner_id, stage, state, days_past_due, overdue_minor, opened_on, opened_at, next_contact_on, limitation_due, version)
     values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10, $11, $12, $13, 1)`,
    [
      c.customerId,
      c.id,
      c.loanId,
      c.loanNo,
      c.branchId,
      c.ownerId,
      c.stage,
      c.daysPastDue,
      c.overdueMinor,
      c.openedOn,
      c.openedAt,
      c.nextContactOn,
      c.limitationDue,
    ],
  );
}
export async function writeCase(tx: Tx, c: CaseRow): Promise<void> {
  tx.send(
    `update collections.case_file set owner_id = $3, stage = $4, state = $5, days_past_due = $6, overdue_minor = $7, next_contact_on = $8, limitation_due = $9, closed_on = $10, version = version + 1
     where customer_id = $1 and id = $2`,
    [c.customerId, c.id, c.ownerId, c.stage, c.state, c.daysPastDue, c.overdueMinor, c.nextContactOn, c.limitationDue, c.closedOn],
  );
}

export async function insertContact(
  tx: Tx,
  c: {
    customerId: CustomerId;
    caseId: CaseId;
    id: string;
    channel: Channel;
    outcome: ContactOutcome;
    ability: number | null;
    willingness: number | null;
    note: string;
    staffId: string;
    at: Instant;
  },
): Promise<void> {
  tx.send(
    'insert into collections.contact (customer_id, case_id, id, channel, outcome, ability, willingness, note, staff_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [c.customerId, c.caseId, c.id, c.channel, c.outcome, c.ability, c.willingness, c.note, c.staffId, c.at],
  );
}
export const contactsOf = (tx: Tx, customerId: CustomerId, caseId: CaseId): Promise<ContactRow[]> =>
  tx.query(
    'select id, channel, outcome, ability, willingness, note, staff_id as "staffId", at from collections.contact where customer_id = $1 and case_id = $2 order by at desc, id desc limit 200',
    [customerId, caseId],
  );

const PROMISE = `id, amount_minor as "amountMinor", by_on as "byOn", state, paid_minor as "paidMinor", staff_id as "staffId", made_on as "madeOn", settled_on as "settledOn"`;
export const promisesOf = (tx: Tx, customerId: CustomerId, caseId: CaseId): Promise<PromiseRow[]> =>
  tx.query<PromiseRow>(
    `select ${PROMISE} from collections.promise where customer_id = $1 and case_id = $2 order by made_on desc, id desc limit 100`,
    [customerId, caseId],
  );
export async function insertPromise(
  tx: Tx,
  p: { customerId: CustomerId; caseId: CaseId; id: string; amountMinor: bigint; byOn: CalendarDate; staffId: string; madeOn: CalendarDate },
): Promise<void> {
  tx.send(
    `insert into collections.promise (customer_id, case_id, id, amount_minor, by_on, state, staff_id, made_on) values ($1, $2, $3, $4, $5, 'open', $6, $7)`,
    [p.customerId, p.caseId, p.id, p.amountMinor, p.byOn, p.staffId, p.madeOn],
  );
}
export async function writePromise(tx: Tx, customerId: CustomerId, caseId: CaseId, p: PromiseRow): Promise<void> {
  tx.send('update collections.promise set state = $4, paid_minor = $5, settled_on = $6 where customer_id = $1 and case_id = $2 and id = $3', [
    customerId,
    caseId,
    p.id,
    p.state,
    p.paidMinor,
    p.settledOn,
  ]);
}
export const batchLatePromises = (tx: Tx, on: CalendarDate): Promise<{ customerId: CustomerId; caseId: CaseId }[]> =>
  tx.query(
    `select /* batch */ customer_id as "customerId", case_id as "caseId" from collections.promise where state = 'open' and by_on < $1 order by customer_id limit 10000`,
    [on],
  );

const ORDERS: Readonly<Record<string, string>> = {
  next: 'c.next_contact_on',
  '-next': 'c.next_contact_on desc',
  dpd: 'l.days_past_due',
  '-dpd': 'l.days_past_due desc',
  overdue: 'l.overdue_minor',
  '-overdue': 'l.overdue_minor desc',
};
export type CaseFilter = {
  branchId: string | null;
  state: string | null;
  stage: string | null;
  ownerId: string | null;
  text: string | null;
  sort: string;
  limit: number;
  offset: number;
};
export async function listCases(tx: Tx, f: CaseFilter): Promise<{ items: (CaseRow & { promisedOn: CalendarDate | null })[]; total: number }> {
  const where = `($1::text is null or c.branch_id = $1) and ($2::text is null or c.state = $2) and ($3::text is null or c.stage = $3) and ($4::text is null or c.owner_id = $4) and ($5::text is null or c.loan_no = $5)`;
  const params = [f.branchId, f.state, f.stage, f.ownerId, f.text];
  const items = await tx.query<CaseRow & { promisedOn: CalendarDate | null }>(
    `select /* batch */ ${CASE}, (select p.by_on from collections.promise p where p.customer_id = c.customer_id and p.case_id = c.id and p.state = 'open') as "promisedOn"
     ${CASE_FROM} where ${where} order by (c.state = 'closed'), ${ORDERS[f.sort] ?? 'c.next_contact_on'}, c.id limit $6 offset $7`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n from collections.case_file c where ${where}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}
