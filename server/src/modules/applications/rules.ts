import type { ApplicationState } from './types.ts';

/** Where an application may go from where. Everything else is refused. */
export const MOVES: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['submitted', 'withdrawn', 'expired'],
  submitted: ['collecting', 'withdrawn'],
  collecting: ['deciding', 'withdrawn'],
  deciding: ['approved', 'declined', 'counter_offered', 'reviewing', 'withdrawn'],
  reviewing: ['approving', 'draft', 'declined', 'withdrawn'],
  approving: ['approved', 'declined', 'counter_offered', 'reviewing', 'withdrawn'],
  // A person may ask that people look at it (PIPL art. 24).
  declined: ['reviewing'],
  counter_offered: ['approved', 'reviewing', 'withdrawn', 'expired'],
  approved: ['contracted', 'withdrawn', 'expired'],
  contracted: ['paid_out', 'withdrawn', 'expired'],
  withdrawn: [],
  expired: [],
  paid_out: [],
};
export const mayMove = (from: ApplicationState, to: ApplicationState): boolean => MOVES[from].includes(to);
/** States in which the case is the bank's to decide. */
export const IN_DECISION: readonly ApplicationState[] = ['submitted', 'collecting', 'deciding', 'reviewing', 'approving'];
/** States in which one more application of the same customer would run beside this one. */
export const OPEN_STATES: readonly ApplicationState[] = [...IN_DECISION, 'counter_offered', 'approved', 'contracted'];
