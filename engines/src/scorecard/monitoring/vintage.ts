import { chiSquareTail, type Values } from '../measures/index.ts';

/** One loan: the month it was lent, months on book when it went bad (null = it did not), months it has been watched. */
export type LoanLife = { readonly cohort: string; readonly badAfter: number | null; readonly watched: number };
/** Cumulative bad rate of a cohort by months on book; null where not all its loans have been watched so long. */
export type Vintage = { readonly cohort: string; readonly loans: number; readonly cumulative: readonly (number | null)[] };

/** Vintage table: cohorts by months on book (entry 0 = after one month), up to `months`. */
export function vintageTable(loans: readonly LoanLife[], months: number): Vintage[] {
  const cohorts = [...Map.groupBy(loans, (l) => l.cohort)].sort(([a], [b]) => (a < b ? -1 : 1));
  return cohorts.map(([cohort, list]) => {
    const watched = list.reduce((m, l) => Math.min(m, l.watched), Number.POSITIVE_INFINITY);
    const cumulative = Array.from({ length: months }, (_, k) =>
      k + 1 > watched ? null : list.filter((l) => l.badAfter !== null && l.badAfter <= k + 1).length / list.length,
    );
    return { cohort, loans: list.length, cumulative };
  });
}

/**
 * The performance window: the first month on book at which the cohorts that were watched longest had shown `share` of the bads they show in all.
 * null when no cohort was watched for the table's whole width, that is when the data cannot tell.
 */
export function performanceWindow(table: readonly Vintage[], share = 0.9): number | null {
  const whole = table.filter((v) => v.cumulative.every((c) => c !== null));
  const loans = whole.reduce((s, v) => s + v.loans, 0);
  if (loans === 0) return null;
  const width = whole[0]!.cumulative.length;
  const curve = Array.from({ length: width }, (_, k) => whole.reduce((s, v) => s + v.loans * (v.cumulative[k] ?? 0), 0) / loans);
  const end = curve.at(-1) ?? 0;
  return end === 0 ? null : curve.findIndex((c) => c >= share * end) + 1;
}

export type WindowCheck = {
  readonly months: readonly { readonly month: string; readonly rows: number; readonly bads: number; readonly badRate: number }[];
  readonly earlyRate: number;
  readonly lateRate: number;
  readonly pValue: number;
  /** The later half shows so many fewer bads that its loans have probably not had time to go bad: state a window or recalibrate. */
  readonly immature: boolean;
};

/** When only the month lent and the outcome are known: compares the later half of the months with the earlier (χ², one degree of freedom). */
export function checkPerformanceWindow(months: readonly string[], monthOf: ArrayLike<number>, bad: Values): WindowCheck {
  const rows = new Float64Array(months.length);
  const bads = new Float64Array(months.length);
  for (let i = 0; i < monthOf.length; i += 1) {
    rows[monthOf[i]!]! += 1;
    bads[monthOf[i]!]! += bad[i] === 1 ? 1 : 0;
  }
  return checkWindow(months, rows, bads);
}

/** The same of months whose rows and bads are counted already. */
export function checkWindow(months: readonly string[], rows: ArrayLike<number>, bads: ArrayLike<number>): WindowCheck {
  const order = months.map((_, m) => m).sort((a, b) => (months[a]! < months[b]! ? -1 : 1));
  const half = Math.floor(order.length / 2);
  const sum = (of: ArrayLike<number>, places: readonly number[]): number => places.reduce((s, m) => s + of[m]!, 0);
  const [early, late] = [order.slice(0, half), order.slice(half)];
  const [n1, n2, b1, b2] = [sum(rows, early), sum(rows, late), sum(bads, early), sum(bads, late)];
  const [earlyRate, lateRate, pooled] = [n1 === 0 ? 0 : b1 / n1, n2 === 0 ? 0 : b2 / n2, n1 + n2 === 0 ? 0 : (b1 + b2) / (n1 + n2)];
  const variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  const pValue = n1 > 0 && n2 > 0 && variance > 0 ? chiSquareTail((lateRate - earlyRate) ** 2 / variance, 1) : 1;
  return {
    months: order.map((m) => ({ month: months[m]!, rows: rows[m]!, bads: bads[m]!, badRate: rows[m] === 0 ? 0 : bads[m]! / rows[m]! })),
    earlyRate,
    lateRate,
    pValue,
    immature: lateRate < 0.9 * earlyRate && pValue < 0.01,
  };
}
