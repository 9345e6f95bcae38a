export { type Notice, type StaffNotice, notify, notifyStaff } from './service.ts';
export { type ContactKind, type ContactWindow, contactWindow, recordContact } from './contact.ts';
