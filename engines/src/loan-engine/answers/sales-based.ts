import { type CalendarDate, divRound, PPM, parseDate } from '@tallystick/kernel';
import { refuse } from '../terms/refusals.ts';
import { irrPerPeriod } from './cost.ts';

/** 按销售额还款: a fixed sum is repaid by a share of each day's sales; the discount is income by the effective rate. */
export type SalesTerms = {
  readonly advanceMinor: bigint;
  /** What is repaid in all: the advance and the fixed discount. */
  readonly repayMinor: bigint;
  readonly sharePpm: bigint;
  readonly start: CalendarDate;
  /** Daily sales expected when signing: they set the expected term and the effective rate. */
  readonly expectedDailyMinor: bigint;
  /** At each checkpoint (days after the start) that much must have come in, in ppm of what is repaid in all. */
  readonly checkpoints: readonly { readonly day: number; readonly minimumPpm: bigint }[];
  /** Nearer to a minimum than this share of it is a near breach. */
  readonly nearPpm: bigint;
};
export type SalesDay = { readonly on: CalendarDate; readonly salesMinor: bigint };
export type SalesPosition = {
  readonly collectedMinor: bigint;
  readonly outstandingMinor: bigint;
  /** Days until paid at the expected sales. */
  readonly expectedDays: number;
  /** Effective rate a day, in 10⁻¹². */
  readonly dailyRateE12: bigint;
  /** Part of the discount earned so far by the effective rate. */
  readonly incomeMinor: bigint;
  readonly checkpoints: readonly {
    readonly day: number;
    readonly requiredMinor: bigint;
    readonly state: 'ahead' | 'kept' | 'near_breach' | 'breach';
  }[];
};

function checkSales(t: SalesTerms): void {
  const bad = (field: string): never => {
    throw refuse('loan.amount_invalid', { field, facts: { field } });
  };
  if (t.advanceMinor <= 0n) bad('advanceMinor');
  if (t.repayMinor < t.advanceMinor) bad('repayMinor');
  if (t.sharePpm <= 0n || t.sharePpm > PPM) bad('sharePpm');
  if (parseDate(t.start) === undefined) throw refuse('loan.date_invalid', { field: 'start', facts: { field: 'start' } });
  if (divRound(t.expectedDailyMinor * t.sharePpm, PPM, 'floor') <= 0n) bad('expectedDailyMinor');
}

/** A day's share of sales, never more than is still owed. */
const collected = (t: SalesTerms, salesMinor: bigint, owed: bigint): bigint => {
  const share = divRound(salesMinor * t.sharePpm, PPM, 'half_up');
  return share < owed ? share : owed;
};

function expectedFlows(t: SalesTerms): { readonly at: number; readonly minor: bigint }[] {
  const flows = [{ at: 0, minor: t.advanceMinor }];
  for (let day = 1, owed = t.repayMinor; owed > 0n; day += 1) {
    const paid = collected(t, t.expectedDailyMinor, owed);
    owed -= paid;
    flows.push({ at: day, minor: -paid });
  }
  return flows;
}

function stateOf(required: bigint, got: bigint, reached: boolean, nearPpm: bigint): SalesPosition['checkpoints'][number]['state'] {
  if (got >= required) return reached ? 'kept' : 'ahead';
  if (reached) return 'breach';
  return (required - got) * PPM <= required * nearPpm ? 'near_breach' : 'ahead';
}

/**
 * The advance on `asOf`, from its days of sales. Income is the discount by the effective rate of the expected flows (Fineract's working
 * capital loan keeps it the same way), all of it once everything is repaid. Refuses loan.amount_invalid, loan.date_invalid.
 */
export function salesPosition(t: SalesTerms, days: readonly SalesDay[], elapsedDays: number): SalesPosition {
  checkSales(t);
  const flows = expectedFlows(t);
  const rate = t.repayMinor === t.advanceMinor ? 0n : irrPerPeriod(flows);
  let owed = t.repayMinor;
  const sums: bigint[] = [];
  for (const day of days.slice(0, elapsedDays)) {
    owed -= collected(t, day.salesMinor, owed);
    sums.push(t.repayMinor - owed);
  }
  let book = t.advanceMinor;
  let income = 0n;
  sums.forEach((sum, k) => {
    const earned = divRound(book * rate, 1_000_000_000_000n, 'half_up');
    income += earned;
    book += earned - (sum - (sums[k - 1] ?? 0n));
  });
  const discount = t.repayMinor - t.advanceMinor;
  return {
    collectedMinor: t.repayMinor - owed,
    outstandingMinor: owed,
    expectedDays: flows.length - 1,
    dailyRateE12: rate,
    incomeMinor: owed === 0n || income > discount ? discount : income,
    checkpoints: t.checkpoints.map(({ day, minimumPpm }) => {
      const requiredMinor = divRound(t.repayMinor * minimumPpm, PPM, 'ceil');
      const reached = elapsedDays >= day;
      const got = sums[Math.min(day, sums.length) - 1] ?? 0n;
      return { day, requiredMinor, state: stateOf(requiredMinor, reached ? got : t.repayMinor - owed, reached, t.nearPpm) };
    }),
  };
}
