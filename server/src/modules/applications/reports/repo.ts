import type { CalendarDate } from '@tallystick/kernel';
import type { Tx } from '#platform';

type Span = { readonly from: CalendarDate; readonly to: CalendarDate; readonly branchId: string | null };
/** Days are the bank's: moments are shifted to China's zone before they are cut. */
const DAY = (column: string): string => `((${column} at time zone 'Asia/Shanghai')::date between $1 and $2) and ($3::text is null or branch_id = $3)`;

type StageRow = { stage: string; cases: bigint; p50: number; p95: number };
/** Minutes from stage to stage: filling in, deciding, getting paid out. The middle and the slow end of each. */
export const reportStages = (tx: Tx, s: Span): Promise<StageRow[]> =>
  tx.query<StageRow>(
    `/* batch */ with a as (select * from applications.application where submitted_at is not null and ${DAY('submitted_at')}),
     t as (
       select 'apply' as stage, extract(epoch from submitted_at - created_at) / 60 as minutes from a
       union all select 'approve', extract(epoch from decided_at - submitted_at) / 60 from a where decided_at is not null
       union all select 'disburse', extract(epoch from m.at - a.decided_at) / 60 from a
         join applications.milestone m on m.customer_id = a.customer_id and m.application_id = a.id and m.kind = 'disbursed' where a.decided_at is not null
     )
     select stage, count(*) as cases, percentile_cont(0.5) within group (order by minutes)::float8 as p50, percentile_cont(0.95) within group (order by minutes)::float8 as p95
     from t group by stage`,
    [s.from, s.to, s.branchId],
  );

type WeekRow = { week: CalendarDate; product_code: string; cases: bigint; within: bigint; late: bigint; p50: number; p95: number };
/** Decisions by week (its Monday) and product: how many kept the promised time, and the minutes they took. */
export const reportWeeks = (tx: Tx, s: Span): Promise<WeekRow[]> =>
  tx.query<WeekRow>(
    `select /* batch */ date_trunc('week', submitted_at at time zone 'Asia/Shanghai')::date as week, product_code, count(*) as cases,
       count(*) filter (where decided_at <= due_at) as within, count(*) filter (where decided_at > due_at) as late,
       percentile_cont(0.5) within group (order by extract(epoch from decided_at - submitted_at) / 60)::float8 as p50,
       percentile_cont(0.95) within group (order by extract(epoch from decided_at - submitted_at) / 60)::float8 as p95
     from applications.application where decided_at is not null and ${DAY('submitted_at')} group by 1, 2 order by 1, 2`,
    [s.from, s.to, s.branchId],
  );

type SatisfactionRow = { product_code: string; cases: bigint; approved: bigint; requested_minor: bigint; approved_minor: bigint };
/** Asked for and approved, by product. What was declined counts as nothing approved. */
export const reportSatisfaction = (tx: Tx, s: Span): Promise<SatisfactionRow[]> =>
  tx.query<SatisfactionRow>(
    `select /* batch */ product_code, count(*) as cases, count(*) filter (where state not in ('declined', 'withdrawn', 'expired') and approved_amount_minor is not null) as approved,
       sum(amount_minor)::bigint as requested_minor,
       coalesce(sum(approved_amount_minor) filter (where state not in ('declined')), 0)::bigint as approved_minor
     from applications.application where decided_at is not null and ${DAY('submitted_at')} group by product_code order by product_code`,
    [s.from, s.to, s.branchId],
  );
