import type { CustomerId, Id, Instant } from '@tallystick/kernel';

export type DocumentId = Id<'docu'>;
export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg';
export type DocumentState = 'uploaded' | 'accepted' | 'rejected';
export type DocumentRef = {
  readonly customerId: CustomerId;
  readonly id: DocumentId;
  readonly kind: string;
  /** What the file belongs to: an application, a loan, a case; empty when it belongs to the customer as such. */
  readonly subject: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly source: string;
  readonly state: DocumentState;
  readonly comment: string | null;
  readonly storedAt: Instant;
  readonly storedBy: string;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: string | null;
  readonly version: number;
};
/** One line of a list of required papers: the newest file of the kind decides. */
export type ChecklistItem = {
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: 'missing' | DocumentState;
  readonly documentId: DocumentId | null;
  readonly comment: string | null;
};
