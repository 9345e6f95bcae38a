import { formatMoney, sum } from '@tallystick/kernel';
import { CHART, subjectBalances } from '#modules/ledger';
import type { Ctx, Verification } from '#platform';
import { reportStates, reportWrongPlans } from './repo.ts';

const SHOWN = 50;

/** Each loan's own figures against the ledger's, bucket by bucket; and accrued interest against what the loans earned and billed. */
async function subledgerFaults(ctx: Ctx): Promise<string[]> {
  const {
    loanPrincipal,
    interestReceivable,
    offBalanceInterest,
    penaltyReceivable,
    offBalancePenalty,
    feeReceivable,
    customerCredit,
    accruedInterest,
  } = CHART;
  const codes = [
    loanPrincipal,
    interestReceivable,
    offBalanceInterest,
    penaltyReceivable,
    offBalancePenalty,
    feeReceivable,
    customerCredit,
    accruedInterest,
  ];
  const held = new Map<string, bigint>();
  const balances = await subjectBalances(ctx, codes);
  for (const b of balances) held.set(`${b.subject} ${b.account}`, b.balanceMinor);
  const states = await reportStates(ctx.tx);
  const faults: string[] = [];
  for (const s of states) {
    const expected: readonly (readonly [string, bigint, readonly string[]])[] = [
      ['principal', s.principalMinor, [loanPrincipal]],
      ['interest', s.interestMinor, [interestReceivable, offBalanceInterest]],
      ['penalty', s.penaltyMinor, [penaltyReceivable, offBalancePenalty]],
      ['fee', s.feeMinor, [feeReceivable]],
      ['credit', s.creditMinor, [customerCredit]],
    ];
    for (const [what, own, accounts] of expected) {
      const books = sum(accounts.map((a) => held.get(`${s.loanId} ${a}`) ?? 0n));
      if (own !== books) faults.push(`${s.loanId}: ${what} is ${formatMoney(own)}, the ledger says ${formatMoney(books)}`);
    }
  }
  const earned = sum(states.map((s) => s.earnedMinor - s.billedOnBooksMinor));
  const accrued = sum(balances.filter((b) => b.account === accruedInterest).map((b) => b.balanceMinor));
  if (earned !== accrued) faults.push(`accrued interest is ${formatMoney(earned)} by the loans, the ledger says ${formatMoney(accrued)}`);
  return faults.slice(0, SHOWN);
}

export const verifies: readonly Verification[] = [
  { name: 'servicing.subledger_equals_ledger', daily: true, run: subledgerFaults },
  {
    name: 'servicing.plans_add_up',
    daily: true,
    run: async (ctx) => (await reportWrongPlans(ctx.tx)).map((l) => `the plan of ${l.loanId} does not add up to its principal`),
  },
];
