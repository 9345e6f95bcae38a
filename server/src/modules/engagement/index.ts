export type { Lead, LeadId, LeadState, Step } from './types.ts';
