import { binTable, scorePlaces } from '../card/batch.ts';
import type { Card, Column, Table } from '../card/types.ts';
import { pdOf } from '../card.ts';
import { type MonthPerformance, performanceByMonth } from './by-month.ts';
import { type DriftReport, monthlyDrift, type Reference, referenceOfCard, referenceOfRows, type ScoredRows, type Thresholds } from './drift.ts';
import { checkPerformanceWindow, type WindowCheck } from './vintage.ts';

/** The level of a month's PDs is off: expected bads are this many times the observed, and chance does not explain it. */
export type LevelAlarm = {
  readonly card: string;
  readonly version: string;
  readonly month: string;
  readonly expectedToObserved: number | null;
  readonly pValue: number;
};
export type Monitoring = {
  readonly drift: DriftReport;
  /** Rows whose month is not known; they are in no month. */
  readonly undated: number;
  readonly outcomes: readonly MonthPerformance[] | null;
  readonly window: WindowCheck | null;
  readonly levelAlarms: readonly LevelAlarm[];
  /** A drift alarm says act, or the level is off. */
  readonly actNow: boolean;
};
export type MonitorRequest = {
  readonly card: Card;
  readonly table: Table;
  /** A category column of months or dates; the first seven characters (YYYY-MM) are the month. */
  readonly month: Column;
  /** 1 bad, 0 good, anything else still open. */
  readonly bad?: ArrayLike<number>;
  /** Rows to compare with, for a card that carries no counts; its first month when left out. */
  readonly reference?: Table;
  readonly thresholds?: Thresholds;
};

/** PDs off by this much, with p under 0.01, are an alarm. */
const OFF = 0.2;

/** The monthly look at a live card: drift of score and attributes, and, where outcomes are known, ranking and level by month. */
export function monitorCard(request: MonitorRequest): Monitoring {
  const { card, table } = request;
  const { months, monthOf, dated } = monthsOf(request.month, table.rows);
  const bins = binTable(card, table);
  const points = scorePlaces(card, bins, table.rows);
  const of = (values: ArrayLike<number>): ArrayLike<number> => (dated.length === table.rows ? values : Float64Array.from(dated, (i) => values[i]!));
  const rows: ScoredRows = { months, monthOf, bins: bins.map(of), points: of(points) };
  const drift = monthlyDrift(card, rows, referenceFor(request, rows), request.thresholds);
  const bad = request.bad === undefined ? undefined : Float64Array.from(dated, (i) => request.bad![i]!);
  const pd = Float64Array.from(rows.points, (p) => pdOf(card, p));
  const outcomes = bad === undefined ? null : performanceByMonth({ months, monthOf, pd, bad });
  const levelAlarms = (outcomes ?? [])
    .filter(levelIsOff)
    .map((m): LevelAlarm => ({ card: card.id, version: card.version, month: m.month, expectedToObserved: m.ratio, pValue: m.level.pValue }));
  return {
    drift,
    undated: table.rows - dated.length,
    outcomes,
    window: bad === undefined ? null : windowOf(months, monthOf, bad),
    levelAlarms,
    actNow: levelAlarms.length > 0 || drift.alarms.some((a) => a.level === 'act'),
  };
}

const levelIsOff = (m: MonthPerformance): boolean => m.level.pValue < 0.01 && (m.ratio === null || Math.abs(m.ratio - 1) > OFF);

function monthsOf(column: Column, rows: number): { months: string[]; monthOf: Uint16Array; dated: Uint32Array } {
  const text = (level: string | undefined): string => level?.slice(0, 7) ?? '';
  const levels = column.kind === 'category' ? column.levels.map(text) : [];
  const months = [...new Set(levels)].filter((m) => m !== '').sort();
  const place = levels.map((m) => months.indexOf(m));
  const codes = column.kind === 'category' ? column.codes : new Int32Array(rows).fill(-1);
  const dated = Uint32Array.from(Array.from(codes.keys()).filter((i) => (place[codes[i]!] ?? -1) >= 0));
  return { months, monthOf: Uint16Array.from(dated, (i) => place[codes[i]!]!), dated };
}

function referenceFor({ card, reference }: MonitorRequest, rows: ScoredRows): Reference {
  if (reference) {
    const bins = binTable(card, reference);
    return referenceOfRows(card, { months: [], monthOf: [], bins, points: scorePlaces(card, bins, reference.rows) });
  }
  const carried = referenceOfCard(card);
  if (carried) return carried;
  const first = Uint32Array.from(Array.from(rows.monthOf, (_, i) => i).filter((i) => rows.monthOf[i] === 0));
  const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(first, (i) => values[i]!);
  return referenceOfRows(card, { months: [], monthOf: [], bins: rows.bins.map(pick), points: pick(rows.points) });
}

/** On the rows whose outcome is known. */
function windowOf(months: readonly string[], monthOf: Uint16Array, bad: Float64Array): WindowCheck | null {
  const known = Uint32Array.from(Array.from(bad.keys()).filter((i) => bad[i] === 0 || bad[i] === 1));
  if (months.length < 2 || known.length === 0) return null;
  return checkPerformanceWindow(
    months,
    Uint16Array.from(known, (i) => monthOf[i]!),
    Uint8Array.from(known, (i) => bad[i]!),
  );
}
