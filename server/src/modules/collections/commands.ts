import { z } from 'zod';
import {
  branchScope,
  command,
  listInput,
  listOf,
  query,
  refusePlatform,
  zAmount,
  zCustomerId,
  zDate,
  zId,
  zInstant,
  zInt,
  zMoney,
  zText,
} from '#platform';
import { caseById, contactsOf, listCases, promisesOf } from './repo.ts';
import { logContact, promise, sendNotice, strategyOf, windowsOf, withToday } from './service.ts';
import { CASE_STAGES, CASE_STATES, CHANNELS, CONTACT_OUTCOMES } from './types.ts';

const SEEING = ['COLLECTOR', 'POST_LOAN', 'RELATIONSHIP_MANAGER', 'RISK_MANAGER', 'COMPLIANCE', 'APPROVER'] as const;
const place = { customerId: zCustomerId, caseId: zId('case') };
const zCase = z.object({
  customerId: zCustomerId,
  id: zId('case'),
  loanId: z.string(),
  loanNo: z.string(),
  branchId: z.string().nullable(),
  ownerId: z.string().nullable(),
  stage: z.enum(CASE_STAGES),
  state: z.enum(CASE_STATES),
  daysPastDue: z.number(),
  overdueMinor: zAmount,
  openedOn: zDate,
  openedAt: zInstant,
  nextContactOn: zDate,
  limitationDue: zDate,
  closedOn: zDate.nullable(),
  version: z.number(),
});
const zWindow = z.object({
  allowed: z.boolean(),
  reason: z.enum(['', 'outside_hours', 'daily_limit']),
  nextAllowedAt: zInstant,
  attemptsLeft: z.number().nullable(),
});
const zDone = z.object({ caseId: zId('case') });

export const listAllCases = query({
  name: 'collections.list_cases',
  says: { zh: '催收案件列表', en: 'List collection cases' },
  allow: SEEING,
  input: z.object({
    ...listInput,
    state: z.enum(CASE_STATES).optional(),
    stage: z.enum(CASE_STAGES).optional(),
    mine: z.enum(['true']).optional(),
    text: z.string().max(40).optional(),
  }),
  output: listOf(zCase.extend({ promisedOn: zDate.nullable() })),
  run: (ctx, f) =>
    listCases(ctx.tx, {
      branchId: branchScope(ctx.actor),
      state: f.state ?? null,
      stage: f.stage ?? null,
      ownerId: f.mine ? ctx.actor.id : null,
      text: f.text ?? null,
      sort: f.sort ?? 'next',
      limit: f.limit,
      offset: f.offset,
    }),
});
export const showCase = query({
  name: 'collections.show_case',
  says: { zh: '催收案件：联系记录、承诺、允许的动作与时段', en: 'One case: contacts, promises, what is allowed and when' },
  allow: SEEING,
  input: z.object(place),
  output: z.object({
    file: zCase,
    strategy: z.object({
      stage: z.enum(CASE_STAGES),
      actions: z.array(z.enum(CHANNELS)),
      documents: z.array(z.string()),
      contactEveryDays: z.number(),
      saysZh: z.string(),
      saysEn: z.string(),
    }),
    windows: z.object({ message: zWindow, voice: zWindow, visit: zWindow }),
    contacts: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(CHANNELS),
        outcome: z.enum([...CONTACT_OUTCOMES, 'sent']),
        ability: z.number().nullable(),
        willingness: z.number().nullable(),
        note: z.string(),
        staffId: z.string(),
        at: zInstant,
      }),
    ),
    promises: z.array(
      z.object({
        id: z.string(),
        amountMinor: zAmount,
        byOn: zDate,
        state: z.enum(['open', 'kept', 'broken']),
        paidMinor: zAmount,
        staffId: z.string(),
        madeOn: zDate,
        settledOn: zDate.nullable(),
      }),
    ),
  }),
  run: async (ctx, i) => {
    const file = await caseById(ctx.tx, i.customerId, i.caseId);
    if (!file) throw refusePlatform('platform.not_found');
    return {
      file: await withToday(ctx, file),
      strategy: await strategyOf(ctx, file.stage),
      windows: await windowsOf(ctx, i.customerId),
      contacts: await contactsOf(ctx.tx, i.customerId, i.caseId),
      promises: await promisesOf(ctx.tx, i.customerId, i.caseId),
    };
  },
});
export const addContact = command({
  name: 'collections.record_contact',
  says: { zh: '登记催收联系（时段与次数受限）', en: 'Record a contact (hours and counts are held)' },
  allow: ['COLLECTOR'],
  input: z.object({
    ...place,
    channel: z.enum(['voice', 'visit', 'letter']),
    outcome: z.enum(CONTACT_OUTCOMES),
    ability: zInt(1, 5).optional(),
    willingness: zInt(1, 5).optional(),
    note: zText(1000),
  }),
  output: zDone,
  run: async (ctx, i) => {
    await logContact(ctx, { ...i, ability: i.ability ?? null, willingness: i.willingness ?? null });
    return { caseId: i.caseId };
  },
});
export const addNotice = command({
  name: 'collections.send_notice',
  says: { zh: '发送逾期提醒', en: 'Send the overdue notice' },
  allow: ['COLLECTOR'],
  input: z.object(place),
  output: zDone,
  run: async (ctx, i) => {
    await sendNotice(ctx, i);
    return { caseId: i.caseId };
  },
});
export const addPromise = command({
  name: 'collections.record_promise',
  says: { zh: '登记还款承诺', en: 'Record a promise to pay' },
  allow: ['COLLECTOR'],
  input: z.object({ ...place, amount: zMoney, byOn: zDate }),
  output: zDone,
  run: async (ctx, i) => {
    await promise(ctx, { customerId: i.customerId, caseId: i.caseId, amountMinor: i.amount, byOn: i.byOn });
    return { caseId: i.caseId };
  },
});
