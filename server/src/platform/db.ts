import { Bug, type CalendarDate } from '@tallystick/kernel';
import pg from 'pg';
import type { Logger } from './log.ts';
import { listenOn } from './work/listening.ts';

declare const insideTransaction: unique symbol;
/** A handle that only exists inside a transaction. Modules get it as an argument and cannot open one. */
export type Tx = {
  /** Runs one parametrised statement. int8 comes back as bigint, date as CalendarDate, timestamptz as Instant. */
  query<R extends object>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * The same for a reading that is asked for again and again: within the transaction it is answered from the first time, until one of its
   * tables is written or something of its schema is locked. The rows are shared: nobody changes them.
   */
  kept<R extends object>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** The bank's business date when the transaction began; null before the first one is set. */
  readonly today: CalendarDate | null;
  readonly [insideTransaction]: true;
};
/** Every transaction needs the business date: it comes with the beginning, in one round trip. */
const BEGIN = 'begin; select today from platform.business_day';

const identity = (v: string): string => v;
/** Own parsers for own pool: the driver's defaults lose digits (int8 as text, date in local time, sums as text). */
const PARSERS: Readonly<Record<number, (v: string) => unknown>> = {
  20: BigInt, // int8
  1016: (v) => v.slice(1, -1).split(',').filter(Boolean).map(BigInt), // int8[]
  1700: identity, // numeric: cast sums to bigint in SQL instead
  1082: identity, // date
  1184: (v) => new Date(v).toISOString(), // timestamptz
};
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (PARSERS[oid] as never) ?? pg.types.getTypeParser(oid, format as never),
};

const APART_CONNECTIONS = 2;

/** Sees every statement that succeeded: the rules of distribution are held against them in tests. */
export type StatementWitness = (sql: string, params: readonly unknown[]) => void;

export type Database = {
  /** Runs `work` in one READ COMMITTED transaction: commits when it returns, rolls back when it throws. */
  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same on two connections kept aside, so that a transaction may wait for it without the pool starving: tries that count even when refused. */
  inTxApart<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Waits for notifications on a channel until the returned function is called. */
  listen(channel: string, onNotice: () => void): Promise<() => Promise<void>>;
  /** Requests waiting for a connection: the overload signal. */
  waiting(): number;
  end(): Promise<void>;
};

export type DatabaseOptions = {
  connectionString: string;
  poolSize: number;
  log: Logger;
  role?: string;
  witness?: StatementWitness;
  /** A commit returns before it is on disk: only for work that starts over from nothing when it is cut off. */
  hurried?: boolean;
};

/** The pool never leaves this file, so nothing can write outside a transaction. Connections run as the least-privileged role. */
export function openDatabase(o: DatabaseOptions): Database {
  const role = o.role ?? 'tally_app';
  let closing = false;
  const openPool = (max: number): pg.Pool => {
    const made = new pg.Pool({
      connectionString: o.connectionString,
      max,
      types,
      options: `-c role=${role} -c timezone=UTC${o.hurried ? ' -c synchronous_commit=off' : ''}`,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    });
    made.on('error', (error) => closing || o.log.warn({ code: (error as { code?: string }).code }, 'an idle database connection was lost'));
    return made;
  };
  const pool = openPool(o.poolSize);
  const apart = openPool(APART_CONNECTIONS);

  async function inTxOf<T>(from: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await from.connect();
    let broken: Error | undefined;
    let open = true;
    const lost = (error: Error): void => {
      broken = error; // A connection that is lost between two statements has nobody else to tell.
    };
    client.on('error', lost);
    try {
      const begun = (await client.query(BEGIN)) as unknown as pg.QueryResult<{ today: CalendarDate }>[];
      const result = await work(handleOf(client, begun.at(-1)?.rows[0]?.today ?? null, () => open, o.witness));
      open = false;
      await client.query('commit');
      return result;
    } catch (error) {
      open = false;
      await client.query('rollback').catch((e: unknown) => {
        broken = e as Error;
      });
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  return {
    inTx: (work) => inTxOf(pool, work),
    inTxApart: (work) => inTxOf(apart, work),
    listen: (channel, onNotice) => listenOn(o, channel, onNotice),
    waiting: () => pool.waitingCount + apart.waitingCount,
    end: async () => {
      closing = true;
      await Promise.all([pool.end(), apart.end()]);
    },
  };
}

/** One transaction's handle: it answers as long as the transaction is open, and keeps readings that were asked to be kept. */
function handleOf(client: pg.PoolClient, today: CalendarDate | null, isOpen: () => boolean, witness: StatementWitness | undefined): Tx {
  const readings = new Map<string, { readonly tables: readonly string[]; readonly rows: Promise<object[]> }>();
  const locked = new Set<string>();
  /** Forgets what a statement overtakes: readings of tables it writes, and of every table of a schema in which it is the first to lock these rows. */
  const forget = (sql: string, params: readonly unknown[]): void => {
    const { tables, writes, locks } = touched(sql);
    if (!writes && !locks) return;
    const lock = keyOf(sql, params);
    if (locks && locked.has(lock)) return; // What is held already was nobody else's to change.
    if (locks) locked.add(lock);
    const overtakes = (reading: string): boolean => tables.some((t) => (locks ? schemaOf(t) === schemaOf(reading) : t === reading));
    for (const [key, r] of readings) if (r.tables.some(overtakes)) readings.delete(key);
  };
  const tx = {
    today,
    async query<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      if (!isOpen()) throw new Bug('a statement outside its transaction');
      forget(sql, params);
      const { rows } = await client.query(params.length === 0 ? sql : { name: nameOf(sql), text: sql, values: params as unknown[] });
      witness?.(sql, params);
      return rows as R[];
    },
    async kept<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      const key = keyOf(sql, params);
      const known = readings.get(key) ?? { tables: touched(sql).tables, rows: tx.query(sql, params) };
      readings.set(key, known);
      return [...((await known.rows) as R[])];
    },
  };
  return tx as unknown as Tx;
}

const keyOf = (sql: string, params: readonly unknown[]): string => `${sql}\n${params.join('\n')}`;
const schemaOf = (table: string): string => table.split('.')[0] ?? '';
const WRITES = /^\s*(?:insert|update|delete|with)\b/i;
const LOCKS = /\bfor (?:no key )?update\b/i;
const TABLE = /\b(?:from|into|update|join)\s+(?:\/\*.*?\*\/\s*)?([a-z_]+\.[a-z_]+)/gi;

/** Which tables a statement names, and whether it writes or locks. Texts of statements are few: each is looked at once. */
type Touched = { readonly tables: readonly string[]; readonly writes: boolean; readonly locks: boolean };
const looks = new Map<string, Touched>();
function touched(sql: string): Touched {
  const known = looks.get(sql);
  if (known !== undefined) return known;
  const writes = WRITES.test(sql);
  const seen = { tables: Array.from(sql.matchAll(TABLE), (m) => m[1] ?? ''), writes, locks: !writes && LOCKS.test(sql) };
  looks.set(sql, seen);
  return seen;
}

/** Statements have names, so that a connection parses and plans each of them once: for small ones that is most of the work. */
const names = new Map<string, string>();
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}

/** SQLSTATE of a database error, if it is one. */
export const sqlState = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined);
/** Worth another try with the same input: deadlock or serialisation failure. */
export const isTransient = (error: unknown): boolean => ['40P01', '40001'].includes(sqlState(error) ?? '');
/** Name of the violated constraint, for turning a unique key into a refusal. */
export const violated = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.constraint : undefined);
