import { addMonths, type CalendarDate, type CustomerId, endOfMonth } from '@tallystick/kernel';
import type { Ctx, Tx } from '#platform';

/** One month of all loans of a customer in which something was due or late. Money in minor units. */
export type PaymentMonth = {
  readonly customerId: CustomerId;
  /** The first day of the month. */
  readonly month: CalendarDate;
  /** What fell due in it, by the plans as they stand. */
  readonly dueMinor: bigint;
  /** What was paid in it and not reversed. */
  readonly paidMinor: bigint;
  /** Days the oldest instalment was late at the end of the month. */
  readonly daysLate: number;
};
export type CustomerRange = { readonly from: CustomerId; readonly to: CustomerId };

const LIVING = `l.start_on <= $1 and (s.settled_on is null or s.settled_on > $1)`;

/** Customers who had a living loan at the end of a day, in the order of their ids. */
export const batchBorrowers = async (tx: Tx, on: CalendarDate): Promise<CustomerId[]> =>
  (
    await tx.query<{ customerId: CustomerId }>(
      `select /* batch */ distinct l.customer_id as "customerId" from servicing.loan l
       join servicing.loan_state s on s.customer_id = l.customer_id and s.loan_id = l.id where ${LIVING} order by 1`,
      [on],
    )
  ).map((r) => r.customerId);

/** Lateness at each month's end follows from the days on which instalments were paid, so that a month looks the same whenever it is looked at. */
const batchMonths = (tx: Tx, range: CustomerRange, first: readonly CalendarDate[], last: readonly CalendarDate[]): Promise<PaymentMonth[]> =>
  tx.query(
    `/* batch */ with month as (
       select * from unnest($4::date[], $5::date[]) as m(first_on, last_on)
     ), due as (
       select i.customer_id, m.first_on, coalesce(sum(i.principal_minor + i.interest_minor + i.fee_minor + i.penalty_minor) filter (where i.due_on >= m.first_on), 0)::bigint as due_minor,
         coalesce(max(m.last_on - i.due_on) filter (where i.open_minor > 0 or i.paid_on > m.last_on), 0) as days_late
       from servicing.instalment i join month m on i.due_on <= m.last_on
       where i.customer_id between $2 and $3 and exists (
         select from servicing.loan l join servicing.loan_state s on s.customer_id = l.customer_id and s.loan_id = l.id where l.customer_id = i.customer_id and ${LIVING})
       group by 1, 2
     ), paid as (
       select e.customer_id, m.first_on, sum(e.amount_minor)::bigint as paid_minor
       from servicing.loan_event e join month m on e.value_on between m.first_on and m.last_on
       where e.customer_id between $2 and $3 and e.kind in ('repay', 'prepay', 'settle') and not exists (
         select from servicing.loan_event r where r.customer_id = e.customer_id and r.loan_id = e.loan_id and r.kind = 'reverse' and (r.detail::jsonb ->> 'targetSeq')::int = e.seq)
       group by 1, 2
     )
     select d.customer_id as "customerId", d.first_on as month, d.due_minor as "dueMinor", coalesce(p.paid_minor, 0)::bigint as "paidMinor", d.days_late as "daysLate"
     from due d left join paid p on p.customer_id = d.customer_id and p.first_on = d.first_on
     where d.due_minor > 0 or d.days_late > 0 order by 1, 2`,
    [last.at(-1), range.from, range.to, first, last],
  );

/**
 * How the borrowers of a range of customers paid in the `months` months up to `month` (its first day), oldest first; of those alone who had a living loan
 * at its end. Months without anything due or late are left out: they tell nothing about payment.
 */
export function paymentMonths(ctx: Ctx, range: CustomerRange, month: CalendarDate, months: number): Promise<PaymentMonth[]> {
  const first = Array.from({ length: months }, (_, k) => addMonths(month, k - months + 1));
  return batchMonths(ctx.tx, range, first, first.map(endOfMonth));
}
/** Customers who had a living loan at the end of a day, for batch work. */
export const borrowersOn = (ctx: Ctx, on: CalendarDate): Promise<CustomerId[]> => batchBorrowers(ctx.tx, on);
