import { type CustomerId, plusMinutes } from '@tallystick/kernel';
import { addTimeline, type ConsentScope, customer, requireConsents } from '#modules/customers';
import { notify } from '#modules/notifications';
import { product } from '#modules/products';
import { type Ctx, refusePlatform } from '#platform';
import { applicationClosed, applicationSubmitted } from '../events.ts';
import { decisionDue, preScreen } from '../jobs.ts';
import { refuse } from '../refusals.ts';
import { enterNode, insertApplication, insertMilestone, updateForm, updateSubmitted } from '../repo.ts';
import { application, lockedApplication, setState } from '../service.ts';
import type { Application, ApplicationId, DraftForm } from '../types.ts';
import { formFaults } from './checks.ts';
import { formFacts } from './facts.ts';
import { signedText } from './signature.ts';

const noLock = (state: string): void => {
  if (state === 'locked' || state === 'closed') throw refuse('applications.customer_locked');
};

/** A new draft for one product. Refuses products.unknown, applications.customer_locked. */
export async function createDraft(ctx: Ctx, d: { customerId: CustomerId; productCode: string; form: DraftForm }): Promise<Application> {
  const who = await customer(ctx, d.customerId);
  noLock(who.state);
  await product(ctx, d.productCode);
  const applicationId = ctx.newId('appl');
  await insertApplication(ctx.tx, {
    customerId: d.customerId,
    id: applicationId,
    branchId: who.branchId,
    productCode: d.productCode,
    form: d.form,
    by: ctx.actor.id,
    at: ctx.now,
  });
  await enterNode(ctx.tx, {
    customerId: d.customerId,
    applicationId,
    state: 'draft',
    owner: ctx.actor.id,
    at: ctx.now,
    zh: '申请草稿已建立，可随时继续填写',
    en: 'Draft started; it can be continued any time',
  });
  await preScreenWhenReady(ctx, d.customerId, applicationId, d.form);
  return application(ctx, d.customerId, applicationId);
}

/** Saves what there is of a form; `version` is the one the person was looking at. Refuses platform.state_changed, applications.illegal_state. */
export async function saveDraft(
  ctx: Ctx,
  d: { customerId: CustomerId; applicationId: ApplicationId; version: number; productCode?: string | undefined; form: DraftForm },
): Promise<Application> {
  const now = await lockedApplication(ctx, d.customerId, d.applicationId);
  if (now.state !== 'draft') throw refuse('applications.illegal_state', { facts: { state: now.state, to: 'draft' } });
  if (now.version !== d.version) throw refusePlatform('platform.state_changed');
  const productCode = d.productCode ?? now.productCode;
  await product(ctx, productCode);
  await updateForm(ctx.tx, { customerId: d.customerId, id: d.applicationId, productCode, form: d.form, at: ctx.now });
  await preScreenWhenReady(ctx, d.customerId, d.applicationId, d.form);
  return application(ctx, d.customerId, d.applicationId);
}

const NEEDED = [
  'amountMinor',
  'months',
  'method',
  'purposeClass',
  'purposeText',
  'declaredDebts',
  'declaredAnnualRevenueMinor',
  'declaredMonthlyIncomeMinor',
] as const;
/** A form that is filled in is pre-screened at once, without any query outside (S3-10). */
async function preScreenWhenReady(ctx: Ctx, customerId: CustomerId, applicationId: ApplicationId, form: DraftForm): Promise<void> {
  if (NEEDED.every((f) => form[f] !== undefined)) await ctx.enqueue(preScreen, { customerId, applicationId }, { customerId });
}

/**
 * Submits a draft, with the form sent along when there is one. Everything is checked at once; any fault refuses applications.form_incomplete with a
 * fault a field, and the draft stays as it was. Then the form is signed, the clock starts, and the bank is told.
 */
export async function submit(
  ctx: Ctx,
  s: {
    customerId: CustomerId;
    applicationId: ApplicationId;
    form?: DraftForm | undefined;
    acknowledgement?: { version: string; accepted: boolean } | undefined;
  },
): Promise<Application> {
  const who = await customer(ctx, s.customerId);
  noLock(who.state);
  const now = await lockedApplication(ctx, s.customerId, s.applicationId);
  if (now.state !== 'draft') throw refuse('applications.illegal_state', { facts: { state: now.state, to: 'submitted' } });
  const form = s.form ?? now.form;
  const offered = await product(ctx, now.productCode);
  const facts = await formFacts(ctx, who, offered);
  const faults = formFaults(form, facts);
  const agreed = facts.intake.acknowledgement.version;
  if (s.acknowledgement?.accepted !== true) faults.push({ field: 'acknowledgement', code: 'applications.acknowledgement_missing' });
  else if (s.acknowledgement.version !== agreed) faults.push({ field: 'acknowledgement', code: 'applications.acknowledgement_changed' });
  if (faults.length > 0) throw refuse('applications.form_incomplete', { facts: { count: faults.length }, faults });
  if (s.form) await updateForm(ctx.tx, { customerId: s.customerId, id: s.applicationId, productCode: now.productCode, form: s.form, at: ctx.now });
  const consents = await requireConsents(ctx, s.customerId, offered.consents as ConsentScope[]);
  const dueAt = plusMinutes(ctx.now, offered.decisionMinutes);
  const attempt = now.attempt + 1;
  const signature = ctx.vault.mac(
    'application',
    signedText({
      customerId: s.customerId,
      applicationId: s.applicationId,
      attempt,
      productCode: offered.code,
      productVersion: offered.version,
      form,
      agreed,
    }),
  );
  await updateSubmitted(ctx.tx, {
    customerId: s.customerId,
    id: s.applicationId,
    productVersion: offered.version,
    signature,
    acknowledgedText: agreed,
    dueAt,
    at: ctx.now,
  });
  const after = await setState(ctx, { ...s, to: 'submitted', zh: '申请已提交，正在准备数据', en: 'Submitted; data are being gathered' });
  const milestone = { customerId: s.customerId, applicationId: s.applicationId, at: ctx.now };
  await insertMilestone(ctx.tx, { ...milestone, kind: 'submitted', evidence: signature });
  await insertMilestone(ctx.tx, { ...milestone, kind: 'authorised', evidence: consents.map((c) => c.id).join(',') });
  await addTimeline(ctx, {
    customerId: s.customerId,
    kind: 'applications.submitted',
    subject: s.applicationId,
    zh: `提交贷款申请（${offered.name.zh}）`,
    en: `Applied for a loan (${offered.name.en})`,
    link: `/customers/${s.customerId}/applications/${s.applicationId}`,
  });
  await notify(ctx, {
    customerId: s.customerId,
    template: 'application_submitted',
    params: { reference: reference(s.applicationId), days: String(Math.max(1, Math.ceil(offered.decisionMinutes / 1_440))) },
    to: {},
    channels: ['in_app'],
    purpose: 'service',
  });
  await ctx.enqueue(decisionDue, { customerId: s.customerId, applicationId: s.applicationId, attempt }, { customerId: s.customerId, runAt: dueAt });
  await ctx.announce(applicationSubmitted, { customerId: s.customerId, applicationId: s.applicationId, attempt });
  return after;
}

/** What people call an application: the end of its id, in capitals. */
export const reference = (applicationId: ApplicationId): string => applicationId.slice(-8).toUpperCase();

/** The applicant takes it back; possible until a contract pays out. Refuses applications.illegal_state. */
export async function withdraw(ctx: Ctx, w: { customerId: CustomerId; applicationId: ApplicationId; why: string }): Promise<Application> {
  const after = await setState(ctx, { ...w, to: 'withdrawn', zh: '申请已由您撤回', en: 'You withdrew the application' });
  await addTimeline(ctx, {
    customerId: w.customerId,
    kind: 'applications.withdrawn',
    subject: w.applicationId,
    zh: '撤回贷款申请',
    en: 'Withdrew the application',
  });
  await ctx.announce(applicationClosed, { customerId: w.customerId, applicationId: w.applicationId, state: 'withdrawn' });
  return after;
}
