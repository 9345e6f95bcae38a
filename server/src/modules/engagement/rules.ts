import type { LeadState, LostReason, Step } from './types.ts';

/** May a lead move on? The code of the refusal, or undefined. */
export function leadMove(
  from: LeadState,
  to: LeadState,
  reason: LostReason | null,
): 'engagement.lead_closed' | 'engagement.lead_lost_reason' | undefined {
  if (from === 'converted' || from === 'lost') return 'engagement.lead_closed';
  if (to === 'lost' && reason === null) return 'engagement.lead_lost_reason';
  return undefined;
}

/** What a funnel counts. `visit` and `lead` are people we may not know; from `join` on they are customers. */
export const FUNNEL = ['visit', 'lead', 'join', 'apply', 'approve', 'sign', 'disburse'] as const satisfies readonly (Step | 'visit' | 'lead')[];
/** Share of the step before, ppm, rounded down; null at the first step and where nobody was. */
export const passedPpm = (count: number, before: number | undefined): bigint | null =>
  before === undefined || before === 0 ? null : (BigInt(count) * 1_000_000n) / BigInt(before);
