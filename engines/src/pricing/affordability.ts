import { assert, divRound, formatMoney, formatPercent, PPM } from '@tallystick/kernel';
import type { Bilingual } from '../scorecard/index.ts';

/** Monthly debt service over net monthly income in ppm, rounded up so that it is never understated (AFF-01). null without income. */
export const dtiPpm = (monthlyServiceMinor: bigint, netIncomeMinor: bigint): bigint | null =>
  netIncomeMinor <= 0n ? null : divRound(monthlyServiceMinor * PPM, netIncomeMinor, 'ceil');

/** (EBITDA − tax − necessary capital spending) / (principal + interest due) in ppm, rounded down (AFF-02, handbook 3.1). null when nothing is due. */
export function dscrPpm(f: {
  readonly ebitdaMinor: bigint;
  readonly taxMinor: bigint;
  readonly capexMinor: bigint;
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
}): bigint | null {
  const due = f.principalMinor + f.interestMinor;
  return due <= 0n ? null : divRound((f.ebitdaMinor - f.taxMinor - f.capexMinor) * PPM, due, 'floor');
}

/** Most that all lenders together may lend: so many months of income, or a share of yearly sales, rounded down (AFF-03). */
export function debtCap(
  basis: { readonly kind: 'income'; readonly monthlyMinor: bigint } | { readonly kind: 'sales'; readonly annualMinor: bigint },
  rule: { readonly incomeMonths: number; readonly salesSharePpm: bigint },
): bigint {
  return basis.kind === 'income' ? basis.monthlyMinor * BigInt(rule.incomeMonths) : divRound(basis.annualMinor * rule.salesSharePpm, PPM, 'floor');
}

export type Affordability = {
  readonly verdict: 'fits' | 'reduced' | 'rejected';
  /** What can be lent: the wish, less, or nothing. */
  readonly amountMinor: bigint;
  readonly instalmentMinor: bigint;
  readonly dtiPpm: bigint | null;
  readonly maxDtiPpm: bigint;
  readonly text: Bilingual;
};
export type AffordabilityInput = {
  readonly wantedMinor: bigint;
  readonly smallestMinor: bigint;
  readonly stepMinor: bigint;
  /** Service of all other debts a month. */
  readonly otherServiceMinor: bigint;
  readonly netIncomeMinor: bigint;
  readonly maxDtiPpm: bigint;
  /** Largest monthly instalment of a loan of that amount; must not fall as the amount rises. */
  readonly instalmentOf: (amountMinor: bigint) => bigint;
};

/** DTI with the new instalment: the wish if it fits, else the largest amount (in steps) that does, else a rejection. */
export function affordable(input: AffordabilityInput): Affordability {
  assert(input.stepMinor > 0n && input.smallestMinor > 0n, 'steps and the smallest amount are positive');
  const fits = (amount: bigint): boolean => {
    const dti = dtiPpm(input.otherServiceMinor + input.instalmentOf(amount), input.netIncomeMinor);
    return dti !== null && dti <= input.maxDtiPpm;
  };
  const answer = (verdict: Affordability['verdict'], amountMinor: bigint, shownMinor: bigint): Affordability => {
    const instalmentMinor = input.instalmentOf(shownMinor);
    const dti = dtiPpm(input.otherServiceMinor + instalmentMinor, input.netIncomeMinor);
    return { verdict, amountMinor, instalmentMinor, dtiPpm: dti, maxDtiPpm: input.maxDtiPpm, text: textOf(verdict, dti, input.maxDtiPpm) };
  };
  if (fits(input.wantedMinor)) return answer('fits', input.wantedMinor, input.wantedMinor);
  let [low, high] = [0n, input.wantedMinor / input.stepMinor];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (fits(middle * input.stepMinor)) low = middle;
    else high = middle - 1n;
  }
  const amount = low * input.stepMinor;
  return amount >= input.smallestMinor ? answer('reduced', amount, amount) : answer('rejected', 0n, input.wantedMinor);
}

function textOf(verdict: Affordability['verdict'], dti: bigint | null, most: bigint): Bilingual {
  const [share, cap] = [dti === null ? '—' : `${formatPercent(dti)}%`, `${formatPercent(most)}%`];
  if (verdict === 'fits') return { zh: `月还款占净收入 ${share}，未超过 ${cap}`, en: `Instalments take ${share} of net income, within ${cap}` };
  if (verdict === 'reduced')
    return {
      zh: `已按 ${cap} 的上限减少金额，月还款占净收入 ${share}`,
      en: `The amount was reduced to stay within ${cap}; instalments take ${share} of net income`,
    };
  return {
    zh: `月还款占净收入 ${share}，超过 ${cap}，且减额后仍不足最低金额`,
    en: `Instalments would take ${share} of net income, above ${cap}, and no smaller amount is offered`,
  };
}

export type CashMonth = { readonly month: string; readonly inMinor: bigint; readonly outMinor: bigint; readonly debtServiceMinor: bigint };
export type CashFlowTable = {
  readonly rows: readonly (CashMonth & { readonly freeMinor: bigint; readonly afterServiceMinor: bigint; readonly cumulativeMinor: bigint })[];
  readonly freeMinor: bigint;
  readonly debtServiceMinor: bigint;
  readonly dscrPpm: bigint | null;
  /** Lowest running total after debt service: how much liquidity the months ask for. */
  readonly lowestMinor: bigint;
  readonly warning: Bilingual | null;
};

/** Cash in and out by month, free cash flow, DSCR over all months (rounded down), and a warning when it is under the threshold. */
export function cashFlowTable(months: readonly CashMonth[], dscrWarnPpm: bigint): CashFlowTable {
  let cumulativeMinor = 0n;
  const rows = months.map((m) => {
    const freeMinor = m.inMinor - m.outMinor;
    const afterServiceMinor = freeMinor - m.debtServiceMinor;
    cumulativeMinor += afterServiceMinor;
    return { ...m, freeMinor, afterServiceMinor, cumulativeMinor };
  });
  const freeMinor = rows.reduce((s, r) => s + r.freeMinor, 0n);
  const debtServiceMinor = rows.reduce((s, r) => s + r.debtServiceMinor, 0n);
  const dscr = debtServiceMinor <= 0n ? null : divRound(freeMinor * PPM, debtServiceMinor, 'floor');
  const low = dscr !== null && dscr < dscrWarnPpm;
  const warning = low
    ? {
        zh: `偿债覆盖率 ${times(dscr)} 低于 ${times(dscrWarnPpm)}，存在流动性风险`,
        en: `Debt service coverage of ${times(dscr)} is below ${times(dscrWarnPpm)}: liquidity risk`,
      }
    : null;
  return {
    rows,
    freeMinor,
    debtServiceMinor,
    dscrPpm: dscr,
    lowestMinor: rows.reduce((l, r) => (r.cumulativeMinor < l ? r.cumulativeMinor : l), 0n),
    warning,
  };
}

/** "1.15" of 1,150,000 ppm, cut after two places. */
const times = (ppm: bigint): string => formatMoney(divRound(ppm, 10_000n, 'floor'));
