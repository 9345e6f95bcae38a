import type { CalendarDate, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import { readCanonical } from './canonical.ts';
import type { Lpr, ParameterSet, Product } from './types.ts';

/** Bodies of versions never change, so each text is read once; the few there are stay in memory, and nobody changes them. */
const bodies = new Map<string, unknown>();
function bodyOf<T>(text: string): T {
  if (!bodies.has(text)) bodies.set(text, readCanonical(text));
  return bodies.get(text) as T;
}

type VersionRow = { code: string; version: number; effective_from: CalendarDate; effective_to: CalendarDate | null; body: string; source: string };
const asProduct = (r: VersionRow): Product =>
  ({
    ...bodyOf<object>(r.body),
    code: r.code,
    version: r.version,
    effectiveFrom: r.effective_from,
    effectiveTo: r.effective_to,
    source: r.source,
  }) as Product;
const VERSION = 'select code, version, effective_from, effective_to, body, source from products.product_version';
const ON = 'effective_from <= $1 and (effective_to is null or effective_to > $1)';

export const listProducts = async (tx: Tx, on: CalendarDate): Promise<Product[]> =>
  (await tx.kept<VersionRow>(`${VERSION} where ${ON} order by code`, [on])).map(asProduct);

export async function productOn(tx: Tx, code: string, on: CalendarDate): Promise<Product | undefined> {
  const [row] = await tx.kept<VersionRow>(`${VERSION} where ${ON} and code = $2`, [on, code]);
  return row && asProduct(row);
}
export async function productAt(tx: Tx, code: string, version: number): Promise<Product | undefined> {
  const [row] = await tx.kept<VersionRow>(`${VERSION} where code = $1 and version = $2`, [code, version]);
  return row && asProduct(row);
}
export const listVersions = async (tx: Tx, code: string): Promise<Product[]> =>
  (await tx.kept<VersionRow>(`${VERSION} where code = $1 order by version desc`, [code])).map(asProduct);

export type Dated = { readonly version: number; readonly effectiveFrom: CalendarDate };
export async function newestProduct(tx: Tx, code: string): Promise<Dated | undefined> {
  const [row] = await tx.query<{ version: number; effective_from: CalendarDate }>(
    'select version, effective_from from products.product_version where code = $1 order by version desc limit 1 for update',
    [code],
  );
  return row && { version: row.version, effectiveFrom: row.effective_from };
}
export async function insertProduct(
  tx: Tx,
  v: { code: string; version: number; from: CalendarDate; body: string; source: string; by: string; at: Instant },
): Promise<void> {
  tx.send('update products.product_version set effective_to = $3 where code = $1 and version = $2', [v.code, v.version - 1, v.from]);
  tx.send(
    'insert into products.product_version (code, version, effective_from, effective_to, body, source, made_by, made_at) values ($1, $2, $3, null, $4, $5, $6, $7)',
    [v.code, v.version, v.from, v.body, v.source, v.by, v.at],
  );
}

type SetRow = {
  name: string;
  version: number;
  sha256: string;
  effective_from: CalendarDate;
  effective_to: CalendarDate | null;
  body: string;
  source: string;
  made_by: string;
  made_at: Instant;
};
export type StoredSet = ParameterSet & {
  readonly text: string;
  readonly effectiveTo: CalendarDate | null;
  readonly source: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
};
const asSet = (r: SetRow): StoredSet => ({
  name: r.name,
  version: r.version,
  sha256: r.sha256,
  effectiveFrom: r.effective_from,
  effectiveTo: r.effective_to,
  body: bodyOf(r.body),
  text: r.body,
  source: r.source,
  madeBy: r.made_by,
  madeAt: r.made_at,
});
const SET = 'select name, version, sha256, effective_from, effective_to, body, source, made_by, made_at from products.parameter_set';

export async function setOn(tx: Tx, name: string, on: CalendarDate): Promise<StoredSet | undefined> {
  const [row] = await tx.kept<SetRow>(`${SET} where ${ON} and name = $2`, [on, name]);
  return row && asSet(row);
}
export async function setAt(tx: Tx, name: string, version: number): Promise<StoredSet | undefined> {
  const [row] = await tx.kept<SetRow>(`${SET} where name = $1 and version = $2`, [name, version]);
  return row && asSet(row);
}
export const listSets = async (tx: Tx, name: string | null): Promise<StoredSet[]> =>
  (await tx.kept<SetRow>(`${SET} where ($1::text is null or name = $1) order by name, version desc`, [name])).map(asSet);
export async function newestSet(tx: Tx, name: string): Promise<Dated | undefined> {
  const [row] = await tx.query<{ version: number; effective_from: CalendarDate }>(
    'select version, effective_from from products.parameter_set where name = $1 order by version desc limit 1 for update',
    [name],
  );
  return row && { version: row.version, effectiveFrom: row.effective_from };
}
export async function insertSet(
  tx: Tx,
  v: { name: string; version: number; from: CalendarDate; text: string; sha256: string; source: string; by: string; at: Instant },
): Promise<void> {
  tx.send('update products.parameter_set set effective_to = $3 where name = $1 and version = $2', [v.name, v.version - 1, v.from]);
  tx.send(
    'insert into products.parameter_set (name, version, effective_from, effective_to, body, sha256, source, made_by, made_at) values ($1, $2, $3, null, $4, $5, $6, $7, $8)',
    [v.name, v.version, v.from, v.text, v.sha256, v.source, v.by, v.at],
  );
}

const asLpr = (r: { tenor: '1Y' | '5Y'; published_on: CalendarDate; rate_ppm: bigint; source: string }): Lpr => ({
  tenor: r.tenor,
  publishedOn: r.published_on,
  ratePpm: r.rate_ppm,
  source: r.source,
});
const LPR = 'select tenor, published_on, rate_ppm, source from products.lpr';
export async function lprOn(tx: Tx, tenor: string, on: CalendarDate): Promise<Lpr | undefined> {
  const [row] = await tx.kept<Parameters<typeof asLpr>[0]>(`${LPR} where tenor = $1 and published_on <= $2 order by published_on desc limit 1`, [
    tenor,
    on,
  ]);
  return row && asLpr(row);
}
export const listLpr = async (tx: Tx): Promise<Lpr[]> =>
  (await tx.kept<Parameters<typeof asLpr>[0]>(`${LPR} order by published_on desc, tenor`)).map(asLpr);
/** Answers false when that tenor and day are there already. */
export async function insertLpr(tx: Tx, l: Lpr): Promise<boolean> {
  const made = await tx.query(
    'insert into products.lpr (tenor, published_on, rate_ppm, source) values ($1, $2, $3, $4) on conflict do nothing returning tenor',
    [l.tenor, l.publishedOn, l.ratePpm, l.source],
  );
  return made.length === 1;
}
