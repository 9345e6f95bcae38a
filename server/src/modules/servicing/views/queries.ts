import { addDays, type CalendarDate } from '@tallystick/kernel';
import { z } from 'zod';
import { branchScope, query, zCustomerId, zDate, zInt, zMoney } from '#platform';
import { loanKey, zHabit, zLoanFilter, zLoanKey, zLoanPage, zLoans, zMode, zPreview, zQuote, zStatement, zWhy } from '../schema.ts';
import { loansOf } from '../service.ts';
import { loanPage, loanRow, statementOf } from './loan-page.ts';
import { habitPanel, previewPrepayment, quote, why } from './outlook.ts';
import { type LoanSort, listLoans } from './repo.ts';

const STAFF = [
  'RELATIONSHIP_MANAGER',
  'REVIEWER',
  'APPROVER',
  'DISBURSEMENT',
  'POST_LOAN',
  'COLLECTOR',
  'RISK_MANAGER',
  'COMPLIANCE',
  'EXECUTIVE',
  'SERVICE_AGENT',
] as const;
const BOTH = ['BORROWER', ...STAFF] as const;

export const listAllLoans = query({
  name: 'servicing.list_loans',
  says: { zh: '贷款台账', en: 'List loans' },
  allow: STAFF,
  input: zLoanFilter,
  output: zLoans,
  run: async (ctx, f) => {
    const found = await listLoans(ctx.tx, {
      branchId: branchScope(ctx.actor),
      status: f.status ?? null,
      stage: f.stage ?? null,
      productCode: f.productCode ?? null,
      dueFrom: f.dueFrom ?? null,
      dueTo: f.dueTo ?? null,
      text: f.text ?? null,
      sort: f.sort.replace('-', '') as LoanSort,
      descending: f.sort.startsWith('-'),
      limit: f.limit,
      offset: f.offset,
    });
    return { items: found.items.map(loanRow), total: found.total };
  },
});
export const listOwnLoans = query({
  name: 'servicing.list_own_loans',
  says: { zh: '客户的贷款', en: "A customer's loans" },
  allow: BOTH,
  input: z.object({ customerId: zCustomerId }),
  output: zLoans,
  run: async (ctx, { customerId }) => {
    const items = (await loansOf(ctx, customerId)).map(loanRow);
    return { items, total: items.length };
  },
});
export const showLoan = query({
  name: 'servicing.show_loan',
  says: { zh: '贷款详情：计划、流水、余额', en: 'A loan with plan, transactions and balances' },
  allow: BOTH,
  input: zLoanKey,
  output: zLoanPage,
  run: (ctx, i) => loanPage(ctx, i.customerId, i.loanId),
});
export const showPayoff = query({
  name: 'servicing.quote_payoff',
  says: { zh: '提前结清试算', en: 'What settles the loan' },
  allow: BOTH,
  input: z.object({ ...loanKey, on: zDate.optional() }),
  output: zQuote,
  run: (ctx, i) => quote(ctx, i.customerId, i.loanId, i.on ?? ctx.today),
});
export const showPrepayment = query({
  name: 'servicing.preview_prepayment',
  says: { zh: '部分提前还款试算', en: 'What an early partial repayment would change' },
  allow: BOTH,
  input: z.object({ ...loanKey, amount: zMoney, mode: zMode.default('keep_term') }),
  output: zPreview,
  run: (ctx, i) => previewPrepayment(ctx, i.customerId, i.loanId, { amountMinor: i.amount, mode: i.mode }),
});
export const explainRow = query({
  name: 'servicing.explain',
  says: { zh: '这个数是怎么来的', en: 'Why this number' },
  allow: BOTH,
  input: z.object({ ...loanKey, no: zInt(1, 1200), on: zDate.optional() }),
  output: zWhy,
  run: (ctx, i) => why(ctx, i.customerId, i.loanId, i.no, i.on ?? ctx.today),
});
const YEAR_AGO_DAYS = 365;
export const showStatement = query({
  name: 'servicing.statement',
  says: { zh: '贷款对账单', en: 'Statement of a loan for a period' },
  allow: BOTH,
  input: z.object({ ...loanKey, from: zDate.optional(), to: zDate.optional() }),
  output: zStatement,
  run: (ctx, i) => {
    const to: CalendarDate = i.to ?? ctx.today;
    return statementOf(ctx, i.customerId, i.loanId, i.from ?? addDays(to, -YEAR_AGO_DAYS), to);
  },
});
export const showHabit = query({
  name: 'servicing.repayment_habit',
  says: { zh: '还款习惯', en: 'Repayment habit' },
  allow: BOTH,
  input: z.object({ customerId: zCustomerId }),
  output: zHabit,
  run: (ctx, { customerId }) => habitPanel(ctx, customerId),
});
