import type { CustomerId } from '@tallystick/kernel';
import { assertOtherPerson } from '#modules/access';
import { notify } from '#modules/notifications';
import { type Ctx, refusePlatform } from '#platform';
import { documentReviewed } from './events.ts';
import { refuse } from './refusals.ts';
import { documentRow, documentsFor, insertDocument, kinds, setReview } from './repo.ts';
import { checklistOf, fileFault, mediaTypeOf, safeName } from './rules.ts';
import type { ChecklistItem, DocumentId, DocumentRef } from './types.ts';

export type NewDocument = {
  readonly customerId: CustomerId;
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Who or what brought it: 'upload', 'generated', 'ca'. Only uploads are searched for active content. */
  readonly source: 'upload' | 'generated' | 'ca';
  readonly subject?: string;
};

/** Stores a file whose content is what its name says. Refuses documents.kind_unknown, type_mismatch, type_unsupported, too_large, empty, image_too_large, active_content. Its hash goes into the audit trail. */
export async function storeDocument(ctx: Ctx, d: NewDocument): Promise<DocumentId> {
  const kind = (await kinds(ctx.tx, ctx.today)).find((k) => k.code === d.kind);
  if (kind === undefined || (ctx.actor.kind === 'borrower' && d.source === 'upload' && !kind.byBorrower))
    throw refuse('documents.kind_unknown', { field: 'kind' });
  const name = safeName(d.name);
  const fault = fileFault(name, d.bytes, d.source !== 'upload');
  if (fault !== undefined) throw refuse(`documents.${fault}`, { field: 'file', facts: { extension: name.split('.').at(-1) ?? '' } });
  const mediaType = mediaTypeOf(d.bytes);
  if (mediaType === undefined) throw refuse('documents.type_unsupported', { field: 'file' });
  const id = ctx.newId('docu');
  const sha256 = await ctx.blobs.put(d.bytes);
  await insertDocument(ctx.tx, {
    customerId: d.customerId,
    id,
    kind: d.kind,
    subject: d.subject ?? '',
    name,
    mediaType,
    sizeBytes: d.bytes.length,
    sha256,
    source: d.source,
    state: 'uploaded',
    comment: null,
    storedAt: ctx.now,
    storedBy: ctx.actor.id,
    reviewedAt: null,
    reviewedBy: null,
    version: 1,
  });
  await ctx.audit({ action: 'documents.stored', subject: id, customerId: d.customerId, after: { kind: d.kind, sha256, sizeBytes: d.bytes.length } });
  return id;
}
/** The file and its bytes, proven to have their hash. Refuses platform.not_found. */
export async function documentBytes(ctx: Ctx, customerId: CustomerId, id: DocumentId): Promise<{ document: DocumentRef; bytes: Uint8Array }> {
  const document = await documentRow(ctx.tx, customerId, id);
  if (document === undefined) throw refusePlatform('platform.not_found');
  return { document, bytes: await ctx.blobs.get(document.sha256) };
}
/** Files of a customer, newest first; of one subject when given. At most a thousand. */
export const documentsOf = (ctx: Ctx, customerId: CustomerId, subject?: string): Promise<DocumentRef[]> =>
  documentsFor(ctx.tx, customerId, subject === undefined ? null : [subject]);

/** State of each required kind, in the order given. Files of the customer as such count for every subject. */
export async function checklist(ctx: Ctx, customerId: CustomerId, required: readonly string[], subject?: string): Promise<ChecklistItem[]> {
  const files = await documentsFor(ctx.tx, customerId, subject === undefined ? null : ['', subject]);
  return checklistOf(required, await kinds(ctx.tx, ctx.today), files);
}

export type Review = {
  readonly customerId: CustomerId;
  readonly documentId: DocumentId;
  readonly verdict: 'accepted' | 'rejected';
  readonly comment: string | null;
};
/** One verdict a file, by somebody who did not hand it in. A rejected item goes back to the applicant with the reason. Refuses documents.reviewed_already, documents.comment_missing, access.maker_cannot_check. */
export async function reviewDocument(ctx: Ctx, r: Review): Promise<void> {
  const document = await documentRow(ctx.tx, r.customerId, r.documentId, true);
  if (document === undefined) throw refusePlatform('platform.not_found');
  if (document.state !== 'uploaded') throw refuse('documents.reviewed_already');
  if (r.verdict === 'rejected' && r.comment === null) throw refuse('documents.comment_missing', { field: 'comment' });
  assertOtherPerson(ctx, document.storedBy);
  await setReview(ctx.tx, document, { state: r.verdict, comment: r.comment, by: ctx.actor.id, at: ctx.now });
  if (r.verdict === 'rejected') {
    const kind = (await kinds(ctx.tx, ctx.today)).find((k) => k.code === document.kind);
    const params = { kind_zh: kind?.nameZh ?? document.kind, kind_en: kind?.nameEn ?? document.kind, comment: r.comment ?? '' };
    await notify(ctx, {
      customerId: r.customerId,
      template: 'document_rejected',
      params,
      to: {},
      channels: ['in_app'],
      purpose: 'service',
      link: '/documents',
    });
  }
  await ctx.announce(documentReviewed, {
    customerId: r.customerId,
    documentId: document.id,
    kind: document.kind,
    subject: document.subject,
    state: r.verdict,
  });
}
