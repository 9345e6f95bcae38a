import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { DocumentId, DocumentRef } from './types.ts';

const DOCUMENT = `customer_id as "customerId", id, kind, subject, name, media_type as "mediaType", size_bytes as "sizeBytes", sha256, source, state, comment, stored_at as "storedAt",
  stored_by as "storedBy", reviewed_at as "reviewedAt", reviewed_by as "reviewedBy", version`;

export type Kind = { code: string; nameZh: string; nameEn: string; byBorrower: boolean; retentionClass: string; years: number };
export const kinds = (tx: Tx, day: CalendarDate): Promise<Kind[]> =>
  tx.kept<Kind>(
    `select k.code, k.name_zh as "nameZh", k.name_en as "nameEn", k.by_borrower as "byBorrower", k.retention_class as "retentionClass", max(r.years) as years
     from documents.kind k join documents.retention r on r.class = k.retention_class and r.effective_from <= $1 and (r.effective_to is null or r.effective_to > $1)
     group by k.code order by k.code`,
    [day],
  );
export async function insertDocument(tx: Tx, d: DocumentRef): Promise<void> {
  tx.send(
    `insert into documents.document (customer_id, id, kind, subject, name, media_type, size_bytes, sha256, source, state, stored_at, stored_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [d.customerId, d.id, d.kind, d.subject, d.name, d.mediaType, d.sizeBytes, d.sha256, d.source, d.state, d.storedAt, d.storedBy],
  );
}
export async function documentRow(tx: Tx, customerId: CustomerId, id: DocumentId, lock = false): Promise<DocumentRef | undefined> {
  const [row] = await tx.query<DocumentRef>(
    `select ${DOCUMENT} from documents.document where customer_id = $1 and id = $2${lock ? ' for update' : ''}`,
    [customerId, id],
  );
  return row;
}
const MOST = 1_000;
/** Newest first; with subjects, only files of those. */
export const documentsFor = (tx: Tx, customerId: CustomerId, subjects: readonly string[] | null): Promise<DocumentRef[]> =>
  tx.query<DocumentRef>(
    `select ${DOCUMENT} from documents.document where customer_id = $1 and ($2::text[] is null or subject = any($2)) order by stored_at desc, id desc limit ${MOST}`,
    [customerId, subjects],
  );
export async function setReview(
  tx: Tx,
  d: DocumentRef,
  r: { state: 'accepted' | 'rejected'; comment: string | null; by: string; at: Instant },
): Promise<void> {
  tx.send(
    'update documents.document set state = $3, comment = $4, reviewed_by = $5, reviewed_at = $6, version = version + 1 where customer_id = $1 and id = $2',
    [d.customerId, d.id, r.state, r.comment, r.by, r.at],
  );
}
/** All files in pages, for the verification. */
export const batchDocuments = (tx: Tx, after: { customerId: string; id: string }, limit: number): Promise<DocumentRef[]> =>
  tx.query<DocumentRef>(
    `select /* batch */ ${DOCUMENT} from documents.document where (customer_id, id) > ($1, $2) order by customer_id, id limit $3`,
    [after.customerId, after.id, limit],
  );
