import { addDays, type CustomerId } from '@tallystick/kernel';
import { type ApplicationId, application, expireApplication, submittedForm } from '#modules/applications';
import { canonicalJson, type GuaranteeType, type IntakeParameters, parameterSet, productVersion } from '#modules/products';
import { type Ctx, type DayStep, sha256Hex } from '#platform';
import type { Approval, DecisionId } from '../types.ts';
import { irrOf } from './decide.ts';
import { batchOverdueApprovals, insertApproval, writeApprovalState } from './repo.ts';

export type NewApproval = {
  readonly customerId: CustomerId;
  readonly applicationId: ApplicationId;
  readonly decisionId: DecisionId;
  readonly attempt: number;
  readonly source: Approval['source'];
  readonly state: 'offered' | 'standing';
  readonly amountMinor: bigint;
  readonly ratePpm: bigint;
  readonly months: number;
  readonly guarantee: GuaranteeType;
  readonly conditions: readonly string[];
  readonly approvedBy: string;
};

/** Writes what may be lent; an earlier approval of the application ends. The hash seals the row against later change. */
export async function grantApproval(ctx: Ctx, n: NewApproval): Promise<Approval> {
  const a = await application(ctx, n.customerId, n.applicationId);
  const p = await productVersion(ctx, a.productCode, a.productVersion ?? 1);
  const { approvalValidDays } = (await parameterSet<IntakeParameters>(ctx, p.parameters.intake)).body;
  await writeApprovalState(ctx.tx, n.customerId, n.applicationId, 'ended');
  const irrPpm = irrOf(p, { amountMinor: n.amountMinor, ratePpm: n.ratePpm, months: n.months, method: submittedForm(a).method, start: ctx.today });
  const approval: Approval = { ...n, approvalId: ctx.newId('appr'), irrPpm, approvedAt: ctx.now, validUntil: addDays(ctx.today, approvalValidDays) };
  const sealed = { ...n, irrPpm, approvalId: approval.approvalId, state: undefined };
  await insertApproval(
    ctx.tx,
    { ...approval, branchId: a.branchId ?? '', attempt: n.attempt, sha256: sha256Hex(canonicalJson(sealed)) },
    canonicalJson(n.conditions),
  );
  return approval;
}

/** What nobody took up by its last day is over: the application with it, so that the customer can apply again. A signed contract ends by its own rules. */
export const expireApprovals: DayStep = {
  name: 'decisioning.expire_approvals',
  says: { zh: '关闭到期未签约的审批结论', en: 'Close approvals that were not taken up in time' },
  list: async (ctx, date) => (await batchOverdueApprovals(ctx.tx, date)).map((r) => ({ customerId: r.customerId, id: r.applicationId })),
  run: async (ctx, unit) => {
    const applicationId = unit.id as ApplicationId;
    await writeApprovalState(ctx.tx, unit.customerId, applicationId, 'ended');
    const { state } = await application(ctx, unit.customerId, applicationId);
    if (state !== 'approved' && state !== 'counter_offered') return;
    await expireApplication(ctx, {
      customerId: unit.customerId,
      applicationId,
      zh: '审批结论已到期，可重新申请',
      en: 'The approval has ended; you can apply again',
    });
  },
};
