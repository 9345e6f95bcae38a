import { type CalendarDate, type CustomerId, type Instant, must } from '@tallystick/kernel';
import type { StaffId, Tx } from '#platform';
import type { ContactRule } from './rules.ts';
import type { ContactKind, Language, Message, Template, TemplateCode } from './types.ts';

const MESSAGE = `customer_id as "customerId", id, channel, purpose, template, address_sealed as "addressSealed", params_sealed as "paramsSealed", link, language, state, created_at as "createdAt",
  send_at as "sendAt", expires_at as "expiresAt", sent_at as "sentAt", read_at as "readAt", attempts, postponed, fault`;

export const templates = (tx: Tx): Promise<Template[]> =>
  tx.kept<Template>(
    'select code, title_zh as "titleZh", title_en as "titleEn", body_zh as "bodyZh", body_en as "bodyEn" from notifications.template order by code',
  );
export async function template(tx: Tx, code: TemplateCode): Promise<Template> {
  const [row] = await tx.kept<Template>(
    'select code, title_zh as "titleZh", title_en as "titleEn", body_zh as "bodyZh", body_en as "bodyEn" from notifications.template where code = $1',
    [code],
  );
  return must(row, `template ${code}`);
}
export async function contactRule(tx: Tx, kind: ContactKind, day: CalendarDate): Promise<ContactRule> {
  const [row] = await tx.kept<ContactRule>(
    `select from_minute as "fromMinute", to_minute as "toMinute", daily_limit as "dailyLimit" from notifications.contact_rule
     where kind = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2) order by effective_from desc limit 1`,
    [kind, day],
  );
  return must(row, `a contact rule for ${kind} on ${day}`);
}

export type Preference = { readonly language: Language; readonly marketing: boolean };
/** Nobody who has not said so gets advertising (PIP-05). */
const USUAL: Preference = { language: 'zh', marketing: false };
export async function preferenceOf(tx: Tx, customerId: CustomerId): Promise<Preference> {
  const [row] = await tx.query<Preference>('select language, marketing from notifications.preference where customer_id = $1', [customerId]);
  return row ?? USUAL;
}
export async function savePreference(tx: Tx, customerId: CustomerId, p: Preference, at: Instant): Promise<void> {
  tx.send(
    `insert into notifications.preference (customer_id, language, marketing, changed_at) values ($1, $2, $3, $4)
     on conflict (customer_id) do update set language = excluded.language, marketing = excluded.marketing, changed_at = excluded.changed_at`,
    [customerId, p.language, p.marketing, at],
  );
}
/** Makes the counting of a customer's contacts one after the other. */
export async function lockContacts(tx: Tx, customerId: CustomerId, at: Instant): Promise<void> {
  tx.send('insert into notifications.preference (customer_id, changed_at) values ($1, $2) on conflict (customer_id) do nothing', [customerId, at]);
  await tx.query('select 1 from notifications.preference where customer_id = $1 for update', [customerId]);
}
export async function effectiveContacts(tx: Tx, customerId: CustomerId, kind: 'voice' | 'visit', day: CalendarDate): Promise<number> {
  const [row] = await tx.query<{ n: bigint }>(
    'select count(*) as n from notifications.contact where customer_id = $1 and bank_day = $2 and kind = $3 and effective',
    [customerId, day, kind],
  );
  return Number(row?.n ?? 0n);
}
export async function insertContact(
  tx: Tx,
  c: { customerId: CustomerId; id: string; kind: 'voice' | 'visit'; at: Instant; day: CalendarDate; effective: boolean; staffId: string },
): Promise<void> {
  tx.send('insert into notifications.contact (customer_id, id, kind, at, bank_day, effective, staff_id) values ($1, $2, $3, $4, $5, $6, $7)', [
    c.customerId,
    c.id,
    c.kind,
    c.at,
    c.day,
    c.effective,
    c.staffId,
  ]);
}

export async function insertMessage(tx: Tx, m: Message): Promise<void> {
  tx.send(
    `insert into notifications.message (customer_id, id, channel, purpose, template, address_sealed, params_sealed, link, language, state, created_at, send_at, expires_at, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      m.customerId,
      m.id,
      m.channel,
      m.purpose,
      m.template,
      m.addressSealed,
      m.paramsSealed,
      m.link,
      m.language,
      m.state,
      m.createdAt,
      m.sendAt,
      m.expiresAt,
      m.sentAt,
    ],
  );
}
export async function lockMessage(tx: Tx, customerId: CustomerId, id: string): Promise<Message | undefined> {
  const [row] = await tx.query<Message>(`select ${MESSAGE} from notifications.message where customer_id = $1 and id = $2 for update`, [
    customerId,
    id,
  ]);
  return row;
}
export async function markTried(tx: Tx, customerId: CustomerId, id: string): Promise<void> {
  tx.send('update notifications.message set attempts = attempts + 1 where customer_id = $1 and id = $2', [customerId, id]);
}
export async function markSent(tx: Tx, customerId: CustomerId, id: string, at: Instant, ref: string): Promise<void> {
  tx.send(`update notifications.message set state = 'sent', sent_at = $3, provider_ref = $4, fault = null where customer_id = $1 and id = $2`, [
    customerId,
    id,
    at,
    ref,
  ]);
}
export async function markEnded(tx: Tx, customerId: CustomerId, id: string, state: 'blocked' | 'failed', fault: string): Promise<void> {
  tx.send(`update notifications.message set state = $3, fault = $4 where customer_id = $1 and id = $2 and state = 'waiting'`, [
    customerId,
    id,
    state,
    fault,
  ]);
}
export async function markPostponed(tx: Tx, customerId: CustomerId, id: string, until: Instant): Promise<void> {
  tx.send('update notifications.message set postponed = postponed + 1, send_at = $3 where customer_id = $1 and id = $2', [customerId, id, until]);
}
/** What a customer finds in the portal: in-app messages whose time has come. */
export async function inbox(
  tx: Tx,
  customerId: CustomerId,
  now: Instant,
  limit: number,
  offset: number,
): Promise<{ items: Message[]; total: number; unread: number }> {
  const where = `customer_id = $1 and channel = 'in_app' and state = 'sent' and send_at <= $2`;
  const items = await tx.query<Message>(
    `select ${MESSAGE} from notifications.message where ${where} order by send_at desc, id desc limit $3 offset $4`,
    [customerId, now, limit, offset],
  );
  const [count] = await tx.query<{ n: bigint; unread: bigint }>(
    `select count(*) as n, count(*) filter (where read_at is null) as unread from notifications.message where ${where}`,
    [customerId, now],
  );
  return { items, total: Number(count?.n ?? 0n), unread: Number(count?.unread ?? 0n) };
}
export async function outbox(tx: Tx, customerId: CustomerId, limit: number, offset: number): Promise<{ items: Message[]; total: number }> {
  const items = await tx.query<Message>(
    `select ${MESSAGE} from notifications.message where customer_id = $1 order by created_at desc, id desc limit $2 offset $3`,
    [customerId, limit, offset],
  );
  const [count] = await tx.query<{ n: bigint }>('select count(*) as n from notifications.message where customer_id = $1', [customerId]);
  return { items, total: Number(count?.n ?? 0n) };
}
/** Marks one message as read, or all of them. Answers how many were new. */
export async function markRead(tx: Tx, customerId: CustomerId, id: string | null, at: Instant): Promise<number> {
  const read = await tx.query(
    `update notifications.message set read_at = $3 where customer_id = $1 and channel = 'in_app' and read_at is null and send_at <= $3 and ($2::text is null or id = $2) returning id`,
    [customerId, id, at],
  );
  return read.length;
}

export type StaffMessage = {
  id: string;
  template: TemplateCode;
  params: Record<string, string>;
  link: string | null;
  createdAt: Instant;
  readAt: Instant | null;
};
export async function insertStaffMessage(tx: Tx, m: StaffMessage & { staffId: StaffId }): Promise<void> {
  tx.send('insert into notifications.staff_message (id, staff_id, template, params, link, created_at) values ($1, $2, $3, $4, $5, $6)', [
    m.id,
    m.staffId,
    m.template,
    JSON.stringify(m.params),
    m.link,
    m.createdAt,
  ]);
}
export async function listStaffMessages(
  tx: Tx,
  staffId: string,
  limit: number,
  offset: number,
): Promise<{ items: StaffMessage[]; total: number; unread: number }> {
  const items = await tx.query<StaffMessage>(
    `select id, template, params, link, created_at as "createdAt", read_at as "readAt" from notifications.staff_message where staff_id = $1 order by created_at desc, id desc limit $2 offset $3`,
    [staffId, limit, offset],
  );
  const [count] = await tx.query<{ n: bigint; unread: bigint }>(
    'select count(*) as n, count(*) filter (where read_at is null) as unread from notifications.staff_message where staff_id = $1',
    [staffId],
  );
  return { items, total: Number(count?.n ?? 0n), unread: Number(count?.unread ?? 0n) };
}
export async function markStaffRead(tx: Tx, staffId: string, id: string | null, at: Instant): Promise<number> {
  return (
    await tx.query(
      'update notifications.staff_message set read_at = $3 where staff_id = $1 and read_at is null and ($2::text is null or id = $2) returning id',
      [staffId, id, at],
    )
  ).length;
}
