import { type CalendarDate, parseDate } from '@tallystick/kernel';
import fastify, { type FastifyInstance } from 'fastify';
import { listMessages } from '../messaging/routes.ts';
import { pageRoutes } from '../page/routes.ts';
import { callBack } from '../payment/callback.ts';
import { ORDER_STATES, type OrderState } from '../payment/orders.ts';
import { moveOrder } from '../payment/routes.ts';
import { bodyOf, SourceRefusal } from '../source-server.ts';
import { CALLS_KEPT } from '../world.ts';
import { bad, type ControlParts, setFault, setSubject, stateOf } from './acts.ts';

const SHOP_EVENTS = { punished: 'punished_from', closed: 'closed_from', settlement_account_changed: 'settlement_changed_on' } as const;

/** Makes something happen to a shop on a day and tells the lender, as a platform's webhook would. */
async function shopEvent(parts: ControlParts, input: Readonly<Record<string, unknown>>) {
  const { shop_id: shopId, event, date } = input as { shop_id?: string; event?: keyof typeof SHOP_EVENTS; date?: CalendarDate };
  if (typeof shopId !== 'string' || !event || !Object.hasOwn(SHOP_EVENTS, event))
    throw bad(`shop_id and event (${Object.keys(SHOP_EVENTS).join(', ')}) are required`);
  if (parseDate(String(date)) === undefined) throw bad('date: must be a date that exists');
  const set = parts.world.about(shopId);
  setSubject(parts.world, shopId, { ...set, platform: { ...set.platform, [SHOP_EVENTS[event]]: date } });
  const told = { event_id: `${shopId}:${event}:${date}`, event: `shop.${event}` as const, shop: { shop_id: shopId, date: String(date) } };
  void callBack(parts.target, told);
  return told;
}

function moveByHand(parts: ControlParts, orderNo: string, input: Readonly<Record<string, unknown>>) {
  const { state, code = 'PAYEE_ACCOUNT_CLOSED', date } = input;
  if (!ORDER_STATES.includes(state as OrderState) || typeof code !== 'string') throw bad(`state: one of ${ORDER_STATES.join(', ')}`);
  const on = parseDate(String(date));
  if (state === 'returned' && on === undefined) throw bad('date: the business date of the return');
  return moveOrder(parts.orders, parts.target, orderNo, { state: state as OrderState, code, date: on ?? '1970-01-01' });
}

/** The control API and its page. It has no faults of its own and is not in the log of calls. */
export function controlServer(parts: ControlParts): FastifyInstance {
  const { world } = parts;
  const app = fastify();
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error instanceof SourceRefusal ? error.status : (error.statusCode ?? 500);
    if (status >= 500) console.error(error);
    return reply
      .code(status)
      .send({ code: error instanceof SourceRefusal ? error.code : status < 500 ? 'bad_request' : 'internal', message: error.message });
  });
  app.get('/state', async () => stateOf(parts));
  app.get<{ Querystring: { limit?: string } }>('/log', async ({ query }) => ({
    calls: world.calls.newest(Math.max(1, Math.min(CALLS_KEPT, Number(query.limit ?? 100) || 100))),
  }));
  app.get<{ Querystring: { to?: string; limit?: string } }>('/messages', async ({ query }) => ({ messages: listMessages(world, query) }));
  app.put<{ Params: { source: string } }>('/faults/:source', async (request) => {
    setFault(world, request.params.source, request.body);
    return { faults: world.faults.all() };
  });
  app.delete('/faults', async () => {
    world.faults.clear();
    return { faults: {} };
  });
  app.get<{ Params: { id: string } }>('/subjects/:id', async ({ params }) => ({ id_no: params.id, overrides: world.about(params.id) }));
  app.put<{ Params: { id: string } }>('/subjects/:id', async (request) => {
    setSubject(world, request.params.id, request.body);
    return { id_no: request.params.id, overrides: world.about(request.params.id) };
  });
  app.delete<{ Params: { id: string } }>('/subjects/:id', async ({ params }) => {
    world.set(params.id, {});
    return { id_no: params.id, overrides: {} };
  });
  app.put<{ Params: { orderNo: string } }>('/orders/:orderNo', async (request) => moveByHand(parts, request.params.orderNo, bodyOf(request)));
  app.post('/shop-events', async (request) => shopEvent(parts, bodyOf(request)));
  app.post('/reset', async () => {
    world.reset();
    parts.orders.clear();
    return { reset: true };
  });
  pageRoutes(app, parts);
  return app;
}
