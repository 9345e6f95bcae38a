import type { FieldFault, Instant } from '@tallystick/kernel';
import type { Application, ApplicationState } from './types.ts';

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

/** What can be brought in later stands apart from what the rules say no to. */
const TO_BRING = /^(documents\.|consents\.|payoutAccountTail$)/;
/** likely: nothing is wrong; unclear: papers, consents or fields are still to come; unlikely: a limit or a rule stands in the way. */
export function verdictOf(faults: readonly FieldFault[]): 'likely' | 'unclear' | 'unlikely' {
  if (faults.some((f) => !TO_BRING.test(f.field) && f.code !== 'platform.field_missing')) return 'unlikely';
  return faults.length > 0 ? 'unclear' : 'likely';
}

/** The promised time has passed and there is no outcome, or the outcome came after it. */
export const lateAt = (a: Pick<Application, 'dueAt' | 'decidedAt' | 'state'>, now: Instant): boolean =>
  a.dueAt !== null && (a.decidedAt !== null ? a.decidedAt > a.dueAt : IN_DECISION.includes(a.state) && now > a.dueAt);
