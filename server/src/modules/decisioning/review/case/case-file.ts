import { type PricingParameters, priceOf } from '@tallystick/engines/pricing';
import { type CustomerId, Refusal } from '@tallystick/kernel';
import { type Application, application } from '#modules/applications';
import { type ChecklistItem, checklist } from '#modules/documents';
import { type GuaranteeType, type Product, productVersion } from '#modules/products';
import { type Ctx, refusePlatform } from '#platform';
import { type StoredDecision, storedDecision } from '../../deciding/replay.ts';
import { type RecordRow, recordById } from '../../deciding/repo.ts';
import { toolsOf } from '../../deciding/tools.ts';
import { latestRating } from '../../service.ts';
import type { RatingCase } from '../../types.ts';
import { standingElsewhere } from '../repo.ts';
import { type CheckPoint, checkPoints, groupOf, isRisky, isSecured } from '../rules.ts';
import type { CaseTerms, Matrix, Review } from '../types.ts';

/** Everything a person decides on, read once. */
export type CaseFile = {
  readonly review: Review;
  readonly application: Application;
  readonly product: Product;
  readonly record: RecordRow;
  readonly stored: StoredDecision;
  readonly pricing: PricingParameters;
  /** The rating this decision was made with, an approved change of grade included; null when there was none. */
  readonly rating: RatingCase | null;
  readonly papers: readonly ChecklistItem[];
  readonly points: readonly CheckPoint[];
  /** What other applications of this customer may be lent, in minor units. */
  readonly elsewhereMinor: bigint;
};

export async function caseFile(ctx: Ctx, review: Review): Promise<CaseFile> {
  const { customerId } = review;
  const a = await application(ctx, customerId, review.applicationId);
  const record = await recordById(ctx.tx, customerId, review.decisionId);
  if (!record) throw refusePlatform('platform.not_found');
  const stored = storedDecision(record);
  const product = await productVersion(ctx, a.productCode, stored.input.versions.product.version);
  const rating = await ratingOf(ctx, customerId, record);
  const papers = await papersOf(ctx, customerId, product);
  return {
    review,
    application: a,
    product,
    record,
    stored,
    pricing: (await toolsOf(ctx, stored.input.versions)).pricing,
    rating,
    papers,
    points: checkPoints({ product, kind: review.kind, isFirstLoan: a.isFirstLoan === true, riskLevel: record.riskLevel, papers }),
    elsewhereMinor: await standingElsewhere(ctx.tx, customerId, review.applicationId),
  };
}
async function ratingOf(ctx: Ctx, customerId: CustomerId, record: RecordRow): Promise<RatingCase | null> {
  const latest = await latestRating(ctx, customerId);
  return latest !== undefined && latest.ratingId === record.ratingId ? latest : null;
}
/** Papers of the product that were handed in, or that nobody but the applicant can bring. */
async function papersOf(ctx: Ctx, customerId: CustomerId, product: Product): Promise<ChecklistItem[]> {
  const due = new Set(product.documents.filter((d) => d.mandatory && d.obtainableFrom === null).map((d) => d.kind));
  const items = await checklist(
    ctx,
    customerId,
    product.documents.map((d) => d.kind),
  );
  return items.filter((i) => i.state !== 'missing' || due.has(i.kind));
}
export const newestFiles = (file: CaseFile): ReadonlyMap<string, string> =>
  new Map(file.papers.flatMap((p) => (p.documentId === null ? [] : [[p.kind, p.documentId] as const])));

/** What the tables give today's grade for these months and this guarantee; the limit is the decision's own. Null where the tables give nothing. */
export function matrixFor(file: CaseFile, t: { months: number; guarantee: GuaranteeType }): Matrix {
  const grade = file.rating?.grade ?? null;
  const limitMinor = file.stored.output.offer?.limitMinor ?? null;
  if (grade === null) return { ratePpm: null, limitMinor };
  try {
    const { ratePpm } = priceOf(
      { grade, termMonths: t.months, guarantee: t.guarantee, segment: file.product.segmentCode, discounts: [] },
      file.stored.input.lprPpm,
      file.pricing,
    );
    return { ratePpm, limitMinor };
  } catch (error) {
    if (error instanceof Refusal) return { ratePpm: null, limitMinor };
    throw error;
  }
}
/** The case as the authority matrix sees it (handbook 3.6). */
export const authorityCase = (file: CaseFile, terms: Pick<CaseTerms, 'amountMinor' | 'guarantee'>, deviating: boolean) => ({
  exposureMinor: file.elsewhereMinor + terms.amountMinor,
  gradeGroup: groupOf(file.rating?.grade ?? null),
  secured: isSecured(terms.guarantee),
  productCode: file.product.code,
  // High risk and better terms than the tables give: one level up (S3-32, S4-27).
  raised: deviating || isRisky(file.record.riskLevel),
});
