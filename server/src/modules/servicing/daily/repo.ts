import { addDays, type CalendarDate, type CustomerId } from '@tallystick/kernel';
import type { DayUnit, Tx } from '#platform';

/**
 * Loans that are late, or hold money that pays what is due today, and were not brought to this day yet. An instalment that is only due today
 * needs nothing here: its payment bills it, or tomorrow does.
 */
export const batchDue = (tx: Tx, date: CalendarDate): Promise<DayUnit[]> =>
  tx.query(
    `select /* batch */ distinct i.customer_id as "customerId", i.loan_id as id from servicing.instalment i
     join servicing.loan_state s on s.customer_id = i.customer_id and s.loan_id = i.loan_id
     where i.open_minor > 0 and (i.due_on < $1 or (i.due_on = $1 and s.credit_minor > 0)) and s.as_of < $1 order by 1, 2`,
    [date],
  );

/**
 * Loans to be debited: due today, late by up to a week (every day), or later still (every seventh day, so that an empty account is not asked
 * for ever). None with an order of today or one whose outcome is not known.
 */
export const batchDebits = (tx: Tx, date: CalendarDate): Promise<DayUnit[]> =>
  tx.query(
    `select /* batch */ i.customer_id as "customerId", i.loan_id as id from servicing.instalment i
     where i.open_minor > 0 and i.due_on <= $1
       and not exists (select from servicing.deduction d where d.customer_id = i.customer_id and d.loan_id = i.loan_id and (d.state = 'ordered' or (d.source = 'auto' and d.value_on = $1)))
     group by i.customer_id, i.loan_id having $1 - min(i.due_on) <= 7 or ($1 - min(i.due_on)) % 7 = 0 order by 1, 2`,
    [date],
  );
/** What is due of a loan on a day. */
export async function dueOf(tx: Tx, customerId: CustomerId, loanId: string, date: CalendarDate): Promise<bigint> {
  const [row] = await tx.query<{ due: bigint }>(
    'select coalesce(sum(open_minor), 0)::bigint as due from servicing.instalment where customer_id = $1 and loan_id = $2 and due_on <= $3',
    [customerId, loanId, date],
  );
  return row?.due ?? 0n;
}

export const batchReminders = (tx: Tx, date: CalendarDate): Promise<DayUnit[]> =>
  tx.query(
    `select /* batch */ distinct customer_id as "customerId", loan_id as id from servicing.reminder where sent_at is null and remind_on <= $1 order by 1, 2`,
    [date],
  );
/** Marks what is to be reminded of by a day as done, and answers the instalments that are still to come. */
export const takeReminders = (
  tx: Tx,
  r: { customerId: CustomerId; loanId: string; date: CalendarDate; at: string },
): Promise<{ dueOn: CalendarDate; openMinor: bigint }[]> =>
  tx.query(
    `with taken as (update servicing.reminder set sent_at = $4 where customer_id = $1 and loan_id = $2 and sent_at is null and remind_on <= $3 returning no)
     select i.due_on as "dueOn", i.open_minor as "openMinor" from taken t join servicing.instalment i on i.customer_id = $1 and i.loan_id = $2 and i.no = t.no
     where i.open_minor > 0 and i.due_on > $3`,
    [r.customerId, r.loanId, r.date, r.at],
  );

/** Branch and product, whose loans earn together: one journal a day for each. */
export type Group = { readonly branchId: string | null; readonly productCode: string; readonly currency: string };
const OPEN_ACCRUAL = `(s.status <> 'settled' and s.earned_to <= $1) or (s.status = 'settled' and s.earned_minor <> s.billed_on_books_minor)`;
export const batchGroups = (tx: Tx, date: CalendarDate): Promise<Group[]> =>
  tx.query(
    `select /* batch */ distinct l.branch_id as "branchId", l.product_code as "productCode", l.currency from servicing.loan_state s
     join servicing.loan l on l.customer_id = s.customer_id and l.id = s.loan_id where ${OPEN_ACCRUAL} order by 1, 2, 3`,
    [date],
  );

/**
 * Moves the earned interest of every loan of a group to the end of the day and answers by how much in all. Earned is what was billed, what fell
 * due since the loan was last brought to a day, and of the running instalment the share of its days, today counted (算头不算尾); off the balance
 * sheet nothing is earned. Cut to the minor unit: an instalment's own figure is reached on its due day.
 */
export async function batchEarn(tx: Tx, g: Group, date: CalendarDate): Promise<bigint> {
  const [row] = await tx.query<{ earned: bigint }>(
    `with target as (
       select s.customer_id, s.loan_id, s.earned_minor as before, s.billed_on_books_minor
         + case when s.on_books and s.status <> 'settled' then coalesce(i.earning, 0) else 0 end as after
       from servicing.loan_state s join servicing.loan l on l.customer_id = s.customer_id and l.id = s.loan_id
       left join lateral (
         select sum(interest_minor * (least($1::date + 1, due_on) - from_on) / (due_on - from_on))::bigint as earning from servicing.instalment
         where customer_id = s.customer_id and loan_id = s.loan_id and due_on > s.as_of and from_on <= $1
       ) i on true
       where l.branch_id is not distinct from $2 and l.product_code = $3 and l.currency = $4 and (${OPEN_ACCRUAL})
     ), moved as (
       update /* batch */ servicing.loan_state s set earned_minor = t.after, earned_to = $5 from target t
       where s.customer_id = t.customer_id and s.loan_id = t.loan_id returning t.after - t.before as minor
     ) select coalesce(sum(minor), 0)::bigint as earned from moved`,
    [date, g.branchId, g.productCode, g.currency, addDays(date, 1)],
  );
  return row?.earned ?? 0n;
}

/** Loans whose books differ from their instalments or whose plan does not add up to what was lent. */
export type Ledgered = {
  readonly customerId: CustomerId;
  readonly loanId: string;
  readonly lentMinor: bigint;
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly penaltyMinor: bigint;
  readonly feeMinor: bigint;
  readonly creditMinor: bigint;
  readonly earnedMinor: bigint;
  readonly billedOnBooksMinor: bigint;
};
export const reportStates = (tx: Tx): Promise<Ledgered[]> =>
  tx.query(
    `select /* batch */ s.customer_id as "customerId", s.loan_id as "loanId", l.principal_minor as "lentMinor", s.principal_minor as "principalMinor", s.interest_minor as "interestMinor",
       s.penalty_minor as "penaltyMinor", s.fee_minor as "feeMinor", s.credit_minor as "creditMinor", s.earned_minor as "earnedMinor", s.billed_on_books_minor as "billedOnBooksMinor"
     from servicing.loan_state s join servicing.loan l on l.customer_id = s.customer_id and l.id = s.loan_id`,
  );
/** Loans whose instalments and prepaid principal do not add up to what was lent. A payout that came back has no plan. */
export const reportWrongPlans = (tx: Tx): Promise<{ loanId: string }[]> =>
  tx.query(
    `select /* batch */ l.id as "loanId" from servicing.loan l join servicing.loan_state s on s.customer_id = l.customer_id and s.loan_id = l.id
     left join (select customer_id, loan_id, sum(principal_minor) as planned from servicing.instalment group by customer_id, loan_id) p
       on p.customer_id = l.customer_id and p.loan_id = l.id
     where coalesce(p.planned + s.prepaid_minor, l.principal_minor) <> l.principal_minor limit 100`,
  );
