export { documentReviewed } from './events.ts';
export { checklist, documentBytes, documentsOf, storeDocument } from './service.ts';
export type { ChecklistItem, DocumentId } from './types.ts';
