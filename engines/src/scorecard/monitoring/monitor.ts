import type { Card, Column, Table } from '../card/types.ts';
import { type MonthPerformance, performanceOf } from './by-month.ts';
import { type DriftReport, driftOf, type Reference, referenceOfCard, type Thresholds } from './drift.ts';
import { type CountedMonth, driftRows, MonthCounter, outcomesOf, referenceOfMonth } from './month-counts.ts';
import { checkWindow, type WindowCheck } from './vintage.ts';

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
export function monitorCard({ card, table, month, bad, reference, thresholds }: MonitorRequest): Monitoring {
  const rows = new MonthCounter(card);
  rows.add(table, month, bad);
  const known = reference && new MonthCounter(card);
  known?.add(reference!);
  return monitorCounts(card, rows, { ...(known && { reference: known }), ...(thresholds && { thresholds }) }, bad !== undefined);
}

/** The same of rows that were counted as they came by; `judged` when their outcomes were told. */
export function monitorCounts(
  card: Card,
  counted: MonthCounter,
  against: { readonly reference?: MonthCounter; readonly thresholds?: Thresholds },
  judged: boolean,
): Monitoring {
  const months = counted.end();
  const drift = driftOf(card, driftRows(months), referenceFor(card, months, against.reference), against.thresholds);
  const outcomes = judged ? months.flatMap((m) => performanceIn(card, m)) : null;
  const levelAlarms = (outcomes ?? [])
    .filter(levelIsOff)
    .map((m): LevelAlarm => ({ card: card.id, version: card.version, month: m.month, expectedToObserved: m.ratio, pValue: m.level.pValue }));
  return {
    drift,
    undated: counted.undated,
    outcomes,
    window: outcomes && windowOf(months, outcomes),
    levelAlarms,
    actNow: levelAlarms.length > 0 || drift.alarms.some((a) => a.level === 'act'),
  };
}

const levelIsOff = (m: MonthPerformance): boolean => m.level.pValue < 0.01 && (m.ratio === null || Math.abs(m.ratio - 1) > OFF);

function performanceIn(card: Card, month: CountedMonth): MonthPerformance[] {
  const levels = outcomesOf(card, month);
  return levels ? [performanceOf(month.month, month.rows, levels)] : [];
}

function referenceFor(card: Card, months: readonly CountedMonth[], reference: MonthCounter | undefined): Reference {
  const [given] = reference?.end() ?? [];
  if (given) return referenceOfMonth(given);
  const [first] = months;
  return (
    referenceOfCard(card) ??
    referenceOfMonth(first ?? { month: '', rows: 0, bins: card.attributes.map((a) => new Float64Array(a.bins.length)), scores: [] })
  );
}

/** On the rows whose outcome is known; a month without one counts as empty. */
function windowOf(months: readonly CountedMonth[], outcomes: readonly MonthPerformance[]): WindowCheck | null {
  if (months.length < 2 || outcomes.length === 0) return null;
  const of = months.map(({ month }) => outcomes.find((m) => m.month === month));
  return checkWindow(
    months.map((m) => m.month),
    of.map((m) => m?.known ?? 0),
    of.map((m) => m?.bads ?? 0),
  );
}
