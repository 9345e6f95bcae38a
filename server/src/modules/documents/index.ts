export { type NewDocument, checklist, documentBytes, documentsOf, storeDocument } from './service.ts';
export { documentReviewed } from './events.ts';
export type { ChecklistItem, DocumentId, DocumentRef } from './types.ts';
