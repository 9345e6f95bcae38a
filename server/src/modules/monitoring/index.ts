export { alertRaised } from './events.ts';
export type { AlertId, Severity } from './types.ts';
