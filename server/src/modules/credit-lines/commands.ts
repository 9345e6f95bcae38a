import { z } from 'zod';
import { branchScope, command, query, zCustomerId, zInt, zText } from '#platform';
import { listLines, movementsOf } from './repo.ts';
import { zLine, zLineFilter, zLinePage, zLines } from './schema.ts';
import { freezeLine, line, unfreezeLine } from './service.ts';

export const showLine = query({
  name: 'credit-lines.show',
  says: { zh: '客户授信额度与变动', en: "A customer's credit line and its movements" },
  allow: ['BORROWER', 'ANY_STAFF'],
  input: z.object({ customerId: zCustomerId }),
  output: zLinePage,
  run: async (ctx, { customerId }) => ({ line: (await line(ctx, customerId)) ?? null, movements: await movementsOf(ctx.tx, customerId) }),
});
export const listAllLines = query({
  name: 'credit-lines.list',
  says: { zh: '授信额度列表', en: 'List credit lines' },
  allow: ['RELATIONSHIP_MANAGER', 'REVIEWER', 'APPROVER', 'DISBURSEMENT', 'POST_LOAN', 'RISK_MANAGER', 'COMPLIANCE', 'EXECUTIVE'],
  input: zLineFilter,
  output: zLines,
  run: (ctx, f) => listLines(ctx, { branchId: branchScope(ctx.actor), state: f.state ?? null, limit: f.limit, offset: f.offset }),
});
export const freeze = command({
  name: 'credit-lines.freeze',
  says: { zh: '冻结授信额度', en: 'Freeze a credit line' },
  allow: ['POST_LOAN', 'RISK_MANAGER', 'APPROVER'],
  input: z.object({ customerId: zCustomerId, reason: zText(200) }),
  output: zLine,
  run: (ctx, i) => freezeLine(ctx, i.customerId, { zh: i.reason, en: i.reason }),
});
export const unfreeze = command({
  name: 'credit-lines.unfreeze',
  says: { zh: '解冻授信额度（双人复核）', en: 'Unfreeze a credit line (two persons)' },
  allow: ['RISK_MANAGER', 'APPROVER'],
  dual: true,
  input: z.object({ customerId: zCustomerId, version: zInt(1, 1_000_000), reason: zText(200) }),
  output: zLine,
  run: (ctx, i) => unfreezeLine(ctx, i.customerId, i.version),
});
