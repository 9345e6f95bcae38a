import { type CalendarDate, HOUSE, plusHours, sum } from '@tallystick/kernel';
import { z } from 'zod';
import { openTask } from '#modules/tasks';
import { type Ctx, callOutside, type DayStep, type OutsideAnswer, outsideJob, outsideUrl, zDate } from '#platform';
import { askAnyway } from './jobs.ts';
import { json, type RailOrder, zRailList } from './rail.ts';
import * as repo from './repo.ts';

const LIST_MAX = 64 * 1024 * 1024;
const NONCE_HOURS = 24;

/** Where our orders of a day and the rail's list disagree. An open order of ours that the rail knows the end of is a difference until it is asked about. */
export function differences(own: readonly repo.DayOrder[], rail: readonly RailOrder[], date: CalendarDate): repo.Difference[] {
  const theirs = new Map(rail.map((o) => [o.order_no, o]));
  const ours = new Map(own.map((o) => [o.order_no, o]));
  const out: repo.Difference[] = [];
  for (const o of own) {
    const r = theirs.get(o.order_no);
    if (!r) {
      if (o.state !== 'failed') out.push({ orderNo: o.order_no, what: 'missing_at_rail', own: o.state, rail: null });
    } else if (r.amount !== o.amount_minor || r.kind !== o.kind)
      out.push({ orderNo: o.order_no, what: 'amount', own: String(o.amount_minor), rail: String(r.amount) });
    else if (r.state !== o.state && !(isMoving(r) && o.state === 'sent'))
      out.push({ orderNo: o.order_no, what: 'state', own: o.state, rail: r.state });
  }
  for (const r of rail)
    if (!ours.has(r.order_no) && r.business_date === date) out.push({ orderNo: r.order_no, what: 'missing_here', own: null, rail: r.state });
  // Returned on this day, ordered earlier, and we have not heard yet.
  for (const r of rail)
    if (!ours.has(r.order_no) && r.business_date !== date) out.push({ orderNo: r.order_no, what: 'state', own: null, rail: r.state });
  return out;
}
const isMoving = (r: RailOrder): boolean => r.state === 'accepted' || r.state === 'processing';

/** Holds the rail's list of a day against our own orders; what differs in state is asked about order by order, and a person is told of the rest. */
export const reconcileJob = outsideJob({
  name: 'connectors.reconcile',
  payload: z.object({ date: zDate }),
  prepare: async (ctx, p) => ({
    url: `${outsideUrl(ctx.config, 'payment')}/reconciliation?date=${p.date}`,
    timeoutMs: ctx.config.CONNECTOR_TIMEOUT_MS * 4,
    maxBytes: LIST_MAX,
  }),
  call: (q): Promise<OutsideAnswer> => callOutside(q),
  settle: async (ctx, p, _q, answer) => {
    const read = answer.state === 'answered' && answer.status === 200 ? zRailList.safeParse(json(answer.text)) : undefined;
    if (!read?.success || read.data.date !== p.date) throw new Error(`the rail's list of the day could not be read: ${answer.state}`);
    await compare(ctx, p.date, read.data.orders);
  },
  gaveUp: async (ctx, p) => tellPerson(ctx, p.date, '对账文件取不到', 'The list of the day could not be fetched'),
});

async function compare(ctx: Ctx, date: CalendarDate, rail: readonly RailOrder[]): Promise<void> {
  const own = await repo.reportDay(ctx.tx, date);
  const found = differences(own, rail, date);
  const done = (o: repo.DayOrder): boolean => o.state === 'success';
  await repo.saveReconciliation(ctx.tx, {
    business_date: date,
    state: found.length === 0 ? 'equal' : 'differs',
    own_count: own.length,
    rail_count: rail.length,
    own_success_minor: sum(own.filter(done).map((o) => o.done_minor)),
    rail_success_minor: sum(rail.filter((o) => o.state === 'success').map((o) => o.done_amount)),
    differences: found,
    at: ctx.now,
  });
  for (const d of found) {
    const customerId = await repo.ownerOfOrder(ctx.tx, d.orderNo);
    if (d.what === 'state' && customerId) await askAnyway(ctx, customerId, d.orderNo);
  }
  if (found.length > 0) await tellPerson(ctx, date, `支付对账有 ${found.length} 笔差异`, `Reconciliation with the rail: ${found.length} differences`);
}
async function tellPerson(ctx: Ctx, date: CalendarDate, zh: string, en: string): Promise<void> {
  await openTask(ctx, {
    customerId: HOUSE,
    kind: 'reconciliation',
    subject: date,
    zh: `${zh}（${date}）`,
    en: `${en} (${date})`,
    ownerRole: 'DISBURSEMENT',
    branchId: null,
    priority: 1,
    link: '/payments/reconciliations',
  });
}

/** Close of business: fetch the rail's list of the day; forget used nonces that are past their window. */
export const reconcileStep: DayStep = {
  name: 'connectors.reconcile_day',
  says: { zh: '支付通道日终对账', en: 'Reconcile with the payment rail' },
  list: async (ctx, date) =>
    (await repo.reconciliations(ctx.tx, 400, 0)).some((r) => r.business_date === date) ? [] : [{ customerId: HOUSE, id: date }],
  run: async (ctx, _unit, date) => {
    await repo.dropNonces(ctx.tx, plusHours(ctx.wall, -NONCE_HOURS));
    if (await repo.startReconciliation(ctx.tx, date, ctx.now)) await ctx.enqueue(reconcileJob, { date }, { key: date, customerId: HOUSE });
  },
};
