import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '@tallystick/kernel';
import pg from 'pg';
import { sha256Hex } from '../blobs.ts';

/** How a table is spread when the bank outgrows one machine; said in a comment line right before its `create table`. */
export type Distribution = 'by customer' | 'reference' | 'central';
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const FOLDER = join(import.meta.dirname, '../../../migrations');
const HASH_PARTS = 4;

export function readMigrations(folder = FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter((n) => n.endsWith('.sql'))
    .sort();
  return names.map((name) => {
    assert(/^\d{4}_[a-z]+(_[a-z0-9]+)*\.sql$/.test(name), `migration ${name} is not named NNNN_module_what.sql`);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, checksum: sha256Hex(sql) };
  });
}

/** Splits a file into single statements: one statement a query (scale rule 10). Bodies between $$ stay whole. */
export function statements(sql: string): string[] {
  const out: string[] = [];
  let current = '';
  let quoted = false;
  for (const line of sql.split('\n')) {
    if (line.trim() === '' && current.trim() === '') continue;
    current += `${line}\n`;
    if ((line.match(/\$\$/g) ?? []).length % 2 === 1) quoted = !quoted;
    if (!quoted && line.trimEnd().endsWith(';')) {
      out.push(current.trim());
      current = '';
    }
  }
  assert(current.replace(/--.*$/gm, '').trim() === '', `a statement does not end with a semicolon: ${current.slice(0, 80)}`);
  return out;
}

const TABLE = /^(?:--[^\n]*\n)*-- (by customer|reference|central)\s*\ncreate table ([a-z_]+\.[a-z_]+)/;
/** The manifest: which table is spread how, read from the migrations. Every table is in it, or this throws. */
export function manifest(migrations: readonly Migration[]): Map<string, Distribution> {
  const tables = new Map<string, Distribution>();
  for (const m of migrations) {
    for (const s of statements(m.sql)) {
      const made = /^\s*create table (?:if not exists )?([a-z_."]+)/m.exec(s.replace(/^--.*$/gm, ''));
      if (!made) continue;
      const told = TABLE.exec(s);
      assert(told !== null, `${m.name}: say "-- by customer", "-- reference" or "-- central" right above create table ${made[1]}`);
      tables.set(told[2] ?? '', told[1] as Distribution);
    }
  }
  return tables;
}

/** With `hash`, every by-customer table is made as PARTITION BY HASH (customer_id): PostgreSQL itself then refuses keys that could not be distributed. */
function partitioned(statement: string): string[] {
  const told = TABLE.exec(statement);
  if (told?.[1] !== 'by customer') return [statement];
  const name = told[2] ?? '';
  const parts = Array.from(
    { length: HASH_PARTS },
    (_, i) => `create table ${name}_h${i} partition of ${name} for values with (modulus ${HASH_PARTS}, remainder ${i})`,
  );
  // Storage settings belong to the parts.
  const body = statement.replace(/;\s*$/, '').replace(/\)\s*with \(([^)]*)\)\s*$/, ')');
  return [`${body} partition by hash (customer_id)`, ...parts];
}

/**
 * Applies what is missing, each file in one transaction, under a lock so that two starts do not collide. A file that was applied
 * and then edited stops the start: its SHA-256 is kept. Runs as the owner role, never as the application's.
 */
export async function migrate(connectionString: string, options: { hash?: boolean; migrations?: readonly Migration[] } = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query('select pg_advisory_lock(7401)');
    await client.query('create schema if not exists platform');
    await client.query(
      'create table if not exists platform.migration (name text primary key, checksum text not null, applied_at timestamptz not null)',
    );
    const done = new Map(
      (await client.query<{ name: string; checksum: string }>('select name, checksum from platform.migration')).rows.map((r) => [r.name, r.checksum]),
    );
    for (const m of options.migrations ?? readMigrations()) {
      const before = done.get(m.name);
      assert(before === undefined || before === m.checksum, `migration ${m.name} was changed after it was applied; write a new one instead`);
      if (before !== undefined) continue;
      await client.query('begin');
      try {
        for (const s of statements(m.sql)) for (const one of options.hash ? partitioned(s) : [s]) await client.query(one);
        await client.query('insert into platform.migration values ($1, $2, $3)', [m.name, m.checksum, new Date().toISOString()]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${m.name}: ${(error as Error).message}`, { cause: error });
      }
      applied.push(m.name);
    }
  } finally {
    await client.end();
  }
  return applied;
}
