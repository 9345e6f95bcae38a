export { documentReviewed } from './events.ts';
export { checklist, documentBytes, documentsOf, storeDocument } from './service.ts';
export type { DocumentId } from './types.ts';
