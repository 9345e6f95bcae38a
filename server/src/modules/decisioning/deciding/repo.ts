import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import { type GuaranteeType, readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import type { Approval, ApprovalId, DecisionId, Outcome, RiskLevel } from '../types.ts';

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

export type RunRow = {
  id: string;
  purpose: 'offer' | 'application' | 'monitoring';
  subject: string;
  attempt: number;
  collectionId: string;
  state: 'collecting' | 'waiting' | 'done' | 'cancelled';
  missing: string;
  why: string;
  startedAt: Instant;
};
const RUN = `id, purpose, subject, attempt, collection_id as "collectionId", state, missing, why, started_at as "startedAt"`;
export async function insertRun(
  tx: Tx,
  r: {
    customerId: CustomerId;
    id: string;
    branchId: string;
    purpose: string;
    subject: string;
    attempt: number;
    collectionId: string;
    why: string;
    at: Instant;
  },
): Promise<void> {
  tx.send(
    `insert into decisioning.run (customer_id, id, branch_id, purpose, subject, attempt, collection_id, state, why, started_at) values ($1, $2, $3, $4, $5, $6, $7, 'collecting', $8, $9)`,
    [r.customerId, r.id, r.branchId, r.purpose, r.subject, r.attempt, r.collectionId, r.why, r.at],
  );
}
export async function runOfCollection(tx: Tx, customerId: CustomerId, collectionId: string): Promise<RunRow | undefined> {
  const [row] = await tx.query<RunRow>(`select ${RUN} from decisioning.run where customer_id = $1 and collection_id = $2 for update`, [
    customerId,
    collectionId,
  ]);
  return row;
}
/** The newest pass for a subject: how far it is. */
export async function newestRun(tx: Tx, customerId: CustomerId, subject: string): Promise<RunRow | undefined> {
  const [row] = await tx.query<RunRow>(
    `select ${RUN} from decisioning.run where customer_id = $1 and subject = $2 order by started_at desc, id desc limit 1`,
    [customerId, subject],
  );
  return row;
}
export async function writeRun(
  tx: Tx,
  r: { customerId: CustomerId; id: string; state: RunRow['state']; missing: string; at: Instant | null },
): Promise<void> {
  tx.send('update decisioning.run set state = $3, missing = $4, finished_at = $5 where customer_id = $1 and id = $2', [
    r.customerId,
    r.id,
    r.state,
    r.missing,
    r.at,
  ]);
}

export type RecordRow = {
  id: DecisionId;
  applicationId: ApplicationId;
  attempt: number;
  ratingId: string | null;
  outcome: Outcome;
  riskLevel: RiskLevel;
  record: string;
  sha256: string;
  madeAt: Instant;
};
const RECORD = `id, application_id as "applicationId", attempt, rating_id as "ratingId", outcome, risk_level as "riskLevel", record, sha256, made_at as "madeAt"`;
export async function insertRecord(tx: Tx, r: RecordRow & { customerId: CustomerId; branchId: string }): Promise<void> {
  tx.send(
    `insert into decisioning.decision_record (customer_id, id, branch_id, application_id, attempt, rating_id, outcome, risk_level, record, sha256, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [r.customerId, r.id, r.branchId, r.applicationId, r.attempt, r.ratingId, r.outcome, r.riskLevel, r.record, r.sha256, r.madeAt],
  );
}
export async function recordById(tx: Tx, customerId: CustomerId, id: DecisionId): Promise<RecordRow | undefined> {
  const [row] = await tx.query<RecordRow>(`select ${RECORD} from decisioning.decision_record where customer_id = $1 and id = $2`, [customerId, id]);
  return row;
}
export async function newestRecord(tx: Tx, customerId: CustomerId, applicationId: ApplicationId): Promise<RecordRow | undefined> {
  const [row] = await tx.query<RecordRow>(
    `select ${RECORD} from decisioning.decision_record where customer_id = $1 and application_id = $2 order by attempt desc limit 1`,
    [customerId, applicationId],
  );
  return row;
}
export const batchRecords = (tx: Tx): Promise<(RecordRow & { customerId: CustomerId })[]> =>
  tx.query(`select /* batch */ customer_id as "customerId", ${RECORD} from decisioning.decision_record order by made_at, id`);

export async function insertApproval(tx: Tx, a: Approval & { branchId: string; attempt: number; sha256: string }, conditions: string): Promise<void> {
  tx.send(
    `insert into decisioning.approval (customer_id, id, branch_id, application_id, attempt, decision_id, source, state, amount_minor, rate_ppm, months, irr_ppm, guarantee, conditions, approved_by, approved_at, valid_until, sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      a.customerId,
      a.approvalId,
      a.branchId,
      a.applicationId,
      a.attempt,
      a.decisionId,
      a.source,
      a.state,
      a.amountMinor,
      a.ratePpm,
      a.months,
      a.irrPpm,
      a.guarantee,
      conditions,
      a.approvedBy,
      a.approvedAt,
      a.validUntil,
      a.sha256,
    ],
  );
}
export async function writeApprovalState(tx: Tx, customerId: CustomerId, applicationId: ApplicationId, state: Approval['state']): Promise<void> {
  tx.send(`update decisioning.approval set state = $3 where customer_id = $1 and application_id = $2 and state <> 'ended'`, [
    customerId,
    applicationId,
    state,
  ]);
}

/** Applications whose approval is past its last day, of all customers. */
export const batchOverdueApprovals = (tx: Tx, on: CalendarDate): Promise<{ customerId: CustomerId; applicationId: ApplicationId }[]> =>
  tx.query(
    `select /* batch */ customer_id as "customerId", application_id as "applicationId" from decisioning.approval where state <> 'ended' and valid_until < $1 order by customer_id, id`,
    [on],
  );
