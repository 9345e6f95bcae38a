import { Bug, type CalendarDate } from '@tallystick/kernel';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { listenOn } from '../work/listening.ts';
import { KeptReadings, ReferenceReadings, touched } from './readings.ts';

declare const insideTransaction: unique symbol;
/** A handle that only exists inside a transaction. Modules get it as an argument and cannot open one. */
export type Tx = {
  /** Runs one parametrised statement. int8 comes back as bigint, date as CalendarDate, timestamptz as Instant. */
  query<R extends object>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * Sends a change whose answer nobody waits for: it goes out with the statements that follow. When it fails, the next statement that is
   * waited for says so, or at last the commit. Not for a change whose failure is to become a refusal.
   */
  send(sql: string, params?: readonly unknown[]): void;
  /**
   * The same as `query` for a reading that is asked for again and again: within the transaction it is answered from the first time, until
   * one of its tables is written or something of its schema is locked. A reading of reference tables alone is answered from memory until
   * anybody changes one of them. The rows are shared: nobody changes them.
   */
  kept<R extends object>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** The bank's business date when the transaction began; null before the first one is set. */
  readonly today: CalendarDate | null;
  readonly [insideTransaction]: true;
};
/** Every transaction needs the business date, and how far the reference rows have come: both come with the beginning, in one round trip. */
const STANDING = {
  name: 'standing',
  text: 'select d.today, r.version from platform.reference_state r left join platform.business_day d on true',
};
type Begun = { readonly today: CalendarDate | null; readonly version: bigint };

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
  /**
   * Runs `work` in one transaction: commits when it returns, rolls back when it throws. READ COMMITTED; a `snapshot` reads everything as it
   * was at its first statement (REPEATABLE READ), so what several statements tell fits together.
   */
  inTx<T>(work: (tx: Tx) => Promise<T>, snapshot?: boolean): Promise<T>;
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
  /**
   * A commit returns before it is on disk, and a statement is planned once, not for its parameters: only for work on small tables that starts
   * over from nothing when it is cut off.
   */
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
      options: `-c role=${role} -c timezone=UTC${o.hurried ? ' -c synchronous_commit=off -c plan_cache_mode=force_generic_plan' : ''}`,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      // Statements that nobody waits for are on their way together; answers come in the order of the statements.
      pipeline: true,
    });
    made.on('error', (error) => closing || o.log.warn({ code: (error as { code?: string }).code }, 'an idle database connection was lost'));
    return made;
  };
  const pool = openPool(o.poolSize);
  const apart = openPool(APART_CONNECTIONS);
  const reference = new ReferenceReadings();

  async function inTxOf<T>(from: pg.Pool, work: (tx: Tx) => Promise<T>, snapshot = false): Promise<T> {
    const client = await from.connect();
    let broken: Error | undefined;
    let open = true;
    const lost = (error: Error): void => {
      broken = error; // A connection that is lost between two statements has nobody else to tell.
    };
    client.on('error', lost);
    try {
      const [, standing] = await Promise.all([
        client.query(snapshot ? 'begin isolation level repeatable read' : 'begin'),
        client.query<Begun>(STANDING),
      ]);
      const begun = standing.rows[0];
      const { tx, fault, leavesTraces } = handleOf(client, begun ?? { today: null, version: 0n }, () => open, reference, o.witness);
      const result = await work(tx);
      open = false;
      const committed = client.query('commit'); // Of a transaction in which something failed, PostgreSQL makes a rollback and says nothing.
      if (!leavesTraces()) {
        committed.catch(lost); // What was read holds however the end goes; the connection's next transaction follows it on the way.
        return result;
      }
      await committed;
      const failed = await fault();
      if (failed !== undefined) throw failed;
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
    inTx: (work, snapshot) => inTxOf(pool, work, snapshot),
    inTxApart: (work) => inTxOf(apart, work),
    listen: (channel, onNotice) => listenOn(o, channel, onNotice),
    waiting: () => pool.waitingCount + apart.waitingCount,
    end: async () => {
      closing = true;
      await Promise.all([pool.end(), apart.end()]);
    },
  };
}

/** One transaction's handle, which answers as long as the transaction is open, and the first failure of what was sent without waiting. */
function handleOf(
  client: pg.PoolClient,
  begun: Begun,
  isOpen: () => boolean,
  reference: ReferenceReadings,
  witness: StatementWitness | undefined,
): { readonly tx: Tx; readonly fault: () => Promise<unknown>; readonly leavesTraces: () => boolean } {
  const own = new KeptReadings();
  let failed: unknown;
  /** Settled with the last change that was sent: answers come in order, so all before it are settled too. */
  let sent: Promise<void> | undefined;
  const fault = async (): Promise<unknown> => {
    await sent;
    return failed;
  };
  let changesReference = false;
  /** Whether others see or wait for the end of this transaction. */
  let leaves = false;
  /** Throws at once, also to who does not wait, when the transaction is over. */
  function run<R extends object>(sql: string, params: readonly unknown[]): Promise<R[]> {
    if (!isOpen()) throw new Bug('a statement outside its transaction');
    own.forget(sql, params);
    const { writes, locks, reference: named } = touched(sql);
    leaves ||= writes || locks;
    if (writes && named !== 'none') changesReference = true;
    return client.query<R>(params.length === 0 ? { text: sql } : { name: nameOf(sql), text: sql, values: params as unknown[] }).then(({ rows }) => {
      witness?.(sql, params);
      return rows;
    });
  }
  const tx = {
    today: begun.today,
    async query<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      try {
        return await run<R>(sql, params);
      } catch (error) {
        throw (await fault()) ?? error; // After a failure PostgreSQL only says that the transaction is aborted: the first one is the cause.
      }
    },
    send(sql: string, params: readonly unknown[] = []): void {
      sent = run(sql, params).then(
        () => undefined,
        (error: unknown) => {
          failed ??= error;
        },
      );
    },
    async kept<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      const read = (): Promise<R[]> => tx.query<R>(sql, params);
      const shared = touched(sql).reference === 'only' && !changesReference;
      return [...((await (shared ? reference.rows(begun.version, sql, params, read) : own.rows(sql, params, read))) as R[])];
    },
  };
  return { tx: tx as unknown as Tx, fault, leavesTraces: () => leaves };
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
