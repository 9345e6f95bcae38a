import { type CalendarDate, words } from '@tallystick/kernel';
import type { ContractFault } from './refusals.ts';
import type { AmountLimits, Contract } from './types.ts';

/** Parts of the text that have to have been on the screen before a confirmation counts. */
export const SECTIONS = ['summary', 'costs', 'clauses', 'plan'] as const;
export const SECTION_WORDS = words<(typeof SECTIONS)[number]>({
  summary: ['摘要', 'summary'],
  costs: ['费用', 'costs'],
  clauses: ['条款', 'clauses'],
  plan: ['还款计划', 'repayment plan'],
});

/** The most that may be lent: the smallest of the four values (S0-57). */
export const mostOf = (l: AmountLimits): bigint => [l.availableMinor, l.needMinor, l.capMinor].reduce((m, v) => (v < m ? v : m), l.approvedMinor);

/** May the borrower still change, confirm or sign it today? */
export function openFault(c: Pick<Contract, 'state' | 'validUntil'>, today: CalendarDate): ContractFault | undefined {
  if (c.state !== 'draft') return 'contracts.not_draft';
  return today > c.validUntil ? 'contracts.lapsed' : undefined;
}

/** Was it read: this text, all of it, long enough? */
export function readingFault(
  c: Pick<Contract, 'textHash'>,
  read: { textHash: string; sections: readonly string[]; seconds: number },
  leastSeconds: number,
): ContractFault | undefined {
  if (read.textHash !== c.textHash) return 'contracts.text_changed';
  if (SECTIONS.some((s) => !read.sections.includes(s))) return 'contracts.sections_unread';
  return read.seconds < leastSeconds ? 'contracts.read_too_fast' : undefined;
}
