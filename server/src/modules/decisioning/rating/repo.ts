import type { Grade, GradeGroup } from '@tallystick/engines/rating';
import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import { readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import type { Offer, OfferId, RatingCase, RatingId, Reason, RiskLevel } from '../types.ts';

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
