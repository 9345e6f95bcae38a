import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openWorld } from '#test';
import { buildApp } from './index.ts';

test('a request that was on its way when the API began to stop is answered, and its connection ends', async () => {
  const world = await openWorld([]);
  const app = await buildApp(world.rt);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const answer = text(socket);
  socket.write('GET /health HTTP/1.1\r\n');
  await once(app.server, 'connection');
  const closed = app.close();
  await expect.poll(() => app.server.listening).toBe(false);
  socket.write('host: bank.example\r\n\r\n');
  expect(await answer).toMatch(/^HTTP\/1\.1 200 .*connection: close.*"alive"/is);
  await closed;
  await world.close();
});
