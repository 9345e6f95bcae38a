import type { Ctx } from '../context.ts';
import { type Distribution, manifest, readMigrations } from './migrate.ts';

type Table = { name: string; partitionOf: string | null; owner: string };
type Column = { name: string; column: string; type: string; nullable: boolean };
type Key = { name: string; index: string; columns: string[]; distributed: boolean };
type Reference = { name: string; target: string; columns: string[]; targetColumns: string[] };

const USER_SCHEMAS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^pg_'`;

/** Catalogues of the database, reduced to what the rules are about. Partitions are judged by their parents. */
async function catalogue(ctx: Ctx): Promise<{ tables: Table[]; columns: Column[]; keys: Key[]; references: Reference[] }> {
  const tables = await ctx.tx.query<Table>(
    `select n.nspname || '.' || c.relname as name, (select p.inhparent::regclass::text from pg_inherits p where p.inhrelid = c.oid) as "partitionOf", pg_get_userbyid(c.relowner) as owner
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${USER_SCHEMAS}`,
  );
  const columns = await ctx.tx.query<Column>(
    `select n.nspname || '.' || c.relname as name, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attname = 'customer_id' and c.relkind in ('r', 'p') and not a.attisdropped and ${USER_SCHEMAS}`,
  );
  const keys = await ctx.tx.query<Key>(
    `select n.nspname || '.' || c.relname as name, i.relname as index, true as distributed,
       array(select a.attname::text from unnest(x.indkey::int[]) with ordinality k(att, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.att order by k.place) as columns
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace where x.indisunique and ${USER_SCHEMAS}`,
  );
  const references = await ctx.tx.query<Reference>(
    `select n.nspname || '.' || c.relname as name, tn.nspname || '.' || t.relname as target,
       array(select a.attname::text from unnest(k.conkey) with ordinality u(att, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = u.att order by u.place) as columns,
       array(select a.attname::text from unnest(k.confkey) with ordinality u(att, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = u.att order by u.place) as "targetColumns"
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${USER_SCHEMAS}`,
  );
  return { tables, columns, keys, references };
}

/** Rules 1, 2, 7 and 8 of distribution by customer, held against the living database. Answers what breaks them. */
export async function schemaFaults(ctx: Ctx, declared: ReadonlyMap<string, Distribution> = manifest(readMigrations())): Promise<string[]> {
  const found = await catalogue(ctx);
  const faults: string[] = [];
  const kind = (name: string): Distribution | undefined => (name === 'platform.migration' ? 'central' : declared.get(name));
  const parts = new Set(found.tables.filter((t) => t.partitionOf !== null).map((t) => t.name));
  for (const t of found.tables) {
    if (parts.has(t.name)) continue;
    if (kind(t.name) === undefined) faults.push(`${t.name} is not in the manifest`);
    if (t.owner === 'tally_app') faults.push(`${t.name} belongs to the application's role`);
    if (kind(t.name) !== 'by customer') continue;
    const column = found.columns.find((c) => c.name === t.name);
    if (column === undefined || column.nullable) faults.push(`${t.name} needs customer_id not null`);
    const keys = found.keys.filter((k) => k.name === t.name);
    if (keys.length === 0) faults.push(`${t.name} has no primary key`);
    for (const k of keys) if (k.columns[0] !== 'customer_id') faults.push(`${k.index}: a unique key of ${t.name} does not start with customer_id`);
  }
  for (const name of declared.keys())
    if (!found.tables.some((t) => t.name === name)) faults.push(`${name} is in the manifest but not in the database`);
  for (const r of found.references) {
    if (parts.has(r.name) || kind(r.target) !== 'by customer') continue;
    if (kind(r.name) !== 'by customer') faults.push(`${r.name} is ${kind(r.name)} and may not refer to ${r.target}`);
    else if (r.columns[0] !== 'customer_id' || r.targetColumns[0] !== 'customer_id')
      faults.push(`${r.name} refers to ${r.target} without customer_id in the same place`);
  }
  const told = await ctx.tx.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where t.tgname = 'reference_changed' and t.tgenabled <> 'D'`,
  );
  for (const [name, spread] of declared)
    if (spread === 'reference' && !told.some((t) => t.name === name)) faults.push(`${name} changes without telling (trigger reference_changed)`);
  return faults;
}

/**
 * Rules 4 and 6 on a statement as it was sent: a by-customer table is touched with `customer_id =` (or says it is a batch by the mark
 * `batch` in a comment), no volatile function stands in a change, nothing asks for isolation of its own. Answers what breaks them.
 */
export function statementFaults(sql: string, declared: ReadonlyMap<string, Distribution>): string[] {
  const faults: string[] = [];
  const text = sql.replace(/'[^']*'/g, "''");
  const touched = [...text.matchAll(/\b(?:from|join|update|into|using)\s+([a-z_]+\.[a-z_]+)/gi)].map((m) => (m[1] ?? '').toLowerCase());
  const byCustomer = touched.filter((t) => declared.get(t) === 'by customer');
  const isInsert = /^\s*(?:\/\*.*?\*\/\s*)?insert/i.test(text);
  const keyed = /customer_id\s*=\s*(?:\$\d+|[a-z_]+\.customer_id)/i.test(text);
  if (byCustomer.length > 0 && !isInsert && !keyed && !/\/\*\s*batch\s*\*\//.test(sql))
    faults.push(`${byCustomer[0]} is read or changed without customer_id`);
  if (/^\s*(update|insert)/i.test(text) && /\b(now|random|clock_timestamp|gen_random_uuid|current_timestamp|nextval)\b\s*\(?/i.test(text))
    faults.push('a volatile function stands in a change');
  if (/\b(serializable|set\s+constraints|set_config)\b/i.test(text)) faults.push('isolation, constraints or settings are changed in a statement');
  // A partitioned table does not give back what only one stored row has.
  if (/\b(xmin|xmax|cmin|cmax|ctid)\b/i.test(text)) faults.push('a system column is read');
  return faults;
}
