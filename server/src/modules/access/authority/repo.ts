import type { CalendarDate } from '@tallystick/kernel';
import type { StaffId, Tx } from '#platform';
import type { Level } from '../types.ts';
import type { MatrixRow } from './rules.ts';

export type MatrixVersion = {
  version: number;
  effectiveFrom: CalendarDate;
  effectiveTo: CalendarDate | null;
  source: string;
  makerId: string | null;
  checkerId: string | null;
};
const VERSION = `version, effective_from as "effectiveFrom", effective_to as "effectiveTo", source, maker_id as "makerId", checker_id as "checkerId"`;

export const listVersions = (tx: Tx): Promise<MatrixVersion[]> =>
  tx.kept<MatrixVersion>(`select ${VERSION} from access.matrix_version order by version desc limit 200`);
export async function versionOn(tx: Tx, day: CalendarDate): Promise<MatrixVersion | undefined> {
  const [row] = await tx.kept<MatrixVersion>(
    `select ${VERSION} from access.matrix_version where effective_from <= $1 and (effective_to is null or effective_to > $1) order by version desc limit 1`,
    [day],
  );
  return row;
}
export const matrixRows = (tx: Tx, version: number): Promise<MatrixRow[]> =>
  tx.kept<MatrixRow>(
    `select product_code as "productCode", column_key as "columnKey", up_to_minor as "upToMinor", level from access.matrix_row where version = $1 order by place`,
    [version],
  );
/** The last version, locked: two changes at once become one after the other. */
export async function lockLast(tx: Tx): Promise<MatrixVersion | undefined> {
  const [row] = await tx.query<MatrixVersion>(`select ${VERSION} from access.matrix_version order by version desc limit 1 for update`);
  return row;
}
export async function insertVersion(tx: Tx, v: MatrixVersion, rows: readonly MatrixRow[]): Promise<void> {
  tx.send('update access.matrix_version set effective_to = $2 where version = $1', [v.version - 1, v.effectiveFrom]);
  tx.send('insert into access.matrix_version (version, effective_from, source, maker_id, checker_id) values ($1, $2, $3, $4, $5)', [
    v.version,
    v.effectiveFrom,
    v.source,
    v.makerId,
    v.checkerId,
  ]);
  tx.send(
    `insert into access.matrix_row (version, place, product_code, column_key, up_to_minor, level)
     select $1, p, product, col, ceiling, level from unnest($2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[]) as t(p, product, col, ceiling, level)`,
    [
      v.version,
      rows.map((_, i) => i + 1),
      rows.map((r) => r.productCode),
      rows.map((r) => r.columnKey),
      rows.map((r) => r.upToMinor),
      rows.map((r) => r.level),
    ],
  );
}
export async function lentLevels(tx: Tx, staffId: StaffId, day: CalendarDate): Promise<Level[]> {
  const rows = await tx.query<{ level: Level }>(
    'select level from access.temporary_authority where staff_id = $1 and effective_from <= $2 and effective_to >= $2',
    [staffId, day],
  );
  return rows.map((r) => r.level);
}
export async function insertLent(
  tx: Tx,
  l: { id: string; staffId: StaffId; level: Level; from: CalendarDate; to: CalendarDate; reason: string; makerId: string | null; checkerId: string },
): Promise<void> {
  tx.send(
    'insert into access.temporary_authority (id, staff_id, level, effective_from, effective_to, reason, maker_id, checker_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [l.id, l.staffId, l.level, l.from, l.to, l.reason, l.makerId, l.checkerId],
  );
}
