import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import { canonicalJson, readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import type { LoanId } from '../types.ts';

/** What the money is for: what is due, principal ahead of it, or the whole loan. */
export type Intent = { readonly kind: 'repay' | 'settle' } | { readonly kind: 'prepay'; readonly mode: 'keep_term' | 'keep_instalment' };
export type Deduction = {
  readonly customerId: CustomerId;
  readonly orderNo: string;
  readonly loanId: LoanId;
  readonly branchId: string | null;
  readonly source: 'borrower' | 'auto';
  readonly intent: Intent;
  readonly amountMinor: bigint;
  readonly valueOn: CalendarDate;
  readonly state: 'ordered' | 'success' | 'failed';
  readonly faultCode: string | null;
  readonly railRef: string | null;
  readonly orderedAt: Instant;
  readonly settledAt: Instant | null;
};
const COLUMNS = `customer_id as "customerId", order_no as "orderNo", loan_id as "loanId", branch_id as "branchId", source, intent, amount_minor as "amountMinor", value_on as "valueOn",
  state, fault_code as "faultCode", rail_ref as "railRef", ordered_at as "orderedAt", settled_at as "settledAt"`;
type Row = Omit<Deduction, 'intent'> & { intent: string };
const read = (r: Row): Deduction => ({ ...r, intent: readCanonical(r.intent) });

export async function insertDeduction(tx: Tx, d: Omit<Deduction, 'state' | 'faultCode' | 'railRef' | 'settledAt'>): Promise<void> {
  tx.send(
    `insert into servicing.deduction (customer_id, order_no, loan_id, branch_id, source, intent, amount_minor, value_on, state, ordered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'ordered', $9)`,
    [d.customerId, d.orderNo, d.loanId, d.branchId, d.source, canonicalJson(d.intent), d.amountMinor, d.valueOn, d.orderedAt],
  );
}
export async function lockDeduction(tx: Tx, customerId: CustomerId, orderNo: string): Promise<Deduction | undefined> {
  const [row] = await tx.query<Row>(`select ${COLUMNS} from servicing.deduction where customer_id = $1 and order_no = $2 for update`, [
    customerId,
    orderNo,
  ]);
  return row && read(row);
}
export async function settleDeduction(
  tx: Tx,
  d: { customerId: CustomerId; orderNo: string; state: 'success' | 'failed'; faultCode: string | null; railRef: string; at: Instant },
): Promise<void> {
  tx.send('update servicing.deduction set state = $3, fault_code = $4, rail_ref = $5, settled_at = $6 where customer_id = $1 and order_no = $2', [
    d.customerId,
    d.orderNo,
    d.state,
    d.faultCode,
    d.railRef,
    d.at,
  ]);
}
/** Deductions of a loan, newest first. */
export const deductionsOf = async (tx: Tx, customerId: CustomerId, loanId: LoanId): Promise<Deduction[]> =>
  (
    await tx.query<Row>(
      `select ${COLUMNS} from servicing.deduction where customer_id = $1 and loan_id = $2 order by ordered_at desc, order_no desc limit 100`,
      [customerId, loanId],
    )
  ).map(read);
export type Refund = {
  readonly customerId: CustomerId;
  readonly orderNo: string;
  readonly loanId: LoanId;
  readonly branchId: string | null;
  readonly amountMinor: bigint;
  readonly state: 'ordered' | 'success' | 'failed' | 'returned';
};
export async function insertRefund(tx: Tx, r: Omit<Refund, 'state'> & { reason: string; at: Instant; by: string }): Promise<void> {
  tx.send(
    `insert into servicing.refund (customer_id, order_no, loan_id, branch_id, amount_minor, reason, state, ordered_at, ordered_by)
     values ($1, $2, $3, $4, $5, $6, 'ordered', $7, $8)`,
    [r.customerId, r.orderNo, r.loanId, r.branchId, r.amountMinor, r.reason, r.at, r.by],
  );
}
/** The refund of an order, its row held. */
export async function findRefund(tx: Tx, customerId: CustomerId, orderNo: string): Promise<Refund | undefined> {
  const [row] = await tx.query<Refund>(
    `select customer_id as "customerId", order_no as "orderNo", loan_id as "loanId", branch_id as "branchId", amount_minor as "amountMinor", state
     from servicing.refund where customer_id = $1 and order_no = $2 for update`,
    [customerId, orderNo],
  );
  return row;
}
export async function settleRefund(
  tx: Tx,
  r: { customerId: CustomerId; orderNo: string; state: 'success' | 'failed' | 'returned'; faultCode: string | null; at: Instant },
): Promise<void> {
  tx.send('update servicing.refund set state = $3, fault_code = $4, settled_at = $5 where customer_id = $1 and order_no = $2', [
    r.customerId,
    r.orderNo,
    r.state,
    r.faultCode,
    r.at,
  ]);
}
export async function hasRefundUnderWay(tx: Tx, customerId: CustomerId, loanId: LoanId): Promise<boolean> {
  const rows = await tx.query(`select 1 as n from servicing.refund where customer_id = $1 and loan_id = $2 and state = 'ordered'`, [
    customerId,
    loanId,
  ]);
  return rows.length > 0;
}
export async function hasPending(tx: Tx, customerId: CustomerId, loanId: LoanId): Promise<boolean> {
  const rows = await tx.query(`select 1 as n from servicing.deduction where customer_id = $1 and loan_id = $2 and state = 'ordered' limit 1`, [
    customerId,
    loanId,
  ]);
  return rows.length > 0;
}
