import { sha256Hex } from '#platform';
import type { AuditEvent, Block } from './types.ts';

/** Every column of an act, in the order of its table: what is stored is what is hashed. */
export const columnsOf = (e: AuditEvent): readonly unknown[] => [
  e.customerId,
  e.id,
  e.at,
  e.actorKind,
  e.actorId,
  e.actorName,
  e.actorRoles,
  e.makerId,
  e.branchId,
  e.command,
  e.action,
  e.subject,
  e.outcome,
  e.before,
  e.after,
  e.why,
  e.ip,
  e.device,
  e.requestId,
];
/** Hash of one act: every column in a fixed order, so a change of any shows. */
export const rowHash = (e: AuditEvent): string => sha256Hex(JSON.stringify(columnsOf(e)));

/** Root of a block: its rows' hashes with their owners, in their order. */
export const rootHash = (seals: readonly { customerId: string; eventId: string; rowHash: string }[]): string =>
  sha256Hex(seals.map((s) => `${s.customerId}|${s.eventId}|${s.rowHash}`).join('\n'));

/** Hash of a block: it names the one before. */
export const blockHash = (b: Omit<Block, 'hash'>): string => sha256Hex(JSON.stringify([String(b.no), b.previousHash, b.root, b.count, b.sealedAt]));
