import type { LoanTerms } from '@tallystick/engines/loan-engine';
import { displayMoney } from '@tallystick/kernel';
import { allocationNames, graceText, penaltyRatePpm } from './cost-statement.ts';
import { METHOD_NAMES, monthsOf, percentText } from './terms.ts';

/** A numbered clause: what the PDF prints in Chinese and the screen shows in either language. The Chinese text prevails. */
export type Clause = {
  readonly title: { readonly zh: string; readonly en: string };
  readonly paragraphs: readonly { readonly zh: string; readonly en: string }[];
};

export type ClauseFacts = { readonly terms: LoanTerms; readonly purpose: string };

/** How much, for how long, for what, and at which rate. */
function loanClauses({ terms, purpose }: ClauseFacts): Clause[] {
  const amount = displayMoney(terms.principalMinor);
  return [
    {
      title: { zh: '借款金额、期限与用途', en: 'Amount, term and purpose' },
      paragraphs: [
        {
          zh: `贷款人向借款人提供人民币 ${amount} 元借款，期限 ${monthsOf(terms)} 个月，自实际放款日起算。`,
          en: `The lender lends the borrower CNY ${amount} for ${monthsOf(terms)} months, counted from the day of payout.`,
        },
        {
          zh: `借款用途为：${purpose}。借款人不得将借款用于股本权益性投资、证券、期货、房地产开发或购置、转贷及法律禁止的其他用途。`,
          en: `Purpose: ${purpose}. The loan may not be used for equity, securities, futures, property, lending on, or anything forbidden by law.`,
        },
        {
          zh: '贷款人有权按约定检查借款使用情况；借款人改变用途的，贷款人可以停止发放借款、提前收回借款或者解除合同。',
          en: 'The lender may check how the loan is used. If the purpose is changed the lender may stop payment, recall the loan or end the contract.',
        },
      ],
    },
    {
      title: { zh: '利率与计息', en: 'Rate and interest' },
      paragraphs: [
        {
          zh: `借款年利率（单利）为 ${percentText(terms.ratePpm)}，在合同期内固定不变。整月按年利率的十二分之一计息，不足整月的按实际天数、以 ${terms.dayBase} 天为一年计息；放款当日计息，还款当日不计息。`,
          en: `The rate is ${percentText(terms.ratePpm)} a year (simple), fixed for the term. Whole months count a twelfth of a year, odd days count over a ${terms.dayBase}-day year; the day of payout counts, the day of repayment does not.`,
        },
        {
          zh: '贷款人不得在发放借款时预先扣除利息或费用；实际到账金额少于合同金额的，按实际到账金额确定本金。',
          en: 'No interest or fee is deducted from the payout. Should less arrive than agreed, what arrived is the principal.',
        },
      ],
    },
  ];
}

function repaymentClause(terms: LoanTerms): Clause {
  const method = METHOD_NAMES[terms.method];
  const order = allocationNames(terms);
  return {
    title: { zh: '还款', en: 'Repayment' },
    paragraphs: [
      {
        zh: `还款方式为${method.zh}，每月还款日与放款日相同，当月无该日的为当月最后一日。各期应还金额见还款计划表；实际放款日与计划不同的，各期日期相应顺延，金额不变。`,
        en: `Repayment is by ${method.en.toLowerCase()}, each month on the day of payout, or on the last day of a shorter month. Amounts are in the repayment plan; another day of payout moves the dates and leaves the amounts.`,
      },
      {
        zh: `借款人授权贷款人于还款日从约定账户扣收应还款项。还款先清偿到期最早的一期，同一期内按${order.zh}的顺序清偿。多付款项留作借款人余额，用于下一期或退还。`,
        en: `The borrower lets the lender collect what is due from the agreed account on the due date. The oldest instalment is paid first and within it ${order.en}. Money paid over stays the borrower's and goes to the next instalment or back.`,
      },
      {
        zh:
          terms.prepaymentFeePpm > 0n
            ? `借款人可随时提前归还部分或全部借款，利息计至还款日，并按提前归还本金的 ${percentText(terms.prepaymentFeePpm)} 支付手续费。`
            : '借款人可随时提前归还部分或全部借款，利息计至还款日，不收手续费。',
        en:
          terms.prepaymentFeePpm > 0n
            ? `The loan may be repaid early in part or in full at any time; interest is counted to that day, with a fee of ${percentText(terms.prepaymentFeePpm)} of the principal repaid early.`
            : 'The loan may be repaid early in part or in full at any time; interest is counted to that day and there is no fee.',
      },
    ],
  };
}

function defaultClause(terms: LoanTerms): Clause {
  const grace = graceText(terms);
  return {
    title: { zh: '违约责任', en: 'Default' },
    paragraphs: [
      {
        zh: `借款人未按期足额还款的，自逾期之日起至清偿之日止，对逾期本金按年利率 ${percentText(penaltyRatePpm(terms))}（合同利率上浮 ${percentText(terms.penaltyUpliftPpm)}）按实际天数计收罚息${terms.compoundOnInterest ? '，对逾期利息按同一利率计收复利' : ''}${grace.zh}。`,
        en: `What is not paid on its due date bears penalty interest of ${percentText(penaltyRatePpm(terms))} a year (the contract rate plus ${percentText(terms.penaltyUpliftPpm)} of it) from the due date until paid, by actual days${terms.compoundOnInterest ? '; overdue interest bears compound interest at the same rate' : ''}${grace.en}.`,
      },
      {
        zh: '借款人连续三期或累计六期未按期还款、提供虚假资料或改变借款用途的，贷款人可以宣布借款提前到期，并应提前通知借款人并给予合理的补正期限。',
        en: 'After three missed instalments in a row or six in all, false information or a change of purpose, the lender may call the loan due, after notice and a reasonable time to put it right.',
      },
      {
        zh: '贷款人不得以暴力、恐吓、骚扰或者向无关第三人披露等方式催收。',
        en: 'The lender may not collect by force, threats or harassment, nor tell third persons.',
      },
    ],
  };
}

/** The same in every loan. */
const STANDING_CLAUSES: readonly Clause[] = [
  {
    title: { zh: '双方的权利与义务', en: 'Rights and duties' },
    paragraphs: [
      {
        zh: '借款人有权按期取得借款、查询还款明细和剩余金额、随时获得本合同文本、提前还款、投诉并要求人工复核；应当提供真实、完整、有效的资料，按期还款，并在联系方式或经营状况发生重大变化时及时告知贷款人。',
        en: 'The borrower may receive the loan in time, see repayments and balances, obtain this contract at any time, repay early, complain and ask for review by a person; and has to give true, complete and valid information, repay in time and tell the lender of important changes.',
      },
      {
        zh: '贷款人应当按约定发放借款、如实告知全部费用、依法保护借款人信息；除本合同及综合融资成本明示表列明的项目外，不得收取其他费用，不得搭售或强制保险。',
        en: 'The lender has to pay out as agreed, tell all costs and protect the borrower’s information; it may charge nothing that is not in this contract and its cost statement, nor sell along or force insurance.',
      },
    ],
  },
  {
    title: { zh: '个人信息与信用报告', en: 'Personal information and credit reports' },
    paragraphs: [
      {
        zh: '贷款人依据借款人单独签署的授权收集和使用信息，仅用于本借款的审批、管理与法定报送。逾期信息报送征信系统前，贷款人将告知借款人。',
        en: 'Information is collected and used under the borrower’s separate consents, only for deciding, managing and lawfully reporting this loan. The borrower is told before overdue information is reported.',
      },
    ],
  },
  {
    title: { zh: '通知、争议与生效', en: 'Notices, disputes and effect' },
    paragraphs: [
      {
        zh: '双方通过借款人预留的手机号码和本系统站内消息通知。因本合同发生的争议，双方协商解决；协商不成的，由贷款人住所地有管辖权的人民法院管辖。',
        en: 'Notices go to the borrower’s mobile number and inbox. Disputes are settled by talking; failing that, by the competent court at the lender’s seat.',
      },
      {
        zh: '本合同采用可靠的电子签名订立，自双方签名之时成立，与纸质签名或者盖章具有同等法律效力。',
        en: 'This contract is made by reliable electronic signatures and stands from the moment both have signed, with the force of a handwritten signature or seal.',
      },
    ],
  },
];

/** The body of the loan contract, version LC-2026-1, with the figures of one loan filled in. */
export const clausesOf = (facts: ClauseFacts): Clause[] => [
  ...loanClauses(facts),
  repaymentClause(facts.terms),
  defaultClause(facts.terms),
  ...STANDING_CLAUSES,
];
