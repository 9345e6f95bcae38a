import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import { type GuaranteeType, readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import type { Approval, ApprovalId, DecisionId } from '../types.ts';

type ApprovalRow = {
  customer_id: CustomerId;
  id: ApprovalId;
  application_id: ApplicationId;
  decision_id: DecisionId;
  source: Approval['source'];
  state: Approval['state'];
  amount_minor: bigint;
  rate_ppm: bigint;
  months: number;
  irr_ppm: bigint;
  guarantee: GuaranteeType;
  conditions: string;
  approved_by: string;
  approved_at: Instant;
  valid_until: CalendarDate;
};
/** The approval of an application that has not ended. */
export async function findApproval(tx: Tx, customerId: CustomerId, applicationId: ApplicationId): Promise<Approval | undefined> {
  const [r] = await tx.query<ApprovalRow>(
    `select customer_id, id, application_id, decision_id, source, state, amount_minor, rate_ppm, months, irr_ppm, guarantee, conditions, approved_by, approved_at, valid_until
     from decisioning.approval where customer_id = $1 and application_id = $2 and state <> 'ended'`,
    [customerId, applicationId],
  );
  return (
    r && {
      approvalId: r.id,
      customerId: r.customer_id,
      applicationId: r.application_id,
      decisionId: r.decision_id,
      source: r.source,
      state: r.state,
      amountMinor: r.amount_minor,
      ratePpm: r.rate_ppm,
      months: r.months,
      irrPpm: r.irr_ppm,
      guarantee: r.guarantee,
      conditions: readCanonical<string[]>(r.conditions),
      approvedBy: r.approved_by,
      approvedAt: r.approved_at,
      validUntil: r.valid_until,
    }
  );
}
