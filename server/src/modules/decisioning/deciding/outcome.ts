import { type CustomerId, displayMoney, formatPercent } from '@tallystick/kernel';
import { type ApplicationId, application, markMilestone, setState } from '#modules/applications';
import { addTimeline, identity } from '#modules/customers';
import { notify } from '#modules/notifications';
import type { Ctx } from '#platform';
import { decided } from '../events.ts';
import type { DecisionId, Reason } from '../types.ts';
import { findApproval } from './repo.ts';

type Final = 'approved' | 'declined' | 'counter_offered' | 'reviewing';
const SAYS: Readonly<Record<Final, { zh: string; en: string }>> = {
  approved: { zh: '申请已通过', en: 'Your application is approved' },
  declined: { zh: '申请未通过', en: 'Your application is declined' },
  counter_offered: { zh: '我们可以提供另一个方案', en: 'We can offer other terms' },
  reviewing: { zh: '申请转人工审核', en: 'A person is looking at your application' },
};

/** Ends a decision: state and path of the application, milestone, story, message to the borrower, and the fact for later modules. */
export async function finishDecision(
  ctx: Ctx,
  f: { customerId: CustomerId; applicationId: ApplicationId; decisionId: DecisionId; outcome: Final; reasons?: readonly Reason[]; owner?: string },
): Promise<void> {
  const approval = await findApproval(ctx.tx, f.customerId, f.applicationId);
  const why = (f.reasons ?? []).slice(0, 4);
  const zh = [SAYS[f.outcome].zh, why.map((r) => r.zh).join('；')].filter(Boolean).join('：');
  const en = [SAYS[f.outcome].en, why.map((r) => r.en).join('; ')].filter(Boolean).join(': ');
  const withTerms = approval !== undefined && (f.outcome === 'approved' || f.outcome === 'counter_offered');
  await setState(ctx, {
    customerId: f.customerId,
    applicationId: f.applicationId,
    to: f.outcome,
    owner: f.owner ?? ctx.actor.id,
    zh,
    en,
    ...(withTerms ? { approved: { amountMinor: approval.amountMinor, ratePpm: approval.ratePpm, months: approval.months } } : {}),
  });
  if (f.outcome !== 'reviewing')
    await markMilestone(ctx, { customerId: f.customerId, applicationId: f.applicationId, kind: 'decided', evidence: f.decisionId });
  if (f.outcome === 'approved')
    await markMilestone(ctx, {
      customerId: f.customerId,
      applicationId: f.applicationId,
      kind: 'approved',
      evidence: approval?.approvalId ?? f.decisionId,
    });
  await addTimeline(ctx, {
    customerId: f.customerId,
    kind: `decisioning.${f.outcome}`,
    subject: f.applicationId,
    zh,
    en,
    link: `/applications/${f.customerId}/${f.applicationId}`,
  });
  await tell(ctx, f.customerId, f.applicationId, f.outcome);
  await ctx.announce(decided, { customerId: f.customerId, applicationId: f.applicationId, decisionId: f.decisionId, outcome: f.outcome });
}

async function tell(ctx: Ctx, customerId: CustomerId, applicationId: ApplicationId, outcome: Final): Promise<void> {
  const { mobile } = await identity(ctx, customerId);
  const approval = await findApproval(ctx.tx, customerId, applicationId);
  const a = await application(ctx, customerId, applicationId);
  const days = String(Math.max(1, Math.ceil((Date.parse(a.dueAt ?? ctx.now) - Date.parse(ctx.now)) / 86_400_000)));
  const params = {
    reference: applicationId.slice(-8).toUpperCase(),
    amount: displayMoney(approval?.amountMinor ?? 0n),
    rate: formatPercent(approval?.ratePpm ?? 0n),
    months: String(approval?.months ?? 0),
    days,
  };
  const template = (
    {
      approved: 'application_approved',
      declined: 'application_declined',
      counter_offered: 'application_counter_offered',
      reviewing: 'application_referred',
    } as const
  )[outcome];
  await notify(ctx, {
    customerId,
    template,
    params,
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'service',
    link: `/applications/${applicationId}`,
  });
}
