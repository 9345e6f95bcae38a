import { manifest, readMigrations } from './migrate.ts';

/** What a statement names, and whether it writes or locks. */
export type Touched = {
  readonly tables: readonly string[];
  readonly writes: boolean;
  readonly locks: boolean;
  readonly reference: 'only' | 'some' | 'none';
};

const WRITES = /^\s*(?:insert|update|delete|with)\b/i;
const LOCKS = /\bfor (?:no key )?(?:update|share)\b|\bpg_\w*advisory/i;
const TABLE = /\b(?:from|into|update|join)\s+(?:\/\*.*?\*\/\s*)?([a-z_]+\.[a-z_]+)/gi;
const looks = new Map<string, Touched>();
let reference: ReadonlySet<string> | undefined;

/** Tables whose rows are the same for everybody and change rarely, as the migrations declare them. */
const isReference = (table: string): boolean => {
  reference ??= new Set([...manifest(readMigrations())].filter(([, spread]) => spread === 'reference').map(([name]) => name));
  return reference.has(table);
};

const spreadOf = (tables: readonly string[]): Touched['reference'] => {
  if (!tables.some(isReference)) return 'none';
  return tables.every(isReference) ? 'only' : 'some';
};

/** Texts of statements are few: each is looked at once. */
export function touched(sql: string): Touched {
  const known = looks.get(sql);
  if (known !== undefined) return known;
  const writes = WRITES.test(sql);
  const tables = Array.from(sql.matchAll(TABLE), (m) => m[1] ?? '');
  const seen = { tables, writes, locks: !writes && LOCKS.test(sql), reference: spreadOf(tables) };
  looks.set(sql, seen);
  return seen;
}

export const keyOf = (sql: string, params: readonly unknown[]): string => `${sql}\n${params.join('\n')}`;
const schemaOf = (table: string): string => table.split('.')[0] ?? '';

type Reading = { readonly tables: readonly string[]; readonly rows: Promise<object[]> };

/** Readings that one transaction keeps: forgotten as soon as a statement of its own overtakes them. */
export class KeptReadings {
  readonly #readings = new Map<string, Reading>();
  readonly #locked = new Set<string>();

  rows(sql: string, params: readonly unknown[], read: () => Promise<object[]>): Promise<object[]> {
    const key = keyOf(sql, params);
    const known = this.#readings.get(key) ?? { tables: touched(sql).tables, rows: read() };
    this.#readings.set(key, known);
    return known.rows;
  }

  /** Forgets readings of tables a statement writes, and of every table of a schema in which it is the first to lock these rows. */
  forget(sql: string, params: readonly unknown[]): void {
    const { tables, writes, locks } = touched(sql);
    if (!writes && !locks) return;
    const lock = keyOf(sql, params);
    if (locks && this.#locked.has(lock)) return; // What is held already was nobody else's to change.
    if (locks) this.#locked.add(lock);
    const overtakes = (reading: string): boolean => tables.some((t) => (locks ? schemaOf(t) === schemaOf(reading) : t === reading));
    for (const [key, r] of this.#readings) if (r.tables.some(overtakes)) this.#readings.delete(key);
  }
}

/** More readings than an installation has parameters and days in use: at this size they are all read anew. */
const MOST = 5_000;

/**
 * Readings of reference tables, kept by a process across transactions. Each transaction learns the version of the reference rows as it
 * begins; any change of them moves it. A transaction that began before a change neither uses nor leaves anything.
 */
export class ReferenceReadings {
  #version = -1n;
  readonly #rows = new Map<string, object[]>();

  async rows(version: bigint, sql: string, params: readonly unknown[], read: () => Promise<object[]>): Promise<object[]> {
    if (version > this.#version || this.#rows.size >= MOST) {
      this.#rows.clear();
      this.#version = version;
    }
    const key = keyOf(sql, params);
    const known = version === this.#version ? this.#rows.get(key) : undefined;
    if (known !== undefined) return known;
    // Only what has been read is shared: nobody waits for another's transaction, which may wait for this one's locks.
    const rows = await read();
    if (version === this.#version) this.#rows.set(key, rows);
    return rows;
  }
}
