import type { CalendarDate, CustomerId, FactWords, Instant, RefusalEntry, Words } from '@tallystick/kernel';
import type { Actor } from './actor.ts';
import type { Command, Route } from './command.ts';
import type { AuditNote, Ctx } from './context.ts';
import type { Listener } from './work/events.ts';
import type { JobDef } from './work/jobs.ts';

/** One piece of close-of-business work, owned by a customer (or the house). */
export type DayUnit = { readonly customerId: CustomerId; readonly id: string };
/**
 * One step of close of business for a day. `list` names what is still to be done, so a step that was interrupted goes on where it
 * stopped and a finished one lists nothing; `run` does one unit in a transaction of its own.
 */
export type DayStep = {
  readonly name: `${string}.${string}`;
  readonly says: { readonly zh: string; readonly en: string };
  list(ctx: Ctx, date: CalendarDate): Promise<readonly DayUnit[]>;
  run(ctx: Ctx, unit: DayUnit, date: CalendarDate): Promise<void>;
};

/** One check of the books or the records, run by `tally verify` and after close of business. Answers what is wrong; nothing when all is well. */
export type Verification = {
  readonly name: `${string}.${string}`;
  /** Cheap enough for every close of business; a fault stops the day from being closed. */
  readonly daily?: boolean;
  run(ctx: Ctx): Promise<readonly string[]>;
};

/** Work that comes round every few seconds while a worker runs; each round is one transaction. */
export type Loop = { readonly name: `${string}.${string}`; readonly everySeconds: number; run(ctx: Ctx): Promise<void> };

/** What earlier modules lend to the platform, because its floor may not look up at them. Each is given by exactly one mount. */
export type Hooks = {
  /** audit: writes the row. */
  readonly record?: (ctx: Ctx, note: AuditNote & { readonly command: string; readonly outcome: 'done' | 'requested' }) => Promise<void>;
  /** audit: refusals that go into the exception log, in a transaction of its own after the refused one was rolled back. */
  readonly refused?: { readonly codes: ReadonlySet<string>; record(ctx: Ctx, command: string, code: string): Promise<void> };
  /** access: who holds this session token; undefined when nobody does (any more). */
  readonly session?: (ctx: Ctx, kind: 'staff' | 'borrower', token: string, csrf: string | null) => Promise<SessionFacts | undefined>;
  /** access: which permissions staff roles have today. */
  readonly grants?: (ctx: Ctx) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** access: stores a dual-control request; answers its id. */
  readonly requestDual?: (ctx: Ctx, operation: Command, input: unknown) => Promise<string>;
  /** access: may the acting person take this list away as a file of many rows. */
  readonly mayExport?: (ctx: Ctx, permission: string) => Promise<boolean>;
  /** customers: may this staff member's branch see the customer. */
  readonly reach?: (ctx: Ctx, actor: Actor, customerId: CustomerId) => Promise<boolean>;
};
export type SessionFacts = { readonly actor: Actor; readonly csrfFits: boolean; readonly expiresAt: Instant };

/** The back door of a module, for http, worker and apps only. */
export type Mount = {
  readonly name: string;
  readonly routes?: readonly Route[];
  readonly refusals?: Readonly<Record<string, RefusalEntry>>;
  /** How the codes among the refusals' facts are told to people. */
  readonly words?: FactWords;
  /** What the audit rows of its own are called, beside the operations that say so themselves. */
  readonly acts?: Words;
  readonly jobs?: readonly JobDef[];
  readonly hears?: readonly Listener[];
  readonly daily?: readonly DayStep[];
  readonly loops?: readonly Loop[];
  readonly verifies?: readonly Verification[];
  readonly hooks?: Hooks;
};
// biome-ignore lint/suspicious/noExplicitAny: jobs of different payloads stand in one list; the runtime parses each payload by its own shape.
export const mount = (def: Omit<Mount, 'jobs'> & { readonly jobs?: readonly JobDef<any>[] }): Mount => def as Mount;
