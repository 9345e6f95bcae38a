import type { Grade, GradeGroup } from '@tallystick/engines/rating';
import { type CalendarDate, type CustomerId, type Instant, must } from '@tallystick/kernel';
import { readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import type { Offer, OfferId, RatingCase, RatingId, Reason, RiskLevel } from '../types.ts';
import type { CardBasis } from './facts.ts';
import type { LateInstalment } from './lateness.ts';

type RatingRow = {
  customer_id: CustomerId;
  id: RatingId;
  grade: Grade;
  to_grade: Grade | null;
  grade_group: GradeGroup;
  score_tenths: number;
  pd_ppm: bigint;
  risk_level: RiskLevel;
  rated_on: CalendarDate;
  rated_at: Instant;
  expires_on: CalendarDate;
  body: string;
};
const RATING = `select r.customer_id, r.id, r.grade, o.to_grade, r.grade_group, r.score_tenths, r.pd_ppm, r.risk_level, r.rated_on, r.rated_at, r.expires_on, r.body
  from decisioning.rating_case r left join decisioning.grade_override o on o.customer_id = r.customer_id and o.rating_id = r.id and o.state = 'approved'`;
const asRating = (r: RatingRow, group: (grade: Grade) => GradeGroup): RatingCase => ({
  ratingId: r.id,
  customerId: r.customer_id,
  grade: r.to_grade ?? r.grade,
  modelGrade: r.grade,
  gradeGroup: group(r.to_grade ?? r.grade),
  scoreTenths: r.score_tenths,
  pdPpm: r.pd_ppm,
  riskLevel: r.risk_level,
  ratedOn: r.rated_on,
  ratedAt: r.rated_at,
  expiresOn: r.expires_on,
  reasons: readCanonical<{ reasons: Reason[] }>(r.body).reasons,
});

/** The newest rating that came to a grade. */
export async function newestRating(tx: Tx, customerId: CustomerId, group: (grade: Grade) => GradeGroup): Promise<RatingCase | undefined> {
  const [row] = await tx.query<RatingRow>(`${RATING} where r.customer_id = $1 and r.state = 'rated' order by r.rated_at desc, r.id desc limit 1`, [
    customerId,
  ]);
  return row && asRating(row, group);
}

type OfferRow = {
  customer_id: CustomerId;
  id: OfferId;
  product_code: string;
  product_version: number;
  grade: Grade;
  limit_minor: bigint;
  rate_ppm: bigint;
  months: number;
  irr_ppm: bigint;
  made_at: Instant;
  valid_until: CalendarDate;
};
/** The offer that stands, of one product or of any, largest first; none after its last day. */
export async function liveOffer(tx: Tx, customerId: CustomerId, productCode: string | null, on: CalendarDate): Promise<Offer | undefined> {
  const [r] = await tx.query<OfferRow>(
    `select customer_id, id, product_code, product_version, grade, limit_minor, rate_ppm, months, irr_ppm, made_at, valid_until from decisioning.offer
     where customer_id = $1 and state = 'live' and valid_until >= $2 and ($3::text is null or product_code = $3) order by limit_minor desc limit 1`,
    [customerId, on, productCode],
  );
  return (
    r && {
      offerId: r.id,
      customerId: r.customer_id,
      productCode: r.product_code,
      productVersion: r.product_version,
      grade: r.grade,
      limitMinor: r.limit_minor,
      ratePpm: r.rate_ppm,
      months: r.months,
      irrPpm: r.irr_ppm,
      madeAt: r.made_at,
      validUntil: r.valid_until,
    }
  );
}

export type NewRating = {
  customerId: CustomerId;
  id: RatingId;
  branchId: string;
  collectionId: string;
  why: string;
  state: 'rated' | 'insufficient';
  grade: Grade | null;
  gradeGroup: GradeGroup | null;
  scoreTenths: number | null;
  pdPpm: bigint | null;
  riskLevel: RiskLevel;
  input: string;
  inputHash: string;
  body: string;
  modelId: string;
  modelVersion: string;
  parametersVersion: number;
  ratedOn: CalendarDate;
  ratedAt: Instant;
  expiresOn: CalendarDate | null;
};
export async function insertRating(tx: Tx, r: NewRating): Promise<void> {
  tx.send(
    `insert into decisioning.rating_case (customer_id, id, branch_id, collection_id, why, state, grade, grade_group, score_tenths, pd_ppm, risk_level, input, input_hash, body, model_id, model_version, parameters_version, rated_on, rated_at, expires_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      r.customerId,
      r.id,
      r.branchId,
      r.collectionId,
      r.why,
      r.state,
      r.grade,
      r.gradeGroup,
      r.scoreTenths,
      r.pdPpm,
      r.riskLevel,
      r.input,
      r.inputHash,
      r.body,
      r.modelId,
      r.modelVersion,
      r.parametersVersion,
      r.ratedOn,
      r.ratedAt,
      r.expiresOn,
    ],
  );
}
export type RatingFile = {
  id: RatingId;
  state: 'rated' | 'insufficient';
  collectionId: string;
  why: string;
  input: string;
  body: string;
  modelId: string;
  modelVersion: string;
  parametersVersion: number;
  ratedOn: CalendarDate;
  ratedAt: Instant;
  expiresOn: CalendarDate | null;
  grade: Grade | null;
  scoreTenths: number | null;
};
/** The newest rating with everything it was made of, whether or not it came to a grade. */
export async function ratingFile(tx: Tx, customerId: CustomerId, id: RatingId | null = null): Promise<RatingFile | undefined> {
  const [row] = await tx.query<RatingFile>(
    `select id, state, collection_id as "collectionId", why, input, body, model_id as "modelId", model_version as "modelVersion", parameters_version as "parametersVersion", rated_on as "ratedOn", rated_at as "ratedAt", expires_on as "expiresOn",
       grade, score_tenths as "scoreTenths" from decisioning.rating_case where customer_id = $1 and ($2::text is null or id = $2) order by rated_at desc, id desc limit 1`,
    [customerId, id],
  );
  return row;
}
export const ratingsOf = (
  tx: Tx,
  customerId: CustomerId,
): Promise<
  {
    id: RatingId;
    state: string;
    grade: Grade | null;
    scoreTenths: number | null;
    riskLevel: RiskLevel | null;
    why: string;
    ratedOn: CalendarDate;
    expiresOn: CalendarDate | null;
    modelVersion: string;
  }[]
> =>
  tx.query(
    `select id, state, grade, score_tenths as "scoreTenths", risk_level as "riskLevel", why, rated_on as "ratedOn", expires_on as "expiresOn", model_version as "modelVersion" from decisioning.rating_case where customer_id = $1 order by rated_at desc, id desc limit 100`,
    [customerId],
  );
export async function insertOffer(tx: Tx, o: Offer & { branchId: string; ratingId: RatingId; body: string }): Promise<void> {
  tx.send(`update decisioning.offer set state = 'replaced' where customer_id = $1 and product_code = $2 and state = 'live'`, [
    o.customerId,
    o.productCode,
  ]);
  tx.send(
    `insert into decisioning.offer (customer_id, id, branch_id, rating_id, product_code, product_version, grade, limit_minor, rate_ppm, months, irr_ppm, body, state, made_at, valid_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'live', $13, $14)`,
    [
      o.customerId,
      o.offerId,
      o.branchId,
      o.ratingId,
      o.productCode,
      o.productVersion,
      o.grade,
      o.limitMinor,
      o.ratePpm,
      o.months,
      o.irrPpm,
      o.body,
      o.madeAt,
      o.validUntil,
    ],
  );
}
export async function endOffers(tx: Tx, customerId: CustomerId, productCode: string): Promise<void> {
  tx.send(`update decisioning.offer set state = 'replaced' where customer_id = $1 and product_code = $2 and state = 'live'`, [
    customerId,
    productCode,
  ]);
}
/** Ends every offer that stands; answers how many there were. */
export async function withdrawOffers(tx: Tx, customerId: CustomerId): Promise<number> {
  const ended = await tx.query(`update decisioning.offer set state = 'withdrawn' where customer_id = $1 and state = 'live' returning id`, [
    customerId,
  ]);
  return ended.length;
}
export async function offerBody(tx: Tx, customerId: CustomerId, id: OfferId): Promise<string | undefined> {
  const [row] = await tx.query<{ body: string }>('select body from decisioning.offer where customer_id = $1 and id = $2', [customerId, id]);
  return row?.body;
}

/** Replaces what is known of a loan. */
export async function writeLateness(tx: Tx, l: { customerId: CustomerId; loanId: string; late: readonly LateInstalment[] }): Promise<void> {
  tx.send('delete from decisioning.late_instalment where customer_id = $1 and loan_id = $2', [l.customerId, l.loanId]);
  tx.send(
    `insert into decisioning.late_instalment (customer_id, loan_id, no, due_on, paid_on)
     select $1, $2, * from unnest($3::int[], $4::date[], $5::date[])`,
    [l.customerId, l.loanId, l.late.map((i) => i.no), l.late.map((i) => i.dueOn), l.late.map((i) => i.paidOn)],
  );
}
export const lateInstalments = (tx: Tx, customerId: CustomerId): Promise<LateInstalment[]> =>
  tx.query('select no, due_on as "dueOn", paid_on as "paidOn" from decisioning.late_instalment where customer_id = $1', [customerId]);

async function parameterOn(tx: Tx, name: string, on: CalendarDate): Promise<string> {
  const [row] = await tx.kept<{ value: string }>(
    'select value from decisioning.parameter where name = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2)',
    [name, on],
  );
  return must(row, `parameter ${name} on ${on}`).value;
}
/** What the merchant card is read against on a day, from dated rows. */
export const cardBasis = async (tx: Tx, on: CalendarDate): Promise<CardBasis> => ({
  gdpPerHeadMinor: BigInt(await parameterOn(tx, 'gdp_per_head_minor', on)),
  lenderProvince: await parameterOn(tx, 'lender_province', on),
});
