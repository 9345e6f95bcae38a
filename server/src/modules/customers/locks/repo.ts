import type { CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';

/** What an appeal's text is bound to under seal. */
export const appealSeal = (customerId: CustomerId): string => `customers.lock.appeal|${customerId}`;

export type OpenLock = {
  readonly id: string;
  readonly reasonCode: string;
  readonly lockedAt: Instant;
  readonly lockedBy: string;
  readonly checkedBy: string;
  readonly appealedAt: Instant | null;
};

export async function insertLock(
  tx: Tx,
  customerId: CustomerId,
  l: { id: string; reasonCode: string; evidence: string; by: string; checkedBy: string; at: Instant },
): Promise<void> {
  tx.send(
    'insert into customers.lock (customer_id, id, reason_code, evidence, locked_by, checked_by, locked_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [customerId, l.id, l.reasonCode, l.evidence, l.by, l.checkedBy, l.at],
  );
}
export async function openLock(tx: Tx, customerId: CustomerId): Promise<OpenLock | undefined> {
  const [row] = await tx.query<{
    id: string;
    reason_code: string;
    locked_at: Instant;
    locked_by: string;
    checked_by: string;
    appealed_at: Instant | null;
  }>(
    'select id, reason_code, locked_at, locked_by, checked_by, appealed_at from customers.lock where customer_id = $1 and released_at is null order by locked_at desc limit 1',
    [customerId],
  );
  return (
    row && {
      id: row.id,
      reasonCode: row.reason_code,
      lockedAt: row.locked_at,
      lockedBy: row.locked_by,
      checkedBy: row.checked_by,
      appealedAt: row.appealed_at,
    }
  );
}
export async function saveAppeal(tx: Tx, customerId: CustomerId, id: string, sealed: string, at: Instant): Promise<void> {
  tx.send('update customers.lock set appeal = $3, appealed_at = $4 where customer_id = $1 and id = $2', [customerId, id, sealed, at]);
}
export async function releaseLocks(tx: Tx, customerId: CustomerId, r: { by: string; at: Instant; why: string }): Promise<void> {
  tx.send('update customers.lock set released_by = $2, released_at = $3, release_why = $4 where customer_id = $1 and released_at is null', [
    customerId,
    r.by,
    r.at,
    r.why,
  ]);
}
