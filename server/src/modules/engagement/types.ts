import type { CalendarDate, CustomerId, Id, Instant } from '@tallystick/kernel';
import type { BranchId, StaffId } from '#platform';

export type LeadId = Id<'lead'>;
/** new → contacted → converted | lost; new may convert or be lost at once. The last two are final. */
export const LEAD_STATES = ['new', 'contacted', 'converted', 'lost'] as const;
export type LeadState = (typeof LEAD_STATES)[number];
export const LOST_REASONS = ['not_interested', 'not_reachable', 'not_eligible', 'elsewhere', 'consent_withdrawn'] as const;
export type LostReason = (typeof LOST_REASONS)[number];
export const PAGES = ['first_loan', 'self_check', 'start'] as const;
export type Page = (typeof PAGES)[number];
/** The way of a customer, in order. */
export const STEPS = ['join', 'apply', 'approve', 'sign', 'disburse'] as const;
export type Step = (typeof STEPS)[number];

export type Lead = {
  readonly id: LeadId;
  readonly campaign: string;
  readonly origin: 'landing' | 'staff';
  readonly needMinor: bigint | null;
  readonly note: string | null;
  readonly branchId: BranchId;
  readonly ownerId: StaffId | null;
  readonly state: LeadState;
  readonly askedTimes: number;
  readonly lostReason: LostReason | null;
  readonly convertedTo: CustomerId | null;
  readonly consentedAt: Instant;
  readonly createdOn: CalendarDate;
  readonly createdAt: Instant;
  readonly version: number;
};
