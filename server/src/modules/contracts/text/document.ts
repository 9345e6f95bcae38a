import { planFor } from '@tallystick/engines/loan-engine';
import { type CalendarDate, chineseCapitals, displayMoney } from '@tallystick/kernel';
import { canonicalJson } from '#modules/products';
import { sha256Hex } from '#platform';
import type { Contract, CostItem, CostStatement } from '../types.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { LENDER, TEXT_VERSION } from './lender.ts';
import { METHOD_NAMES, monthsOf, percentText } from './terms.ts';

export type Borrower = { readonly name: string; readonly idNo: string; readonly mobile: string; readonly account: string };
type Reading = { readonly terms: Contract['terms']; readonly cost: CostStatement; readonly clauses: readonly Clause[]; readonly textVersion: string };

/** What the borrower reads, as data. Its SHA-256 is confirmed by the borrower and kept with the signatures. */
export const readingOf = (terms: Contract['terms'], cost: CostStatement, purpose: string): Reading => ({
  terms,
  cost,
  clauses: clausesOf({ terms, purpose }),
  textVersion: TEXT_VERSION,
});
export const readingHash = (reading: Reading): string => sha256Hex(canonicalJson(reading));

const costRow = (i: CostItem): Record<string, string> => ({
  name: i.name.zh,
  method: i.method.zh,
  standard: i.standard.zh,
  payee: i.payee.zh,
  amount: i.amountMinor === null ? '—' : displayMoney(i.amountMinor),
});
export const dateZh = (d: CalendarDate): string => `${Number(d.slice(0, 4))} 年 ${Number(d.slice(5, 7))} 月 ${Number(d.slice(8, 10))} 日`;

/** Everything the contract template prints, as plain texts: the template computes nothing. */
export function contractData(c: Contract, borrower: Borrower, reading: Reading, on: CalendarDate): Record<string, unknown> {
  const plan = planFor(c.terms);
  return {
    title: '借款合同',
    no: c.contractNo,
    textVersion: c.textVersion,
    textHash: c.textHash,
    date: dateZh(on),
    isoDate: on,
    lender: { name: LENDER.zh, uscc: LENDER.uscc, address: LENDER.address.zh, hotline: LENDER.hotline },
    borrower,
    summary: [
      ['借款金额', `人民币 ${displayMoney(c.terms.principalMinor)} 元`],
      ['大写金额', `人民币${chineseCapitals(c.terms.principalMinor)}`],
      ['年利率（单利）', percentText(c.terms.ratePpm)],
      ['综合年化成本', `${percentText(c.cost.compoundPpm)}（复利）；${percentText(c.cost.simplePpm)}（单利）`],
      ['期限', `${monthsOf(c.terms)} 个月`],
      ['还款方式', METHOD_NAMES[c.terms.method].zh],
      ['利息合计', `${displayMoney(c.cost.interestMinor)} 元`],
      ['费用合计', `${displayMoney(c.cost.feesMinor)} 元`],
      ['还款总额', `${displayMoney(plan.totalMinor)} 元`],
      ['首期应还', `${displayMoney(plan.rows[0]?.totalMinor ?? 0n)} 元`],
    ],
    costs: c.cost.items.map(costRow),
    otherwise: c.cost.otherwise.map(costRow),
    plan: plan.rows.map((r) => [
      String(r.no),
      r.due,
      displayMoney(r.principalMinor),
      displayMoney(r.interestMinor),
      displayMoney(r.totalMinor),
      displayMoney(r.balanceAfterMinor),
    ]),
    planTotal: [displayMoney(plan.principalMinor), displayMoney(plan.interestMinor), displayMoney(plan.totalMinor)],
    clauses: reading.clauses.map((k) => ({ title: k.title.zh, paragraphs: k.paragraphs.map((p) => p.zh) })),
  };
}
