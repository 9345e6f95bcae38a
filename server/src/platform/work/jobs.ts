import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { Runtime } from '../runtime.ts';

/**
 * Work for later, a row in the transaction that asked for it.
 * `run`: effect and completion share one transaction, so a killed worker leaves it undone, never half done.
 * `outside`: three steps for work that talks to others: `prepare` (transaction: checks, writes what it is about to do), `call` (no
 * transaction is open; idempotent by the key that prepare wrote), `settle` (transaction: writes what came back). A killed worker's
 * lease runs out and the three steps run again. `prepare` answering undefined means there is nothing left to do.
 */
export type JobDef<S extends z.ZodObject = z.ZodObject> = {
  readonly name: `${string}.${string}`;
  readonly payload: S;
  /** Tries before the job is set aside for a person. Waits grow: 1, 2, 4 … 600 seconds. */
  readonly tries: number;
  readonly run?: (ctx: Ctx, payload: z.output<S>) => Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: the three steps share a type of their own, checked where the job is written (see outsideJob).
  readonly outside?: OutsideSteps<z.output<S>, any, any>;
  /** Called in a transaction of its own when the last try failed. */
  readonly gaveUp?: (ctx: Ctx, payload: z.output<S>, error: string) => Promise<void>;
};
export type OutsideSteps<P, Q, A> = {
  readonly prepare: (ctx: Ctx, payload: P) => Promise<Q | undefined>;
  /** `system` runs transactions of its own, for work that is many small ones (close of business). */
  readonly call: (request: Q, system: Runtime) => Promise<A>;
  readonly settle: (ctx: Ctx, payload: P, request: Q, answer: A) => Promise<void>;
};
export const job = <S extends z.ZodObject>(
  def: Omit<JobDef<S>, 'tries' | 'outside'> & { tries?: number; run: NonNullable<JobDef<S>['run']> },
): JobDef<S> => ({ tries: 6, ...def });
export const outsideJob = <S extends z.ZodObject, Q, A>(
  def: { name: JobDef['name']; payload: S; tries?: number; gaveUp?: NonNullable<JobDef<S>['gaveUp']> } & OutsideSteps<z.output<S>, Q, A>,
): JobDef<S> => {
  const { prepare, call, settle, ...rest } = def;
  return { tries: 6, ...rest, outside: { prepare, call, settle } };
};
