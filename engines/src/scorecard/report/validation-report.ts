import { formatMoney } from '@tallystick/kernel';
import { flatten, sumLeaves } from '../card/flat-trees.ts';
import type { Card, Column } from '../card/types.ts';
import {
  auc,
  aucDifference,
  brier,
  calibration,
  calibrationLine,
  calibrationTable,
  countByBin,
  countByEdges,
  type EvidenceBin,
  evidenceTable,
  gainsTable,
  hosmerLemeshow,
  levelsOf,
  logLoss,
  rankingPower,
  rocCurve,
  separation,
  stabilityTable,
} from '../measures/index.ts';
import { checkPerformanceWindow, monthlyDrift, performanceByMonth, referenceOfRows, scoreBandsOf } from '../monitoring/index.ts';
import {
  approveShare,
  cutOffTable,
  type Economics,
  type FairnessReport,
  fairnessGroups,
  fairnessReport,
  gradeReport,
  swapSet,
} from '../strategy/index.ts';
import type { ReportedAttribute, ReportInput, SampleName, SampleSummary, ScoredSample, SegmentSummary, ValidationReport } from './types.ts';

/** A design value where the bank states none: a bad loan costs what five good ones earn. */
const DEFAULT_ECONOMICS: Economics = { earnedPerGoodMinor: 100_000n, lostPerBadMinor: 500_000n };
/** WOE of the pages is counted as the builder counts it: half a loan added to each side. */
const HALF_A_LOAN = 0.5;

/** Builds the whole report from scored samples. Judged is the test sample where there is one. Same input, same report. */
export function validationReport(input: ReportInput): ValidationReport {
  const { card, train } = input;
  const testName: SampleName = input.test?.kind === 'out_of_time' ? 'out_of_time' : 'test';
  const judgedSample = input.test ?? train;
  const judged: SampleName = input.test ? testName : 'train';
  const samples = [summaryOf('train', train), ...(input.test ? [summaryOf(testName, input.test)] : [])];
  const levels = levelsOf(judgedSample.pd, judgedSample.bad, judgedSample.weight);
  const bands = calibrationTable(judgedSample.pd, judgedSample.bad, judgedSample.weight);
  const economics = input.economics ?? DEFAULT_ECONOMICS;
  const { weight } = judgedSample;
  const cutOffs = cutOffTable(judgedSample.points, judgedSample.bad, economics, weight === undefined ? {} : { weight });
  const stability = input.test ? scoreStability(train, input.test) : null;
  return {
    card,
    record: input.record,
    source: input.source,
    samples,
    judged,
    roc: [
      { sample: 'train', curve: rocCurve(levelsOf(train.pd, train.bad, train.weight)) },
      ...(input.test ? [{ sample: testName, curve: rocCurve(levels) }] : []),
    ],
    scoreCurve: scoreCurve(judgedSample),
    gains: gainsTable(levels),
    calibrationBands: bands,
    hosmerLemeshow: hosmerLemeshow(bands, input.test ? 'other' : 'fitted'),
    calibrationLine: calibrationLine(judgedSample.pd, judgedSample.bad, judgedSample.weight),
    grades: gradeReport(judgedSample.pd, judgedSample.bad, input.test ? 'other' : 'fitted'),
    scoreBands: stability ?? [],
    psi: stability === null ? null : stability.reduce((s, b) => s + b.psi, 0),
    attributes: binPoints(card, train).map((points, a) => reportedAttribute(card, a, points, train, input.test)),
    months: monthsOf(input),
    cutOffs,
    economics,
    benchmark: benchmarkOf(input, cutOffs.best.approvalRate),
    rejectInference: input.rejectInference ?? null,
    crossValidation: input.crossValidation ?? null,
    segments: card.segmentation ? segmentsOf(card, judgedSample) : null,
    fairness: (input.protectedColumns ?? []).map((column) => fairnessOf(card, column, judgedSample, cutOffs.best.points)),
  };
}

const fairnessOf = (card: Card, column: Column, { pd, bad, points }: ScoredSample, cutOff: number): FairnessReport =>
  fairnessReport({
    attribute: column.name,
    inCard: card.attributes.some((a) => a.name === column.name),
    groups: fairnessGroups(column),
    pd,
    bad,
    approved: Uint8Array.from(points, (p) => (p >= cutOff ? 1 : 0)),
  });

/** The report's figures as JSON, money as decimal text; keys in a fixed order, so equal reports are equal bytes. */
export const reportJson = (report: Omit<ValidationReport, 'card'>): string =>
  `${JSON.stringify(report, (_, value: unknown) => (typeof value === 'bigint' ? formatMoney(value) : value), 1)}\n`;

function summaryOf(sample: SampleName, of: ScoredSample): SampleSummary {
  const levels = levelsOf(of.pd, of.bad, of.weight);
  const all = levels.goods + levels.bads;
  const expected = levels.risk.reduce((s, pd, i) => s + pd * (levels.good[i]! + levels.bad[i]!), 0);
  return {
    sample,
    rows: of.pd.length,
    goods: levels.goods,
    bads: levels.bads,
    badRate: levels.bads / all,
    meanPd: expected / all,
    ranking: rankingPower(levels),
    separation: separation(levels),
    brier: brier(of.pd, of.bad, of.weight),
    logLoss: logLoss(of.pd, of.bad, of.weight),
    calibration: calibration(of.pd, of.bad, of.weight),
  };
}

/** Cumulative shares of goods and bads from the lowest points upwards. */
function scoreCurve(of: ScoredSample): ValidationReport['scoreCurve'] {
  const levels = levelsOf(of.points, of.bad, of.weight);
  let [good, bad] = [0, 0];
  const every = Array.from(levels.risk, (points, i) => {
    good += levels.good[i]!;
    bad += levels.bad[i]!;
    return { points, goodShare: good / levels.goods, badShare: bad / levels.bads };
  });
  const step = Math.max(1, Math.floor(every.length / 150));
  return every.filter((_, i) => i % step === 0 || i === every.length - 1);
}

function scoreStability(train: ScoredSample, test: ScoredSample): ValidationReport['scoreBands'] {
  const { edges, counts } = scoreBandsOf(train.points, train.weight);
  const bads = countByEdges(
    test.points,
    edges,
    Float64Array.from(test.bad, (b, i) => (b === 1 ? (test.weight?.[i] ?? 1) : 0)),
  );
  const totals = countByEdges(test.points, edges, test.weight);
  return stabilityTable(counts, totals).map((bin, i) => ({
    ...bin,
    from: edges[i - 1] ?? null,
    to: edges[i] ?? null,
    badRate: totals[i] === 0 ? null : bads[i]! / totals[i]!,
  }));
}

/** Points of each attribute's bins. A tree has none of its own, so its bins get the mean step their rows were given. */
function binPoints(card: Card, train: ScoredSample): number[][] {
  if (!card.trees) return card.attributes.map((a) => a.bins.map((b) => b.points));
  const trees = flatten(card.trees, card.attributes);
  const sums = card.attributes.map((a) => ({ steps: new Float64Array(a.bins.length), rows: new Float64Array(a.bins.length) }));
  const [row, shares] = [new Uint8Array(sums.length), new Float64Array(sums.length)];
  for (let i = 0; i < train.points.length; i += 1) {
    for (let a = 0; a < row.length; a += 1) row[a] = train.bins[a]![i]!;
    sumLeaves(trees, row, shares.fill(0));
    for (const [a, { steps, rows }] of sums.entries()) {
      steps[row[a]!]! += shares[a]! / 1000;
      rows[row[a]!]! += 1;
    }
  }
  return sums.map(({ steps, rows }) => Array.from(steps, (s, k) => (rows[k] === 0 ? 0 : s / rows[k]!)));
}

/** How each segment fares: its own ranking is what it is for. */
function segmentsOf(card: Card, of: ScoredSample): SegmentSummary[] {
  return card.attributes[0]!.bins.map((_, segment) => {
    const rows = Array.from(of.bins[0]!, (place, i) => (place === segment ? i : -1)).filter((i) => i >= 0);
    const [pd, bad] = [rows.map((i) => of.pd[i]!), rows.map((i) => of.bad[i]!)];
    const weight = rows.map((i) => of.weight?.[i] ?? 1);
    const levels = levelsOf(pd, bad, weight);
    const all = levels.goods + levels.bads;
    const expected = pd.reduce((sum, p, i) => sum + p * weight[i]!, 0);
    return { segment, rows: rows.length, bads: levels.bads, badRate: levels.bads / all, meanPd: expected / all, auc: auc(pd, bad, weight) };
  });
}

function reportedAttribute(card: Card, a: number, points: readonly number[], train: ScoredSample, test: ScoredSample | undefined): ReportedAttribute {
  const attribute = card.attributes[a]!;
  // Rows of other segments say nothing about an attribute of this one.
  const own = attribute.bins.filter((b) => !b.outside).length;
  const table = (of: ScoredSample): EvidenceBin[] =>
    evidenceTable(countByBin(of.bins[a]!, of.bad, attribute.bins.length, of.weight).slice(0, own), HALF_A_LOAN);
  const [trained, judged] = [table(train), test === undefined ? undefined : table(test)];
  const totals = (bins: readonly EvidenceBin[]): number[] => bins.map((b) => b.total);
  return {
    name: attribute.name,
    iv: trained.reduce((s, b) => s + b.iv, 0),
    csi: judged === undefined ? null : stabilityTable(totals(trained), totals(judged)).reduce((s, b) => s + b.psi, 0),
    bins: trained.map((bin, i) => {
      const other = judged?.[i];
      return {
        ...bin,
        points: points[i]!,
        cardWoe: attribute.bins[i]!.woe,
        judged: other === undefined ? null : { total: other.total, share: other.share, badRate: other.badRate },
      };
    }),
  };
}

/** Month by month over every row whose month is known, against the training rows. */
function monthsOf(input: ReportInput): ValidationReport['months'] {
  const samples = [input.train, input.test].filter((s): s is ScoredSample => s?.months !== undefined && s.monthOf !== undefined);
  const months = [...new Set(samples.flatMap((s) => s.months!))].sort();
  if (months.length < 2) return null;
  const size = samples.reduce((n, s) => n + s.pd.length, 0);
  const all = <A extends Float64Array | Uint16Array = Float64Array>(
    of: (s: ScoredSample) => ArrayLike<number>,
    joined = new Float64Array(size) as A,
  ): A => {
    let at = 0;
    for (const s of samples) {
      joined.set(of(s), at);
      at += s.pd.length;
    }
    return joined;
  };
  const monthOf = all((s) => {
    const places = s.months!.map((m) => months.indexOf(m));
    return Float64Array.from(s.monthOf!, (m) => places[m]!);
  });
  const bins = input.card.attributes.map((_, a) => all((s) => s.bins[a]!, new Uint16Array(size)));
  const rows = { months, monthOf, bins, points: all((s) => s.points) };
  const { train } = input;
  const reference = referenceOfRows(input.card, {
    months: ['train'],
    monthOf: new Uint8Array(train.pd.length),
    bins: train.bins,
    points: train.points,
  });
  const drift = monthlyDrift(input.card, rows, reference);
  const bad = all((s) => s.bad);
  return {
    outcomes: performanceByMonth({ months, monthOf, pd: all((s) => s.pd), bad }),
    drift: drift.score,
    attributes: drift.attributes,
    window: checkPerformanceWindow(months, monthOf, bad),
  };
}

function benchmarkOf(input: ReportInput, approvalRate: number): ValidationReport['benchmark'] {
  const { benchmark, test } = input;
  if (benchmark === undefined || test === undefined) return null;
  const swap = swapSet(approveShare(benchmark.risk, approvalRate), approveShare(test.pd, approvalRate), test.bad, test.weight);
  return { name: benchmark.name, auc: auc(benchmark.risk, test.bad), ...aucDifference(test.pd, benchmark.risk, test.bad), swap, approvalRate };
}
