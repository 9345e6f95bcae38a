import type { Attribute, Card, ScoreBands } from '../card/types.ts';
import { countByEdges, psiNoise, quantileEdges, type StabilityBin, stabilityTable, type Values } from '../measures/index.ts';

/** Rows scored by one card, with the month each belongs to. `bins[a][i]` is the place of row i's bin in attribute a of the card. */
export type ScoredRows = {
  readonly months: readonly string[];
  /** Place in `months` for each row. */
  readonly monthOf: ArrayLike<number>;
  readonly bins: readonly ArrayLike<number>[];
  readonly points: Values;
  readonly weight?: Values;
};

/** Rows by month: how many in each bin of an attribute, and how many between the edges of score bands. */
export type CountedRows = {
  readonly months: readonly string[];
  readonly bins: (attribute: number) => readonly Float64Array[];
  readonly bands: (edges: readonly number[]) => readonly Float64Array[];
};
const countedRows = (card: Card, rows: ScoredRows): CountedRows => ({
  months: rows.months,
  bins: (a) => countByMonth(rows, a, card.attributes[a]!.bins.length),
  bands: (edges) => bandCounts(rows, edges),
});

/** What months are compared with: rows by score band, and rows by bin of each attribute. */
export type Reference = { readonly source: 'card' | 'rows'; readonly scoreBands: ScoreBands; readonly bins: readonly (readonly number[])[] };

/** Ten bands of about equal rows, by points. */
export function scoreBandsOf(points: Values, weight?: Values): ScoreBands {
  const edges = quantileEdges(points);
  return { edges, counts: Array.from(countByEdges(points, edges, weight)) };
}

/** The reference a card carries itself; undefined for a card written by hand, which knows no counts. */
export function referenceOfCard(card: Card): Reference | undefined {
  const bins = card.attributes.map((a) => a.bins.map((b) => (b.goods ?? 0) + (b.bads ?? 0)));
  if (card.scoreBands === undefined || bins.some((counts) => counts.every((n) => n === 0))) return undefined;
  return { source: 'card', scoreBands: card.scoreBands, bins };
}

/** A reference made of rows, for a card that carries none: usually the first months it was live. */
export function referenceOfRows(card: Card, rows: ScoredRows): Reference {
  const one = { ...rows, months: ['all'], monthOf: new Uint8Array(rows.points.length) };
  return {
    source: 'rows',
    scoreBands: scoreBandsOf(rows.points, rows.weight),
    bins: card.attributes.map((a, i) => Array.from(countByMonth(one, i, a.bins.length)[0]!)),
  };
}

export type Level = 'stable' | 'watch' | 'act';
export type Thresholds = { readonly watch: number; readonly act: number };
/** The customary lines of the index: from 0.10 look, from 0.25 act. */
export const PSI_THRESHOLDS: Thresholds = { watch: 0.1, act: 0.25 };

export type Drift = {
  readonly month: string;
  readonly rows: number;
  readonly index: number;
  /** What the index reaches by chance in a month of this size; below it no alarm is raised. */
  readonly noise: number;
  readonly level: Level;
  readonly table: readonly StabilityBin[];
};
/** CSI of an attribute; `pointsShift` is what the move did to the mean score, the other two are shares of the month's rows. */
export type AttributeDrift = Drift & {
  readonly attribute: string;
  readonly pointsShift: number;
  readonly missingShare: number;
  readonly neverSeenShare: number;
};
export type DriftAlarm = {
  readonly card: string;
  readonly version: string;
  readonly month: string;
  /** null: the score itself. */
  readonly attribute: string | null;
  readonly level: Exclude<Level, 'stable'>;
  readonly index: number;
  /** Months in a row, this one included, at this level or worse. */
  readonly months: number;
};
export type DriftReport = {
  readonly card: string;
  readonly version: string;
  readonly reference: Reference['source'];
  readonly score: readonly Drift[];
  readonly attributes: readonly AttributeDrift[];
  readonly alarms: readonly DriftAlarm[];
};

/**
 * PSI of the score and CSI of every attribute, month by month, against the reference of the live card; alarms name the card, its version, the
 * month and how long it has lasted. A month without rows is left out. One pass over the rows per attribute.
 */
export const monthlyDrift = (card: Card, rows: ScoredRows, reference: Reference, thresholds?: Thresholds): DriftReport =>
  driftOf(card, countedRows(card, rows), reference, thresholds);

/** The same of rows that are counted already. */
export function driftOf(card: Card, rows: CountedRows, reference: Reference, thresholds: Thresholds = PSI_THRESHOLDS): DriftReport {
  const expectedRows = reference.scoreBands.counts.reduce((s, n) => s + n, 0);
  const of = (month: string, expected: readonly number[], actual: Float64Array): Drift => {
    const table = stabilityTable(expected, actual);
    const count = actual.reduce((s, n) => s + n, 0);
    const index = table.reduce((s, b) => s + b.psi, 0);
    const noise = psiNoise(expected.filter((n, i) => n + actual[i]! > 0).length, expectedRows, count);
    const level = index <= noise || index < thresholds.watch ? 'stable' : index < thresholds.act ? 'watch' : 'act';
    return { month, rows: count, index, noise, level, table };
  };
  const present = (d: Drift): boolean => d.rows > 0;
  const bands = rows.bands(reference.scoreBands.edges);
  const score = rows.months.map((month, m) => of(month, reference.scoreBands.counts, bands[m]!)).filter(present);
  const attributes = card.attributes.flatMap((attribute, a) => {
    const counts = rows.bins(a);
    return rows.months.map((month, m) => withPoints(attribute, of(month, reference.bins[a]!, counts[m]!))).filter(present);
  });
  return { card: card.id, version: card.version, reference: reference.source, score, attributes, alarms: alarmsOf(card, score, attributes) };
}

function withPoints(attribute: Attribute, drift: Drift): AttributeDrift {
  const share = (which: 'missing' | 'other'): number => drift.table.reduce((s, b, i) => s + (attribute.bins[i]?.[which] ? b.actual : 0), 0);
  const pointsShift = drift.table.reduce((s, b, i) => s + (b.actual - b.expected) * (attribute.bins[i]?.points ?? 0), 0);
  return { ...drift, attribute: attribute.name, pointsShift, missingShare: share('missing'), neverSeenShare: share('other') };
}

function countByMonth(rows: ScoredRows, attribute: number, bins: number): Float64Array[] {
  const counts = new Float64Array(rows.months.length * bins);
  const [places, { monthOf, weight }] = [rows.bins[attribute]!, rows];
  for (let i = 0; i < places.length; i += 1) counts[monthOf[i]! * bins + places[i]!]! += weight === undefined ? 1 : weight[i]!;
  return rows.months.map((_, m) => counts.subarray(m * bins, (m + 1) * bins));
}

function bandCounts(rows: ScoredRows, edges: readonly number[]): Float64Array[] {
  const counts = rows.months.map(() => new Float64Array(edges.length + 1));
  for (let i = 0; i < rows.points.length; i += 1) {
    let [lo, hi] = [0, edges.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (edges[mid]! < rows.points[i]!) lo = mid + 1;
      else hi = mid;
    }
    counts[rows.monthOf[i]!]![lo]! += rows.weight === undefined ? 1 : rows.weight[i]!;
  }
  return counts;
}

const RANK: Readonly<Record<Level, number>> = { stable: 0, watch: 1, act: 2 };

function alarmsOf(card: Card, score: readonly Drift[], attributes: readonly AttributeDrift[]): DriftAlarm[] {
  const series: [string | null, readonly Drift[]][] = [[null, score], ...Map.groupBy(attributes, (a) => a.attribute)];
  return series.flatMap(([attribute, drifts]) =>
    drifts.flatMap((d, i): DriftAlarm[] => {
      if (d.level === 'stable') return [];
      const before = drifts.slice(0, i).findLastIndex((x) => RANK[x.level] < RANK[d.level]);
      return [{ card: card.id, version: card.version, month: d.month, attribute, level: d.level, index: d.index, months: i - before }];
    }),
  );
}
