import { must } from '@tallystick/kernel';
import { z } from 'zod';
import { command, query, zDate, zId, zMoney, zMoneyOrZero, zText } from '#platform';
import { assertOtherPerson } from '../four-eyes/service.ts';
import { refuse } from '../refusals.ts';
import { LEVELS } from '../types.ts';
import { insertLent, insertVersion, listVersions, lockLast, matrixRows } from './repo.ts';
import { badColumn, COLUMNS } from './rules.ts';
import { authorityPath } from './service.ts';

const zRow = z.object({ productCode: z.string().max(40).nullable(), columnKey: z.enum(COLUMNS), upTo: zMoney.nullable(), level: z.enum(LEVELS) });
const zVersion = z.object({
  version: z.number(),
  effectiveFrom: zDate,
  effectiveTo: zDate.nullable(),
  source: z.string(),
  makerId: z.string().nullable(),
  checkerId: z.string().nullable(),
  rows: z.array(zRow),
});
const STAFF_WHO_DECIDE = [
  'RELATIONSHIP_MANAGER',
  'REVIEWER',
  'APPROVER',
  'COMMITTEE',
  'RISK_MANAGER',
  'COMPLIANCE',
  'EXECUTIVE',
  'ADMIN',
  'PRODUCT_MANAGER',
] as const;

export const authorityMatrix = query({
  name: 'access.authority_matrix',
  says: { zh: '授权矩阵（全部版本）', en: 'Authority matrix, all versions' },
  allow: STAFF_WHO_DECIDE,
  input: z.object({}),
  output: z.object({ items: z.array(zVersion) }),
  run: async (ctx) => {
    const items = [];
    for (const v of await listVersions(ctx.tx)) {
      const rows = await matrixRows(ctx.tx, v.version);
      items.push({ ...v, rows: rows.map((r) => ({ productCode: r.productCode, columnKey: r.columnKey, upTo: r.upToMinor, level: r.level })) });
    }
    return { items };
  },
});
export const authorityOf = query({
  name: 'access.authority_path',
  says: { zh: '某笔授信的审批层级', en: 'Who decides a case' },
  allow: STAFF_WHO_DECIDE,
  input: z.object({
    exposure: zMoneyOrZero,
    gradeGroup: z.string().max(10),
    secured: z.stringbool().default(false),
    productCode: z.string().max(40).default(''),
  }),
  output: z.object({ role: z.string(), level: z.string(), matrixVersion: z.number() }),
  run: (ctx, i) => authorityPath(ctx, { exposureMinor: i.exposure, gradeGroup: i.gradeGroup, secured: i.secured, productCode: i.productCode }),
});
export const replaceMatrix = command({
  name: 'access.replace_authority_matrix',
  says: { zh: '更换授权矩阵', en: 'Replace the authority matrix' },
  allow: ['RISK_MANAGER', 'ADMIN'],
  dual: true,
  stepUp: true,
  input: z.object({ effectiveFrom: zDate, source: zText(200), rows: z.array(zRow).min(4).max(400) }),
  output: z.object({ version: z.number() }),
  run: async (ctx, i) => {
    const rows = i.rows.map((r) => ({ productCode: r.productCode, columnKey: r.columnKey, upToMinor: r.upTo, level: r.level }));
    const column = badColumn(rows);
    if (column !== undefined) throw refuse('access.matrix_incomplete', { field: 'rows', facts: { column } });
    const last = must(await lockLast(ctx.tx), 'a first authority matrix');
    if (i.effectiveFrom < ctx.today || i.effectiveFrom <= last.effectiveFrom) throw refuse('access.matrix_too_early', { field: 'effectiveFrom' });
    const version = last.version + 1;
    await insertVersion(
      ctx.tx,
      { version, effectiveFrom: i.effectiveFrom, effectiveTo: null, source: i.source, makerId: ctx.maker?.id ?? null, checkerId: ctx.actor.id },
      rows,
    );
    return { version };
  },
});
export const lendAuthority = command({
  name: 'access.lend_authority',
  says: { zh: '授予临时审批权限', en: 'Lend authority for a time' },
  allow: ['RISK_MANAGER', 'EXECUTIVE'],
  dual: true,
  stepUp: true,
  input: z.object({ staffId: zId('staf'), level: z.enum(LEVELS), from: zDate, to: zDate, reason: zText(200) }),
  output: z.object({ id: z.string() }),
  run: async (ctx, i) => {
    assertOtherPerson(ctx, i.staffId);
    if (i.to < i.from || i.to < ctx.today) throw refuse('access.matrix_too_early', { field: 'to' });
    const id = ctx.newId('lend');
    await insertLent(ctx.tx, {
      id,
      staffId: i.staffId,
      level: i.level,
      from: i.from,
      to: i.to,
      reason: i.reason,
      makerId: ctx.maker?.id ?? null,
      checkerId: ctx.actor.id,
    });
    return { id };
  },
});
