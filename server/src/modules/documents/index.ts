export { documentReviewed } from './events.ts';
export { checklist, documentBytes, documentsOf, type NewDocument, storeDocument } from './service.ts';
export type { ChecklistItem, DocumentId, DocumentRef } from './types.ts';
