import type { LoanTerms, RepaymentMethod } from '@tallystick/engines/loan-engine';
import { formatPercent } from '@tallystick/kernel';

/** "6.00%", and more places only where they say something. */
export const percentText = (ppm: bigint): string => `${formatPercent(ppm).replace(/(\.\d{2}(?:\d*[1-9])?)0*$/, '$1')}%`;

export const METHOD_NAMES: Readonly<Record<RepaymentMethod, { readonly zh: string; readonly en: string }>> = {
  equal_instalment: { zh: '等额本息', en: 'Equal instalments' },
  equal_principal: { zh: '等额本金', en: 'Equal principal' },
  interest_only: { zh: '先息后本', en: 'Interest first, principal at maturity' },
  bullet: { zh: '到期一次还本付息', en: 'Principal and interest at maturity' },
  flat: { zh: '等额等息', en: 'Flat interest' },
};

/** Months from payout to the last due date: a bullet loan is one period of all its months. */
export const monthsOf = (terms: LoanTerms): number => terms.count * terms.frequency.every;
