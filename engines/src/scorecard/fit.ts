import { BINNING_LIMITS, monotoneBins } from './binning.ts';
import type { Attribute, AttributeFit, Bilingual, Bin, Card, Row } from './card.ts';
import { fitLogistic } from './logistic.ts';
import { informationValue, weightsOfEvidence } from './measures/index.ts';
import { refuseScorecard } from './refusals.ts';

/**
 * What the builder is told about an attribute. `direction` states how risk moves with the value ('up' = more is riskier). `missing: 'neutral'` gives
 * an absent value no evidence either way: for fields whose absence only tells how the sample was collected. `order` lists categories from safe to
 * risky: an attribute whose evidence contradicts it is dropped, because a card may not reward what credit sense calls a risk.
 */
export type AttributeSpec = {
  readonly name: string;
  readonly label: Bilingual;
  readonly reasonCode: string;
  readonly missing: 'own' | 'neutral';
} & (
  | { readonly kind: 'numeric'; readonly direction?: 'up' | 'down' }
  | { readonly kind: 'category'; readonly values: Readonly<Record<string, Bilingual>>; readonly order?: readonly string[] }
);
export type CardScale = { readonly baseScore: number; readonly baseOdds: number; readonly pdo: number };
export type CardFit = {
  readonly card: Card;
  readonly fits: readonly AttributeFit[];
  readonly dropped: readonly { readonly name: string; readonly why: 'low_iv' | 'wrong_order' | 'wrong_sign'; readonly value: number }[];
};
export type FitRequest = {
  readonly id: string;
  readonly version: string;
  readonly rows: readonly Row[];
  readonly bad: ArrayLike<number>;
  readonly attributes: readonly AttributeSpec[];
  readonly scale: CardScale;
};

const SMOOTHING = 0.5;
const MIN_IV = 0.005;
const MIN_OWN_SHARE = 0.02;

type Draft = { readonly spec: AttributeSpec; readonly bins: DraftBin[]; readonly iv: number; readonly woe: Float64Array };
/** A bin before points. `own` says whether it is weighed by its own rows; if not it carries no evidence (WOE 0). */
type DraftBin = Omit<Bin, 'points' | 'reason'> & { readonly own: boolean };

/**
 * Builds a points card: monotone bins, weight of evidence, logistic regression for the good outcome, attributes with a wrong (not positive) sign
 * dropped one by one, points scaled by points-to-double-the-odds. Deterministic: same rows in any order give the same card.
 * Refuses `scorecard.one_class`, `scorecard.nothing_left`, `scorecard.no_solution`.
 */
export function fitCard(request: FitRequest): CardFit {
  const { rows, bad } = request;
  const bads = Array.from(bad).reduce((s, b) => s + b, 0);
  if (bads === 0 || bads === rows.length) throw refuseScorecard('scorecard.one_class', { facts: { bads, rows: rows.length } });
  const drafts = request.attributes.map((spec) => draft(spec, rows, bad));
  const unfit = (d: Draft) => (d.iv < MIN_IV ? 'low_iv' : ordered(d) ? undefined : 'wrong_order');
  const dropped: CardFit['dropped'][number][] = drafts.flatMap((d) => {
    const why = unfit(d);
    return why ? [{ name: d.spec.name, why, value: round(d.iv, 6) }] : [];
  });
  let kept = drafts.filter((d) => unfit(d) === undefined);
  const good = Uint8Array.from(bad, (b) => 1 - b);
  for (;;) {
    if (kept.length === 0) throw refuseScorecard('scorecard.nothing_left');
    const fit = fitLogistic(
      kept.map((d) => d.woe),
      good,
    );
    const worst = fit.coefficients.reduce((at, c, i) => (c < (fit.coefficients[at] ?? 0) ? i : at), 0);
    const coefficient = fit.coefficients[worst] ?? 0;
    if (coefficient > 0) return finish(request, kept, fit, dropped);
    dropped.push({ name: kept[worst]?.spec.name ?? '', why: 'wrong_sign', value: round(coefficient, 6) });
    kept = kept.filter((_, i) => i !== worst);
  }
}

/** The evidence falls from the first category of the stated order to the last. */
function ordered({ spec, bins }: Draft): boolean {
  const order = spec.kind === 'category' ? (spec.order ?? []) : [];
  const woes = order.flatMap((value) => bins.find((b) => b.values?.includes(value))?.woe ?? []);
  return woes.every((woe, i) => i === 0 || woe <= (woes[i - 1] ?? woe));
}

function draft(spec: AttributeSpec, rows: readonly Row[], bad: ArrayLike<number>): Draft {
  const bins = spec.kind === 'numeric' ? numericBins(spec, rows, bad) : categoryBins(spec, rows, bad);
  const place = rows.map((row) => placeOf(spec, bins, row[spec.name]));
  const counts = bins.map(() => ({ good: 0, bad: 0 }));
  place.forEach((at, i) => {
    const count = counts[at];
    if (count) count[bad[i] === 1 ? 'bad' : 'good'] += 1;
  });
  const counted = counts.filter((_, i) => bins[i]?.own);
  const evidence = weightsOfEvidence(counted, SMOOTHING)[Symbol.iterator]();
  const weighed = bins.map((b) => ({ ...b, woe: b.own ? round(evidence.next().value ?? 0, 6) : 0 }));
  return { spec, bins: weighed, iv: informationValue(counted, SMOOTHING), woe: Float64Array.from(place, (at) => weighed[at]?.woe ?? 0) };
}

function numericBins(spec: AttributeSpec & { kind: 'numeric' }, rows: readonly Row[], bad: ArrayLike<number>): DraftBin[] {
  const at = rows.flatMap((row, i) => (typeof row[spec.name] === 'number' && Number.isFinite(row[spec.name]) ? [i] : []));
  const values = Float64Array.from(at, (i) => Number(rows[i]?.[spec.name]));
  const outcomes = Uint8Array.from(at, (i) => bad[i] ?? 0);
  const steps = at.length === 0 ? [] : monotoneBins(values, outcomes, BINNING_LIMITS, spec.direction);
  const bins = steps.map((s, i): DraftBin => ({ lo: i === 0 ? null : s.lo, hi: steps[i + 1]?.lo ?? null, own: true, woe: 0 }));
  const missing = { missing: true, own: ownMissing(spec, rows.length - at.length, rows.length), woe: 0 } as const;
  return bins.length > 0 ? [...bins, missing] : [{ lo: null, hi: null, own: false, woe: 0 }, missing];
}

function categoryBins(spec: AttributeSpec & { kind: 'category' }, rows: readonly Row[], bad: ArrayLike<number>): DraftBin[] {
  const counts = new Map<string, { good: number; bad: number }>(Object.keys(spec.values).map((v) => [v, { good: 0, bad: 0 }]));
  let [missing, other] = [0, 0];
  rows.forEach((row, i) => {
    const value = row[spec.name];
    const count = typeof value === 'string' ? counts.get(value) : undefined;
    if (count) count[bad[i] === 1 ? 'bad' : 'good'] += 1;
    else if (value === null || value === undefined || value === '') missing += 1;
    else other += 1;
  });
  const bins: DraftBin[] = [];
  for (const [value, count] of counts) {
    if (count.good > 0 && count.bad > 0 && enough(count.good + count.bad, rows.length)) bins.push({ values: [value], own: true, woe: 0 });
    else other += count.good + count.bad;
  }
  return [...bins, { other: true, own: enough(other, rows.length), woe: 0 }, { missing: true, own: ownMissing(spec, missing, rows.length), woe: 0 }];
}

const enough = (count: number, total: number): boolean => count >= MIN_OWN_SHARE * total;
const ownMissing = (spec: AttributeSpec, count: number, total: number): boolean => spec.missing === 'own' && enough(count, total);

function placeOf(spec: AttributeSpec, bins: readonly DraftBin[], value: Row[string]): number {
  if (spec.kind === 'numeric') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return bins.findIndex((b) => b.missing);
    return bins.findIndex((b) => !b.missing && value >= (b.lo ?? -Infinity) && value < (b.hi ?? Infinity));
  }
  if (typeof value !== 'string' || value === '') return bins.findIndex((b) => b.missing);
  const seen = bins.findIndex((b) => b.values?.includes(value));
  return seen >= 0 ? seen : bins.findIndex((b) => b.other);
}

function finish(request: FitRequest, kept: readonly Draft[], fit: ReturnType<typeof fitLogistic>, dropped: CardFit['dropped']): CardFit {
  const { scale } = request;
  const factor = scale.pdo / Math.LN2;
  const attributes = kept.map(
    (d, j): Attribute => ({
      name: d.spec.name,
      label: d.spec.label,
      kind: d.spec.kind,
      bins: d.bins.map(({ own: _, ...b }) => ({
        ...b,
        points: Math.round(factor * (fit.coefficients[j] ?? 0) * b.woe) + 0,
        reason: reasonOf(d.spec, b),
      })),
    }),
  );
  const basePoints = Math.round(scale.baseScore + factor * (fit.intercept - Math.log(scale.baseOdds)));
  const fits = kept.map((d, j) => ({
    name: d.spec.name,
    iv: round(d.iv, 6),
    coefficient: round(fit.coefficients[j] ?? 0, 6),
    standardError: round(fit.standardErrors[j] ?? 0, 6),
  }));
  return { card: { id: request.id, version: request.version, basePoints, ...scale, attributes }, fits, dropped };
}

function reasonOf(spec: AttributeSpec, bin: Omit<DraftBin, 'own'>): Bin['reason'] {
  const range = rangeText(spec, bin);
  return { code: spec.reasonCode, zh: `${spec.label.zh}：${range.zh}`, en: `${spec.label.en}: ${range.en}` };
}

function rangeText(spec: AttributeSpec, bin: Omit<DraftBin, 'own'>): Bilingual {
  if (bin.missing) return { zh: '未提供', en: 'not provided' };
  if (bin.other) return { zh: '其他', en: 'other' };
  if (spec.kind === 'category') return spec.values[bin.values?.[0] ?? ''] ?? { zh: '其他', en: 'other' };
  const [lo, hi] = [bin.lo ?? null, bin.hi ?? null];
  if (lo === null && hi === null) return { zh: '任意值', en: 'any value' };
  if (lo === null) return { zh: `低于 ${hi}`, en: `below ${hi}` };
  return hi === null ? { zh: `${lo} 及以上`, en: `${lo} or more` } : { zh: `${lo} 至 ${hi}（不含）`, en: `${lo} to under ${hi}` };
}

const round = (value: number, places: number): number => Number(value.toFixed(places));
