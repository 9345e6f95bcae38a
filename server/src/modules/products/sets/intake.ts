import { PPM } from '@tallystick/kernel';

type Bilingual = { readonly zh: string; readonly en: string };
/** A use of money that is not lent for (LOAN-07, INT-04, S4-26), found by the words people use for it. */
export type BannedPurpose = { readonly code: string; readonly name: Bilingual; readonly words: readonly string[] };

/** What is asked of every application before it is decided, and the limits of what one borrower may owe (handbook 2.8). */
export type IntakeParameters = {
  readonly id: string;
  readonly version: string;
  readonly bannedPurposes: readonly BannedPurpose[];
  /** DTI: monthly debt service including the new instalment over monthly income (AFF-01). */
  readonly dtiCapPpm: number;
  /** Lenders at the same time, this one included (S4-40). */
  readonly maxLenders: number;
  readonly draftValidDays: number;
  readonly offerValidDays: number;
  readonly approvalValidDays: number;
  /** What the applicant confirms before submitting (S4-50). */
  readonly acknowledgement: Bilingual & { readonly version: string };
};

export const INTAKE_V1: IntakeParameters = {
  id: 'intake',
  version: '1.0.0',
  bannedPurposes: [
    {
      code: 'REAL_ESTATE',
      name: { zh: '购房、土地及房地产投资', en: 'buying houses, land or real-estate investment' },
      words: [
        '购房',
        '买房',
        '首付款',
        '付首付',
        '房地产',
        '楼盘',
        '土地出让',
        'buy a house',
        'buying a house',
        'house purchase',
        'real estate',
        'property purchase',
      ],
    },
    {
      code: 'SECURITIES',
      name: { zh: '股票、基金、期货等证券投资', en: 'shares, funds, futures and other securities' },
      words: [
        '炒股',
        '股票',
        '基金',
        '炒期货',
        '期货交易',
        '期货投资',
        '证券',
        '理财产品',
        '虚拟货币',
        '比特币',
        'stock market',
        'buy shares',
        'buying shares',
        'securities',
        'futures trading',
        'crypto',
        'bitcoin',
      ],
    },
    {
      code: 'EQUITY',
      name: { zh: '股本权益性投资', en: 'equity investment' },
      words: ['入股', '股权投资', '增资扩股', '收购股权', '股东分红', 'equity', 'dividend'],
    },
    {
      code: 'LENDING_ON',
      name: { zh: '转借他人、民间借贷', en: 'lending on to others' },
      words: ['转借', '转贷', '放贷', '借给', '民间借贷', '高利贷', 'lend on', 'on-lending', 'relend'],
    },
    {
      code: 'REPAY_OTHER_LOAN',
      name: { zh: '偿还其他贷款', en: 'repaying other loans' },
      words: [
        '还贷',
        '偿还贷款',
        '还信用卡',
        '以贷养贷',
        '借新还旧',
        '过桥贷',
        '过桥资金',
        '还网贷',
        'repay loan',
        'repay other',
        'refinance',
        'bridge loan',
      ],
    },
    {
      code: 'GAMBLING',
      name: { zh: '赌博等违法活动', en: 'gambling and other unlawful acts' },
      words: ['赌博', '博彩', '赌债', 'gambling', 'casino', 'betting'],
    },
  ],
  dtiCapPpm: Number(PPM / 2n),
  maxLenders: 4,
  draftValidDays: 30,
  offerValidDays: 30,
  approvalValidDays: 30,
  acknowledgement: {
    version: '1.0.0',
    zh: '我已看到每期还款额及其占收入的比例，确认能够按时偿还；我提供的资料真实、完整、有效；借款只用于申报的用途。',
    en: 'I have seen what each instalment is and what part of my income it takes, and I can pay it on time. What I state is true, complete and valid. I use the money for the stated purpose only.',
  },
};

/** What stands in the way of a set being used; undefined when nothing does. */
export function intakeProblem(p: IntakeParameters): string | undefined {
  const wholes = [p.dtiCapPpm, p.maxLenders, p.draftValidDays, p.offerValidDays, p.approvalValidDays];
  if (!wholes.every((n) => Number.isSafeInteger(n) && n > 0)) return 'limits must be whole numbers above zero';
  if (!Array.isArray(p.bannedPurposes) || !p.bannedPurposes.every((b) => b.code && b.name?.zh && b.name?.en && b.words?.length > 0))
    return 'a banned purpose needs code, names and words';
  return p.acknowledgement?.version && p.acknowledgement.zh && p.acknowledgement.en
    ? undefined
    : 'the acknowledgement needs a version and both languages';
}

/**
 * The banned use that a text names, if any. Case does not matter. The list holds phrases that honest trade does not use: 到期货款 holds 期货 and a
 * warehouse holds a house, so neither word stands there alone.
 */
export function bannedPurpose(text: string, banned: readonly BannedPurpose[]): BannedPurpose | undefined {
  const plain = text.toLowerCase();
  return banned.find((b) => b.words.some((w) => plain.includes(w.toLowerCase())));
}
