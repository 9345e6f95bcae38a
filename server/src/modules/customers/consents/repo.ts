import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { ConsentId, ConsentScope } from '../types.ts';

export type ConsentText = {
  scope: ConsentScope;
  version: string;
  valid_months: number;
  basis: string;
  recipient_zh: string;
  recipient_en: string;
  title_zh: string;
  title_en: string;
  body_zh: string;
  body_en: string;
  hash_zh: string;
  hash_en: string;
};
/** The wordings in force on a day, one a scope. */
export const textsOn = (tx: Tx, on: CalendarDate): Promise<ConsentText[]> =>
  tx.kept<ConsentText>(
    `select distinct on (scope) scope, version, valid_months, basis, recipient_zh, recipient_en, title_zh, title_en, body_zh, body_en, hash_zh, hash_en
     from customers.consent_text where effective_from <= $1 and (effective_to is null or effective_to > $1) order by scope, effective_from desc`,
    [on],
  );

export type ConsentRow = {
  customer_id: CustomerId;
  id: ConsentId;
  scope: ConsentScope;
  text_version: string;
  language: 'zh' | 'en';
  text_hash: string;
  signer: string;
  signed_at: Instant;
  ip: string;
  device: string;
  valid_until: CalendarDate;
  signature: string;
  withdrawn_at: Instant | null;
};
const ROW = `c.customer_id, c.id, c.scope, c.text_version, c.language, c.text_hash, c.signer, c.signed_at, c.ip, c.device, c.valid_until, c.signature, w.at as withdrawn_at
  from customers.consent c left join customers.consent_withdrawal w on w.customer_id = c.customer_id and w.consent_id = c.id`;
/** All consents of a customer, newest first. */
export const consentsOf = (tx: Tx, customerId: CustomerId): Promise<ConsentRow[]> =>
  tx.kept<ConsentRow>(`select ${ROW} where c.customer_id = $1 order by c.signed_at desc, c.id desc`, [customerId]);
/** For the verification of all records, in slices by id. */
export const batchConsents = (tx: Tx, after: string, limit: number): Promise<ConsentRow[]> =>
  tx.query<ConsentRow>(`/* batch */ select ${ROW} where c.id > $1 order by c.id limit $2`, [after, limit]);

export async function insertConsent(tx: Tx, c: Omit<ConsentRow, 'withdrawn_at'>): Promise<void> {
  tx.send(
    `insert into customers.consent (customer_id, id, scope, text_version, language, text_hash, signer, signed_at, ip, device, valid_until, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [c.customer_id, c.id, c.scope, c.text_version, c.language, c.text_hash, c.signer, c.signed_at, c.ip, c.device, c.valid_until, c.signature],
  );
}
export async function insertWithdrawal(
  tx: Tx,
  w: { customerId: CustomerId; consentId: ConsentId; at: Instant; ip: string; device: string; why: string | null },
): Promise<void> {
  tx.send(
    'insert into customers.consent_withdrawal (customer_id, consent_id, at, ip, device, why) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [w.customerId, w.consentId, w.at, w.ip, w.device, w.why],
  );
}
