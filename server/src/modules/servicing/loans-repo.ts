import type { CustomerId } from '@tallystick/kernel';
import { readCanonical } from '#modules/products';
import type { Tx } from '#platform';
import type { LoanId, LoanSummary } from './types.ts';

export type LoanRow = Omit<LoanSummary, 'terms'> & { terms: string };
export const LOAN_COLUMNS = `l.customer_id as "customerId", l.id, l.loan_no as "loanNo", l.contract_id as "contractId", l.application_id as "applicationId", l.product_code as "productCode",
    l.branch_id as "branchId", l.currency, l.terms, l.start_on as "startOn", l.maturity_on as "maturityOn", l.first_loan as "firstLoan", l.opened_at as "openedAt",
    s.status, s.as_of as "asOf", s.principal_minor as "principalMinor", s.interest_minor as "interestMinor", s.penalty_minor as "penaltyMinor", s.fee_minor as "feeMinor",
    s.credit_minor as "creditMinor", s.overdue_minor as "overdueMinor", s.days_past_due as "daysPastDue", s.stage, s.overdue_since as "overdueSince",
    s.next_due_on as "nextDueOn", s.next_due_minor as "nextDueMinor", s.on_books as "onBooks", s.settled_on as "settledOn"`;
export const LOAN_FROM = 'from servicing.loan l join servicing.loan_state s on s.customer_id = l.customer_id and s.loan_id = l.id';
export const LOAN = `select ${LOAN_COLUMNS} ${LOAN_FROM}`;
export const readLoan = (r: LoanRow): LoanSummary => ({ ...r, terms: readCanonical(r.terms) });

export async function findLoan(tx: Tx, customerId: CustomerId, id: LoanId): Promise<LoanSummary | undefined> {
  const [row] = await tx.query<LoanRow>(`${LOAN} where l.customer_id = $1 and l.id = $2`, [customerId, id]);
  return row && readLoan(row);
}
export const loansOfCustomer = async (tx: Tx, customerId: CustomerId): Promise<LoanSummary[]> =>
  (await tx.query<LoanRow>(`${LOAN} where l.customer_id = $1 order by l.opened_at desc, l.id desc`, [customerId])).map(readLoan);
/** Every loan that still owes something. */
export const batchOpenLoans = async (tx: Tx): Promise<LoanSummary[]> =>
  (await tx.query<LoanRow>(`/* batch */ ${LOAN} where s.status <> 'settled' order by l.customer_id, l.id`)).map(readLoan);
