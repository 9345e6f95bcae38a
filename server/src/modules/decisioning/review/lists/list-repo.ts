import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import { type GuaranteeType, readCanonical } from '#modules/products';
import type { StaffRole, Tx } from '#platform';
import { reviewColumns } from '../repo.ts';
import type { Conclusion, GradeOverride, Review, ReviewState } from '../types.ts';

type ReviewLine = Review & { readonly pausedFor: string | null };
type Filter = {
  readonly branchId: string | null;
  readonly state: ReviewState | null;
  readonly kind: string | null;
  readonly reviewerId: string | null;
  /** The cases of one application, closed ones too. */
  readonly applicationId: string | null;
  readonly late: boolean | null;
  readonly now: Instant;
  readonly sort: string;
  readonly limit: number;
  readonly offset: number;
};
const SORTS: Readonly<Record<string, string>> = {
  dueAt: 'due_at',
  openedAt: 'opened_at',
  amountMinor: 'amount_minor',
  riskLevel: 'risk_level',
  state: 'state',
};
export const REVIEW_SORTS = Object.keys(SORTS).flatMap((s) => [s, `-${s}`]) as [string, ...string[]];

/** Cases of a branch, or of all of them. Without a state: those that are still in people's hands. */
export async function listReviews(tx: Tx, f: Filter): Promise<{ items: ReviewLine[]; total: number }> {
  const where = `($1::text is null or branch_id = $1) and (case when $2::text is null then state <> 'closed' or $7::text is not null else state = $2 end) and ($3::text is null or kind = $3)
    and ($4::text is null or reviewer_id = $4) and ($5::boolean is null or (state in ('open', 'recommended') and due_at < $6) = $5)
    and ($7::text is null or application_id = $7)`;
  const params = [f.branchId, f.state, f.kind, f.reviewerId, f.late, f.now, f.applicationId];
  const order = `${SORTS[f.sort.replace(/^-/, '')] ?? 'due_at'} ${f.sort.startsWith('-') ? 'desc' : 'asc'}`;
  const items = await tx.query<ReviewLine>(
    `select /* batch */ ${reviewColumns('')}, (select p.reason from decisioning.review_pause p where p.customer_id = review.customer_id and p.review_id = review.id and p.resumed_at is null) as "pausedFor"
     from decisioning.review where ${where} order by ${order}, id limit $8 offset $9`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n from decisioning.review where ${where}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}

export type ApprovalLine = Review & {
  readonly conclusion: Conclusion;
  readonly proposedMinor: bigint | null;
  readonly ratePpm: bigint | null;
  readonly proposedMonths: number | null;
  readonly guarantee: GuaranteeType | null;
  readonly conditions: readonly string[];
  readonly exposureMinor: bigint;
  readonly matrixRatePpm: bigint | null;
  readonly matrixLimitMinor: bigint | null;
  readonly recommendedBy: string;
  readonly recommendedAt: Instant;
};
/** Cases that wait for an approver, with the reviewer's opinion, the most urgent first. */
export async function listApprovals(
  tx: Tx,
  f: { branchId: string | null; roles: readonly StaffRole[] | null; limit: number; offset: number },
): Promise<{ items: ApprovalLine[]; total: number }> {
  const where = `r.state = 'recommended' and ($1::text is null or r.branch_id = $1) and ($2::text[] is null or r.approver_role = any ($2))`;
  const rows = await tx.query<ApprovalLine & { conditions: string }>(
    `select /* batch */ ${reviewColumns('r.')}, o.conclusion, o.amount_minor as "proposedMinor", o.rate_ppm as "ratePpm", o.months as "proposedMonths", o.guarantee, o.conditions,
       o.exposure_minor as "exposureMinor", o.matrix_rate_ppm as "matrixRatePpm", o.matrix_limit_minor as "matrixLimitMinor", o.by_staff as "recommendedBy", o.at as "recommendedAt"
     from decisioning.review r
     join lateral (select * from decisioning.opinion x where x.customer_id = r.customer_id and x.review_id = r.id and x.stage = 'review' order by x.at desc, x.id desc limit 1) o on true
     where ${where} order by r.due_at, r.id limit $3 offset $4`,
    [f.branchId, f.roles, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n from decisioning.review r where ${where}`, [f.branchId, f.roles]);
  return { items: rows.map((r) => ({ ...r, conditions: readCanonical<string[]>(r.conditions) })), total: Number(count?.n ?? 0n) };
}

/** Changes of grade that wait for a second person. */
export const listOverrides = (tx: Tx, branchId: string | null): Promise<GradeOverride[]> =>
  tx.query<GradeOverride>(
    `select /* batch */ customer_id as "customerId", id as "overrideId", rating_id as "ratingId", application_id as "applicationId", from_grade as "fromGrade", to_grade as "toGrade",
       direction, reason, state, asked_by as "askedBy", asked_at as "askedAt", decided_by as "decidedBy", decided_at as "decidedAt"
     from decisioning.grade_override where state = 'asked' and ($1::text is null or branch_id = $1) order by asked_at limit 200`,
    [branchId],
  );

type Span = { readonly from: CalendarDate; readonly to: CalendarDate; readonly branchId: string | null };
const during = (column: string): string => `((${column} at time zone 'Asia/Shanghai')::date between $1 and $2)`;

type Shares = {
  decisions: bigint;
  automatic: bigint;
  referred: bigint;
  appeals: bigint;
  appealsChanged: bigint;
  touches: bigint;
  reviewed: bigint;
};
/** How much was decided by rules alone, and how often people had a hand in it: every tick, pause, opinion and change of grade counts as one touch. */
export async function reportShares(tx: Tx, s: Span): Promise<Shares> {
  const own = '($3::text is null or branch_id = $3)';
  const [row] = await tx.query<Shares>(
    `with d as (select outcome from decisioning.decision_record where ${during('made_at')} and ${own}),
     r as (select customer_id, id, kind, outcome from decisioning.review where ${during('opened_at')} and ${own})
     select /* batch */ (select count(*) from d) as decisions, (select count(*) from d where outcome <> 'refer') as automatic, (select count(*) from d where outcome = 'refer') as referred,
       (select count(*) from r where kind = 'appeal') as appeals, (select count(*) from r where kind = 'appeal' and outcome in ('approved', 'counter_offered')) as "appealsChanged",
       (select count(*) from r) as reviewed,
       (select count(*) from decisioning.review_tick t join r on r.customer_id = t.customer_id and r.id = t.review_id)
         + (select count(*) from decisioning.review_pause p join r on r.customer_id = p.customer_id and r.id = p.review_id)
         + (select count(*) from decisioning.opinion o join r on r.customer_id = o.customer_id and r.id = o.review_id)
         + (select count(*) from decisioning.grade_override where ${during('asked_at')} and ${own}) as touches`,
    [s.from, s.to, s.branchId],
  );
  return row ?? { decisions: 0n, automatic: 0n, referred: 0n, appeals: 0n, appealsChanged: 0n, touches: 0n, reviewed: 0n };
}

type PersonRow = {
  staffId: string;
  opinions: bigint;
  approved: bigint;
  rejected: bigint;
  betterThanTables: bigint;
  gradesAsked: bigint;
  gradesRaised: bigint;
};
/** What each person decided, and how often away from the tables: a rate below, an amount above, or a grade changed. */
export const reportPersons = (tx: Tx, s: Span): Promise<PersonRow[]> =>
  tx.query<PersonRow>(
    `with o as (
       select x.by_staff, x.conclusion, x.amount_minor, x.rate_ppm, x.matrix_rate_ppm, x.matrix_limit_minor from decisioning.opinion x
       join decisioning.review r on r.customer_id = x.customer_id and r.id = x.review_id
       where ${during('x.at')} and ($3::text is null or r.branch_id = $3)),
     g as (select asked_by, direction, state from decisioning.grade_override where ${during('asked_at')} and ($3::text is null or branch_id = $3)),
     p as (select by_staff as staff from o union select asked_by from g)
     select /* batch */ p.staff as "staffId", (select count(*) from o where by_staff = p.staff) as opinions,
       (select count(*) from o where by_staff = p.staff and conclusion in ('approve', 'counter_offer')) as approved,
       (select count(*) from o where by_staff = p.staff and conclusion = 'reject') as rejected,
       (select count(*) from o where by_staff = p.staff and (rate_ppm < matrix_rate_ppm or amount_minor > matrix_limit_minor)) as "betterThanTables",
       (select count(*) from g where asked_by = p.staff) as "gradesAsked",
       (select count(*) from g where asked_by = p.staff and direction = 'up' and state = 'approved') as "gradesRaised"
     from p order by p.staff`,
    [s.from, s.to, s.branchId],
  );

/** Newest decisions of a span: to be computed again. */
export const reportRecordIds = (tx: Tx, s: Span, limit: number): Promise<{ customerId: CustomerId; id: `deci_${string}` }[]> =>
  tx.query(
    `select /* batch */ customer_id as "customerId", id from decisioning.decision_record where ${during('made_at')} and ($3::text is null or branch_id = $3) order by made_at desc, id desc limit $4`,
    [s.from, s.to, s.branchId, limit],
  );
