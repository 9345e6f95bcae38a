import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { PayoutId } from '../types.ts';
import type { Payout, PayoutState } from './types.ts';

const COLUMNS = `customer_id as "customerId", id, order_no as "orderNo", contract_id as "contractId", application_id as "applicationId", loan_id as "loanId", branch_id as "branchId",
  product_code as "productCode", amount_minor as "amountMinor", net_minor as "netMinor", currency, mode, payee_sealed as "payeeSealed", payee_check as "payeeCheck",
  trial_order_no as "trialOrderNo", trial_state as "trialState", first_loan as "firstLoan", state, fault_code as "faultCode", stopped_zh as "stoppedZh", stopped_en as "stoppedEn",
  rail_ref as "railRef", version, attempt, due_on as "dueOn", signed_at as "signedAt", created_at as "createdAt", checked_at as "checkedAt", released_at as "releasedAt",
  released_by as "releasedBy", paid_at as "paidAt"`;

/** Answers false when the contract has its payout already. */
export async function insertPayout(tx: Tx, p: Payout): Promise<boolean> {
  const made = await tx.query(
    `insert into servicing.payout (customer_id, id, order_no, contract_id, application_id, loan_id, branch_id, product_code, amount_minor, net_minor, currency, method, mode,
       payee_check, trial_state, first_loan, state, version, attempt, due_on, signed_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'transfer', $12, 'waiting', $13, $14, 'open', 1, 1, $15, $16, $17) on conflict (customer_id, contract_id) do nothing returning id`,
    [
      p.customerId,
      p.id,
      p.orderNo,
      p.contractId,
      p.applicationId,
      p.loanId,
      p.branchId,
      p.productCode,
      p.amountMinor,
      p.netMinor,
      p.currency,
      p.mode,
      p.trialState,
      p.firstLoan,
      p.dueOn,
      p.signedAt,
      p.createdAt,
    ],
  );
  return made.length === 1;
}
export async function lockPayout(tx: Tx, customerId: CustomerId, id: PayoutId): Promise<Payout | undefined> {
  const [row] = await tx.query<Payout>(`select ${COLUMNS} from servicing.payout where customer_id = $1 and id = $2 for update`, [customerId, id]);
  return row;
}
export async function findPayout(tx: Tx, customerId: CustomerId, id: PayoutId): Promise<Payout | undefined> {
  const [row] = await tx.query<Payout>(`select ${COLUMNS} from servicing.payout where customer_id = $1 and id = $2`, [customerId, id]);
  return row;
}
export const payoutsOf = (tx: Tx, customerId: CustomerId): Promise<Payout[]> =>
  tx.query<Payout>(`select ${COLUMNS} from servicing.payout where customer_id = $1 order by created_at desc, id desc`, [customerId]);

type Change = Partial<
  Pick<
    Payout,
    | 'payeeCheck'
    | 'payeeSealed'
    | 'trialOrderNo'
    | 'trialState'
    | 'state'
    | 'faultCode'
    | 'stoppedZh'
    | 'stoppedEn'
    | 'railRef'
    | 'orderNo'
    | 'attempt'
    | 'checkedAt'
    | 'releasedAt'
    | 'releasedBy'
    | 'paidAt'
  >
>;
const NAMES: Readonly<Record<keyof Change, string>> = {
  payeeCheck: 'payee_check',
  payeeSealed: 'payee_sealed',
  trialOrderNo: 'trial_order_no',
  trialState: 'trial_state',
  state: 'state',
  faultCode: 'fault_code',
  stoppedZh: 'stopped_zh',
  stoppedEn: 'stopped_en',
  railRef: 'rail_ref',
  orderNo: 'order_no',
  attempt: 'attempt',
  checkedAt: 'checked_at',
  releasedAt: 'released_at',
  releasedBy: 'released_by',
  paidAt: 'paid_at',
};
/** Writes the given columns of a held row. */
export async function changePayout(tx: Tx, p: Pick<Payout, 'customerId' | 'id'>, change: Change): Promise<void> {
  const keys = Object.keys(change) as (keyof Change)[];
  const set = keys.map((k, i) => `${NAMES[k]} = $${i + 3}`).join(', ');
  tx.send(`update servicing.payout set ${set}, version = version + 1 where customer_id = $1 and id = $2`, [
    p.customerId,
    p.id,
    ...keys.map((k) => change[k] ?? null),
  ]);
}

export async function listPayouts(
  tx: Tx,
  f: { branchId: string | null; state: PayoutState | null; productCode: string | null; lateOn: CalendarDate | null; limit: number; offset: number },
): Promise<{ items: Payout[]; total: number }> {
  const where = `where ($1::text is null or branch_id = $1) and ($2::text is null or state = $2) and ($3::text is null or product_code = $3)
    and ($4::date is null or (due_on < $4 and state in ('open', 'ordered')))`;
  const params = [f.branchId, f.state, f.productCode, f.lateOn];
  const [count] = await tx.query<{ n: number }>(`select /* batch */ count(*)::int as n from servicing.payout ${where}`, params);
  const items = await tx.query<Payout>(
    `select /* batch */ ${COLUMNS} from servicing.payout ${where} order by (state <> 'open'), case when state = 'open' then due_on end, due_on desc, created_at, id limit $5 offset $6`,
    [...params, f.limit, f.offset],
  );
  return { items, total: count?.n ?? 0 };
}

/** What was paid out to the customer, or is on its way, since a day. */
export async function paidSince(tx: Tx, customerId: CustomerId, since: Instant): Promise<bigint> {
  const [row] = await tx.query<{ total: bigint }>(
    `select coalesce(sum(amount_minor), 0)::bigint as total from servicing.payout where customer_id = $1 and created_at >= $2 and state <> 'stopped'`,
    [customerId, since],
  );
  return row?.total ?? 0n;
}

export async function isProven(tx: Tx, customerId: CustomerId, accountBlind: string): Promise<boolean> {
  return (
    (await tx.query('select 1 as n from servicing.proven_account where customer_id = $1 and account_blind = $2', [customerId, accountBlind])).length >
    0
  );
}
export async function proveAccount(tx: Tx, customerId: CustomerId, accountBlind: string, at: Instant): Promise<void> {
  tx.send('insert into servicing.proven_account (customer_id, account_blind, proven_at) values ($1, $2, $3) on conflict do nothing', [
    customerId,
    accountBlind,
    at,
  ]);
}
