export { accountBalances, journals, postJournal, reverseJournal, subjectBalances, trialBalance } from './service.ts';
export type { AccountCode, JournalLine, NewJournal } from './types.ts';
export { CHART } from './types.ts';
