import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { bankDate, bankMinuteOfDay, instant } from '@tallystick/kernel';
import { person } from '@tallystick/simulators';
import { expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import connectors from '#mount/connectors';
import customers from '#mount/customers';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { hears, mount } from '#platform';
import { joinAs, makeBranch, makeStaff, openOutside, openWorld } from '#test';
import { buildApp } from '../../../http/app.ts';
import { orderPayment, paymentOrder, paymentSettled } from '../index.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

test('the rail itself calls back, twice, over HTTP: an order whose answer never came is settled once', async () => {
  const port = await freePort();
  const outside = await openOutside({ url: `http://127.0.0.1:${port}/api/callbacks/payment`, secret: 'callback-secret-for-tests' });
  const settled: string[] = [];
  const listener = mount({
    name: 'test',
    hears: [hears(paymentSettled, 'test.settled', async (_ctx, e) => void settled.push(`${e.orderNo} ${e.state}`))],
  });
  const world = await openWorld([audit, access, tasks, notifications, documents, customers, connectors, listener], { env: outside.env });
  const app = await buildApp(world.rt);
  try {
    await app.listen({ host: '127.0.0.1', port });
    const now = instant(Date.now()); // The rail signs with its own clock.
    await world.jumpTo(bankDate(now), bankMinuteOfDay(now));
    await makeStaff(world, ['RELATIONSHIP_MANAGER'], await makeBranch(world));
    const b = await joinAs(world, 210);
    // The effect happens, the answer is cut off; the callback comes doubled for the next order.
    await outside.fault('payment', { mode: 'lost_answer', times: 1, subject: 'CB1' });
    await outside.fault('payment', { mode: 'duplicate_callback', times: 1, subject: 'CB2' });
    for (const orderNo of ['CB1', 'CB2'])
      await world.rt.asSystem('test', (ctx) =>
        orderPayment(ctx, {
          customerId: b.customerId,
          orderNo,
          kind: 'disburse',
          amountMinor: 100n,
          account: person(210).card,
          payeeName: person(210).name,
          purpose: '进货',
          subject: orderNo,
        }),
      );
    await world.work();
    const told = () => world.asOwner<{ n: string }>(`select count(*) as n from connectors.payment_event where told_by = 'callback'`);
    for (let i = 0; i < 50 && Number((await told())[0]?.n) < 3; i += 1) await new Promise((resolve) => setTimeout(resolve, 40));
    expect(Number((await told())[0]?.n)).toBe(3);
    await world.work();
    const states = await Promise.all(['CB1', 'CB2'].map((no) => world.rt.asSystem('test', (ctx) => paymentOrder(ctx, b.customerId, no))));
    expect(states.map((o) => o.state)).toEqual(['success', 'success']);
    expect(settled.sort()).toEqual(['CB1 success', 'CB2 success']);
  } finally {
    await app.close();
    await world.close();
    await outside.close();
  }
});
