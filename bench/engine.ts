import { type LoanTerms, planFor } from '@tallystick/engines/loan-engine';
import { Decimal } from 'decimal.js';
import { type Measure, median, timed } from './measure.ts';

const terms = (count: number): LoanTerms => ({
  currency: 'CNY',
  principalMinor: 12_000_000n,
  ratePpm: 60_000n,
  method: 'equal_instalment',
  count,
  frequency: { unit: 'month', every: 1 },
  start: '2026-01-15',
  interestBasis: 'period',
  dayBase: 360,
  rounding: 'half_up',
  penaltyUpliftPpm: 500_000n,
  penaltyGraceDays: 0,
  compoundOnInterest: true,
  allocation: ['fee', 'penalty', 'interest', 'principal'],
  prepaymentFeePpm: 0n,
});

/** The same annuity by decimal.js: the yardstick for exact arithmetic on this machine. */
function annuityByDecimal(count: number): Decimal {
  const rate = new Decimal('0.06').div(12);
  const factor = rate.plus(1).pow(count);
  const instalment = new Decimal(120_000).mul(rate).mul(factor).div(factor.minus(1)).toDecimalPlaces(2);
  let balance = new Decimal(120_000);
  for (let i = 1; i <= count; i += 1) {
    const interest = balance.mul(rate).toDecimalPlaces(2);
    balance = i === count ? new Decimal(0) : balance.minus(instalment.minus(interest));
  }
  return balance;
}

export async function measure(): Promise<readonly Measure[]> {
  const short =
    median(
      await timed(400, 100, () => {
        for (let i = 0; i < 20; i += 1) planFor(terms(12));
      }),
    ) / 20;
  const long = median(await timed(200, 40, () => planFor(terms(360))));
  const decimal = median(await timed(60, 10, () => annuityByDecimal(360)));
  return [
    {
      what: 'plan of 12 instalments',
      measured: `${Math.round(1000 / short).toLocaleString('en')} a second`,
      goal: '≥ 20,000 a second',
      held: 1000 / short >= 20_000,
    },
    {
      what: 'plan of 360 instalments',
      measured: `${long.toFixed(2)} ms`,
      calibration: `decimal.js ${decimal.toFixed(2)} ms`,
      ratio: `${(decimal / long).toFixed(1)} × faster`,
      goal: '≤ 1 ms',
      held: long <= 1,
    },
  ];
}
