import type { CalendarDate } from '@tallystick/kernel';
import type { z } from 'zod';
import type { zFirmReport, zPersonReport } from './parse.ts';

/** A lender that is no bank: a loan from it does not make a borrower non-first (FST-03). */
const NO_BANK = /小贷|小额贷款|消费金融|融资租赁|信托|典当|保理/;
const CARD = new Set(['贷记卡', '准贷记卡']);

export type FirstLoanInput = {
  /** null: the bureau has no record; undefined: not asked or not answered. */
  readonly person: Partial<z.output<typeof zPersonReport>> | null | undefined;
  readonly firm: Partial<z.output<typeof zFirmReport>> | null | undefined;
  readonly firmAsked: boolean;
  /** Our own books: the day of the first payout; null when we never lent. */
  readonly firstPaidOutOn: CalendarDate | null;
  readonly definition: string;
};
export type FirstLoanEvidence = {
  readonly definition: string;
  readonly personReportNo: string | null;
  readonly personAskedAt: string | null;
  readonly firmReportNo: string | null;
  readonly firmAskedAt: string | null;
  readonly bankLoansPerson: number;
  readonly bankLoansFirm: number;
  readonly ownLoanOn: CalendarDate | null;
};

/**
 * First-time borrower (FST-01, FST-03): no bank loan on the person's report, none on the firm's, none of ours. Cards are no loans. Undefined while
 * an answer that is needed is missing. A housing loan counts as a loan: the report does not tell it from others, so the stricter reading holds.
 */
export function firstLoan(i: FirstLoanInput): { isFirst: boolean; evidence: FirstLoanEvidence } | undefined {
  if (i.person === undefined || (i.firmAsked && i.firm === undefined)) return undefined;
  if (i.person !== null && i.person.accounts === undefined) return undefined;
  if (i.firm && i.firm.loans === undefined) return undefined;
  const bankLoansPerson = (i.person?.accounts ?? []).filter((a) => !CARD.has(a.type) && !NO_BANK.test(a.org)).length;
  const bankLoansFirm = (i.firm?.loans ?? []).filter((l) => !NO_BANK.test(l.org)).length;
  return {
    isFirst: bankLoansPerson === 0 && bankLoansFirm === 0 && i.firstPaidOutOn === null,
    evidence: {
      definition: i.definition,
      personReportNo: i.person?.header?.report_no ?? null,
      personAskedAt: i.person?.header?.query_time ?? null,
      firmReportNo: i.firm?.header?.report_no ?? null,
      firmAskedAt: i.firm?.header?.query_time ?? null,
      bankLoansPerson,
      bankLoansFirm,
      ownLoanOn: i.firstPaidOutOn,
    },
  };
}
