export { documentReviewed } from './events.ts';
export { checklist, documentBytes, documentsOf, storeDocument } from './service.ts';
export type { ChecklistItem, DocumentId, DocumentRef } from './types.ts';
