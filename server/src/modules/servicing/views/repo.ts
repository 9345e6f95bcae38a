import type { CalendarDate, CustomerId } from '@tallystick/kernel';
import type { Tx } from '#platform';
import { LOAN, type LoanRow, readLoan } from '../loans-repo.ts';
import type { LoanSummary } from '../types.ts';
import type { Kept, StreakStep } from './habit.ts';

export const LOAN_SORTS = {
  opened: 'l.opened_at',
  due: 's.next_due_on',
  late: 's.days_past_due',
  balance: 's.principal_minor',
  number: 'l.loan_no',
} as const;
export type LoanSort = keyof typeof LOAN_SORTS;
export type LoanFilter = {
  readonly branchId: string | null;
  readonly status: string | null;
  readonly stage: string | null;
  readonly productCode: string | null;
  readonly dueFrom: CalendarDate | null;
  readonly dueTo: CalendarDate | null;
  readonly text: string | null;
  readonly sort: LoanSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
};

/** `text` finds the start of a loan number or an id in full. */
export async function listLoans(tx: Tx, f: LoanFilter): Promise<{ items: LoanSummary[]; total: number }> {
  const where = `where ($1::text is null or l.branch_id = $1) and ($2::text is null or s.status = $2) and ($3::text is null or s.stage = $3)
    and ($4::text is null or l.product_code = $4) and ($5::date is null or s.next_due_on >= $5) and ($6::date is null or s.next_due_on <= $6)
    and ($7::text is null or starts_with(l.loan_no, upper($7)) or l.id = $7 or l.customer_id = $7)`;
  const params = [f.branchId, f.status, f.stage, f.productCode, f.dueFrom, f.dueTo, f.text];
  const [count] = await tx.query<{ n: number }>(
    `select /* batch */ count(*)::int as n from servicing.loan l join servicing.loan_state s on s.customer_id = l.customer_id and s.loan_id = l.id ${where}`,
    params,
  );
  const order = `${LOAN_SORTS[f.sort]} ${f.descending ? 'desc' : 'asc'} nulls last, l.id`;
  const rows = await tx.query<LoanRow>(`/* batch */ ${LOAN} ${where} order by ${order} limit $8 offset $9`, [...params, f.limit, f.offset]);
  return { items: rows.map(readLoan), total: count?.n ?? 0 };
}

export const keptBy = (tx: Tx, customerId: CustomerId): Promise<Kept[]> =>
  tx.query(
    'select due_on as "dueOn", paid_on as "paidOn", open_minor as "openMinor" from servicing.instalment where customer_id = $1 order by due_on, loan_id, no',
    [customerId],
  );

export const streakSteps = (tx: Tx, on: CalendarDate): Promise<StreakStep[]> =>
  tx.kept(
    `select instalments, discount_bp as "discountBp" from servicing.streak_step where effective_from <= $1 and (effective_to is null or effective_to > $1) order by instalments`,
    [on],
  );
