import { z } from 'zod';
import { customer } from '#modules/customers';
import { PURPOSE_CLASSES, product, products, REPAYMENT_METHODS } from '#modules/products';
import { branchScope, command, listInput, listOf, query, zCustomerId, zInt, zMoney, zMoneyOrZero, zText } from '#platform';
import { affordabilityOf, formFaults } from './form/checks.ts';
import { createDraft, saveDraft, submit, withdraw } from './form/drafting.ts';
import { formFacts } from './form/facts.ts';
import { explain } from './refusals.ts';
import { listApplications, milestonesOf, pathOf } from './repo.ts';
import { lateAt, verdictOf } from './rules.ts';
import { zAffordability, zApplication, zApplicationId, zApplicationLine, zDraftForm, zFault, zState, zTracking } from './schema.ts';
import { application, applicationsOf } from './service.ts';
import type { DraftForm } from './types.ts';

const one = { customerId: zCustomerId, applicationId: zApplicationId };

export const create = command({
  name: 'applications.create',
  says: { zh: '新建贷款申请草稿', en: 'Start a loan application' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER'],
  input: z.object({ customerId: zCustomerId, productCode: zText(40), form: zDraftForm.default({}) }),
  output: zApplication,
  run: (ctx, input) => createDraft(ctx, input),
});

export const save = command({
  name: 'applications.save_draft',
  says: { zh: '保存申请草稿（可不完整）', en: 'Save a draft, complete or not' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER'],
  input: z.object({ ...one, version: zInt(1, 1_000_000), productCode: zText(40).optional(), form: zDraftForm }),
  output: zApplication,
  run: (ctx, input) => saveDraft(ctx, input),
});

export const submitForm = command({
  name: 'applications.submit',
  says: { zh: '提交申请：一次检查全部内容，有误则留在草稿', en: 'Submit: everything is checked at once; with any fault it stays a draft' },
  allow: ['BORROWER'],
  input: z.object({ ...one, form: zDraftForm.optional(), acknowledgement: z.object({ version: zText(20), accepted: z.boolean() }).optional() }),
  output: zApplication,
  run: (ctx, input) => submit(ctx, input),
});

export const withdrawForm = command({
  name: 'applications.withdraw',
  says: { zh: '撤回申请', en: 'Withdraw an application' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER'],
  input: z.object({ ...one, why: zText(300) }),
  output: zApplication,
  run: (ctx, input) => withdraw(ctx, input),
});

export const listStaff = query({
  name: 'applications.list',
  says: { zh: '申请列表', en: 'List of applications' },
  allow: ['ANY_STAFF'],
  input: z.object({
    ...listInput,
    state: zState.optional(),
    productCode: zText(40).optional(),
    late: z.stringbool().optional(),
    decided: z.stringbool().optional(),
    mine: z.stringbool().optional(),
  }),
  output: listOf(zApplicationLine),
  run: async (ctx, input) =>
    listApplications(ctx.tx, { ...input, branchId: branchScope(ctx.actor), createdBy: input.mine ? ctx.actor.id : null, now: ctx.now }),
});

export const listOwn = query({
  name: 'applications.list_own',
  says: { zh: '一位客户的全部申请', en: 'All applications of one customer' },
  allow: ['BORROWER', 'ANY_STAFF'],
  input: z.object({ customerId: zCustomerId }),
  output: z.object({ items: z.array(zApplication) }),
  run: async (ctx, { customerId }) => ({ items: await applicationsOf(ctx, customerId) }),
});

export const track = query({
  name: 'applications.track',
  says: { zh: '申请进度：节点、时间、说明与承诺时限', en: 'Progress of an application: steps, times, messages and the promised time' },
  allow: ['BORROWER', 'ANY_STAFF'],
  input: z.object(one),
  output: zTracking,
  run: async (ctx, { customerId, applicationId }) => {
    const found = await application(ctx, customerId, applicationId);
    const staff = ctx.actor.kind !== 'borrower';
    const path = (await pathOf(ctx.tx, customerId, applicationId)).map((n) => ({
      state: n.state,
      enteredAt: n.entered_at,
      leftAt: n.left_at,
      minutes: minutes(n.entered_at, n.left_at ?? ctx.now),
      owner: staff ? n.owner : null,
      zh: n.note_zh,
      en: n.note_en,
    }));
    return { application: found, path, milestones: await milestonesOf(ctx.tx, customerId, applicationId), late: lateAt(found, ctx.now) };
  },
});
const minutes = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

/** A loan and what stands against it, as flat fields: enough for a sum before anything is saved. */
const zBurden = z.object({
  amountMinor: zMoney,
  months: zInt(1, 360),
  method: z.enum(REPAYMENT_METHODS),
  monthlyIncomeMinor: zMoneyOrZero,
  annualRevenueMinor: zMoneyOrZero,
  otherMonthlyMinor: zMoneyOrZero.prefault('0'),
  otherDebtMinor: zMoneyOrZero.prefault('0'),
  otherLenders: zInt(0, 50).default(0),
});
export const preview = query({
  name: 'applications.affordability',
  says: { zh: '还款能力测算（不查询征信）', en: 'What a loan would cost against income; no credit query' },
  allow: ['BORROWER', 'ANY_STAFF'],
  input: z.object({
    customerId: zCustomerId,
    productCode: zText(40),
    ...zBurden.shape,
  }),
  output: z.object({ affordability: zAffordability, acknowledgement: z.object({ version: z.string(), zh: z.string(), en: z.string() }) }),
  run: async (ctx, q) => {
    const facts = await formFacts(ctx, await customer(ctx, q.customerId), await product(ctx, q.productCode));
    return { affordability: affordabilityOf({ ...q, ...declared(q) }, facts), acknowledgement: facts.intake.acknowledgement };
  },
});
/** Other debts as one sum with the number of lenders, in the shape of the form. */
const declared = (q: z.output<typeof zBurden>) => ({
  declaredMonthlyIncomeMinor: q.monthlyIncomeMinor,
  declaredAnnualRevenueMinor: q.annualRevenueMinor,
  declaredDebts: Array.from({ length: Math.max(q.otherLenders, q.otherDebtMinor + q.otherMonthlyMinor > 0n ? 1 : 0) }, (_, i) => ({
    lender: `lender ${i + 1}`,
    balanceMinor: i === 0 ? q.otherDebtMinor : 0n,
    monthlyMinor: i === 0 ? q.otherMonthlyMinor : 0n,
  })),
});

export const eligibility = query({
  name: 'applications.eligibility',
  says: { zh: '资格自测：不查询征信，给出可能结果和还缺什么', en: 'Self-check: likely result and what is missing, without any credit query' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER'],
  input: zBurden.extend({ customerId: zCustomerId, purposeClass: z.enum(PURPOSE_CLASSES), purposeText: zText(500) }),
  output: z.object({
    creditQuery: z.literal(false),
    products: z.array(z.object({ productCode: z.string(), result: z.enum(['likely', 'unclear', 'unlikely']), faults: z.array(zFault) })),
  }),
  run: async (ctx, q) => {
    const who = await customer(ctx, q.customerId);
    const answers = [];
    for (const p of await products(ctx)) {
      const facts = await formFacts(ctx, who, p);
      const form: DraftForm = {
        amountMinor: q.amountMinor,
        months: q.months,
        method: q.method,
        purposeClass: q.purposeClass,
        purposeText: q.purposeText,
        purposeBudget: [{ item: q.purposeText, amountMinor: q.amountMinor }],
        payoutAccountTail: facts.payoutTail ?? '0000',
        ...declared(q),
      };
      const faults = formFaults(form, facts).filter((f) => !f.field.startsWith('purposeBudget'));
      answers.push({ productCode: p.code, result: verdictOf(faults), faults: faults.map(explain) });
    }
    return { creditQuery: false as const, products: answers };
  },
});
