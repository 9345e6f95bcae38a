import { z } from 'zod';
import { command, listInput, listOf, query, STAFF_ROLES, zDate, zText } from '#platform';
import { refuse } from '../refusals.ts';
import { closeGrant, insertGrant, knowsPermission, listGrants } from './repo.ts';

const zPermission = z
  .string()
  .regex(/^[a-z][a-z_-]*\.[a-z][a-z0-9_]*$/)
  .max(80);
const grantItem = z.object({
  role: z.enum(STAFF_ROLES),
  permission: z.string(),
  says: z.object({ zh: z.string(), en: z.string() }),
  effectiveFrom: zDate,
  effectiveTo: zDate.nullable(),
  source: z.string(),
});

export const listGrantsQuery = query({
  name: 'access.list_grants',
  says: { zh: '岗位权限', en: 'Rights of roles' },
  allow: ['ADMIN', 'COMPLIANCE'],
  input: z.object({
    ...listInput,
    sort: z.enum(['permission']).default('permission'),
    role: z.enum(STAFF_ROLES).optional(),
    permission: z
      .string()
      .regex(/^[a-z_.-]{1,80}$/)
      .optional(),
  }),
  output: listOf(grantItem),
  run: async (ctx, i) => {
    const { items, total } = await listGrants(ctx.tx, i);
    return { items: items.map((g) => ({ ...g, says: ctx.acts.get(g.permission) ?? { zh: g.permission, en: g.permission } })), total };
  },
});
export const changeGrant = command({
  name: 'access.change_grant',
  says: { zh: '调整岗位权限', en: 'Give a role a right or take it away' },
  allow: ['ADMIN'],
  dual: true,
  stepUp: true,
  input: z.object({ role: z.enum(STAFF_ROLES), permission: zPermission, allowed: z.boolean(), from: zDate, source: zText(200) }),
  output: z.object({}),
  run: async (ctx, i) => {
    if (!(await knowsPermission(ctx.tx, i.permission))) throw refuse('access.permission_unknown', { field: 'permission' });
    if (i.from < ctx.today) throw refuse('access.matrix_too_early', { field: 'from' });
    await closeGrant(ctx.tx, i.role, i.permission, i.from);
    if (i.allowed) await insertGrant(ctx.tx, i.role, i.permission, i.from, i.source);
    await ctx.audit({ action: 'access.grant_changed', subject: i.permission, after: { role: i.role, allowed: i.allowed, from: i.from } });
    return {};
  },
});
