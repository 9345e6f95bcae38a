import type { CustomerId, Instant } from '@tallystick/kernel';
import { canonicalJson, readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import { OPEN_STATES } from './rules.ts';
import type { Application, ApplicationId, ApplicationState, DraftForm, Milestone, PreScreen } from './types.ts';

type Row = {
  customer_id: CustomerId;
  id: ApplicationId;
  branch_id: string | null;
  product_code: string;
  product_version: number | null;
  state: ApplicationState;
  version: number;
  attempt: number;
  form: string;
  is_first_loan: boolean | null;
  approved_amount_minor: bigint | null;
  approved_rate_ppm: bigint | null;
  approved_months: number | null;
  created_by: string;
  created_at: Instant;
  submitted_at: Instant | null;
  decided_at: Instant | null;
  updated_at: Instant;
  due_at: Instant | null;
  pre_screen: PreScreen | null;
  pre_screened_at: Instant | null;
};
const COLUMNS = `customer_id, id, branch_id, product_code, product_version, state, version, attempt, form, is_first_loan, approved_amount_minor, approved_rate_ppm,
  approved_months, created_by, created_at, submitted_at, decided_at, updated_at, due_at, pre_screen, pre_screened_at`;
const asApplication = (r: Row): Application => ({
  customerId: r.customer_id,
  applicationId: r.id,
  branchId: r.branch_id,
  productCode: r.product_code,
  productVersion: r.product_version,
  state: r.state,
  version: r.version,
  attempt: r.attempt,
  form: readCanonical<DraftForm>(r.form),
  isFirstLoan: r.is_first_loan,
  approvedAmountMinor: r.approved_amount_minor,
  approvedRatePpm: r.approved_rate_ppm,
  approvedMonths: r.approved_months,
  createdBy: r.created_by,
  createdAt: r.created_at,
  submittedAt: r.submitted_at,
  decidedAt: r.decided_at,
  updatedAt: r.updated_at,
  dueAt: r.due_at,
  preScreen: r.pre_screen === null || r.pre_screened_at === null ? null : { result: r.pre_screen, at: r.pre_screened_at },
});

export async function findApplication(tx: Tx, customerId: CustomerId, id: ApplicationId, lock = false): Promise<Application | undefined> {
  const [row] = await tx.query<Row>(
    `select ${COLUMNS} from applications.application where customer_id = $1 and id = $2${lock ? ' for update' : ''}`,
    [customerId, id],
  );
  return row && asApplication(row);
}
export const applicationsOfCustomer = async (tx: Tx, customerId: CustomerId): Promise<Application[]> =>
  (await tx.query<Row>(`select ${COLUMNS} from applications.application where customer_id = $1 order by created_at desc`, [customerId])).map(
    asApplication,
  );

/** Opens the next node of the path and closes the one before. */
export async function enterNode(
  tx: Tx,
  n: { customerId: CustomerId; applicationId: ApplicationId; state: ApplicationState; owner: string; at: Instant; zh: string; en: string },
): Promise<void> {
  tx.send('update applications.node set left_at = $3 where customer_id = $1 and application_id = $2 and left_at is null', [
    n.customerId,
    n.applicationId,
    n.at,
  ]);
  tx.send(
    `insert into applications.node (customer_id, application_id, place, state, owner, entered_at, note_zh, note_en)
     select $1, $2, coalesce(max(place), 0) + 1, $3, $4, $5, $6, $7 from applications.node where customer_id = $1 and application_id = $2`,
    [n.customerId, n.applicationId, n.state, n.owner, n.at, n.zh, n.en],
  );
}
export async function insertApplication(
  tx: Tx,
  a: { customerId: CustomerId; id: ApplicationId; branchId: string | null; productCode: string; form: DraftForm; by: string; at: Instant },
): Promise<void> {
  tx.send(
    `insert into applications.application (customer_id, id, branch_id, product_code, state, version, form, amount_minor, months, purpose_class, method, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, 'draft', 1, $5, $6, $7, $8, $9, $10, $11, $11)`,
    [
      a.customerId,
      a.id,
      a.branchId,
      a.productCode,
      canonicalJson(a.form),
      a.form.amountMinor ?? null,
      a.form.months ?? null,
      a.form.purposeClass ?? null,
      a.form.method ?? null,
      a.by,
      a.at,
    ],
  );
}
export async function updateForm(
  tx: Tx,
  a: { customerId: CustomerId; id: ApplicationId; productCode: string; form: DraftForm; at: Instant },
): Promise<void> {
  tx.send(
    `update applications.application set product_code = $3, form = $4, amount_minor = $5, months = $6, purpose_class = $7, method = $8, updated_at = $9, version = version + 1
     where customer_id = $1 and id = $2`,
    [
      a.customerId,
      a.id,
      a.productCode,
      canonicalJson(a.form),
      a.form.amountMinor ?? null,
      a.form.months ?? null,
      a.form.purposeClass ?? null,
      a.form.method ?? null,
      a.at,
    ],
  );
}
export async function updateSubmitted(
  tx: Tx,
  a: { customerId: CustomerId; id: ApplicationId; productVersion: number; signature: string; acknowledgedText: string; dueAt: Instant; at: Instant },
): Promise<void> {
  tx.send(
    `update applications.application set product_version = $3, signature = $4, acknowledged_text = $5, acknowledged_at = $6, submitted_at = $6, due_at = $7, decided_at = null,
       attempt = attempt + 1 where customer_id = $1 and id = $2`,
    [a.customerId, a.id, a.productVersion, a.signature, a.acknowledgedText, a.at, a.dueAt],
  );
}
/** Another application of the customer is under way (the index application_one_open holds the same). */
export const hasOpenApplication = async (tx: Tx, customerId: CustomerId): Promise<boolean> =>
  (await tx.query(`select 1 from applications.application where customer_id = $1 and state = any ($2) limit 1`, [customerId, OPEN_STATES])).length >
  0;
export async function savePreScreen(tx: Tx, p: { customerId: CustomerId; id: ApplicationId; result: PreScreen; at: Instant }): Promise<void> {
  tx.send('update applications.application set pre_screen = $3, pre_screened_at = $4 where customer_id = $1 and id = $2', [
    p.customerId,
    p.id,
    p.result,
    p.at,
  ]);
}
export async function updateDue(tx: Tx, d: { customerId: CustomerId; id: ApplicationId; dueAt: Instant | null }): Promise<void> {
  tx.send('update applications.application set due_at = $3 where customer_id = $1 and id = $2', [d.customerId, d.id, d.dueAt]);
}
export async function updateFirstLoan(
  tx: Tx,
  f: { customerId: CustomerId; id: ApplicationId; isFirstLoan: boolean; evidence: string },
): Promise<void> {
  tx.send('update applications.application set is_first_loan = $3, first_loan_evidence = $4 where customer_id = $1 and id = $2', [
    f.customerId,
    f.id,
    f.isFirstLoan,
    f.evidence,
  ]);
}
export type Approved = { readonly amountMinor: bigint; readonly ratePpm: bigint; readonly months: number };
export async function updateState(
  tx: Tx,
  a: { customerId: CustomerId; id: ApplicationId; to: ApplicationState; approved: Approved | null; decided: boolean; at: Instant },
): Promise<void> {
  await tx.query(
    `update applications.application set state = $3, version = version + 1, updated_at = $4, decided_at = case when $5 then $4 else decided_at end,
       approved_amount_minor = coalesce($6, approved_amount_minor), approved_rate_ppm = coalesce($7, approved_rate_ppm), approved_months = coalesce($8, approved_months)
     where customer_id = $1 and id = $2`,
    [a.customerId, a.id, a.to, a.at, a.decided, a.approved?.amountMinor ?? null, a.approved?.ratePpm ?? null, a.approved?.months ?? null],
  );
}

type PathNode = { state: ApplicationState; owner: string; entered_at: Instant; left_at: Instant | null; note_zh: string; note_en: string };
export const pathOf = (tx: Tx, customerId: CustomerId, id: ApplicationId): Promise<PathNode[]> =>
  tx.query<PathNode>(
    'select state, owner, entered_at, left_at, note_zh, note_en from applications.node where customer_id = $1 and application_id = $2 order by place',
    [customerId, id],
  );

export async function insertMilestone(
  tx: Tx,
  m: { customerId: CustomerId; applicationId: ApplicationId; kind: Milestone; at: Instant; evidence: string },
): Promise<void> {
  tx.send('insert into applications.milestone (customer_id, application_id, kind, at, evidence) values ($1, $2, $3, $4, $5) on conflict do nothing', [
    m.customerId,
    m.applicationId,
    m.kind,
    m.at,
    m.evidence,
  ]);
}
export const milestonesOf = (tx: Tx, customerId: CustomerId, id: ApplicationId): Promise<{ kind: Milestone; at: Instant; evidence: string }[]> =>
  tx.query('select kind, at, evidence from applications.milestone where customer_id = $1 and application_id = $2 order by at, kind', [
    customerId,
    id,
  ]);

type ListFilter = {
  limit: number;
  offset: number;
  sort?: string | undefined;
  state?: ApplicationState | undefined;
  productCode?: string | undefined;
  late?: boolean | undefined;
  decided?: boolean | undefined;
  branchId: string | null;
  createdBy: string | null;
  now: Instant;
};
const SORTS: Readonly<Record<string, string>> = {
  createdAt: 'created_at',
  submittedAt: 'submitted_at',
  updatedAt: 'updated_at',
  dueAt: 'due_at',
  amountMinor: 'amount_minor',
  state: 'state',
  productCode: 'product_code',
};
const LATE = `due_at is not null and (case when decided_at is null then $5 > due_at and state in ('submitted', 'collecting', 'deciding', 'reviewing', 'approving') else decided_at > due_at end)`;
export async function listApplications(tx: Tx, f: ListFilter): Promise<{ items: ApplicationLine[]; total: number }> {
  const column = SORTS[(f.sort ?? '-updatedAt').replace(/^-/, '')] ?? 'updated_at';
  const where = `($1::text is null or branch_id = $1) and ($2::text is null or state = $2) and ($3::text is null or product_code = $3) and ($4::text is null or created_by = $4)
    and ($6::boolean is null or (${LATE}) = $6) and ($7::boolean is null or (decided_at is not null) = $7)`;
  const params = [f.branchId, f.state ?? null, f.productCode ?? null, f.createdBy, f.now, f.late ?? null, f.decided ?? null];
  const rows = await tx.query<Row & { late: boolean; purpose_class: string | null }>(
    `select /* batch */ ${COLUMNS}, purpose_class, (${LATE}) as late from applications.application where ${where}
     order by ${column} ${(f.sort ?? '-').startsWith('-') ? 'desc' : 'asc'} nulls last, id limit $8 offset $9`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n from applications.application where ${where}`, params);
  const items = rows.map((r) => {
    const { form, productVersion: _version, ...line } = asApplication(r);
    return { ...line, amountMinor: form.amountMinor ?? null, months: form.months ?? null, purposeClass: r.purpose_class, late: r.late };
  });
  return { items, total: Number(count?.n ?? 0n) };
}
type ApplicationLine = Omit<Application, 'form' | 'productVersion'> & {
  amountMinor: bigint | null;
  months: number | null;
  purposeClass: string | null;
  late: boolean;
};

/** Drafts nobody touched since a moment, a slice at a time: close of business lets them run out. */
export const batchOldDrafts = (tx: Tx, before: Instant): Promise<{ customer_id: CustomerId; id: ApplicationId }[]> =>
  tx.query(`select /* batch */ customer_id, id from applications.application where state = 'draft' and updated_at < $1 order by customer_id, id`, [
    before,
  ]);

type SignedRow = {
  customer_id: CustomerId;
  id: ApplicationId;
  attempt: number;
  product_code: string;
  product_version: number;
  form: string;
  acknowledged_text: string;
  signature: string;
};
/** Applications as signed, a slice at a time: for the check of the signatures. A returned one is being edited again and is left out. */
export const batchSigned = (tx: Tx, after: string, limit: number): Promise<SignedRow[]> =>
  tx.query<SignedRow>(
    `select /* batch */ customer_id, id, attempt, product_code, product_version, form, acknowledged_text, signature from applications.application
     where signature is not null and state <> 'draft' and id > $1 order by id limit $2`,
    [after, limit],
  );
