import { readFileSync } from 'node:fs';
import { formatMoney, must, parseMoney, parsePercent } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { planFor } from './index.ts';
import type { DayBase, InterestBasis, LoanTerms } from './terms.ts';

/** One line of cases/fineract-sample.jsonl, as far as this test reads it. */
type Case = {
  id: string;
  family: string;
  product: {
    scheduleType: 'cumulative' | 'progressive';
    interestType: 'declining' | 'flat';
    amortization: string;
    annualRatePct: string;
    daysInYear: 'actual' | 360 | 364 | 365;
    daysInMonth: 'actual' | 30;
    daysInYearCustomStrategy: string | null;
    interestCalcPeriod: 'daily' | 'sameAsRepayment';
    interestRecognitionOnDisbursementDate: boolean;
    interestRecalculation: { enabled: boolean };
    numberOfRepayments: number;
    repayEvery: number;
    repayUnit: 'months' | 'weeks' | 'days';
    graceOnPrincipal: number;
    graceOnInterest: number;
    installmentAmountInMultiplesOf: number | null;
    downPayment: { enabled: boolean; percent?: string };
  };
  disbursements: { postedOn: string; date: string; amount: string }[];
  transactions: { seq: number; type: string; date?: string; dueDate?: string; targetSeq?: number }[];
  expectedSchedule: { due: string; days: number; principal: string; interest: string; balance: string }[];
};

const cases = readFileSync(new URL('./cases/fineract-sample.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

function dayBaseOf(p: Case['product']): DayBase {
  if (p.daysInYear !== 'actual') return p.daysInYear;
  if (p.scheduleType === 'cumulative') return 365;
  if (p.daysInYearCustomStrategy !== null) return 'leap_period';
  return p.interestRecognitionOnDisbursementDate ? 'actual_from_1_jan' : 'actual';
}

function basisOf(p: Case['product']): InterestBasis {
  if (p.interestCalcPeriod === 'sameAsRepayment') return 'fraction';
  return p.daysInMonth === 30 ? 'days30' : 'actual';
}

/** The reference's conventions are choices of our terms: no case has code of its own. */
function termsOf({ product: p, disbursements }: Case): LoanTerms {
  const lent = must(disbursements[0], 'a case has a disbursement');
  return {
    currency: 'EUR',
    principalMinor: must(parseMoney(lent.amount), 'amount'),
    ratePpm: must(parsePercent(p.annualRatePct), 'rate'),
    method: p.interestType === 'flat' ? 'flat' : p.amortization === 'equalPrincipal' ? 'equal_principal' : 'equal_instalment',
    count: p.numberOfRepayments,
    frequency: { unit: p.repayUnit === 'months' ? 'month' : p.repayUnit === 'weeks' ? 'week' : 'day', every: p.repayEvery },
    start: lent.date,
    interestBasis: basisOf(p),
    dayBase: dayBaseOf(p),
    rounding: 'half_even',
    penaltyUpliftPpm: 0n,
    penaltyGraceDays: 0,
    compoundOnInterest: false,
    allocation: ['penalty', 'fee', 'interest', 'principal'],
    prepaymentFeePpm: 0n,
    gracePrincipal: p.graceOnPrincipal,
    evenOut: p.scheduleType === 'progressive',
    downPaymentPpm: p.downPayment.enabled ? must(parsePercent(String(Number(p.downPayment.percent))), 'share') : 0n,
    ...(p.installmentAmountInMultiplesOf === null ? {} : { instalmentMultipleMinor: BigInt(p.installmentAmountInMultiplesOf) * 100n }),
  };
}

/** Transactions that leave due dates, principal and interest of a schedule alone while interest is not recalculated. */
const PLAN_KEPT = [
  'repayment',
  'charge',
  'waiveCharge',
  'chargeAdjustment',
  'goodwillCredit',
  'merchantIssuedRefund',
  'payoutRefund',
  'interestPaymentWaiver',
  'chargeOff',
  'closeOfBusiness',
  'undo',
];

/** Told from the case's features alone, never from its expected figures. */
function supported(c: Case): boolean {
  const { product: p, disbursements, transactions } = c;
  const undone = new Set(transactions.filter((t) => t.type === 'undo').map((t) => t.targetSeq));
  const acting = transactions.filter((t) => !undone.has(t.seq));
  const [lent, later] = disbursements;
  if (lent === undefined || later !== undefined || p.graceOnInterest > 0) return false;
  if (acting.some((t) => !PLAN_KEPT.includes(t.type))) return false;
  const rows = planFor(termsOf(c)).rows;
  // Recalculated interest follows what happens. A loan untouched and not yet due, or without interest, still shows its plan.
  const firstDue = must(
    rows.find((row) => row.days > 0),
    'row',
  ).due;
  if (p.interestRecalculation.enabled) return acting.length === 0 && (lent.postedOn <= firstDue || Number(p.annualRatePct) === 0);
  // A charge after maturity makes a row of its own.
  const maturity = must(rows.at(-1), 'row').due;
  return acting.every((t) => t.type !== 'charge' || (t.dueDate ?? '') <= maturity);
}

const counts = new Map<string, { replayed: number; all: number }>();
for (const { family } of cases) counts.set(family, { replayed: 0, all: (counts.get(family)?.all ?? 0) + 1 });

test.each(cases.filter(supported).map((c) => [c.family, c.id, c] as const))(
  '%s %s: due dates, principal, interest and balance to the cent',
  (family, _id, c) => {
    const planned = planFor(termsOf(c)).rows.map((row) => ({
      due: row.due,
      days: row.days,
      principal: formatMoney(row.principalMinor),
      interest: formatMoney(row.interestMinor),
      balance: formatMoney(row.balanceAfterMinor),
    }));
    expect(planned).toEqual(c.expectedSchedule.map(({ due, days, principal, interest, balance }) => ({ due, days, principal, interest, balance })));
    must(counts.get(family), 'family').replayed += 1;
  },
);

test('the count of reference schedules that come out does not fall', () => {
  const replayed = [...counts.values()].reduce((total, count) => total + count.replayed, 0);
  const table = [...counts].map(([family, count]) => `${family} ${count.replayed}/${count.all}`);
  console.log(`reference schedules to the cent: ${replayed} of ${cases.length}\n${table.join('\n')}`);
  expect(counts.get('pure-schedule')).toEqual({ replayed: 32, all: 32 });
  expect(replayed).toBeGreaterThanOrEqual(77);
});
