export { contactWindow, recordContact } from './contact.ts';
export { notify, notifyStaff } from './service.ts';
export type { ContactKind, ContactWindow, Notice, StaffNotice, TemplateCode } from './types.ts';
