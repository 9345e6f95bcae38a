import { createHash } from 'node:crypto';
import { assert, type CustomerId, HOUSE, type Instant, msBetween, newId, parseId, Refusal, type Wording } from '@tallystick/kernel';
import { z } from 'zod';
import { type Actor, ANONYMOUS, systemActor } from './actor.ts';
import type { BlobStore } from './blobs.ts';
import type { Clock } from './clock.ts';
import type { Command, Operation } from './command.ts';
import type { Config } from './config.ts';
import type { Ctx, Origin } from './context.ts';
import { type Database, isTransient, type Tx } from './database/db.ts';
import { parseInput } from './input.ts';
import type { Logger } from './log.ts';
import { commandSeconds, retries } from './metrics.ts';
import type { Hooks, Mount, SessionFacts } from './module.ts';
import { refuse } from './refusals.ts';
import { random80, type Vault } from './vault.ts';
import type { JobDef } from './work/jobs.ts';

export type RuntimeParts = { config: Config; db: Database; clock: Clock; log: Logger; blobs: BlobStore; vault: Vault; mounts: readonly Mount[] };
export type Call = {
  readonly input: unknown;
  readonly actor?: Actor;
  readonly origin?: Origin;
  readonly key?: string;
  readonly dryRun?: boolean;
  /** A list taken away as a file: leaves an audit row and asks staff for a fresh second factor, like every file of personal data. */
  readonly isExport?: boolean;
  readonly upload?: Uint8Array;
};
/** `json` is the answer as the API sends it; `output` as the code knows it. `requestId` is set when a second person has to run it. */
export type Answer<T> = { output: T; json: unknown; replayed: boolean; requestId?: string; sessions: SessionChange[] };
type SessionChange = { kind: 'staff' | 'borrower'; token: string | null };

const INSIDE: Origin = { ip: 'inside', device: 'inside', requestId: 'inside' };
const STEP_UP_MS = 10 * 60_000;
const TRIES = 3;
const OWN_ID = /^[a-z]{3,5}_[0-9a-hjkmnp-tv-z]{26}$/;
/** The same bounds stand in the table of answers. */
const KEY_LENGTH = { least: 8, most: 200 } as const;
/** As many customers as one screen shows. */
const EXPORT_FREE = 50;
const GRANTS_FRESH_MS = 5_000;

class DryRun extends Error {
  readonly output: unknown;
  constructor(output: unknown) {
    super('dry run');
    this.output = output;
  }
}

/** The running product without its edges: what http, worker, command line and tests enter by. */
export class Runtime {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly blobs: BlobStore;
  readonly vault: Vault;
  readonly mounts: readonly Mount[];
  readonly jobs: ReadonlyMap<string, JobDef>;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly #acts: ReadonlyMap<string, Wording>;
  readonly #listeners = new Map<string, JobDef[]>();
  readonly #hooks: Hooks;
  #grants: { at: number; map: ReadonlyMap<string, ReadonlySet<string>> } | undefined;

  constructor(parts: RuntimeParts) {
    ({ config: this.config, db: this.db, clock: this.clock, log: this.log, blobs: this.blobs, vault: this.vault, mounts: this.mounts } = parts);
    const jobs = new Map<string, JobDef>();
    const operations = new Map<string, Operation>();
    const add = (def: JobDef): void => {
      assert(!jobs.has(def.name), `two jobs are named ${def.name}`);
      jobs.set(def.name, def);
    };
    for (const m of this.mounts) {
      for (const def of m.jobs ?? []) add(def);
      for (const r of m.routes ?? []) operations.set(r.operation.name, r.operation);
      for (const l of m.hears ?? []) {
        const def: JobDef = { name: l.name, payload: l.payload, tries: 6, run: l.run };
        add(def);
        this.#listeners.set(l.event, [...(this.#listeners.get(l.event) ?? []), def]);
      }
    }
    this.jobs = jobs;
    this.operations = operations;
    const acts = this.mounts.flatMap((m) => Object.entries(m.acts ?? {}));
    this.#acts = new Map([...[...operations.values()].map((o) => [o.name, o.says] as const), ...acts]);
    this.#hooks = Object.assign({}, ...this.mounts.map((m) => m.hooks ?? {})) as Hooks;
  }

  /** One transaction with its context. Everything that leaves (jobs, events, audit) is a row in it. `snapshot` as in Database.inTx. */
  async inTx<T>(
    who: {
      actor: Actor;
      origin?: Origin;
      customerId?: CustomerId;
      maker?: Actor | null;
      upload?: Uint8Array;
      sessions?: SessionChange[];
      snapshot?: boolean;
    },
    work: (ctx: Ctx) => Promise<T>,
  ): Promise<T> {
    return this.db.inTx(async (tx) => work(await this.#context(tx, who)), who.snapshot);
  }

  /** A transaction of the system's own: jobs, close of business, start-up. */
  asSystem<T>(name: string, work: (ctx: Ctx) => Promise<T>, customerId: CustomerId = HOUSE): Promise<T> {
    return this.inTx({ actor: systemActor(name), customerId }, work);
  }

  async #context(tx: Tx, who: Parameters<Runtime['inTx']>[0]): Promise<Ctx> {
    const today = tx.today ?? '1970-01-01';
    const now = this.clock.now(today);
    const customerId = who.customerId ?? HOUSE;
    const ctx: Ctx = {
      tx,
      actor: who.actor,
      maker: who.maker ?? null,
      origin: who.origin ?? INSIDE,
      customerId,
      now,
      wall: this.clock.wall(),
      today,
      config: this.config,
      blobs: this.blobs,
      vault: this.vault,
      upload: who.upload ?? null,
      newId: (prefix) => newId(prefix, now, random80()),
      acts: this.#acts,
      audit: async (note) => {
        assert(this.#acts.has(note.action), `${note.action} has no words`);
        await this.#hooks.record?.(ctx, { ...note, command: note.action, outcome: 'done' });
      },
      enqueue: (def, payload, when) => this.#enqueue(ctx, def as unknown as JobDef, payload, when),
      announce: async (def, payload) => {
        // A fact about a customer belongs to that customer also when nobody's command (a sign-in, a callback) finds it out.
        const customerId = (payload as { customerId?: CustomerId }).customerId ?? ctx.customerId;
        for (const listener of this.#listeners.get(def.name) ?? []) await this.#enqueue(ctx, listener, payload, { customerId });
      },
      runRequested: (name, storedInput, maker) => this.#runRequested(ctx, name, storedInput, maker),
      apart: (work) => this.db.inTxApart(async (own) => work(await this.#context(own, who))),
      setSession: (change) => who.sessions?.push(change),
    };
    return ctx;
  }

  async #enqueue(ctx: Ctx, def: JobDef, payload: unknown, when: { key?: string; runAt?: Instant; customerId?: CustomerId } = {}): Promise<void> {
    assert(this.jobs.get(def.name) !== undefined, `job ${def.name} is not in any mount`);
    const id = ctx.newId('job');
    ctx.tx.send(
      `insert into platform.job (customer_id, id, name, payload, key, run_at, created_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (customer_id, name, key) do nothing returning pg_notify('tally_job', '')`,
      [
        when.customerId ?? ctx.customerId,
        id,
        def.name,
        JSON.stringify(z.encode(def.payload, payload as never)),
        when.key ?? id,
        when.runAt ?? ctx.now,
        ctx.now,
      ],
    );
  }

  /** Who a session token belongs to; ANONYMOUS facts are undefined. */
  session(kind: 'staff' | 'borrower', token: string, csrf: string | null): Promise<SessionFacts | undefined> {
    return this.inTx({ actor: ANONYMOUS }, async (ctx) => this.#hooks.session?.(ctx, kind, token, csrf));
  }

  /** Parses, authorises, runs, remembers. Refusals pass through as they are; anything else is a bug. */
  async execute<T = unknown>(operation: Operation, call: Call): Promise<Answer<T>> {
    const started = performance.now();
    let outcome = 'failed';
    try {
      const answer = await this.#tried(operation, call);
      outcome = 'ok';
      return answer as Answer<T>;
    } catch (error) {
      if (error instanceof Refusal) {
        outcome = 'refused';
        await this.#noteRefusal(operation, call, error.code);
      }
      throw error;
    } finally {
      commandSeconds.observe({ name: operation.name, outcome }, (performance.now() - started) / 1000);
    }
  }

  /** Somebody who is signed in tried what is not theirs: that goes into the exception log. */
  async #noteRefusal(operation: Operation, call: Call, code: string): Promise<void> {
    const { refused } = this.#hooks;
    if (call.actor === undefined || call.actor.kind === 'system' || !refused?.codes.has(code)) return;
    await this.inTx({ actor: call.actor, ...(call.origin && { origin: call.origin }) }, (ctx) => refused.record(ctx, operation.name, code));
  }

  async #tried(operation: Operation, call: Call): Promise<Answer<unknown>> {
    const input = await this.#parsed(operation, call);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(operation, call, input);
      } catch (error) {
        if (error instanceof DryRun) return { output: error.output, json: this.#encode(operation, error.output), replayed: false, sessions: [] };
        if (attempt >= TRIES || !isTransient(error)) throw error;
        retries.inc();
      }
    }
  }

  /** Who may not call is told that first, and learns nothing about what the input should be. */
  async #parsed(operation: Operation, call: Call): Promise<Record<string, unknown>> {
    try {
      return parseInput(operation.input, call.input);
    } catch (refused) {
      const named = (call.input as { customerId?: unknown } | null)?.customerId;
      const customerId = (typeof named === 'string' ? parseId('cust', named) : undefined) ?? HOUSE;
      await this.inTx({ actor: call.actor ?? ANONYMOUS, customerId }, (ctx) => this.authorise(ctx, operation));
      throw refused;
    }
  }

  #encode(operation: Operation, output: unknown): unknown {
    return operation.kind === 'file' ? null : z.encode(operation.output as z.ZodType, output);
  }

  async #once(operation: Operation, call: Call, input: Record<string, unknown>): Promise<Answer<unknown>> {
    const actor = call.actor ?? ANONYMOUS;
    const customerId = operation.customer?.(input as never) ?? (input['customerId'] as CustomerId | undefined) ?? HOUSE;
    const sessions: SessionChange[] = [];
    return this.inTx(
      // A page is many statements: all tell of one moment, or a payment that is posted meanwhile would stand on it in half.
      {
        actor,
        customerId,
        sessions,
        snapshot: operation.kind !== 'command',
        ...(call.origin && { origin: call.origin }),
        ...(call.upload && { upload: call.upload }),
      },
      async (ctx) => {
        await this.authorise(ctx, operation, call.isExport);
        if (operation.kind !== 'command') {
          const output = await operation.run(ctx, input as never);
          if (call.isExport) await this.#checkExport(ctx, operation, output);
          if (operation.kind === 'file' || operation.audited || call.isExport)
            await this.#record(ctx, operation, input, 'done', call.isExport ? 'export' : undefined);
          return { output, json: this.#encode(operation, output), replayed: false, sessions };
        }
        const stored = await this.#claim(ctx, operation, call, input);
        if (stored !== undefined) return { ...stored, sessions: [] };
        const answer = await this.#run(ctx, operation, input);
        if (call.dryRun) throw new DryRun(answer.output);
        await this.#keep(ctx, operation, call, answer);
        return { ...answer, replayed: false, sessions };
      },
    );
  }

  async #run(ctx: Ctx, operation: Command, input: Record<string, unknown>): Promise<{ output: unknown; json: unknown; requestId?: string }> {
    const dual = typeof operation.dual === 'function' ? await operation.dual(ctx, input) : (operation.dual ?? false);
    if (dual && ctx.maker === null && ctx.actor.kind !== 'system') {
      assert(this.#hooks.requestDual !== undefined, 'dual control needs the access module');
      const requestId = await this.#hooks.requestDual(ctx, operation, input);
      await this.#record(ctx, operation, input, 'requested');
      return { output: { requestId }, json: { requestId }, requestId };
    }
    const output = await operation.run(ctx, input as never);
    await this.#record(ctx, operation, input, 'done');
    return { output, json: this.#encode(operation, output) };
  }

  /** Runs a stored dual-control request inside the checker's transaction. */
  async #runRequested(ctx: Ctx, name: string, storedInput: unknown, maker: Actor): Promise<unknown> {
    const operation = this.operations.get(name);
    assert(operation !== undefined && operation.kind === 'command', `no such command: ${name}`);
    const input = parseInput(operation.input, storedInput) as Record<string, unknown>;
    const customerId = operation.customer?.(input as never) ?? (input['customerId'] as CustomerId | undefined) ?? HOUSE;
    const own = await this.#context(ctx.tx, { actor: ctx.actor, origin: ctx.origin, customerId, maker });
    return (await this.#run(own, operation, input)).json;
  }

  /** Deny first: the one place where role, relation and reach are asked. Refuses sign_in_needed, forbidden, not_found, step_up_needed. */
  async authorise(ctx: Ctx, operation: Operation, isExport = false): Promise<void> {
    const { actor } = ctx;
    const { allow } = operation;
    if (actor.kind === 'system' || allow.includes('PUBLIC')) return;
    if (actor.kind === 'anonymous') throw refuse('platform.sign_in_needed');
    if (actor.kind === 'borrower') {
      if (!allow.includes('BORROWER')) throw refuse('platform.forbidden', { facts: { permission: operation.name } });
      // House-owned readings open to borrowers carry nothing personal; customer records must be one's own.
      if (ctx.customerId !== HOUSE && ctx.customerId !== actor.customerId) throw refuse('platform.not_found');
      return;
    }
    const granted = await this.#granted(ctx);
    const may = allow.includes('ANY_STAFF') || actor.roles.some((role) => granted.get(role)?.has(operation.name) ?? false);
    if (!may) throw refuse('platform.forbidden', { facts: { permission: operation.name } });
    if (ctx.customerId !== HOUSE && !((await this.#hooks.reach?.(ctx, actor, ctx.customerId)) ?? false)) throw refuse('platform.not_found');
    if ((operation.stepUp || isExport) && (actor.steppedUpAt === null || msBetween(actor.steppedUpAt, ctx.wall) > STEP_UP_MS))
      throw refuse('platform.step_up_needed');
  }

  /** A page of customers is work; many of them in a file need somebody else's leave. Refuses export_needs_leave. */
  async #checkExport(ctx: Ctx, operation: Operation, output: unknown): Promise<void> {
    const items = (output as { items?: unknown } | null)?.items;
    const customers = new Set(Array.isArray(items) ? items.map((i: { customerId?: unknown }) => i.customerId).filter((id) => id !== undefined) : []);
    if (ctx.actor.kind !== 'staff' || customers.size <= EXPORT_FREE) return;
    if (!((await this.#hooks.mayExport?.(ctx, operation.name)) ?? false))
      throw refuse('platform.export_needs_leave', { facts: { max: EXPORT_FREE, permission: operation.name } });
  }

  async #granted(ctx: Ctx): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const at = performance.now();
    if (this.#grants === undefined || at - this.#grants.at > GRANTS_FRESH_MS) {
      this.#grants = { at, map: (await this.#hooks.grants?.(ctx)) ?? new Map() };
    }
    return this.#grants.map;
  }
  /** Forgets cached grants, after the matrix changed. */
  forgetGrants(): void {
    this.#grants = undefined;
  }

  async #claim(
    ctx: Ctx,
    operation: Command,
    call: Call,
    input: unknown,
  ): Promise<{ output: unknown; json: unknown; replayed: true; requestId?: string } | undefined> {
    if (operation.keyless || ctx.actor.kind === 'system') return undefined;
    if (!call.key || call.key.length < KEY_LENGTH.least || call.key.length > KEY_LENGTH.most) throw refuse('platform.key_missing');
    // Keyed: an input may hold a password or an identity number, which a plain hash would not hide.
    const fileHash = call.upload ? createHash('sha256').update(call.upload).digest('hex') : null;
    const hash = this.vault.mac('answer', JSON.stringify([z.encode(operation.input, input as never), fileHash]));
    const claimed = await ctx.tx.query(
      `insert into platform.answer (customer_id, command, key, actor_id, input_hash, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (customer_id, command, actor_id, key) do nothing returning key`,
      [ctx.customerId, operation.name, call.key, ctx.actor.id, hash, ctx.now],
    );
    if (claimed.length === 1) return undefined;
    const [seen] = await ctx.tx.query<{ input_hash: string; output: { json: unknown; requestId?: string } | null }>(
      'select input_hash, output from platform.answer where customer_id = $1 and command = $2 and actor_id = $3 and key = $4',
      [ctx.customerId, operation.name, ctx.actor.id, call.key],
    );
    if (seen?.input_hash !== hash) throw refuse('platform.key_reused');
    const { json, requestId } = seen.output ?? { json: null };
    if (requestId !== undefined) return { output: json, json, replayed: true, requestId };
    return { output: z.decode(operation.output as z.ZodType, json as never), json, replayed: true };
  }

  async #keep(ctx: Ctx, operation: Command, call: Call, answer: { json: unknown; requestId?: string }): Promise<void> {
    if (operation.keyless || !call.key) return;
    ctx.tx.send('update platform.answer set output = $5 where customer_id = $1 and command = $2 and actor_id = $3 and key = $4', [
      ctx.customerId,
      operation.name,
      ctx.actor.id,
      call.key,
      JSON.stringify({ json: answer.json, requestId: answer.requestId }),
    ]);
  }

  async #record(ctx: Ctx, operation: Operation, input: Record<string, unknown>, outcome: 'done' | 'requested', why?: string): Promise<void> {
    // Only ids of ours: `legalPersonId` is somebody's identity number, and the trail holds no personal data.
    const ids = Object.fromEntries(
      Object.entries(input).filter(([k, v]) => (k === 'id' || k.endsWith('Id')) && typeof v === 'string' && OWN_ID.test(v)),
    );
    await this.#hooks.record?.(ctx, {
      action: operation.name,
      command: operation.name,
      subject: Object.values(ids).at(-1)?.toString() ?? '',
      customerId: ctx.customerId,
      after: ids,
      outcome,
      ...(why !== undefined && { why }),
    });
  }

  async stop(): Promise<void> {
    await this.db.end();
  }
}
