import type { z } from 'zod';
import type { Ctx } from '../context.ts';

/** A fact a module announces. It belongs to the sender; later modules name it in their mounts. */
export type EventDef<S extends z.ZodObject = z.ZodObject> = { readonly name: `${string}.${string}`; readonly payload: S };
export const event = <S extends z.ZodObject>(name: `${string}.${string}`, payload: S): EventDef<S> => ({ name, payload });

/** One receiver of a fact, with a name of its own so that its work can be followed. Runs as a job: once, in its own transaction. */
export type Listener = {
  readonly event: string;
  readonly name: `${string}.${string}`;
  readonly payload: z.ZodObject;
  // biome-ignore lint/suspicious/noExplicitAny: a listener in a list has lost its shape; the runtime parses the payload by the event's own.
  readonly run: (ctx: Ctx, payload: any) => Promise<void>;
};
export const hears = <S extends z.ZodObject>(
  def: EventDef<S>,
  name: `${string}.${string}`,
  run: (ctx: Ctx, payload: z.output<S>) => Promise<void>,
): Listener => ({
  event: def.name,
  name,
  payload: def.payload,
  run,
});
