import { addDays, addMonths, type CalendarDate, type CustomerId, daysBetween, displayMoney, must } from '@tallystick/kernel';
import { staffByRole } from '#modules/access';
import { addTimeline, customer, identity } from '#modules/customers';
import { collectionPriority } from '#modules/monitoring';
import { contactWindow, notify, recordContact } from '#modules/notifications';
import { loan, overdueToday } from '#modules/servicing';
import { closeTasks, openTask } from '#modules/tasks';
import { type Ctx, refusePlatform } from '#platform';
import { refuse } from './refusals.ts';
import { caseById, insertCase, insertContact, insertPromise, openCaseOf, promisesOf, strategyOn, writeCase, writePromise } from './repo.ts';
import type { CaseId, CaseRow, CaseStage, Channel, ContactOutcome, Strategy } from './types.ts';

/** Three years from the last demand or promise (民法典 188, 195; COL-11). */
const limitation = (on: CalendarDate): CalendarDate => addMonths(on, 36);
const PROMISE_DAYS_MAX = 60;

export const strategyOf = async (ctx: Ctx, stage: CaseStage): Promise<Strategy> =>
  must(await strategyOn(ctx.tx, stage, ctx.today), `no strategy for ${stage}`);
const linkOf = (c: { customerId: CustomerId; id: CaseId }): string => `/collections/${c.customerId}/${c.id}`;

/** An open case with what is overdue today: what the collector asks for is what the borrower is asked for. */
export async function withToday(ctx: Ctx, c: CaseRow): Promise<CaseRow> {
  if (c.state === 'closed') return c;
  const { overdueMinor, daysPastDue } = await overdueToday(ctx, await loan(ctx, c.customerId, c.loanId as `loan_${string}`));
  return { ...c, overdueMinor, daysPastDue };
}

/** A loan's overdue stage changed: opens its case, moves it on, or closes it when the arrears are paid. */
export async function followStage(
  ctx: Ctx,
  e: { customerId: CustomerId; loanId: `loan_${string}`; stage: CaseStage | 'current'; daysPastDue: number; overdueMinor: bigint },
): Promise<void> {
  const found = await openCaseOf(ctx.tx, e.customerId, e.loanId);
  if (e.stage === 'current') {
    if (found) await closeCase(ctx, found);
    return;
  }
  if (!found) return openCase(ctx, { ...e, stage: e.stage });
  await writeCase(ctx.tx, { ...found, stage: e.stage, daysPastDue: e.daysPastDue, overdueMinor: e.overdueMinor });
  if (found.stage !== e.stage)
    await addTimeline(ctx, {
      customerId: e.customerId,
      kind: 'collections.stage',
      subject: found.id,
      zh: `催收阶段 ${found.stage} → ${e.stage}`,
      en: `Collection stage ${found.stage} → ${e.stage}`,
      link: linkOf(found),
    });
}

async function openCase(
  ctx: Ctx,
  e: { customerId: CustomerId; loanId: `loan_${string}`; stage: CaseStage; daysPastDue: number; overdueMinor: bigint },
): Promise<void> {
  const [{ branchId }, { loanNo }] = [await customer(ctx, e.customerId), await loan(ctx, e.customerId, e.loanId)];
  const owner = (await staffByRole(ctx, 'COLLECTOR', branchId))[0];
  const id: CaseId = ctx.newId('case');
  const priority = await collectionPriority(ctx, e.customerId);
  await insertCase(ctx.tx, {
    customerId: e.customerId,
    id,
    loanId: e.loanId,
    loanNo,
    branchId,
    ownerId: owner?.id ?? null,
    stage: e.stage,
    daysPastDue: e.daysPastDue,
    overdueMinor: e.overdueMinor,
    openedOn: ctx.today,
    openedAt: ctx.now,
    nextContactOn: ctx.today,
    limitationDue: limitation(ctx.today),
  });
  await openTask(ctx, {
    customerId: e.customerId,
    kind: 'collection',
    subject: id,
    zh: `催收 ${loanNo}`,
    en: `Collect ${loanNo}`,
    ownerRole: 'COLLECTOR',
    ...(owner ? { ownerId: owner.id } : {}),
    branchId,
    ...(priority && { priority }),
    link: linkOf({ customerId: e.customerId, id }),
  });
  await addTimeline(ctx, {
    customerId: e.customerId,
    kind: 'collections.opened',
    subject: id,
    zh: `逾期 ${e.daysPastDue} 天，转催收`,
    en: `${e.daysPastDue} days late, case opened`,
    link: linkOf({ customerId: e.customerId, id }),
  });
}

async function closeCase(ctx: Ctx, c: CaseRow): Promise<void> {
  await settlePromises(ctx, c, null);
  await writeCase(ctx.tx, { ...c, state: 'closed', daysPastDue: 0, overdueMinor: 0n, closedOn: ctx.today });
  await closeTasks(ctx, { customerId: c.customerId, kind: 'collection', subject: c.id, outcome: 'cured' });
  await addTimeline(ctx, {
    customerId: c.customerId,
    kind: 'collections.closed',
    subject: c.id,
    zh: '逾期已还清，案件结案',
    en: 'Arrears paid, case closed',
    link: linkOf(c),
  });
}

/** Money came in: counts towards the open promise; nothing overdue any more closes the case. */
export async function followRepayment(
  ctx: Ctx,
  e: { customerId: CustomerId; loanId: string; amountMinor: bigint; overdueAfterMinor: bigint },
): Promise<void> {
  const found = await openCaseOf(ctx.tx, e.customerId, e.loanId);
  if (!found) return;
  await settlePromises(ctx, found, e.amountMinor);
  if (e.overdueAfterMinor === 0n) return closeCase(ctx, must(await caseById(ctx.tx, e.customerId, found.id), 'the case is there'));
  await writeCase(ctx.tx, { ...found, overdueMinor: e.overdueAfterMinor });
}

/** `paidMinor` null: the arrears are gone, so an open promise is kept whatever was counted. */
async function settlePromises(ctx: Ctx, c: CaseRow, paidMinor: bigint | null): Promise<void> {
  for (const p of await promisesOf(ctx.tx, c.customerId, c.id)) {
    if (p.state !== 'open') continue;
    const paid = p.paidMinor + (paidMinor ?? 0n);
    const kept = paidMinor === null || paid >= p.amountMinor;
    await writePromise(ctx.tx, c.customerId, c.id, { ...p, paidMinor: paid, state: kept ? 'kept' : 'open', settledOn: kept ? ctx.today : null });
    if (kept) await writeCase(ctx.tx, { ...c, state: 'open' });
  }
}

/** The promised day passed without the money: the promise is broken and the case is due for contact today. */
export async function breakPromise(ctx: Ctx, customerId: CustomerId, caseId: CaseId): Promise<void> {
  const found = await caseById(ctx.tx, customerId, caseId, true);
  if (!found) return;
  for (const p of await promisesOf(ctx.tx, customerId, caseId)) {
    if (p.state === 'open' && p.byOn < ctx.today) await writePromise(ctx.tx, customerId, caseId, { ...p, state: 'broken', settledOn: ctx.today });
  }
  if (found.state === 'promised') await writeCase(ctx.tx, { ...found, state: 'open', nextContactOn: ctx.today });
  await addTimeline(ctx, {
    customerId,
    kind: 'collections.promise_broken',
    subject: caseId,
    zh: '还款承诺未兑现',
    en: 'A promise was broken',
    link: linkOf(found),
  });
}

async function workable(ctx: Ctx, customerId: CustomerId, caseId: CaseId, channel: Channel): Promise<{ file: CaseRow; strategy: Strategy }> {
  const file = await caseById(ctx.tx, customerId, caseId, true);
  if (!file) throw refusePlatform('platform.not_found');
  if (file.state === 'closed') throw refuse('collections.case_closed');
  const strategy = await strategyOf(ctx, file.stage);
  if (!strategy.actions.includes(channel))
    throw refuse('collections.action_not_allowed', { field: 'channel', facts: { stage: file.stage, channel, allowed: strategy.actions.join(', ') } });
  return { file, strategy };
}

export type NewContact = {
  customerId: CustomerId;
  caseId: CaseId;
  channel: 'voice' | 'visit' | 'letter';
  outcome: ContactOutcome;
  ability: number | null;
  willingness: number | null;
  note: string;
};
/**
 * Writes down a call, visit or letter. Calls and visits are counted against the rules of contact (COL-02, COL-03).
 * Refuses collections.case_closed, collections.action_not_allowed, notifications.outside_hours, notifications.daily_limit.
 */
export async function logContact(ctx: Ctx, c: NewContact): Promise<void> {
  const { file, strategy } = await workable(ctx, c.customerId, c.caseId, c.channel);
  if (c.channel !== 'letter') await recordContact(ctx, { customerId: c.customerId, kind: c.channel, effective: c.outcome !== 'not_reached' });
  await insertContact(ctx.tx, { ...c, id: ctx.newId('ctct'), staffId: ctx.actor.id, at: ctx.now });
  // A written demand interrupts the limitation period; so does a promise (see `promise`).
  const limitationDue = c.channel === 'letter' ? limitation(ctx.today) : file.limitationDue;
  await writeCase(ctx.tx, { ...file, nextContactOn: addDays(ctx.today, strategy.contactEveryDays), limitationDue });
}

/** Sends the overdue notice. Outside 08:00 to 22:00 the dispatcher keeps it until the morning, whoever asks (COL-02). */
export async function sendNotice(ctx: Ctx, c: { customerId: CustomerId; caseId: CaseId }): Promise<void> {
  const { file, strategy } = await workable(ctx, c.customerId, c.caseId, 'message');
  const { mobile } = await identity(ctx, c.customerId);
  await notify(ctx, {
    customerId: c.customerId,
    template: 'overdue_notice',
    params: { amount: displayMoney(file.overdueMinor), days: String(file.daysPastDue) },
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'collection',
  });
  await insertContact(ctx.tx, {
    customerId: c.customerId,
    caseId: c.caseId,
    id: ctx.newId('ctct'),
    channel: 'message',
    outcome: 'sent',
    ability: null,
    willingness: null,
    note: 'overdue_notice',
    staffId: ctx.actor.id,
    at: ctx.now,
  });
  await writeCase(ctx.tx, { ...file, nextContactOn: addDays(ctx.today, strategy.contactEveryDays) });
}

/** Records what the borrower promised. Refuses collections.promise_open, promise_date, promise_amount. */
export async function promise(ctx: Ctx, p: { customerId: CustomerId; caseId: CaseId; amountMinor: bigint; byOn: CalendarDate }): Promise<void> {
  const file = await caseById(ctx.tx, p.customerId, p.caseId, true);
  if (!file) throw refusePlatform('platform.not_found');
  if (file.state === 'closed') throw refuse('collections.case_closed');
  if (file.state === 'promised') throw refuse('collections.promise_open');
  const days = daysBetween(ctx.today, p.byOn);
  if (days < 1 || days > PROMISE_DAYS_MAX) throw refuse('collections.promise_date', { field: 'byOn' });
  if (p.amountMinor > file.overdueMinor)
    throw refuse('collections.promise_amount', { field: 'amount', facts: { overdue: displayMoney(file.overdueMinor) } });
  await insertPromise(ctx.tx, { ...p, id: ctx.newId('prom'), staffId: ctx.actor.id, madeOn: ctx.today });
  await writeCase(ctx.tx, { ...file, state: 'promised', nextContactOn: addDays(p.byOn, 1), limitationDue: limitation(ctx.today) });
  await addTimeline(ctx, {
    customerId: p.customerId,
    kind: 'collections.promised',
    subject: p.caseId,
    zh: `承诺 ${p.byOn} 前还款 ${displayMoney(p.amountMinor)}`,
    en: `Promised ${displayMoney(p.amountMinor)} by ${p.byOn}`,
    link: linkOf(file),
  });
}

export const windowsOf = async (ctx: Ctx, customerId: CustomerId) => ({
  message: await contactWindow(ctx, customerId, 'message'),
  voice: await contactWindow(ctx, customerId, 'voice'),
  visit: await contactWindow(ctx, customerId, 'visit'),
});
