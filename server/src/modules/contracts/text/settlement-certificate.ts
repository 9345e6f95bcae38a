import { join } from 'node:path';
import { type CalendarDate, chineseCapitals, displayMoney, type Instant } from '@tallystick/kernel';
import { typeset } from '#platform';
import { dateZh } from './document.ts';
import { LENDER } from './lender.ts';

const TEMPLATE = join(import.meta.dirname, 'templates/settlement.typ');

export type Settlement = {
  readonly borrower: string;
  readonly idNo: string;
  readonly contractNo: string;
  readonly loanNo: string;
  readonly startOn: CalendarDate;
  readonly settledOn: CalendarDate;
  readonly principalMinor: bigint;
};

/** 结清证明 as a PDF: the loan is repaid in full and nothing is owed under it. */
export const settlementCertificate = (s: Settlement, on: CalendarDate, at: Instant): Promise<Uint8Array> =>
  typeset(
    TEMPLATE,
    {
      ...s,
      no: `JQ-${s.loanNo}`,
      principalMinor: undefined,
      principal: displayMoney(s.principalMinor),
      capitals: `人民币${chineseCapitals(s.principalMinor)}`,
      startOn: dateZh(s.startOn),
      settledOn: dateZh(s.settledOn),
      date: dateZh(on),
      isoDate: on,
      lender: LENDER.zh,
      hotline: LENDER.hotline,
    },
    at,
  );
