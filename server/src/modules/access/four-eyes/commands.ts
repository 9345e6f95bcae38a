import { z } from 'zod';
import { branchScope, command, listInput, listOf, query, zCustomerId, zId, zInstant, zText } from '#platform';
import { ownPermissions } from '../grants/service.ts';
import { listRequests, type RequestRow } from './repo.ts';
import { approveRequest, rejectRequest, requestInReach, shownInput } from './service.ts';

const STATES = ['waiting', 'approved', 'rejected', 'expired'] as const;
const item = z.object({
  customerId: z.string(),
  id: z.string(),
  command: z.string(),
  says: z.object({ zh: z.string(), en: z.string() }),
  ids: z.record(z.string(), z.string()),
  makerId: z.string(),
  makerName: z.string(),
  branchId: z.string().nullable(),
  state: z.enum(STATES),
  createdAt: zInstant,
  expiresAt: zInstant,
  checkerId: z.string().nullable(),
  checkerName: z.string().nullable(),
  decidedAt: zInstant.nullable(),
  reason: z.string().nullable(),
  mine: z.boolean(),
});
const shown = (r: RequestRow, actorId: string): z.output<typeof item> => ({
  customerId: r.customerId,
  id: r.id,
  command: r.command,
  says: { zh: r.saysZh, en: r.saysEn },
  ids: r.ids,
  makerId: r.makerId,
  makerName: r.makerName,
  branchId: r.branchId,
  state: r.state,
  createdAt: r.createdAt,
  expiresAt: r.expiresAt,
  checkerId: r.checkerId,
  checkerName: r.checkerName,
  decidedAt: r.decidedAt,
  reason: r.reason,
  mine: r.makerId === actorId,
});
const at = { customerId: zCustomerId, requestId: zId('dual') };

export const listRequestsQuery = query({
  name: 'access.list_requests',
  says: { zh: '待复核事项', en: 'Requests under four eyes' },
  allow: ['ANY_STAFF'],
  input: z.object({ ...listInput, sort: z.enum(['-createdAt']).default('-createdAt'), state: z.enum(STATES).optional() }),
  output: listOf(item),
  run: async (ctx, i) => {
    const everything = ctx.actor.kind === 'staff' && ctx.actor.roles.includes('COMPLIANCE');
    const permissions = everything ? null : await ownPermissions(ctx);
    const found = await listRequests(ctx.tx, {
      branchId: branchScope(ctx.actor),
      makerId: ctx.actor.id,
      permissions,
      state: i.state,
      limit: i.limit,
      offset: i.offset,
    });
    return { items: found.items.map((r) => shown(r, ctx.actor.id)), total: found.total };
  },
});
export const getRequest = query({
  name: 'access.get_request',
  says: { zh: '复核事项详情', en: 'A request in detail' },
  allow: ['ANY_STAFF'],
  audited: true,
  input: z.object(at),
  output: item.extend({ input: z.string() }),
  run: async (ctx, i) => {
    const row = await requestInReach(ctx, { customerId: i.customerId, id: i.requestId }, false);
    return { ...shown(row, ctx.actor.id), input: JSON.stringify(shownInput(ctx, row), null, 2) };
  },
});
export const approve = command({
  name: 'access.approve_request',
  says: { zh: '复核通过并执行', en: 'Approve and run a request' },
  allow: ['ANY_STAFF'],
  stepUp: true,
  input: z.object(at),
  /** `answer` is what the command answered, as JSON text. */
  output: z.object({ answer: z.string() }),
  run: async (ctx, i) => ({ answer: JSON.stringify(await approveRequest(ctx, { customerId: i.customerId, id: i.requestId })) }),
});
export const reject = command({
  name: 'access.reject_request',
  says: { zh: '复核驳回或撤回', en: 'Reject a request, or take one back' },
  allow: ['ANY_STAFF'],
  input: z.object({ ...at, reason: zText(200) }),
  output: z.object({}),
  run: async (ctx, i) => {
    await rejectRequest(ctx, { customerId: i.customerId, id: i.requestId }, i.reason);
    return {};
  },
});
