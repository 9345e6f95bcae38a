import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CalendarDate } from '@tallystick/kernel';
import pg from 'pg';
import { inject } from 'vitest';
import type { z } from 'zod';
import {
  type Actor,
  type Command,
  diskBlobs,
  type Mount,
  manifest,
  type Operation,
  openDatabase,
  openLog,
  openVault,
  type Query,
  Runtime,
  readConfig,
  readMigrations,
  SimulatedClock,
  setBusinessDay,
  statementFaults,
  workAll,
} from '#platform';

const DECLARED = manifest(readMigrations());
const at = (base: string, database: string): string => base.replace('/@?', `/${database}?`).replace('/%40?', `/${database}?`);

/** A fresh clone of the migrated template. */
export async function newDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const base = inject('databaseBase');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: at(base, 'postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${name} template template_tally strategy file_copy`);
  return { url: at(base, name), drop: () => admin(`drop database ${name} with (force)`) };
}

/** A running product on a database of its own, with a clock that the test moves. */
export type World = {
  readonly rt: Runtime;
  readonly clock: SimulatedClock;
  readonly databaseUrl: string;
  /** Where stored files lie: for changing one behind the product's back. */
  readonly blobFolder: string;
  /** Runs an operation as somebody, with a fresh idempotency key unless one is given. */
  as<O extends z.ZodType>(
    actor: Actor,
    // biome-ignore lint/suspicious/noExplicitAny: any input shape
    operation: Command<any, O> | Query<any, O>,
    input: unknown,
    more?: { key?: string; upload?: Uint8Array },
  ): Promise<z.output<O>>;
  /** Runs every job that is ready. */
  work(): Promise<number>;
  /** Moves clock and business date together; close of business is not run. */
  jumpTo(day: CalendarDate, minuteOfDay?: number): Promise<void>;
  /** Runs SQL as the owner role: for planting faults. */
  asOwner<R extends object>(sql: string, params?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
};

export async function openWorld(mounts: readonly Mount[], options: { day?: CalendarDate; env?: Record<string, string> } = {}): Promise<World> {
  const day = options.day ?? '2026-03-02';
  const database = await newDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'tally-blobs-'));
  const config = readConfig({ ROOT_KEY: 'ab'.repeat(32), CALLBACK_SECRET: 'callback-secret-for-tests', LOG_LEVEL: 'silent', ...options.env });
  const log = openLog('silent', 'test');
  const clock = new SimulatedClock(day);
  const broken = new Set<string>();
  const witness = (sql: string): void => {
    for (const fault of statementFaults(sql, DECLARED)) broken.add(`${fault}: ${sql.replace(/\s+/g, ' ').slice(0, 160)}`);
  };
  const db = openDatabase({ connectionString: database.url, poolSize: 8, log, witness });
  const rt = new Runtime({ config, db, clock, log, blobs: diskBlobs(folder), vault: openVault(config.ROOT_KEY), mounts });
  await rt.asSystem('test', (ctx) => setBusinessDay(ctx, day));
  return {
    rt,
    clock,
    databaseUrl: database.url,
    blobFolder: folder,
    as: async (actor, operation, input, more = {}) =>
      (await rt.execute(operation as Operation, { actor, input, key: more.key ?? randomUUID(), ...(more.upload && { upload: more.upload }) }))
        .output as never,
    work: () => workAll(rt),
    async jumpTo(to, minuteOfDay) {
      clock.moveTo(to, minuteOfDay);
      await rt.asSystem('test', (ctx) => setBusinessDay(ctx, to));
    },
    async asOwner(sql, params) {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        return (await client.query(sql, params)).rows;
      } finally {
        await client.end();
      }
    },
    async close() {
      await rt.stop();
      rmSync(folder, { recursive: true, force: true });
      await database.drop();
      // Every statement of every test is held against the rules of distribution (statementFaults).
      if (broken.size > 0) throw new Error(`statements that could not be distributed by customer:\n${[...broken].slice(0, 8).join('\n')}`);
    },
  };
}
