import { Bug, type CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import type { ChecklistItem, DocumentId, DocumentRef } from './types.ts';

export type NewDocument = {
  readonly customerId: CustomerId;
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Who or what brought it: 'upload', 'generated', 'ca'. */
  readonly source: string;
  readonly subject?: string;
};
/** Stores a file whose content is what its name says. Refuses documents.type_mismatch, documents.type_unsupported, documents.too_large, documents.kind_unknown. */
export async function storeDocument(_ctx: Ctx, _d: NewDocument): Promise<DocumentId> { throw new Bug('being written'); }
/** The file and its bytes, proven to have their hash. Refuses platform.not_found. */
export async function documentBytes(_ctx: Ctx, _customerId: CustomerId, _id: DocumentId): Promise<{ document: DocumentRef; bytes: Uint8Array }> { throw new Bug('being written'); }
/** Files of a customer, newest first; of one subject when given. */
export async function documentsOf(_ctx: Ctx, _customerId: CustomerId, _subject?: string): Promise<DocumentRef[]> { throw new Bug('being written'); }
/** State of each required kind, in the order given. */
export async function checklist(_ctx: Ctx, _customerId: CustomerId, _required: readonly string[], _subject?: string): Promise<ChecklistItem[]> { throw new Bug('being written'); }
