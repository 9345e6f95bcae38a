export { zBalance, zJournal } from './schema.ts';
export { accountBalances, journals, postJournal, reverseJournal, subjectBalances, trialBalance } from './service.ts';
export type { AccountBalance, AccountCode, Journal, JournalId, JournalLine, NewJournal } from './types.ts';
export { CHART } from './types.ts';
