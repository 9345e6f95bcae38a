import type { Offer as PricedOffer } from '@tallystick/engines/pricing';
import { FIVE_FACTOR_V1, fiveFactorView } from '@tallystick/engines/rating';
import { type CustomerId, formatMoney, formatPercent } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import { readCanonical } from '#modules/products';
import { type Ctx, refusePlatform } from '#platform';
import type { StoredDecision } from './deciding/replay.ts';
import { replayDecision, storedDecision } from './deciding/replay.ts';
import { newestRecord, newestRun, type RecordRow, recordById } from './deciding/repo.ts';
import { bureauView, type Features } from './rating/facts.ts';
import { liveOffer, offerBody, type RatingFile, ratingFile } from './rating/repo.ts';
import type { StoredRating } from './rating/store.ts';
import type { DecisionId, Offer, RatingId } from './types.ts';

const shown = (value: unknown, unit: string): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return unit === 'minor' ? formatMoney(value) : unit === 'ppm' ? formatPercent(value) : String(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
};
export const featureList = (f: Features) =>
  Object.entries(f).map(([name, x]) => ({
    name,
    value: shown(x.value, x.unit),
    unit: x.unit,
    source: x.source,
    asOf: x.asOf,
    window: x.window,
    missingReason: x.missingReason,
  }));

/** A rating as people read it: sub-scores, what cost points, what would help, what would not. */
export function ratingView(row: RatingFile) {
  const { rating, unrated, reasons } = readCanonical<StoredRating>(row.body);
  const { features } = readCanonical<{ features: Features }>(row.input);
  const labels = new Map(rating?.contributions.map((c) => [c.factor, c.label]));
  return {
    ratingId: row.id,
    state: row.state,
    grade: rating?.grade ?? null,
    scoreGrade: rating?.scoreGrade ?? null,
    scoreTenths: rating?.totalTenths ?? null,
    pdPpm: rating?.pdPpm ?? null,
    riskLevel: null,
    ratedOn: row.ratedOn,
    ratedAt: row.ratedAt,
    expiresOn: row.expiresOn,
    why: row.why,
    missing: unrated,
    model: `${row.modelId} ${row.modelVersion}`,
    parameters: rating ? `${rating.parameters.id} ${rating.parameters.version}` : String(row.parametersVersion),
    subScores: rating ? [...rating.subScores] : [],
    contributions: (rating?.contributions ?? []).map((c) => ({
      factor: c.factor,
      group: c.group,
      label: c.label,
      value: c.value === null ? null : String(c.value),
      tenths: c.tenths,
      lostTenths: c.lostTenths,
    })),
    caps: (rating?.rulesApplied ?? []).map(({ code, zh, en }) => ({ code, zh, en })),
    reasons: reasons.map(({ code, zh, en }) => ({ code, zh, en })),
    nextGrade: rating?.improvements.nextGrade ?? null,
    missingTenths: rating?.improvements.missingTenths ?? 0,
    improvements: (rating?.improvements.helps ?? []).map((h) => ({
      factor: h.factor,
      text: h.text,
      gainTenths: h.gainTenths,
      gradeAfter: h.gradeAfter,
      reachesNextGrade: h.reachesNextGrade,
    })),
    noHelp: (rating?.improvements.noHelp ?? []).map((n) => ({
      factor: n.factor,
      why: n.why,
      label: labels.get(n.factor as never) ?? { zh: n.factor, en: n.factor },
    })),
    fiveFactors: (({ notice, score, parts }) => ({ notice, score, parts: [...parts] }))(fiveFactorView(bureauView(features), FIVE_FACTOR_V1)),
    card: rating
      ? {
          points: rating.card.points,
          pdPpm: rating.card.pdPpm,
          contributions: rating.card.contributions.map((c) => ({
            attribute: c.attribute,
            value: c.value === null ? null : String(c.value),
            points: c.points,
            lostPoints: c.lostPoints,
          })),
        }
      : null,
  };
}

function pricedView(o: PricedOffer | null) {
  return {
    priceLines: (o?.price.lines ?? []).map(({ code, zh, en, ppm }) => ({ code, zh, en, ppm })),
    buildUp: (o?.buildUp.lines ?? []).map(({ code, zh, en, ppm }) => ({ code, zh, en, ppm })),
    bounds: (o?.limit.bounds ?? []).map(({ code, zh, en, amountMinor }) => ({ code, zh, en, amountMinor })),
  };
}
async function offerView(ctx: Ctx, o: Offer) {
  const body = readCanonical<PricedOffer>((await offerBody(ctx.tx, o.customerId, o.offerId)) ?? 'null');
  const { customerId: _, ...shownOffer } = o;
  return { ...shownOffer, ...pricedView(body), binding: body.limit.binding, guarantee: body.guarantee, ruleIds: [...body.ruleIds] };
}

const progressOf = async (ctx: Ctx, customerId: CustomerId, subject: string) => {
  const run = await newestRun(ctx.tx, customerId, subject);
  return run ? { state: run.state, missing: run.missing === '' ? [] : run.missing.split(','), startedAt: run.startedAt } : null;
};

/** The grade page: newest rating, or how far the first one is. */
export async function gradePage(ctx: Ctx, customerId: CustomerId, ratingId: RatingId | null = null) {
  const row = await ratingFile(ctx.tx, customerId, ratingId);
  const features = row ? readCanonical<{ features: Features }>(row.input).features : {};
  return { rating: row ? ratingView(row) : null, features: featureList(features), progress: await progressOf(ctx, customerId, 'offer') };
}
/** Offers that stand today, largest first. */
export async function offersPage(ctx: Ctx, customerId: CustomerId, codes: readonly string[]) {
  const items = [];
  for (const code of codes) {
    const o = await liveOffer(ctx.tx, customerId, code, ctx.today);
    if (o) items.push(await offerView(ctx, o));
  }
  items.sort((a, b) => (a.limitMinor > b.limitMinor ? -1 : 1));
  return { items, total: items.length, progress: await progressOf(ctx, customerId, 'offer') };
}

const text = (v: unknown): string => String(v);
function recordView(row: RecordRow, { input, output }: StoredDecision, proof: { equal: boolean; sealed: boolean }) {
  const v = input.versions;
  return {
    decisionId: row.id,
    applicationId: row.applicationId,
    attempt: row.attempt,
    outcome: row.outcome,
    riskLevel: row.riskLevel,
    madeAt: row.madeAt,
    sha256: row.sha256,
    sealed: proof.sealed,
    replayEqual: proof.equal,
    versions: [
      { what: v.model.id, version: v.model.version },
      ...[v.rating, v.policy, v.pricing].map((s) => ({ what: s.name, version: String(s.version) })),
      { what: v.product.code, version: String(v.product.version) },
    ],
    reasons: output.reasons.map(({ code, zh, en }) => ({ code, zh, en })),
    hits: output.rules.reasons.map(({ table, row: at, outcome, code, zh, en }) => ({ table, row: at, outcome, code, zh, en })),
    trace: output.rules.trace.flatMap((t) =>
      t.rows.map((r) => ({
        table: t.table,
        row: r.row,
        code: r.code,
        result: r.result,
        checks: r.checks.map((c) => ({ ...c, threshold: c.threshold.map(text), value: c.value === null ? null : text(c.value) })),
      })),
    ),
    features: featureList(input.features),
    terms: output.terms,
    limitMinor: output.offer?.limitMinor ?? null,
    ...pricedView(output.offer),
    expectedLossMinor: output.expectedLossMinor,
  };
}

/** A decision opened up: every input with its source, every rule with its threshold, every version, and the proof by replay. */
export async function decisionPage(ctx: Ctx, customerId: CustomerId, where: { decisionId: DecisionId } | { applicationId: ApplicationId }) {
  const row =
    'decisionId' in where ? await recordById(ctx.tx, customerId, where.decisionId) : await newestRecord(ctx.tx, customerId, where.applicationId);
  if (!row) throw refusePlatform('platform.not_found');
  const proof = await replayDecision(ctx, customerId, row.id);
  const file = row.ratingId === null ? undefined : await ratingFile(ctx.tx, customerId, row.ratingId as RatingId);
  return { ...recordView(row, storedDecision(row), proof), rating: file ? ratingView(file) : null };
}
export const applicationProgress = (ctx: Ctx, customerId: CustomerId, applicationId: ApplicationId) => progressOf(ctx, customerId, applicationId);
