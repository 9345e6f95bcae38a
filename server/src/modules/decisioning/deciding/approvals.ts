import { addDays, type CustomerId } from '@tallystick/kernel';
import { type ApplicationId, application, submittedForm } from '#modules/applications';
import { canonicalJson, type GuaranteeType, productVersion } from '#modules/products';
import { type Ctx, sha256Hex } from '#platform';
import type { Approval, DecisionId } from '../types.ts';
import { irrOf } from './decide.ts';
import { insertApproval, writeApprovalState } from './repo.ts';

/** Days an approval stands before it has to be made again. */
const STANDS_DAYS = 30;

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
  await writeApprovalState(ctx.tx, n.customerId, n.applicationId, 'ended');
  const irrPpm = irrOf(p, { amountMinor: n.amountMinor, ratePpm: n.ratePpm, months: n.months, method: submittedForm(a).method, start: ctx.today });
  const approval: Approval = { ...n, approvalId: ctx.newId('appr'), irrPpm, approvedAt: ctx.now, validUntil: addDays(ctx.today, STANDS_DAYS) };
  const sealed = { ...n, irrPpm, approvalId: approval.approvalId, state: undefined };
  await insertApproval(
    ctx.tx,
    { ...approval, branchId: a.branchId ?? '', attempt: n.attempt, sha256: sha256Hex(canonicalJson(sealed)) },
    canonicalJson(n.conditions),
  );
  return approval;
}
