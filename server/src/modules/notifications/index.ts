export { contactWindow, recordContact } from './contact.ts';
export { notify, notifyStaff } from './service.ts';
export type { Notice } from './types.ts';
