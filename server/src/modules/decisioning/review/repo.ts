import { type CustomerId, type Instant, must } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import { canonicalJson, type GuaranteeType, readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import type { DecisionId, RatingId, ReviewId } from '../types.ts';
import type { GradeOverride, Opinion, Pause, Review, Tick } from './types.ts';

const COLUMNS: readonly (readonly [string, keyof Review])[] = [
  ['customer_id', 'customerId'],
  ['id', 'reviewId'],
  ['branch_id', 'branchId'],
  ['application_id', 'applicationId'],
  ['decision_id', 'decisionId'],
  ['kind', 'kind'],
  ['appeal', 'appeal'],
  ['product_code', 'productCode'],
  ['amount_minor', 'amountMinor'],
  ['months', 'months'],
  ['grade', 'grade'],
  ['risk_level', 'riskLevel'],
  ['state', 'state'],
  ['outcome', 'outcome'],
  ['reviewer_id', 'reviewerId'],
  ['approver_role', 'approverRole'],
  ['opened_at', 'openedAt'],
  ['due_at', 'dueAt'],
  ['closed_at', 'closedAt'],
  ['version', 'version'],
];
/** The columns of a case, of the table that `prefix` names. */
export const reviewColumns = (prefix: '' | 'r.'): string => COLUMNS.map(([column, name]) => `${prefix}${column} as "${name}"`).join(', ');
const REVIEW = reviewColumns('');

export async function insertReview(tx: Tx, r: Review): Promise<void> {
  tx.send(
    `insert into decisioning.review (customer_id, id, branch_id, application_id, decision_id, kind, appeal, product_code, amount_minor, months, grade, risk_level, state, opened_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open', $13, $14)`,
    [
      r.customerId,
      r.reviewId,
      r.branchId,
      r.applicationId,
      r.decisionId,
      r.kind,
      r.appeal,
      r.productCode,
      r.amountMinor,
      r.months,
      r.grade,
      r.riskLevel,
      r.openedAt,
      r.dueAt,
    ],
  );
}
export async function findReview(tx: Tx, customerId: CustomerId, id: ReviewId, lock = false): Promise<Review | undefined> {
  const [row] = await tx.query<Review>(`select ${REVIEW} from decisioning.review where customer_id = $1 and id = $2${lock ? ' for update' : ''}`, [
    customerId,
    id,
  ]);
  return row;
}
/** The case of an application that is still in people's hands. */
export async function openReviewOf(tx: Tx, customerId: CustomerId, applicationId: ApplicationId): Promise<Review | undefined> {
  const [row] = await tx.query<Review>(
    `select ${REVIEW} from decisioning.review where customer_id = $1 and application_id = $2 and state <> 'closed' for update`,
    [customerId, applicationId],
  );
  return row;
}
export const wasReviewed = async (tx: Tx, customerId: CustomerId, decisionId: DecisionId): Promise<boolean> =>
  (await tx.query('select 1 from decisioning.review where customer_id = $1 and decision_id = $2 limit 1', [customerId, decisionId])).length > 0;

/** Moves a case that the transaction holds; answers it as it is now. */
export async function writeReview(
  tx: Tx,
  r: Pick<Review, 'customerId' | 'reviewId' | 'state' | 'outcome' | 'reviewerId' | 'approverRole' | 'dueAt' | 'closedAt'>,
): Promise<Review> {
  const [row] = await tx.query<Review>(
    `update decisioning.review set state = $3, outcome = $4, reviewer_id = $5, approver_role = $6, due_at = $7, closed_at = $8, version = version + 1
     where customer_id = $1 and id = $2 returning ${REVIEW}`,
    [r.customerId, r.reviewId, r.state, r.outcome, r.reviewerId, r.approverRole, r.dueAt, r.closedAt],
  );
  return must(row, 'the case that is held');
}
/** A changed grade is the case's grade. */
export async function writeGrade(tx: Tx, customerId: CustomerId, applicationId: ApplicationId, grade: string): Promise<void> {
  tx.send(`update decisioning.review set grade = $3 where customer_id = $1 and application_id = $2 and state <> 'closed'`, [
    customerId,
    applicationId,
    grade,
  ]);
}
export async function insertTick(tx: Tx, r: { customerId: CustomerId; reviewId: ReviewId }, t: Tick): Promise<void> {
  tx.send(
    'insert into decisioning.review_tick (customer_id, review_id, item, verdict, document_id, remark, ticked_by, ticked_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [r.customerId, r.reviewId, t.item, t.verdict, t.documentId, t.remark, t.tickedBy, t.tickedAt],
  );
}
export const ticksOf = (tx: Tx, customerId: CustomerId, reviewId: ReviewId): Promise<Tick[]> =>
  tx.query<Tick>(
    `select item, verdict, document_id as "documentId", remark, ticked_by as "tickedBy", ticked_at as "tickedAt" from decisioning.review_tick
     where customer_id = $1 and review_id = $2 order by ticked_at, item`,
    [customerId, reviewId],
  );

const PAUSE = `id as "pauseId", kind, reason, due_on as "dueOn", paused_by as "pausedBy", paused_at as "pausedAt", findings, resumed_by as "resumedBy", resumed_at as "resumedAt"`;
export async function insertPause(
  tx: Tx,
  r: { customerId: CustomerId; reviewId: ReviewId },
  p: Pick<Pause, 'pauseId' | 'kind' | 'reason' | 'dueOn' | 'pausedBy' | 'pausedAt'>,
): Promise<void> {
  tx.send(
    'insert into decisioning.review_pause (customer_id, id, review_id, kind, reason, due_on, paused_by, paused_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [r.customerId, p.pauseId, r.reviewId, p.kind, p.reason, p.dueOn, p.pausedBy, p.pausedAt],
  );
}
export const pausesOf = (tx: Tx, customerId: CustomerId, reviewId: ReviewId): Promise<Pause[]> =>
  tx.query<Pause>(`select ${PAUSE} from decisioning.review_pause where customer_id = $1 and review_id = $2 order by paused_at`, [
    customerId,
    reviewId,
  ]);
export async function endPause(tx: Tx, customerId: CustomerId, reviewId: ReviewId, p: { findings: string; by: string; at: Instant }): Promise<void> {
  tx.send(
    'update decisioning.review_pause set findings = $3, resumed_by = $4, resumed_at = $5 where customer_id = $1 and review_id = $2 and resumed_at is null',
    [customerId, reviewId, p.findings, p.by, p.at],
  );
}

type OpinionRow = Omit<Opinion, 'terms' | 'conditions' | 'reasonCodes' | 'matrix'> & {
  amountMinor: bigint | null;
  ratePpm: bigint | null;
  months: number | null;
  guarantee: GuaranteeType | null;
  conditions: string;
  reasonCodes: string;
  matrixRatePpm: bigint | null;
  matrixLimitMinor: bigint | null;
};
const asOpinion = ({ amountMinor, ratePpm, months, guarantee, matrixRatePpm, matrixLimitMinor, ...o }: OpinionRow): Opinion => ({
  ...o,
  conditions: readCanonical<string[]>(o.conditions),
  reasonCodes: readCanonical<string[]>(o.reasonCodes),
  terms: amountMinor === null || ratePpm === null || months === null || guarantee === null ? null : { amountMinor, ratePpm, months, guarantee },
  matrix: { ratePpm: matrixRatePpm, limitMinor: matrixLimitMinor },
});
export async function insertOpinion(tx: Tx, customerId: CustomerId, o: Opinion): Promise<void> {
  tx.send(
    `insert into decisioning.opinion (customer_id, id, review_id, stage, conclusion, amount_minor, rate_ppm, months, guarantee, conditions, reason_codes, opinion,
       matrix_rate_ppm, matrix_limit_minor, exposure_minor, by_staff, at, authority)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      customerId,
      o.opinionId,
      o.reviewId,
      o.stage,
      o.conclusion,
      o.terms?.amountMinor ?? null,
      o.terms?.ratePpm ?? null,
      o.terms?.months ?? null,
      o.terms?.guarantee ?? null,
      canonicalJson(o.conditions),
      canonicalJson(o.reasonCodes),
      o.opinion,
      o.matrix.ratePpm,
      o.matrix.limitMinor,
      o.exposureMinor,
      o.byStaff,
      o.at,
      o.authority,
    ],
  );
}
export const opinionsOf = async (tx: Tx, customerId: CustomerId, reviewId: ReviewId): Promise<Opinion[]> =>
  (
    await tx.query<OpinionRow>(
      `select id as "opinionId", review_id as "reviewId", stage, conclusion, amount_minor as "amountMinor", rate_ppm as "ratePpm", months, guarantee, conditions,
         reason_codes as "reasonCodes", opinion, matrix_rate_ppm as "matrixRatePpm", matrix_limit_minor as "matrixLimitMinor", exposure_minor as "exposureMinor",
         by_staff as "byStaff", at, authority
       from decisioning.opinion where customer_id = $1 and review_id = $2 order by at, id`,
      [customerId, reviewId],
    )
  ).map(asOpinion);

/** What other applications of the customer may still be lent, or were: approvals that stand. */
export async function standingElsewhere(tx: Tx, customerId: CustomerId, applicationId: ApplicationId): Promise<bigint> {
  const [row] = await tx.query<{ minor: bigint }>(
    `select coalesce(sum(amount_minor), 0)::bigint as minor from decisioning.approval where customer_id = $1 and application_id <> $2 and state = 'standing'`,
    [customerId, applicationId],
  );
  return row?.minor ?? 0n;
}

const OVERRIDE = `customer_id as "customerId", id as "overrideId", rating_id as "ratingId", application_id as "applicationId", from_grade as "fromGrade", to_grade as "toGrade",
  direction, reason, state, asked_by as "askedBy", asked_at as "askedAt", decided_by as "decidedBy", decided_at as "decidedAt"`;
/** Answers false when a change of this rating is asked for or approved already. */
export async function insertOverride(tx: Tx, branchId: string, o: GradeOverride): Promise<boolean> {
  const made = await tx.query(
    `insert into decisioning.grade_override (customer_id, id, branch_id, rating_id, application_id, from_grade, to_grade, direction, reason, state, asked_by, asked_at, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing returning id`,
    [
      o.customerId,
      o.overrideId,
      branchId,
      o.ratingId,
      o.applicationId,
      o.fromGrade,
      o.toGrade,
      o.direction,
      o.reason,
      o.state,
      o.askedBy,
      o.askedAt,
      o.decidedBy,
      o.decidedAt,
    ],
  );
  return made.length === 1;
}
export async function findOverride(tx: Tx, customerId: CustomerId, id: string): Promise<GradeOverride | undefined> {
  const [row] = await tx.query<GradeOverride>(`select ${OVERRIDE} from decisioning.grade_override where customer_id = $1 and id = $2 for update`, [
    customerId,
    id,
  ]);
  return row;
}
export const overridesOf = (tx: Tx, customerId: CustomerId, ratingId: RatingId): Promise<GradeOverride[]> =>
  tx.query<GradeOverride>(`select ${OVERRIDE} from decisioning.grade_override where customer_id = $1 and rating_id = $2 order by asked_at`, [
    customerId,
    ratingId,
  ]);
export async function decideOverride(
  tx: Tx,
  o: { customerId: CustomerId; id: string; state: 'approved' | 'refused'; by: string; at: Instant },
): Promise<void> {
  tx.send('update decisioning.grade_override set state = $3, decided_by = $4, decided_at = $5 where customer_id = $1 and id = $2', [
    o.customerId,
    o.id,
    o.state,
    o.by,
    o.at,
  ]);
}
