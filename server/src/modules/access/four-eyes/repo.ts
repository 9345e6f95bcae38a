import type { CustomerId, Instant } from '@tallystick/kernel';
import type { BranchId, Tx } from '#platform';

export type RequestState = 'waiting' | 'approved' | 'rejected' | 'expired';
export type RequestRow = {
  customerId: CustomerId;
  id: string;
  command: string;
  saysZh: string;
  saysEn: string;
  inputSealed: string;
  ids: Record<string, string>;
  anyStaff: boolean;
  makerKind: 'staff' | 'borrower';
  makerId: string;
  makerName: string;
  branchId: BranchId | null;
  state: RequestState;
  createdAt: Instant;
  expiresAt: Instant;
  checkerId: string | null;
  checkerName: string | null;
  decidedAt: Instant | null;
  reason: string | null;
};
const REQUEST = `customer_id as "customerId", id, command, says_zh as "saysZh", says_en as "saysEn", input_sealed as "inputSealed", ids, any_staff as "anyStaff", maker_kind as "makerKind",
  maker_id as "makerId", maker_name as "makerName", branch_id as "branchId", state, created_at as "createdAt", expires_at as "expiresAt", checker_id as "checkerId", checker_name as "checkerName",
  decided_at as "decidedAt", reason`;

export async function insertRequest(tx: Tx, r: RequestRow): Promise<void> {
  tx.send(
    `insert into access.request (customer_id, id, command, says_zh, says_en, input_sealed, ids, any_staff, maker_kind, maker_id, maker_name, branch_id, state, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      r.customerId,
      r.id,
      r.command,
      r.saysZh,
      r.saysEn,
      r.inputSealed,
      JSON.stringify(r.ids),
      r.anyStaff,
      r.makerKind,
      r.makerId,
      r.makerName,
      r.branchId,
      r.state,
      r.createdAt,
      r.expiresAt,
    ],
  );
}
export async function requestRow(tx: Tx, customerId: CustomerId, id: string, lock: boolean): Promise<RequestRow | undefined> {
  const [row] = await tx.query<RequestRow>(`select ${REQUEST} from access.request where customer_id = $1 and id = $2${lock ? ' for update' : ''}`, [
    customerId,
    id,
  ]);
  return row;
}
export async function decideRequest(
  tx: Tx,
  r: {
    customerId: CustomerId;
    id: string;
    state: RequestState;
    checkerId: string | null;
    checkerName: string | null;
    at: Instant;
    reason: string | null;
  },
): Promise<void> {
  tx.send(
    'update access.request set state = $3, checker_id = $4, checker_name = $5, decided_at = $6, reason = $7 where customer_id = $1 and id = $2',
    [r.customerId, r.id, r.state, r.checkerId, r.checkerName, r.at, r.reason],
  );
}
export type RequestFilter = {
  branchId: string | null;
  makerId: string;
  permissions: readonly string[] | null;
  state?: RequestState | undefined;
  limit: number;
  offset: number;
};
/** What one made oneself, and what one's permissions let one check; with permissions null, everything in reach. */
export async function listRequests(tx: Tx, f: RequestFilter): Promise<{ items: RequestRow[]; total: number }> {
  const where = `($1::text is null or branch_id = $1) and (maker_id = $2 or any_staff or $3::text[] is null or command = any($3)) and ($4::text is null or state = $4)`;
  const params = [f.branchId, f.makerId, f.permissions, f.state ?? null];
  const items = await tx.query<RequestRow>(
    `select /* batch */ ${REQUEST} from access.request where ${where} order by created_at desc, id desc limit $5 offset $6`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n from access.request where ${where}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}
export const listExpired = (tx: Tx, now: Instant): Promise<{ customerId: CustomerId; id: string }[]> =>
  tx.query(
    `select /* batch */ customer_id as "customerId", id from access.request where state = 'waiting' and expires_at <= $1 order by customer_id, id limit 10000`,
    [now],
  );
