import { addDays, bankMoment, type CustomerId, type Instant } from '@tallystick/kernel';
import { z } from 'zod';
import { customer } from '#modules/customers';
import { notify } from '#modules/notifications';
import { type IntakeParameters, parameterSet, product, readCanonical } from '#modules/products';
import { openTask } from '#modules/tasks';
import { type Ctx, type DayStep, job, sameText, type Verification, zCustomerId, zId } from '#platform';
import { applicationClosed } from './events.ts';
import { formFaults } from './form/checks.ts';
import { formFacts } from './form/facts.ts';
import { signedText } from './form/signature.ts';
import { batchOldDrafts, batchSigned, findApplication, savePreScreen, updateDue } from './repo.ts';
import { IN_DECISION, verdictOf } from './rules.ts';
import { application, setState } from './service.ts';
import type { ApplicationId } from './types.ts';

const payload = z.object({ customerId: zCustomerId, applicationId: zId('appl') });

/** A first answer on a form that is filled in: the bank's own rules only, no query outside, within seconds of saving (S3-10). */
export const preScreen = job({
  name: 'applications.pre_screen',
  payload,
  run: async (ctx, { customerId, applicationId }) => {
    const found = await findApplication(ctx.tx, customerId, applicationId);
    if (found?.state !== 'draft') return;
    const offered = await product(ctx, found.productCode);
    const faults = formFaults(found.form, await formFacts(ctx, await customer(ctx, customerId), offered));
    const result = verdictOf(faults);
    await savePreScreen(ctx.tx, { customerId, id: applicationId, result, at: ctx.now });
    if (result !== 'likely' || found.preScreen?.result === 'likely') return;
    await notify(ctx, {
      customerId,
      template: 'application_pre_screened',
      params: { reference: applicationId.slice(-8).toUpperCase() },
      to: {},
      channels: ['in_app'],
      purpose: 'service',
      link: `/applications/${applicationId}`,
    });
  },
});

/** The promised time is over: whoever heads the branch sees what is late (S4-46). */
export const decisionDue = job({
  name: 'applications.decision_due',
  payload: payload.extend({ attempt: z.int() }),
  run: async (ctx, { customerId, applicationId, attempt }) => {
    const found = await findApplication(ctx.tx, customerId, applicationId);
    if (!found || found.attempt !== attempt || !IN_DECISION.includes(found.state)) return;
    // The clock stands still, or was set later meanwhile: another of these jobs waits for the new time.
    if (found.dueAt === null || ctx.now < found.dueAt) return;
    const who = await customer(ctx, customerId);
    await openTask(ctx, {
      customerId,
      kind: 'decision_late',
      subject: applicationId,
      zh: '贷款申请超过承诺时限，尚无结论',
      en: 'A loan application passed its promised time without a decision',
      ownerRole: 'APPROVER',
      branchId: who.branchId,
      priority: 1,
      link: `/customers/${customerId}/applications/${applicationId}`,
    });
  },
});

/** Moves the promised time: null while the case waits for something that is not the bank's (S3-18), a later moment when it goes on. */
export async function moveDue(ctx: Ctx, m: { customerId: CustomerId; applicationId: ApplicationId; dueAt: Instant | null }): Promise<void> {
  const { attempt } = await application(ctx, m.customerId, m.applicationId);
  await updateDue(ctx.tx, { customerId: m.customerId, id: m.applicationId, dueAt: m.dueAt });
  if (m.dueAt !== null)
    await ctx.enqueue(
      decisionDue,
      { customerId: m.customerId, applicationId: m.applicationId, attempt },
      { customerId: m.customerId, runAt: m.dueAt },
    );
}

/** Nobody took it in time: an approval or a counter-offer whose last day has passed. Later modules hear that it is over. Refuses applications.illegal_state. */
export async function expireApplication(
  ctx: Ctx,
  e: { customerId: CustomerId; applicationId: ApplicationId; zh: string; en: string },
): Promise<void> {
  await setState(ctx, { ...e, to: 'expired' });
  await ctx.announce(applicationClosed, { customerId: e.customerId, applicationId: e.applicationId, state: 'expired' });
}

/** Drafts that were left alone run out; what was typed stays for the record, nothing was asked outside. */
export const expireDrafts: DayStep = {
  name: 'applications.expire_drafts',
  says: { zh: '关闭长期未完成的申请草稿', en: 'Close drafts that were left alone' },
  list: async (ctx, date) => {
    const { body } = await parameterSet<IntakeParameters>(ctx, 'intake', date);
    const before = bankMoment(addDays(date, -body.draftValidDays), 0);
    return (await batchOldDrafts(ctx.tx, before)).map((r) => ({ customerId: r.customer_id, id: r.id }));
  },
  run: async (ctx, unit) => {
    const applicationId = unit.id as ApplicationId;
    const now = await findApplication(ctx.tx, unit.customerId, applicationId, true);
    if (now?.state !== 'draft') return;
    await expireApplication(ctx, {
      customerId: unit.customerId,
      applicationId,
      zh: '草稿长期未提交，已关闭，可重新申请',
      en: 'The draft was left alone and is closed; you can start again',
    });
  },
};

const SLICE = 500;
/** Recomputes every applicant's signature: a form that was changed afterwards is named. */
export const signatures: Verification = {
  name: 'applications.signatures',
  run: async (ctx) => {
    const faults: string[] = [];
    for (let after = ''; ; ) {
      const rows = await batchSigned(ctx.tx, after, SLICE);
      for (const r of rows) {
        const text = signedText({
          customerId: r.customer_id,
          applicationId: r.id,
          attempt: r.attempt,
          productCode: r.product_code,
          productVersion: r.product_version,
          form: readCanonical(r.form),
          agreed: r.acknowledged_text,
        });
        if (!sameText(r.signature, ctx.vault.mac('application', text))) faults.push(`application ${r.id} is not as it was signed`);
      }
      if (rows.length < SLICE) return faults;
      after = rows.at(-1)?.id ?? after;
    }
  },
};
