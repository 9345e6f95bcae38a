import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeCase, type LoanEvent, type LoanTerms, planFor, replay } from '@tallystick/engines/loan-engine';
import { addDays, addMonths } from '@tallystick/kernel';
import { Decimal } from 'decimal.js';
import { type Measure, median, worked } from './measure.ts';

const terms = (change: Partial<LoanTerms>): LoanTerms => ({
  currency: 'CNY',
  principalMinor: 12_000_000n,
  ratePpm: 60_000n,
  method: 'equal_instalment',
  count: 12,
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
  ...change,
});

/** The same plan by decimal.js, dated rows included: the yardstick for exact arithmetic on this machine. */
function planByDecimal(count: number): { due: string; principal: Decimal; interest: Decimal; total: Decimal }[] {
  const rate = new Decimal('0.06').div(12);
  const factor = rate.plus(1).pow(count);
  const instalment = new Decimal(120_000).mul(rate).mul(factor).div(factor.minus(1)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  let balance = new Decimal(120_000);
  return Array.from({ length: count }, (_, k) => {
    const interest = balance.mul(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
    const principal = k === count - 1 ? balance : instalment.minus(interest);
    balance = balance.minus(principal);
    return { due: addMonths('2026-01-15', k + 1), principal, interest, total: principal.plus(interest) };
  });
}

/** A ten-year loan with interest by days: money every day or so, some of it ahead of the plan; the sums are those of the loan, however many events. */
const daily = terms({ count: 120, interestBasis: 'actual', dayBase: 365, principalMinor: 100_000_000n });
function dailyEvents(count: number): LoanEvent[] {
  const events: LoanEvent[] = [{ on: daily.start, seq: 0, kind: 'disburse', amountMinor: daily.principalMinor }];
  const own = (85_000n * 2_400n) / BigInt(count);
  const ahead = (5_000n * 2_400n) / BigInt(count);
  for (let k = 1; k < count; k += 1) {
    const on = addDays(daily.start, Math.floor((k * 3600) / count));
    events.push(
      k % 3 === 0 ? { on, seq: k, kind: 'prepay', amountMinor: ahead, mode: 'keep_instalment' } : { on, seq: k, kind: 'repay', amountMinor: own },
    );
  }
  return events;
}
const backDated: LoanEvent = { on: addDays(daily.start, 1800), seq: 1_000_000, kind: 'repay', amountMinor: 123_456n };

const line = terms({ method: 'interest_only', count: 360, revolving: true, interestBasis: 'actual', dayBase: 365, principalMinor: 100_000_000n });
function lineEvents(count: number): LoanEvent[] {
  const events: LoanEvent[] = [{ on: line.start, seq: 0, kind: 'disburse', amountMinor: 50_000_000n }];
  for (let k = 1; k < count; k += 1) {
    const on = addDays(line.start, Math.floor((k * 10_900) / count));
    events.push(
      k % 2 === 0
        ? { on, seq: k, kind: 'disburse', amountMinor: 980_000n }
        : { on, seq: k, kind: 'prepay', amountMinor: 1_000_000n, mode: 'keep_term' },
    );
  }
  return events;
}

const END = '2036-01-20';
const round = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
const at = (what: string, ms: number, goal: number): Measure => ({ what, measured: round(ms), goal: `≤ ${goal} ms`, held: ms <= goal });

async function plans(): Promise<Measure[]> {
  const short = terms({});
  const long = terms({ count: 360 });
  const one =
    median(
      await worked(400, 100, () => {
        for (let i = 0; i < 20; i += 1) planFor(short);
      }),
    ) / 20;
  const many = median(await worked(200, 40, () => planFor(long)));
  const decimal = median(await worked(60, 10, () => planByDecimal(360)));
  const own = planFor(long).rows;
  const same = planByDecimal(360).every((row, k) => BigInt(row.total.mul(100).toFixed(0)) === own[k]?.totalMinor && row.due === own[k]?.due);
  const faster = decimal / many;
  return [
    {
      what: 'plan of 12 instalments',
      measured: `${Math.round(1000 / one).toLocaleString('en')} a second`,
      goal: '≥ 20,000 a second',
      held: 1000 / one >= 20_000,
    },
    at('plan of 360 instalments', many, 1),
    {
      what: 'plan of 360 instalments against decimal.js',
      measured: round(many),
      calibration: `decimal.js ${round(decimal)}, ${same ? 'same cents' : 'OTHER CENTS'}`,
      ratio: `${faster.toFixed(1)} × faster`,
      goal: '≥ 3 × faster, same cents',
      held: faster >= 3 && same,
    },
  ];
}

async function replays(): Promise<Measure[]> {
  const events = dailyEvents(2_400);
  const twice = dailyEvents(4_800);
  const plain = median(await worked(25, 8, () => replay(daily, events, END)));
  const late = median(await worked(25, 8, () => replay(daily, [...events, backDated], END)));
  const double = median(await worked(25, 8, () => replay(daily, twice, END)));
  const growth = double / plain;
  return [
    at('replay of a ten-year daily-interest loan, 2,400 events', plain, 20),
    at('the same with one payment back-dated by five years', late, 20),
    { what: 'growth to 4,800 events', measured: round(double), ratio: `${growth.toFixed(2)} ×`, goal: '≤ 2.2 ×', held: growth <= 2.2 },
  ];
}

async function revolving(): Promise<Measure> {
  const events = lineEvents(10_000);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const ms = median(await worked(6, 2, () => replay(line, events, '2055-12-01')));
  const megabytes = (process.memoryUsage().heapUsed - before) / 1_048_576;
  return {
    what: 'thirty-year revolving line, 10,000 draws and repayments',
    measured: `${round(ms)}, ${megabytes.toFixed(0)} MB`,
    goal: '≤ 200 ms, ≤ 100 MB',
    held: ms <= 200 && megabytes <= 100,
  };
}

async function referenceCases(): Promise<Measure> {
  const file = join(import.meta.dirname, '../engines/src/loan-engine/cases/fineract-sample.jsonl');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  let match = 0;
  const ms = median(
    await worked(5, 1, () => {
      match = lines.filter((l) => judgeCase(l).verdict === 'match').length;
    }),
  );
  return {
    what: `all ${lines.length} reference cases`,
    measured: `${round(ms)}, ${match} match`,
    goal: '≤ 2,000 ms, all match',
    held: ms <= 2_000 && match === lines.length,
  };
}

/** All in processor time of one run, so that the table means the same on a busy machine. */
export async function measure(): Promise<readonly Measure[]> {
  return [...(await plans()), ...(await replays()), await revolving(), await referenceCases()];
}
