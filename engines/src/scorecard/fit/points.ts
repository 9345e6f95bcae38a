import type { Binned } from '../bin/attribute.ts';
import { ownPoints, scoreLevels } from '../calibrate/score-levels.ts';
import { levelShift } from '../card/recalibrate.ts';
import type { Attribute, AttributeFit, Build, Card, CardKind, Dropped } from '../card/types.ts';
import { reasonOf } from '../card/wording.ts';
import { scoreBandsOf } from '../monitoring/drift.ts';
import { refuseScorecard } from '../refusals.ts';
import { correlations, inflations, relatedInputs } from '../select/related.ts';
import { eliminate } from '../select/stepwise.ts';
import { namesProtected } from '../strategy/fairness.ts';
import { codedDesign, type Design } from './design.ts';
import { fitNonNegative, type LogisticFit, solveLogistic } from './logistic.ts';
import { forcedOf, type Prepared } from './prepare.ts';

/** The figure of each cell: the WOE of its bin. */
const figuresOf = (a: Binned): Float64Array => Float64Array.from(a.place, (p) => a.bins[p]!.woe);
const designFor = (p: Prepared, attributes: readonly Binned[]): Design =>
  codedDesign(
    attributes.map((a) => ({ codes: a.cells.codes, figures: figuresOf(a) })),
    p.good,
    p.weights,
  );

/** Keeps the leading 1 and the chosen inputs. */
const narrowed = (design: Design, kept: readonly number[]): Design => ({
  ...design,
  columns: [design.columns[0]!, ...kept.map((j) => design.columns[j + 1]!)],
});

/**
 * The points card: weight of evidence, related attributes out, logistic regression with no negative coefficient, then the fit of what is left with its
 * standard errors. `shrink` draws the points together for rows not seen. Refuses scorecard.nothing_left.
 */
export function fitPoints(prepared: Prepared, shrink = 1): Build {
  const { settings, attributes } = prepared;
  const dropped: Dropped[] = [...prepared.dropped];
  const drop = (a: Binned, d: Omit<Dropped, 'name' | 'cost'>): unknown =>
    dropped.push({ name: a.cells.name, cost: a.iv, ...d, value: places(d.value) });
  const all = designFor(prepared, attributes);
  const related = correlations(all);
  const unrelated = relatedInputs(related, attributes.length, settings.maxCorrelation, settings.maxVif);
  for (const { at, why, value, against } of unrelated.dropped)
    drop(attributes[at]!, { why, value, ...(against === undefined ? {} : { against: attributes[against]!.cells.name }) });
  const competing = unrelated.kept.length === attributes.length ? all : narrowed(all, unrelated.kept);
  const { beta, leaning } = fitNonNegative(competing);
  const right: number[] = [];
  unrelated.kept.forEach((at, j) => {
    if (beta[j + 1]! > 1e-4) right.push(j);
    else drop(attributes[at]!, { why: 'wrong_sign', value: Math.min(leaning[j + 1]!, beta[j + 1]!) });
  });
  if (right.length === 0) throw refuseScorecard('scorecard.nothing_left');
  const fitOf = (of: readonly number[]): LogisticFit =>
    solveLogistic(
      of.length === unrelated.kept.length ? competing : narrowed(competing, of),
      Float64Array.from([beta[0]!, ...of.map((j) => beta[j + 1]!)]),
    );
  const { kept: strong, fit, out } = eliminate(right, fitOf, settings.maxPValue);
  for (const { at, pValue } of out) drop(attributes[unrelated.kept[at]!]!, { why: 'insignificant', value: pValue });
  const kept = strong.map((j) => unrelated.kept[j]!);
  const vif = inflations(related, attributes.length, kept);
  return written(
    prepared,
    kept.map((at) => attributes[at]!),
    fit,
    vif,
    dropped,
    shrink,
  );
}

function written(
  prepared: Prepared,
  kept: readonly Binned[],
  fit: LogisticFit,
  vif: readonly number[],
  dropped: readonly Dropped[],
  shrink: number,
): Build {
  const factor = (shrink * prepared.settings.pdo) / Math.LN2;
  const shares = kept.map((a, j) => a.bins.map((b) => factor * places(fit.coefficients[j]!) * b.woe));
  const card = cardOf(prepared, 'points', kept, shares, fit.intercept);
  const fits = kept.map(
    (a, j): AttributeFit => ({
      name: a.cells.name,
      iv: a.iv,
      coefficient: places(fit.coefficients[j]!),
      standardError: places(fit.standardErrors[j]!),
      vif: places(vif[j]!),
    }),
  );
  return built(card, recordOf(prepared, 'points', kept, fits, fit.intercept, dropped, shrink), kept, prepared);
}

const places = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

/** Writes attributes with whole points. `shares` are the points before rounding, by attribute and bin; `intercept` is in log-odds of good. */
export function cardOf(prepared: Prepared, kind: CardKind, kept: readonly Binned[], shares: readonly (readonly number[])[], intercept: number): Card {
  const { settings: s, request } = prepared;
  const factor = s.pdo / Math.LN2;
  const attributes = kept.map((a, j): Attribute => {
    const { name } = a.cells;
    const hint = request.hints?.[name] ?? {};
    const code = hint.reasonCode ?? `R${String(j + 1).padStart(2, '0')}`;
    const bins = a.bins.map(({ goods, bads, woe, ...held }, i) => ({
      ...held,
      woe,
      points: Math.round(shares[j]![i]!) + 0,
      reason: reasonOf(name, a.cells.kind, held, hint, code),
      goods: places(goods),
      bads: places(bads),
    }));
    return { name, label: hint.label ?? { zh: name, en: name }, kind: a.cells.kind, trend: a.trend, bins };
  });
  return {
    id: request.id,
    version: request.version,
    kind,
    basePoints: Math.round(s.baseScore + factor * (intercept - Math.log(s.baseOdds))),
    baseScore: s.baseScore,
    baseOdds: s.baseOdds,
    pdo: s.pdo,
    attributes,
  };
}

/** Adds the points of the training rows and where they stood, and sets base points to the whole point at which their PDs come nearest to their bads. */
export function built(card: Card, record: Build['record'], kept: readonly Binned[], { request, settings, weights }: Prepared): Build {
  const points = ownPoints(card, kept);
  const levels = scoreLevels(points, request.bad, weights);
  const total = levels.goods.map((g, i) => g + levels.bads[i]!);
  const shift = card.kind === 'points' && settings.calibrate === 0 ? 0 : levelShift(card, levels.points, record.bads, total);
  const level = points.map((p) => p + shift);
  return { card: { ...card, basePoints: card.basePoints + shift, scoreBands: scoreBandsOf(level, weights) }, record, points: level };
}

/** What the build is remembered by. */
export function recordOf(
  prepared: Prepared,
  kind: CardKind,
  kept: readonly Binned[],
  fits: readonly AttributeFit[],
  intercept: number,
  dropped: readonly Dropped[],
  shrink: number,
): Build['record'] {
  const { request, settings, goods, bads, warnings } = prepared;
  const names = kept.map((a) => a.cells.name).filter(namesProtected);
  const protectedInUse = names.map((name) => ({ code: 'protected_in_use', name, value: 1 }) as const);
  const order = [...dropped].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    kind,
    rows: request.table.rows,
    goods: places(goods),
    bads: places(bads),
    intercept: places(intercept),
    ...(shrink === 1 ? {} : { shrink }),
    fits,
    dropped: order,
    forced: forcedOf(kept),
    warnings: [...warnings, ...protectedInUse],
    settings: { ...settings, weighted: request.weights !== undefined, protectedNames: request.protectedNames ?? [] },
  };
}
