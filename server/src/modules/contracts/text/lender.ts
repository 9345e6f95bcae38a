/** The bank as a party to its contracts. The credit code is synthetic with a valid check character. */
export const LENDER = {
  zh: '左券示范银行股份有限公司',
  en: 'Tallystick Demonstration Bank Co., Ltd.',
  uscc: '91330106673959654P',
  address: { zh: '浙江省杭州市示范区契约路 1 号', en: '1 Covenant Road, Demonstration District, Hangzhou, Zhejiang' },
  hotline: '95500-0000',
} as const;
/** What a borrower reads and signs; a change of wording is a new version. */
export const TEXT_VERSION = 'LC-2026-1';
