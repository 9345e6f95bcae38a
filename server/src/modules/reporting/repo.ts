import type { CalendarDate } from '@tallystick/kernel';
import { CHART } from '#modules/ledger';
import type { BranchId, Tx } from '#platform';

/** Reports read published views only, for a branch or for the bank (`branchId` null), as of the business date handed in. */
export type Scope = { readonly branchId: BranchId | null; readonly today: CalendarDate };

export type Book = {
  lentMinor: bigint;
  balanceMinor: bigint;
  overdueMinor: bigint;
  badMinor: bigint;
  loans: bigint;
  openLoans: bigint;
  everBad: bigint;
  everLateMinor: bigint;
  curedMinor: bigint;
  paidOutMonthMinor: bigint;
  firstLoansMonth: bigint;
};
/** The loan book in one pass: balances, what is late, what was ever late (an instalment paid or still open more than 30 / 90 days after its day). */
export async function reportBook(tx: Tx, s: Scope): Promise<Book> {
  const [row] = await tx.query<Book>(
    `/* batch */ with late as (
       select customer_id, loan_id, max(coalesce(paid_on, case when due_on < $2 then $2::date end, due_on) - due_on) as worst
       from servicing.published_instalment where due_on < $2 group by customer_id, loan_id)
     select coalesce(sum(l.lent_minor), 0)::bigint as "lentMinor", coalesce(sum(l.principal_minor), 0)::bigint as "balanceMinor",
       coalesce(sum(l.principal_minor) filter (where l.overdue_minor > 0), 0)::bigint as "overdueMinor",
       coalesce(sum(l.principal_minor) filter (where l.days_past_due > 90), 0)::bigint as "badMinor",
       count(*) as loans, count(*) filter (where l.status <> 'settled') as "openLoans",
       count(*) filter (where t.worst > 90) as "everBad",
       coalesce(sum(l.lent_minor) filter (where t.worst > 30), 0)::bigint as "everLateMinor",
       coalesce(sum(l.lent_minor) filter (where t.worst > 30 and l.overdue_minor = 0), 0)::bigint as "curedMinor",
       coalesce(sum(l.lent_minor) filter (where l.start_on >= date_trunc('month', $2::date)), 0)::bigint as "paidOutMonthMinor",
       count(*) filter (where l.first_loan and l.start_on >= date_trunc('month', $2::date)) as "firstLoansMonth"
     from servicing.published_loan l left join late t on t.customer_id = l.customer_id and t.loan_id = l.loan_id
     where ($1::text is null or l.branch_id = $1)`,
    [s.branchId, s.today],
  );
  return row as Book;
}

/** Principal outstanding at each of the last month ends, and what was paid out in the month, from the books. */
export const reportMonths = (tx: Tx, s: Scope, months: number): Promise<{ month: string; balanceMinor: bigint; paidOutMinor: bigint }[]> =>
  tx.query(
    `/* batch */ with moved as (
       select to_char(on_date, 'YYYY-MM') as month, sum(case side when 'debit' then amount_minor else -amount_minor end)::bigint as net,
         coalesce(sum(amount_minor) filter (where kind = 'payout' and side = 'debit'), 0)::bigint as out
       from ledger.published_line where account = $3 and ($1::text is null or branch_id = $1) and on_date <= $2 group by 1),
     calendar as (select to_char(m, 'YYYY-MM') as month from generate_series(date_trunc('month', $2::date) - make_interval(months => $4 - 1), date_trunc('month', $2::date), interval '1 month') m)
     select c.month, coalesce((select sum(net) from moved where moved.month <= c.month), 0)::bigint as "balanceMinor", coalesce(m.out, 0)::bigint as "paidOutMinor"
     from calendar c left join moved m on m.month = c.month order by 1`,
    [s.branchId, s.today, CHART.loanPrincipal, months],
  );

export type Deciding = { decisions: bigint; automatic: bigint; medianMinutes: number | null; p95Minutes: number | null };
export async function reportDeciding(tx: Tx, s: Scope): Promise<Deciding> {
  const [row] = await tx.query<Deciding>(
    `/* batch */ select count(*) as decisions, count(*) filter (where d.outcome in ('approve', 'decline', 'counter_offer')) as automatic,
       percentile_cont(0.5) within group (order by extract(epoch from a.decided_at - a.submitted_at) / 60) as "medianMinutes",
       percentile_cont(0.95) within group (order by extract(epoch from a.decided_at - a.submitted_at) / 60) as "p95Minutes"
     from decisioning.published_decision d join applications.published_application a on a.customer_id = d.customer_id and a.application_id = d.application_id
     where d.made_at >= $2::date - 90 and ($1::text is null or d.branch_id = $1)`,
    [s.branchId, s.today],
  );
  return row as Deciding;
}
/** All-in yearly cost weighted by amount, by grade group and in total (row with group null), of approvals since `from`. */
export const reportCost = (tx: Tx, s: Scope, from: CalendarDate): Promise<{ gradeGroup: string | null; approvals: bigint; irrPpm: bigint }[]> =>
  tx.query(
    `/* batch */ select d.grade_group as "gradeGroup", count(*) as approvals, round(sum(p.irr_ppm::numeric * p.amount_minor) / sum(p.amount_minor))::bigint as "irrPpm"
     from decisioning.published_approval p left join lateral (
       select grade_group from decisioning.published_decision d where d.customer_id = p.customer_id and d.application_id = p.application_id order by attempt desc limit 1) d on true
     where p.approved_at >= $2::date and ($1::text is null or p.branch_id = $1) group by grouping sets ((d.grade_group), ()) order by 1 nulls first`,
    [s.branchId, from],
  );
export const reportAlerts = (tx: Tx, s: Scope): Promise<{ severity: string; n: bigint }[]> =>
  tx.query(
    `/* batch */ select severity, count(*) as n from monitoring.published_alert where state = 'open' and ($1::text is null or branch_id = $1) group by 1`,
    [s.branchId],
  );

export const reportStages = (tx: Tx, s: Scope): Promise<{ stage: string; loans: bigint; balanceMinor: bigint }[]> =>
  tx.query(
    `/* batch */ select stage, count(*) as loans, coalesce(sum(principal_minor), 0)::bigint as "balanceMinor" from servicing.published_loan
     where status <> 'settled' and ($1::text is null or branch_id = $1) group by 1 order by array_position(array['current','M0','M1','M2','M3','M4'], stage)`,
    [s.branchId],
  );
/** Vintage: of the loans of a payout month, the share (by amount) of which an instalment was ever more than 30 days late. */
export const reportVintages = (tx: Tx, s: Scope): Promise<{ month: string; loans: bigint; lentMinor: bigint; everLateMinor: bigint }[]> =>
  tx.query(
    `/* batch */ with late as (
       select customer_id, loan_id, max(coalesce(paid_on, case when due_on < $2 then $2::date end, due_on) - due_on) as worst
       from servicing.published_instalment where due_on < $2 group by customer_id, loan_id)
     select to_char(l.start_on, 'YYYY-MM') as month, count(*) as loans, sum(l.lent_minor)::bigint as "lentMinor", coalesce(sum(l.lent_minor) filter (where t.worst > 30), 0)::bigint as "everLateMinor"
     from servicing.published_loan l left join late t on t.customer_id = l.customer_id and t.loan_id = l.loan_id
     where ($1::text is null or l.branch_id = $1) and l.start_on > $2::date - 400 group by 1 order by 1`,
    [s.branchId, s.today],
  );

/** Columns a portfolio may be cut by; the SQL of each is ours, never the caller's. */
export const CUTS = {
  product: 'l.product_code',
  branch: 'l.branch_id',
  stage: 'l.stage',
  method: 'l.method',
  first_loan: 'l.first_loan::text',
  vintage: `to_char(l.start_on, 'YYYY-MM')`,
} as const;
export type Cut = keyof typeof CUTS;
export const reportPortfolio = (
  tx: Tx,
  s: Scope,
  cut: Cut,
): Promise<{ key: string | null; loans: bigint; balanceMinor: bigint; overdueMinor: bigint; badMinor: bigint; lentMinor: bigint }[]> =>
  tx.query(
    `/* batch */ select ${CUTS[cut]} as key, count(*) filter (where l.status <> 'settled') as loans, coalesce(sum(l.principal_minor), 0)::bigint as "balanceMinor",
       coalesce(sum(l.principal_minor) filter (where l.overdue_minor > 0), 0)::bigint as "overdueMinor",
       coalesce(sum(l.principal_minor) filter (where l.days_past_due > 90), 0)::bigint as "badMinor", coalesce(sum(l.lent_minor), 0)::bigint as "lentMinor"
     from servicing.published_loan l where ($1::text is null or l.branch_id = $1) group by 1 order by 3 desc limit 200`,
    [s.branchId],
  );

/** Minutes an application spends in each state, and how many pass it: where the time goes (S0-15). */
export const reportStageMinutes = (tx: Tx, s: Scope): Promise<{ state: string; passed: bigint; medianMinutes: number; p95Minutes: number }[]> =>
  tx.query(
    `/* batch */ select n.state, count(*) as passed, percentile_cont(0.5) within group (order by extract(epoch from n.left_at - n.entered_at) / 60) as "medianMinutes",
       percentile_cont(0.95) within group (order by extract(epoch from n.left_at - n.entered_at) / 60) as "p95Minutes"
     from applications.published_node n join applications.published_application a on a.customer_id = n.customer_id and a.application_id = n.application_id
     where n.left_at is not null and n.entered_at >= $2::date - 90 and ($1::text is null or a.branch_id = $1) group by 1 order by 4 desc`,
    [s.branchId, s.today],
  );
