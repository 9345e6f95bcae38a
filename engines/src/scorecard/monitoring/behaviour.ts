import { type Card, type CardScore, scoreCard } from '../card.ts';
import { refuseScorecard } from '../refusals.ts';

/** One month of an account. Money in minor units; `balanceMinor` null where it is not known, `limitMinor` for a loan without a line. */
export type AccountMonth = {
  readonly dueMinor: bigint;
  readonly paidMinor: bigint;
  readonly balanceMinor: bigint | null;
  readonly limitMinor: bigint | null;
  /** Days past due at the end of the month, 0 = on time. */
  readonly daysLate: number;
};

/** The windows that are looked back over, in months. */
export const BEHAVIOUR_WINDOWS = [3, 6, 12] as const;

const ratio = (part: bigint, whole: bigint): number | null => (whole <= 0n ? null : Number(part) / Number(whole));
const grown = (from: bigint | null, to: bigint | null): number | null => (from === null || to === null ? null : ratio(to - from, from));
const total = (months: readonly AccountMonth[], of: (m: AccountMonth) => bigint): bigint => months.reduce((s, m) => s + of(m), 0n);

/**
 * What payment history tells, as a row for a card. Months from oldest to newest. Frequency of payment, lateness and use of the line over each
 * window; a window longer than the history is null (missing), never a guess. Shares are fractions; money becomes a share, so no currency is left.
 */
export function behaviourRow(history: readonly AccountMonth[]): Readonly<Record<string, number | null>> {
  const newest = history.at(-1);
  const lateFirst = history.toReversed().findIndex((m) => m.daysLate > 0);
  const row: Record<string, number | null> = {
    months_on_book: history.length,
    days_late: newest?.daysLate ?? null,
    on_time_streak: lateFirst < 0 ? history.length : lateFirst,
    use_of_line: newest?.limitMinor && newest.balanceMinor !== null ? ratio(newest.balanceMinor, newest.limitMinor) : null,
  };
  for (const window of BEHAVIOUR_WINDOWS) {
    const months = history.length < window ? null : history.slice(-window);
    row[`late_months_${window}`] = months === null ? null : months.filter((m) => m.daysLate > 0).length;
    row[`worst_days_${window}`] = months === null ? null : Math.max(...months.map((m) => m.daysLate));
    row[`payments_${window}`] = months === null ? null : months.filter((m) => m.paidMinor > 0n).length;
    row[`paid_of_due_${window}`] =
      months === null
        ? null
        : ratio(
            total(months, (m) => m.paidMinor),
            total(months, (m) => m.dueMinor),
          );
    row[`balance_change_${window}`] = months === null ? null : grown(months[0]!.balanceMinor, months.at(-1)!.balanceMinor);
  }
  return row;
}

/** What a behaviour score leads to; thresholds are points, design values of the bank that hands them in. */
export type BehaviourPolicy = {
  /** From this many points a line may be raised; below `cutBelow` it is cut; between them it is kept. */
  readonly raiseFrom: number;
  readonly cutBelow: number;
  /** Points below which an account is collected first, then second; others last. */
  readonly collectFirstBelow: number;
  readonly collectSecondBelow: number;
  /** A fall of so many points from one month to the next is an alert (handbook S1-25); a window that opens as the history grows is no fall. */
  readonly alertDrop: number;
  /** Fewer months on book than this: no score, a person looks. */
  readonly fewestMonths: number;
};
export type BehaviourMove =
  | { readonly scored: false; readonly why: 'thin_history'; readonly months: number }
  | {
      readonly scored: true;
      readonly score: CardScore;
      readonly line: 'raise' | 'keep' | 'cut';
      readonly collectionPriority: 1 | 2 | 3;
      /** Attributes that lost points since the month before, worst first, when the fall is an alert; `before` is the score of that month. */
      readonly alert: {
        readonly drop: number;
        readonly before: number;
        readonly factors: readonly { readonly attribute: string; readonly before: number; readonly after: number }[];
      } | null;
    };

/** The monthly behaviour score of one account and what follows from it: line, collection priority, alert with its factors before and after. */
export function behaviourMove(card: Card, history: readonly AccountMonth[], policy: BehaviourPolicy): BehaviourMove {
  if (policy.cutBelow > policy.raiseFrom || policy.collectFirstBelow > policy.collectSecondBelow) throw refuseScorecard('scorecard.behaviour_policy');
  if (history.length < policy.fewestMonths) return { scored: false, why: 'thin_history', months: history.length };
  const score = scoreCard(card, behaviourRow(history));
  const before = history.length - 1 < policy.fewestMonths ? undefined : scoreCard(card, behaviourRow(history.slice(0, -1)));
  const moved = (before?.contributions ?? []).flatMap((c, i) => {
    const now = score.contributions[i];
    return now === undefined || c.value === null || now.value === null ? [] : [{ attribute: c.attribute, before: c.points, after: now.points }];
  });
  const drop = moved.reduce((sum, f) => sum + f.before - f.after, 0);
  const factors = moved.filter((f) => f.after < f.before).sort((a, b) => b.before - b.after - (a.before - a.after));
  return {
    scored: true,
    score,
    line: score.points < policy.cutBelow ? 'cut' : score.points >= policy.raiseFrom ? 'raise' : 'keep',
    collectionPriority: score.points < policy.collectFirstBelow ? 1 : score.points < policy.collectSecondBelow ? 2 : 3,
    alert: before !== undefined && drop >= policy.alertDrop ? { drop, before: before.points, factors } : null,
  };
}
