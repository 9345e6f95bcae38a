import { divRound } from '@tallystick/kernel';
import { levelsOf, type Values } from '../measures/index.ts';

/** What a loan brings when it is repaid and costs when it is not, in minor units. Assumptions of the bank, not of the data. */
export type Economics = { readonly earnedPerGoodMinor: bigint; readonly lostPerBadMinor: bigint };

/** Loans with at least `points` are approved. Rates are fractions; money is for the loans of the sample, rounded half even. */
export type CutOff = {
  readonly points: number;
  readonly approved: number;
  readonly approvalRate: number;
  /** Bads among the approved. */
  readonly badRate: number;
  /** Bads among those that stand exactly between this cut-off and the next stricter line of the table: the price of going so far. */
  readonly marginalBadRate: number;
  readonly badsKeptOut: number;
  readonly goodsTurnedAway: number;
  readonly earnedMinor: bigint;
  readonly lostMinor: bigint;
  readonly netMinor: bigint;
};
export type CutOffTable = { readonly rows: readonly CutOff[]; readonly best: CutOff };

const MICRO = 1_000_000;
const worth = (count: number, eachMinor: bigint): bigint => divRound(BigInt(Math.round(count * MICRO)) * eachMinor, BigInt(MICRO), 'half_even');

/**
 * Cut-off table, strictest first, at about `lines` steps of equal approval; `best` is the cut-off with the largest net result over every score,
 * and is always one of the rows. Bad rates need known outcomes: on declined loans they are an assumption.
 */
export function cutOffTable(points: Values, bad: Values, economics: Economics, options: { weight?: Values; lines?: number } = {}): CutOffTable {
  const levels = levelsOf(points, bad, options.weight);
  const all = levels.goods + levels.bads;
  const every: { points: number; good: number; bad: number }[] = [];
  let [good, bads] = [0, 0];
  for (let i = levels.risk.length - 1; i >= 0; i -= 1) {
    good += levels.good[i]!;
    bads += levels.bad[i]!;
    every.push({ points: levels.risk[i]!, good, bad: bads });
  }
  const net = (c: { good: number; bad: number }): bigint => worth(c.good, economics.earnedPerGoodMinor) - worth(c.bad, economics.lostPerBadMinor);
  const best = every.reduce((a, b) => (net(b) > net(a) ? b : a));
  const kept: typeof every = [];
  for (const [i, c] of every.entries()) {
    const due = ((kept.filter((k) => k !== best).length + 1) * all) / (options.lines ?? 20);
    if (c === best || i === every.length - 1 || c.good + c.bad >= due - 1e-9 * all) kept.push(c);
  }
  const rows = kept.map((c, i): CutOff => {
    const stricter = kept[i - 1] ?? { good: 0, bad: 0 };
    const [approved, added] = [c.good + c.bad, c.good + c.bad - stricter.good - stricter.bad];
    return {
      points: c.points,
      approved,
      approvalRate: approved / all,
      badRate: c.bad / approved,
      marginalBadRate: added === 0 ? 0 : (c.bad - stricter.bad) / added,
      badsKeptOut: levels.bads === 0 ? 0 : 1 - c.bad / levels.bads,
      goodsTurnedAway: levels.goods === 0 ? 0 : 1 - c.good / levels.goods,
      earnedMinor: worth(c.good, economics.earnedPerGoodMinor),
      lostMinor: worth(c.bad, economics.lostPerBadMinor),
      netMinor: net(c),
    };
  });
  return { rows, best: rows[kept.indexOf(best)]! };
}
