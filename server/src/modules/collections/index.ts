export type { CaseId, CaseStage } from './types.ts';
