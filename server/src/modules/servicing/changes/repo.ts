import type { CustomerId, Instant } from '@tallystick/kernel';
import type { z } from 'zod';
import type { Tx } from '#platform';
import type { zExtensionRequest } from '../schema.ts';
import type { LoanId } from '../types.ts';

export type ExtensionRequest = z.output<typeof zExtensionRequest>;
export type LoanKey = { readonly customerId: CustomerId; readonly loanId: LoanId };

/** The newest request of a loan, answered or not. */
export async function extensionRequest(tx: Tx, { customerId, loanId }: LoanKey): Promise<ExtensionRequest | undefined> {
  const [row] = await tx.query<ExtensionRequest>(
    `select id, periods, reason, state, answer, asked_at as "askedAt", answered_at as "answeredAt" from servicing.extension_request
     where customer_id = $1 and loan_id = $2 order by asked_at desc, id desc limit 1`,
    [customerId, loanId],
  );
  return row;
}
export async function insertRequest(
  tx: Tx,
  { customerId, loanId }: LoanKey,
  r: { id: string; periods: number; reason: string; askedAt: Instant },
): Promise<void> {
  tx.send(
    `insert into servicing.extension_request (customer_id, id, loan_id, periods, reason, state, asked_at) values ($1, $2, $3, $4, $5, 'asked', $6)`,
    [customerId, r.id, loanId, r.periods, r.reason, r.askedAt],
  );
}
export async function writeAnswer(
  tx: Tx,
  customerId: CustomerId,
  a: { id: string; state: 'granted' | 'declined'; answer: string | null; answeredAt: Instant; answeredBy: string },
): Promise<void> {
  tx.send('update servicing.extension_request set state = $3, answer = $4, answered_at = $5, answered_by = $6 where customer_id = $1 and id = $2', [
    customerId,
    a.id,
    a.state,
    a.answer,
    a.answeredAt,
    a.answeredBy,
  ]);
}
