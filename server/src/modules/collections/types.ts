import type { CalendarDate, CustomerId, Id, Instant } from '@tallystick/kernel';
import type { BranchId, StaffId } from '#platform';

export type CaseId = Id<'case'>;
export const CASE_STAGES = ['M0', 'M1', 'M2', 'M3', 'M4'] as const;
export type CaseStage = (typeof CASE_STAGES)[number];
export const CASE_STATES = ['open', 'promised', 'closed'] as const;
export const CHANNELS = ['message', 'voice', 'visit', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CONTACT_OUTCOMES = ['reached', 'not_reached', 'promised', 'refused'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number] | 'sent';

export type CaseRow = {
  customerId: CustomerId;
  id: CaseId;
  loanId: string;
  loanNo: string;
  branchId: BranchId | null;
  ownerId: StaffId | null;
  stage: CaseStage;
  state: (typeof CASE_STATES)[number];
  daysPastDue: number;
  overdueMinor: bigint;
  openedOn: CalendarDate;
  openedAt: Instant;
  nextContactOn: CalendarDate;
  limitationDue: CalendarDate;
  closedOn: CalendarDate | null;
  version: number;
};
export type PromiseRow = {
  id: string;
  amountMinor: bigint;
  byOn: CalendarDate;
  state: 'open' | 'kept' | 'broken';
  paidMinor: bigint;
  staffId: string;
  madeOn: CalendarDate;
  settledOn: CalendarDate | null;
};
export type ContactRow = {
  id: string;
  channel: Channel;
  outcome: ContactOutcome;
  ability: number | null;
  willingness: number | null;
  note: string;
  staffId: string;
  at: Instant;
};
export type Strategy = { stage: CaseStage; actions: Channel[]; documents: string[]; contactEveryDays: number; saysZh: string; saysEn: string };
