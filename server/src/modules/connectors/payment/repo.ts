import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { PaymentKind, PaymentState } from '../types.ts';

export type OrderRow = {
  customer_id: CustomerId;
  order_no: string;
  kind: PaymentKind;
  amount_minor: bigint;
  done_minor: bigint;
  account_sealed: string;
  account_tail: string;
  payee_sealed: string;
  purpose: string;
  subject: string;
  entrusted: boolean;
  partial: boolean;
  state: PaymentState;
  code: string | null;
  ref: string | null;
  ordered_on: CalendarDate;
  ordered_at: Instant;
  sent_at: Instant | null;
  settled_on: CalendarDate | null;
  returned_on: CalendarDate | null;
};
const ORDER = `customer_id, order_no, kind, amount_minor, done_minor, account_sealed, account_tail, payee_sealed, purpose, subject, entrusted, partial, state, code, ref, ordered_on, ordered_at,
  sent_at, settled_on, returned_on`;

/** Takes an order number for a customer; answers whose it is. */
export async function claimOrder(tx: Tx, orderNo: string, customerId: CustomerId, at: Instant): Promise<CustomerId> {
  tx.send('insert into connectors.order_claim (order_no, customer_id, at) values ($1, $2, $3) on conflict do nothing', [orderNo, customerId, at]);
  return (await ownerOfOrder(tx, orderNo)) ?? customerId;
}
export async function ownerOfOrder(tx: Tx, orderNo: string): Promise<CustomerId | undefined> {
  const [row] = await tx.query<{ customer_id: CustomerId }>('select customer_id from connectors.order_claim where order_no = $1', [orderNo]);
  return row?.customer_id;
}
export async function insertOrder(
  tx: Tx,
  o: Omit<OrderRow, 'done_minor' | 'code' | 'ref' | 'sent_at' | 'settled_on' | 'returned_on' | 'state'>,
): Promise<void> {
  tx.send(
    `insert into connectors.payment_order (customer_id, order_no, kind, amount_minor, currency, account_sealed, account_tail, payee_sealed, purpose, subject, entrusted, partial, state, ordered_on, ordered_at)
     values ($1, $2, $3, $4, 'CNY', $5, $6, $7, $8, $9, $10, $11, 'created', $12, $13)`,
    [
      o.customer_id,
      o.order_no,
      o.kind,
      o.amount_minor,
      o.account_sealed,
      o.account_tail,
      o.payee_sealed,
      o.purpose,
      o.subject,
      o.entrusted,
      o.partial,
      o.ordered_on,
      o.ordered_at,
    ],
  );
}
export async function findOrder(tx: Tx, customerId: CustomerId, orderNo: string, lock = false): Promise<OrderRow | undefined> {
  const [row] = await tx.query<OrderRow>(
    `select ${ORDER} from connectors.payment_order where customer_id = $1 and order_no = $2${lock ? ' for update' : ''}`,
    [customerId, orderNo],
  );
  return row;
}
export const ordersOf = (tx: Tx, customerId: CustomerId, limit: number): Promise<OrderRow[]> =>
  tx.query<OrderRow>(`select ${ORDER} from connectors.payment_order where customer_id = $1 order by ordered_at desc, order_no limit $2`, [
    customerId,
    limit,
  ]);
export async function moveOrder(
  tx: Tx,
  customerId: CustomerId,
  orderNo: string,
  to: {
    state: PaymentState;
    doneMinor: bigint;
    code: string | null;
    ref: string | null;
    sentAt: Instant | null;
    settledOn: CalendarDate | null;
    settledAt: Instant | null;
    returnedOn: CalendarDate | null;
  },
): Promise<void> {
  tx.send(
    `update connectors.payment_order set state = $3, done_minor = $4, code = $5, ref = $6, sent_at = $7, settled_on = $8, settled_at = $9, returned_on = $10
     where customer_id = $1 and order_no = $2`,
    [customerId, orderNo, to.state, to.doneMinor, to.code, to.ref, to.sentAt, to.settledOn, to.settledAt, to.returnedOn],
  );
}
export async function insertEvent(
  tx: Tx,
  customerId: CustomerId,
  e: { id: string; orderNo: string; toldBy: string; state: string; code: string | null; at: Instant },
): Promise<void> {
  tx.send('insert into connectors.payment_event (customer_id, id, order_no, told_by, state, code, at) values ($1, $2, $3, $4, $5, $6, $7)', [
    customerId,
    e.id,
    e.orderNo,
    e.toldBy,
    e.state,
    e.code,
    e.at,
  ]);
}

/** A nonce is good once; answers whether this was the first time. */
export async function useNonce(tx: Tx, nonce: string, at: Instant): Promise<boolean> {
  const rows = await tx.query('insert into connectors.callback_nonce (nonce, at) values ($1, $2) on conflict do nothing returning nonce', [
    nonce,
    at,
  ]);
  return rows.length === 1;
}
export async function dropNonces(tx: Tx, before: Instant): Promise<void> {
  tx.send('delete from connectors.callback_nonce where at < $1', [before]);
}

export type DayOrder = {
  customer_id: CustomerId;
  order_no: string;
  kind: PaymentKind;
  amount_minor: bigint;
  done_minor: bigint;
  state: PaymentState;
};
/** Own orders of a business day and those returned on it, over all customers: what the rail's list is held against. */
export const reportDay = (tx: Tx, on: CalendarDate): Promise<DayOrder[]> =>
  tx.query<DayOrder>(
    '/* batch */ select customer_id, order_no, kind, amount_minor, done_minor, state from connectors.payment_order where ordered_on = $1 or returned_on = $1 order by order_no',
    [on],
  );
export type Reconciliation = {
  business_date: CalendarDate;
  state: 'asked' | 'equal' | 'differs';
  own_count: number | null;
  rail_count: number | null;
  own_success_minor: bigint | null;
  rail_success_minor: bigint | null;
  differences: Difference[] | null;
  at: Instant;
};
export type Difference = { orderNo: string; what: 'missing_at_rail' | 'missing_here' | 'amount' | 'state'; own: string | null; rail: string | null };
export async function startReconciliation(tx: Tx, on: CalendarDate, at: Instant): Promise<boolean> {
  const rows = await tx.query(
    `insert into connectors.reconciliation (business_date, state, at) values ($1, 'asked', $2) on conflict do nothing returning business_date`,
    [on, at],
  );
  return rows.length === 1;
}
export async function saveReconciliation(tx: Tx, r: Omit<Reconciliation, 'differences'> & { differences: readonly Difference[] }): Promise<void> {
  tx.send(
    `update connectors.reconciliation set state = $2, own_count = $3, rail_count = $4, own_success_minor = $5, rail_success_minor = $6, differences = $7, at = $8 where business_date = $1`,
    [r.business_date, r.state, r.own_count, r.rail_count, r.own_success_minor, r.rail_success_minor, JSON.stringify(r.differences), r.at],
  );
}
export const reconciliations = (tx: Tx, limit: number, offset: number): Promise<Reconciliation[]> =>
  tx.query<Reconciliation>(
    'select business_date, state, own_count, rail_count, own_success_minor, rail_success_minor, differences, at from connectors.reconciliation order by business_date desc limit $1 offset $2',
    [limit, offset],
  );
export async function countReconciliations(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: bigint }>('select count(*) as n from connectors.reconciliation');
  return Number(row?.n ?? 0n);
}

export type AccountCheckRow = {
  id: string;
  subject: string;
  state: 'asked' | 'matched' | 'differs' | 'failed';
  elements: Record<string, boolean> | null;
  code: string | null;
  asked_at: Instant;
  answered_at: Instant | null;
};
export async function insertAccountCheck(tx: Tx, customerId: CustomerId, id: string, subject: string, at: Instant): Promise<void> {
  tx.send(`insert into connectors.account_check (customer_id, id, subject, state, asked_at) values ($1, $2, $3, 'asked', $4)`, [
    customerId,
    id,
    subject,
    at,
  ]);
}
export async function settleAccountCheck(
  tx: Tx,
  customerId: CustomerId,
  id: string,
  r: { state: string; elements: Record<string, boolean> | null; code: string | null; at: Instant },
): Promise<void> {
  tx.send('update connectors.account_check set state = $3, elements = $4, code = $5, answered_at = $6 where customer_id = $1 and id = $2', [
    customerId,
    id,
    r.state,
    r.elements === null ? null : JSON.stringify(r.elements),
    r.code,
    r.at,
  ]);
}
export const accountChecksOf = (tx: Tx, customerId: CustomerId): Promise<AccountCheckRow[]> =>
  tx.query<AccountCheckRow>(
    'select id, subject, state, elements, code, asked_at, answered_at from connectors.account_check where customer_id = $1 order by asked_at desc, id limit 50',
    [customerId],
  );
