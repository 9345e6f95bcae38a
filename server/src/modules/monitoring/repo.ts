import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { BranchId, StaffId, Tx } from '#platform';
import type { AlertId, Measure, Severity, Signal } from './types.ts';

export async function parameter(tx: Tx, name: string, on: CalendarDate): Promise<number> {
  const [row] = await tx.kept<{ value: bigint }>(
    'select value from monitoring.parameter where name = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2) order by effective_from desc limit 1',
    [name, on],
  );
  return Number(row?.value ?? 30n);
}

export const signalsOn = (tx: Tx, on: CalendarDate): Promise<Signal[]> =>
  tx.kept<Signal>(
    `select code, category, name_zh as "nameZh", name_en as "nameEn", severity, threshold_ppm as "thresholdPpm", red_threshold_ppm as "redThresholdPpm",
       owner_role as "ownerRole", response_zh as "responseZh", response_en as "responseEn"
     from monitoring.signal where effective_from <= $1 and (effective_to is null or effective_to > $1) order by code`,
    [on],
  );

export async function putWatch(tx: Tx, w: { customerId: CustomerId; branchId: string | null; nextOn: CalendarDate }): Promise<void> {
  tx.send('insert into monitoring.watch (customer_id, branch_id, next_on) values ($1, $2, $3) on conflict (customer_id) do nothing', [
    w.customerId,
    w.branchId,
    w.nextOn,
  ]);
}
export async function watched(tx: Tx, customerId: CustomerId, on: CalendarDate, nextOn: CalendarDate): Promise<void> {
  tx.send('update monitoring.watch set last_on = $2, next_on = $3 where customer_id = $1', [customerId, on, nextOn]);
}
export async function watchEnded(tx: Tx, customerId: CustomerId, outcome: string): Promise<void> {
  tx.send('update monitoring.watch set last_outcome = $2 where customer_id = $1', [customerId, outcome]);
}
export const removeWatch = (tx: Tx, customerId: CustomerId): Promise<object[]> =>
  tx.query('delete from monitoring.watch where customer_id = $1', [customerId]);
export const batchDueWatches = (tx: Tx, on: CalendarDate): Promise<{ customerId: CustomerId }[]> =>
  tx.query('select /* batch */ customer_id as "customerId" from monitoring.watch where next_on <= $1 order by customer_id limit 10000', [on]);

export type AlertRow = {
  customerId: CustomerId;
  id: AlertId;
  code: string;
  severity: Severity;
  raisedSeverity: Severity;
  loanId: string | null;
  branchId: BranchId | null;
  ownerRole: string;
  ownerId: StaffId | null;
  facts: Record<string, string>;
  state: 'open' | 'closed';
  raisedOn: CalendarDate;
  raisedAt: Instant;
  dueAt: Instant;
  outcome: string | null;
  closedAt: Instant | null;
  closedBy: string | null;
  version: number;
};
const COLUMNS = `customer_id as "customerId", id, code, severity, raised_severity as "raisedSeverity", loan_id as "loanId", branch_id as "branchId", owner_role as "ownerRole",
  owner_id as "ownerId", facts, state, raised_on as "raisedOn", raised_at as "raisedAt", due_at as "dueAt", outcome, closed_at as "closedAt", closed_by as "closedBy", version`;

/** Writes a new alert; answers false when one of that signal is open already. */
export async function insertAlert(tx: Tx, a: Omit<AlertRow, 'state' | 'outcome' | 'closedAt' | 'closedBy' | 'version'>): Promise<boolean> {
  const rows = await tx.query(
    `insert into monitoring.alert (customer_id, id, code, severity, raised_severity, loan_id, branch_id, owner_role, owner_id, facts, state, raised_on, raised_at, due_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, $12, $13, 1) on conflict (customer_id, code) where state = 'open' do nothing returning id`,
    [
      a.customerId,
      a.id,
      a.code,
      a.severity,
      a.raisedSeverity,
      a.loanId,
      a.branchId,
      a.ownerRole,
      a.ownerId,
      JSON.stringify(a.facts),
      a.raisedOn,
      a.raisedAt,
      a.dueAt,
    ],
  );
  return rows.length === 1;
}
export async function alertById(tx: Tx, customerId: CustomerId, id: AlertId, lock = false): Promise<AlertRow | undefined> {
  const [row] = await tx.query<AlertRow>(`select ${COLUMNS} from monitoring.alert where customer_id = $1 and id = $2${lock ? ' for update' : ''}`, [
    customerId,
    id,
  ]);
  return row;
}
export const alertsOf = (tx: Tx, customerId: CustomerId): Promise<AlertRow[]> =>
  tx.query<AlertRow>(`select ${COLUMNS} from monitoring.alert where customer_id = $1 order by raised_at desc limit 200`, [customerId]);
export async function closeAlert(tx: Tx, a: { customerId: CustomerId; id: AlertId; outcome: string; at: Instant; by: string }): Promise<void> {
  tx.send(
    `update monitoring.alert set state = 'closed', outcome = $3, closed_at = $4, closed_by = $5, version = version + 1 where customer_id = $1 and id = $2`,
    [a.customerId, a.id, a.outcome, a.at, a.by],
  );
}
export async function insertMeasure(
  tx: Tx,
  m: { customerId: CustomerId; alertId: AlertId; id: string; kind: Measure; note: string; staffId: string; at: Instant },
): Promise<void> {
  tx.send('insert into monitoring.measure (customer_id, alert_id, id, kind, note, staff_id, at) values ($1, $2, $3, $4, $5, $6, $7)', [
    m.customerId,
    m.alertId,
    m.id,
    m.kind,
    m.note,
    m.staffId,
    m.at,
  ]);
}
export const measuresOf = (
  tx: Tx,
  customerId: CustomerId,
  alertId: AlertId,
): Promise<{ id: string; kind: Measure; note: string; staffId: string; at: Instant }[]> =>
  tx.query('select id, kind, note, staff_id as "staffId", at from monitoring.measure where customer_id = $1 and alert_id = $2 order by at, id', [
    customerId,
    alertId,
  ]);

const ORDERS: Readonly<Record<string, string>> = {
  due: 'due_at',
  '-due': 'due_at desc',
  raised: 'raised_at',
  '-raised': 'raised_at desc',
  severity: `array_position(array['red','orange','yellow','info'], severity)`,
};
export async function listAlerts(
  tx: Tx,
  f: {
    branchId: string | null;
    state: string | null;
    severity: string | null;
    code: string | null;
    late: Instant | null;
    sort: string;
    limit: number;
    offset: number;
  },
): Promise<{ items: AlertRow[]; total: number }> {
  const where = `($1::text is null or branch_id = $1) and ($2::text is null or state = $2) and ($3::text is null or severity = $3) and ($4::text is null or code = $4)
    and ($5::timestamptz is null or (state = 'open' and due_at < $5))`;
  const params = [f.branchId, f.state, f.severity, f.code, f.late];
  const items = await tx.query<AlertRow>(
    `select /* batch */ ${COLUMNS} from monitoring.alert where ${where} order by (state = 'closed'), ${ORDERS[f.sort] ?? 'due_at'}, id limit $6 offset $7`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n from monitoring.alert where ${where}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}
export const batchWatchedCustomers = (tx: Tx): Promise<{ customerId: CustomerId }[]> =>
  tx.query('select /* batch */ customer_id as "customerId" from monitoring.watch');
