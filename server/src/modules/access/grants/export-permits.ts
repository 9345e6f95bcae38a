import { addDays } from '@tallystick/kernel';
import { z } from 'zod';
import { type Ctx, command, refusePlatform, type StaffId, type StaffRole, zText } from '#platform';
import { refuse } from '../refusals.ts';
import { insertPermit, knowsPermission, permitOn } from './repo.ts';

/** Who may agree to data leaving the bank. */
const AGREE: readonly StaffRole[] = ['COMPLIANCE', 'RISK_MANAGER', 'EXECUTIVE'];
const DAYS_MAX = 7;

/** Whether the acting person has leave today to take this list away. */
export async function mayExport(ctx: Ctx, permission: string): Promise<boolean> {
  return ctx.actor.kind === 'staff' && (await permitOn(ctx.tx, ctx.actor.id, permission, ctx.today));
}

export const permitExport = command({
  name: 'access.permit_export',
  says: { zh: '申请批量导出数据', en: 'Ask leave to take many rows away as a file' },
  allow: ['ANY_STAFF'],
  dual: true,
  input: z.object({
    permission: z
      .string()
      .regex(/^[a-z][a-z_-]*\.[a-z][a-z0-9_]*$/)
      .max(80),
    days: z.number().int().min(1).max(DAYS_MAX),
    reason: zText(200),
  }),
  output: z.object({ validTo: z.string() }),
  run: async (ctx, i) => {
    const { actor, maker } = ctx;
    if (actor.kind !== 'staff' || maker?.kind !== 'staff' || !actor.roles.some((r) => AGREE.includes(r)))
      throw refusePlatform('platform.forbidden', { facts: { permission: 'access.permit_export' } });
    if (!(await knowsPermission(ctx.tx, i.permission))) throw refuse('access.permission_unknown', { field: 'permission' });
    const validTo = addDays(ctx.today, i.days - 1);
    await insertPermit(ctx.tx, {
      id: ctx.newId('xprt'),
      staffId: maker.id as StaffId,
      permission: i.permission,
      from: ctx.today,
      to: validTo,
      reason: i.reason,
      checkerId: actor.id,
    });
    return { validTo };
  },
});
