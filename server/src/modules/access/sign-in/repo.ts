import { type Instant, must } from '@tallystick/kernel';
import type { Tx } from '#platform';

type Attempt = { failures: number; lastAt: Instant; nextAt: Instant };
export async function lockAttempt(tx: Tx, kind: string, key: string, now: Instant): Promise<Attempt> {
  tx.send('insert into access.attempt (kind, key, failures, last_at, next_at) values ($1, $2, 0, $3, $3) on conflict (kind, key) do nothing', [
    kind,
    key,
    now,
  ]);
  const [row] = await tx.query<Attempt>(
    'select failures, last_at as "lastAt", next_at as "nextAt" from access.attempt where kind = $1 and key = $2 for update',
    [kind, key],
  );
  return must(row, 'an attempt row that was just written');
}
export async function saveAttempt(tx: Tx, kind: string, key: string, a: Attempt): Promise<void> {
  tx.send('update access.attempt set failures = $3, last_at = $4, next_at = $5 where kind = $1 and key = $2', [
    kind,
    key,
    a.failures,
    a.lastAt,
    a.nextAt,
  ]);
}

export type StoredCode = { codeMac: string; issuedAt: Instant; hourFrom: Instant; hourCount: number };
export async function lockCode(tx: Tx, purpose: string, mobileHash: string): Promise<StoredCode | undefined> {
  const [row] = await tx.query<StoredCode>(
    'select code_mac as "codeMac", issued_at as "issuedAt", hour_from as "hourFrom", hour_count as "hourCount" from access.one_time_code where purpose = $1 and mobile_hash = $2 for update',
    [purpose, mobileHash],
  );
  return row;
}
/** The new code takes the place of the one before. */
export async function saveCode(tx: Tx, purpose: string, mobileHash: string, c: StoredCode & { expiresAt: Instant }): Promise<void> {
  tx.send(
    `insert into access.one_time_code (purpose, mobile_hash, code_mac, issued_at, expires_at, tries, used_at, hour_from, hour_count) values ($1, $2, $3, $4, $5, 0, null, $6, $7)
     on conflict (purpose, mobile_hash) do update set code_mac = excluded.code_mac, issued_at = excluded.issued_at, expires_at = excluded.expires_at, tries = 0, used_at = null,
       hour_from = excluded.hour_from, hour_count = excluded.hour_count`,
    [purpose, mobileHash, c.codeMac, c.issuedAt, c.expiresAt, c.hourFrom, c.hourCount],
  );
}
/** Takes one of the tries of the live code; undefined when no live code has one left. */
export async function takeCodeTry(tx: Tx, purpose: string, mobileHash: string, now: Instant, most: number): Promise<string | undefined> {
  const [row] = await tx.query<{ mac: string }>(
    `update access.one_time_code set tries = tries + 1 where purpose = $1 and mobile_hash = $2 and used_at is null and expires_at > $3 and tries < $4 returning code_mac as mac`,
    [purpose, mobileHash, now, most],
  );
  return row?.mac;
}
/** Uses the code up; false when somebody else did meanwhile. */
export async function useCode(tx: Tx, purpose: string, mobileHash: string, mac: string, now: Instant): Promise<boolean> {
  const used = await tx.query(
    'update access.one_time_code set used_at = $4 where purpose = $1 and mobile_hash = $2 and code_mac = $3 and used_at is null returning purpose',
    [purpose, mobileHash, mac, now],
  );
  return used.length === 1;
}

export type SessionKind = 'staff' | 'borrower' | 'pending';
export type SessionRow = {
  id: string;
  kind: SessionKind;
  holderId: string;
  tokenHash: string;
  openedAt: Instant;
  seenAt: Instant;
  endsAt: Instant;
  steppedUpAt: Instant | null;
  ip: string;
  device: string;
};
const SESSION = `id, kind, holder_id as "holderId", token_hash as "tokenHash", opened_at as "openedAt", seen_at as "seenAt", ends_at as "endsAt", stepped_up_at as "steppedUpAt", ip, device`;

export async function insertSession(tx: Tx, s: SessionRow): Promise<void> {
  tx.send(
    'insert into access.session (id, kind, holder_id, token_hash, opened_at, seen_at, ends_at, stepped_up_at, ip, device) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [s.id, s.kind, s.holderId, s.tokenHash, s.openedAt, s.seenAt, s.endsAt, s.steppedUpAt, s.ip, s.device],
  );
}
export async function liveSession(tx: Tx, kind: SessionKind, tokenHash: string, now: Instant): Promise<SessionRow | undefined> {
  const [row] = await tx.query<SessionRow>(
    `select ${SESSION} from access.session where token_hash = $1 and kind = $2 and ended_at is null and ends_at > $3`,
    [tokenHash, kind, now],
  );
  return row;
}
export async function sessionById(tx: Tx, id: string): Promise<SessionRow> {
  const [row] = await tx.query<SessionRow>(`select ${SESSION} from access.session where id = $1 and ended_at is null`, [id]);
  return must(row, 'the acting session');
}
export const listSessions = (tx: Tx, holderId: string, now: Instant): Promise<SessionRow[]> =>
  tx.query<SessionRow>(
    `select ${SESSION} from access.session where holder_id = $1 and kind <> 'pending' and ended_at is null and ends_at > $2 order by seen_at desc limit 100`,
    [holderId, now],
  );
export async function touchSession(tx: Tx, id: string, now: Instant): Promise<void> {
  tx.send('update access.session set seen_at = $2 where id = $1', [id, now]);
}
export async function rotateSession(tx: Tx, id: string, tokenHash: string, steppedUpAt: Instant): Promise<void> {
  tx.send('update access.session set token_hash = $2, stepped_up_at = $3, seen_at = $3 where id = $1', [id, tokenHash, steppedUpAt]);
}
/** Ends live sessions of a holder: one of them, or all but one, or all. Answers how many. */
export async function endSessions(tx: Tx, o: { holderId: string; id?: string; except?: string; now: Instant; why: string }): Promise<number> {
  const ended = await tx.query(
    `update access.session set ended_at = $2, ended_why = $3 where holder_id = $1 and ended_at is null and ($4::text is null or id = $4) and ($5::text is null or id <> $5) returning id`,
    [o.holderId, o.now, o.why, o.id ?? null, o.except ?? null],
  );
  return ended.length;
}
