import { assert, type CustomerId } from '@tallystick/kernel';
import { closeTasks } from '#modules/tasks';
import { type Ctx, refusePlatform, sqlState } from '#platform';
import { refuse } from './refusals.ts';
import {
  type Approved,
  applicationsOfCustomer,
  enterNode,
  findApplication,
  hasOpenApplication,
  insertMilestone,
  updateFirstLoan,
  updateState,
} from './repo.ts';
import { IN_DECISION, mayMove, OPEN_STATES } from './rules.ts';
import type { Application, ApplicationId, ApplicationState, LoanForm, Milestone } from './types.ts';

/** One application of a customer. Refuses platform.not_found. */
export async function application(ctx: Ctx, customerId: CustomerId, applicationId: ApplicationId): Promise<Application> {
  const found = await findApplication(ctx.tx, customerId, applicationId);
  if (!found) throw refusePlatform('platform.not_found');
  return found;
}
/** The same, with the row held until the transaction ends: before any change of state. */
export async function lockedApplication(ctx: Ctx, customerId: CustomerId, applicationId: ApplicationId): Promise<Application> {
  const found = await findApplication(ctx.tx, customerId, applicationId, true);
  if (!found) throw refusePlatform('platform.not_found');
  return found;
}
/** A customer's applications, newest first. */
export const applicationsOf = (ctx: Ctx, customerId: CustomerId): Promise<Application[]> => applicationsOfCustomer(ctx.tx, customerId);

/** The whole form of an application that was submitted: nothing is missing any more. */
export function submittedForm(a: Application): LoanForm {
  assert(a.attempt > 0, `${a.applicationId} was never submitted`);
  return a.form as LoanForm;
}

const DECIDED: readonly ApplicationState[] = ['approved', 'declined', 'counter_offered'];

/**
 * Moves an application on: row held, illegal moves refused (applications.illegal_state), path kept with owner and the message the applicant reads.
 * `approved` are the terms as decided; they go with approved and counter_offered.
 */
export async function setState(
  ctx: Ctx,
  move: { customerId: CustomerId; applicationId: ApplicationId; to: ApplicationState; owner?: string; zh?: string; en?: string; approved?: Approved },
): Promise<Application> {
  const now = await lockedApplication(ctx, move.customerId, move.applicationId);
  if (!mayMove(now.state, move.to)) throw refuse('applications.illegal_state', { facts: { state: now.state, to: move.to } });
  const key = { customerId: move.customerId, id: move.applicationId };
  if (!OPEN_STATES.includes(now.state) && OPEN_STATES.includes(move.to) && (await hasOpenApplication(ctx.tx, move.customerId)))
    throw refuse('applications.one_open');
  await updateState(ctx.tx, { ...key, to: move.to, approved: move.approved ?? null, decided: DECIDED.includes(move.to), at: ctx.now }).catch(
    (error) => {
      // Two at once: the index application_one_open let only one of them through.
      throw sqlState(error) === '23505' ? refuse('applications.one_open') : error;
    },
  );
  await enterNode(ctx.tx, {
    customerId: move.customerId,
    applicationId: move.applicationId,
    state: move.to,
    owner: move.owner ?? ctx.actor.id,
    at: ctx.now,
    zh: move.zh ?? '',
    en: move.en ?? '',
  });
  // Late or not, it is decided (or over): nobody has to hurry any more.
  if (IN_DECISION.includes(now.state) && !IN_DECISION.includes(move.to))
    await closeTasks(ctx, { customerId: move.customerId, kind: 'decision_late', subject: move.applicationId, outcome: move.to });
  return application(ctx, move.customerId, move.applicationId);
}

/** Sets a milestone with its evidence (an id or a hash); the first time counts (S3-04). */
export const markMilestone = (
  ctx: Ctx,
  m: { customerId: CustomerId; applicationId: ApplicationId; kind: Milestone; evidence: string },
): Promise<void> => insertMilestone(ctx.tx, { ...m, at: ctx.now });

/**
 * Freezes whether this is the borrower's first loan (FST-01, FST-03): `evidence` names the credit report's query and its day. A loan from this bank
 * is known here; a bank loan elsewhere is what the report says.
 */
export const freezeFirstLoan = (
  ctx: Ctx,
  f: { customerId: CustomerId; applicationId: ApplicationId; isFirstLoan: boolean; evidence: string },
): Promise<void> => updateFirstLoan(ctx.tx, { customerId: f.customerId, id: f.applicationId, isFirstLoan: f.isFirstLoan, evidence: f.evidence });
