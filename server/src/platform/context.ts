import type { CalendarDate, CustomerId, Id, Instant, Wording } from '@tallystick/kernel';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { BlobStore } from './blobs.ts';
import type { Config } from './config.ts';
import type { Tx } from './database/db.ts';
import type { Vault } from './vault.ts';
import type { EventDef } from './work/events.ts';
import type { JobDef } from './work/jobs.ts';

/** Where a call came from, for the audit trail, consents and signatures. */
export type Origin = { readonly ip: string; readonly device: string; readonly requestId: string };

/** What an audit row says beyond who and when. Ids and figures, never personal data. */
export type AuditNote = {
  readonly action: string;
  readonly subject: string;
  readonly customerId?: CustomerId;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly why?: string;
};

/** Everything a verb may touch: one transaction, who acts, when, and what leaves with the commit. */
export type Ctx = {
  readonly tx: Tx;
  readonly actor: Actor;
  /** Under dual control: who asked, while `actor` is the one who checks. */
  readonly maker: Actor | null;
  readonly origin: Origin;
  /** The customer this transaction belongs to; HOUSE when none. */
  readonly customerId: CustomerId;
  /** The bank's moment and business date; `wall` is the real moment (sessions, codes, leases). */
  readonly now: Instant;
  readonly wall: Instant;
  readonly today: CalendarDate;
  readonly config: Config;
  readonly blobs: BlobStore;
  readonly vault: Vault;
  /** Bytes sent along with an upload. */
  readonly upload: Uint8Array | null;
  newId<P extends string>(prefix: P): Id<P>;
  /** What every act in the audit trail is called: operations, and what the mounts add. */
  readonly acts: ReadonlyMap<string, Wording>;
  /** Adds an audit row of its own, by an act that has words; the command's own row is written without asking. */
  audit(note: AuditNote): Promise<void>;
  /** A job row in this transaction: no commit, no job. */
  enqueue<S extends z.ZodObject>(
    job: JobDef<S>,
    payload: z.output<S>,
    when?: { key?: string; runAt?: Instant; customerId?: CustomerId },
  ): Promise<void>;
  /** Tells every listener named in the mounts, each by a job row in this transaction. */
  announce<S extends z.ZodObject>(event: EventDef<S>, payload: z.output<S>): Promise<void>;
  /** Runs a stored dual-control request in this transaction, the acting person being its checker. For the access module. */
  runRequested(name: string, storedInput: unknown, maker: Actor): Promise<unknown>;
  /** Work in a transaction of its own that stands even when this one is refused: counted tries. It must not touch rows this one has locked. */
  apart<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** Opens or ends the browser session with the answer of this command. */
  setSession(session: { kind: 'staff' | 'borrower'; token: string | null }): void;
};
