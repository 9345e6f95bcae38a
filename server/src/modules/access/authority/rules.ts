import type { StaffRole } from '#platform';
import { type AuthorityCase, LEVELS, type Level } from '../types.ts';

export const COLUMNS = ['AA', 'A', 'SECURED', 'BBB'] as const;
export type Column = (typeof COLUMNS)[number];
export type MatrixRow = { readonly productCode: string | null; readonly columnKey: Column; readonly upToMinor: bigint | null; readonly level: Level };

/** Column of the bank's table: secured credit has its own, except where the grade is BBB or worse. */
export function columnOf(c: Pick<AuthorityCase, 'gradeGroup' | 'secured'>): Column {
  const grade = c.gradeGroup === 'AAA' || c.gradeGroup === 'AA' ? 'AA' : c.gradeGroup === 'A' ? 'A' : 'BBB';
  return c.secured && grade !== 'BBB' ? 'SECURED' : grade;
}

export const ROLE_OF: Readonly<Record<Level, StaffRole>> = {
  system_manager: 'RELATIONSHIP_MANAGER',
  manager: 'RELATIONSHIP_MANAGER',
  branch_reviewer: 'REVIEWER',
  branch_head: 'APPROVER',
  division_risk: 'RISK_MANAGER',
  division_committee: 'COMMITTEE',
  head_approver: 'APPROVER',
  head_committee: 'COMMITTEE',
  head_committee_president: 'EXECUTIVE',
};
export const rank = (level: Level): number => LEVELS.indexOf(level);
const raise = (level: Level): Level => LEVELS[Math.min(rank(level) + 1, LEVELS.length - 1)] ?? level;

/** The highest level a role carries: at the head office an approver and a committee reach further than in a branch. */
export function levelOfRole(role: StaffRole, atHeadOffice: boolean): Level | undefined {
  const levels = LEVELS.filter((l) => ROLE_OF[l] === role && (atHeadOffice || !(l.startsWith('head_') && role !== 'EXECUTIVE')));
  return levels.at(-1);
}

/** Rows that count for a case, rising: the product's own when it has any, else the general ones. */
export function rowsFor(rows: readonly MatrixRow[], c: AuthorityCase): MatrixRow[] {
  const inColumn = rows.filter((r) => r.columnKey === columnOf(c));
  const own = inColumn.filter((r) => r.productCode === c.productCode);
  const level = (r: MatrixRow): MatrixRow => (c.raised ? { ...r, level: raise(r.level) } : r);
  return (own.length > 0 ? own : inColumn.filter((r) => r.productCode === null)).map(level);
}
/** The level that decides an exposure: the first row whose ceiling (inclusive) holds it. */
export const deciding = (rows: readonly MatrixRow[], exposureMinor: bigint): MatrixRow | undefined =>
  rows.find((r) => r.upToMinor === null || exposureMinor <= r.upToMinor);
/** The most a level may decide in these rows: null is no ceiling. */
export function ceiling(rows: readonly MatrixRow[], own: Level | undefined): bigint | null {
  let most = 0n;
  for (const r of rows) {
    if (own === undefined || rank(r.level) > rank(own)) break;
    if (r.upToMinor === null) return null;
    most = r.upToMinor;
  }
  return most;
}
/** What keeps a set of rows from being a matrix: each column rises, ends without ceiling, and never falls in level. Answers the first bad column. */
export function badColumn(rows: readonly MatrixRow[]): Column | undefined {
  const products = new Set(rows.map((r) => r.productCode));
  for (const product of products) {
    for (const column of COLUMNS) {
      const own = rows.filter((r) => r.columnKey === column && r.productCode === product);
      const rises = own.every((r, i) => {
        const next = own[i + 1];
        return next === undefined
          ? r.upToMinor === null
          : r.upToMinor !== null && (next.upToMinor === null || next.upToMinor > r.upToMinor) && rank(next.level) >= rank(r.level);
      });
      if (!rises || (own.length === 0 && product === null)) return column;
    }
  }
  return products.has(null) ? undefined : 'AA';
}
