import { HOUSE } from '@tallystick/kernel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import access from '#mount/access';
import audit from '#mount/audit';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { type Command, get, listOf, mount, type Operation, query, type Route, zInt } from '#platform';
import {
  ask,
  type Browser,
  borrowerBrowser,
  freshCode,
  loginOf,
  makeStaff,
  openWorld,
  type StaffActor,
  staffBrowser,
  TEST_PASSWORD,
  type World,
} from '#test';
import { toCsv } from './csv.ts';
import { buildApp } from './index.ts';

const CUSTOMER = 'cust_00000000000000000000000001' as const;
let world: World;
let app: FastifyInstance;
let admin: StaffActor;
let browser: NonNullable<Browser>;
const route = (name: string): Route => {
  const found = world.rt.mounts.flatMap((m) => m.routes ?? []).find((r) => r.operation.name === name);
  if (found === undefined) throw new Error(`no route of ${name}`);
  return found;
};
beforeAll(async () => {
  world = await openWorld([audit, access, tasks, notifications, documents, mount({ name: 'test', hooks: { reach: async () => true } })], {
    env: { LOG_LEVEL: 'silent' },
  });
  app = await buildApp(world.rt);
  admin = await makeStaff(world, ['ADMIN', 'COMPLIANCE']);
  browser = await staffBrowser(world, app, admin);
});
afterAll(async () => {
  await app.close();
  await world.close();
});
const PUT_VIEW = { method: 'PUT', url: '/api/me/preferences/view.x', payload: { value: 'x' } } as const;
const headers = (more: Record<string, string> = {}) => ({
  cookie: browser.cookie,
  'x-csrf-token': browser.csrf,
  'idempotency-key': `app-key-${Math.random()}`,
  ...more,
});

describe('S3-25 the web edge', () => {
  test.each(['/api/me', '/api/nowhere', '/', '/console/', '/health', '/api/openapi.json'])('%s answers with the protecting headers', async (url) => {
    const { headers: got } = await app.inject({ method: 'GET', url });
    expect(got['content-security-policy']).toContain("default-src 'self'");
    expect(got['content-security-policy']).not.toMatch(/script-src[^;]*unsafe|unsafe-eval/);
    expect(got).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    if (url.startsWith('/api/')) expect(got['cache-control']).toBe('no-store');
  });
  test('cookies are out of reach of scripts and of other sites; TLS in front makes them secure and sends HSTS', async () => {
    const signIn = async (on: FastifyInstance, w: World, s: StaffActor) => {
      const first = await on.inject({ method: 'POST', url: '/api/sign-in', payload: { login: await loginOf(w, s), password: TEST_PASSWORD } });
      return on.inject({
        method: 'POST',
        url: '/api/sign-in/second-factor',
        payload: { pending: first.json().pending, code: await freshCode(w, s) },
      });
    };
    const plain = await signIn(app, world, await makeStaff(world, ['REVIEWER']));
    expect(plain.cookies).toMatchObject([{ name: 'tally_staff', httpOnly: true, sameSite: 'Lax', path: '/' }]);
    expect(plain.headers['strict-transport-security']).toBeUndefined();
    const tls = await openWorld([audit, access], { env: { PUBLIC_ORIGIN: 'https://bank.example' } });
    const secure = await buildApp(tls.rt);
    const answer = await signIn(secure, tls, await makeStaff(tls, ['REVIEWER']));
    expect(answer.cookies).toMatchObject([{ httpOnly: true, secure: true }]);
    expect(answer.headers['strict-transport-security']).toContain('max-age=');
    await secure.close();
    await tls.close();
  });
  test('a write from another origin, without the token, or with a wrong one is refused; with both it goes through', async () => {
    expect((await app.inject({ ...PUT_VIEW, headers: headers({ origin: 'https://evil.example' }) })).json().code).toBe('platform.origin');
    expect((await app.inject({ ...PUT_VIEW, headers: headers({ 'x-csrf-token': '' }) })).json().code).toBe('platform.origin');
    expect((await app.inject({ ...PUT_VIEW, headers: headers({ 'x-csrf-token': 'a'.repeat(64) }) })).json().code).toBe('platform.origin');
    expect((await app.inject({ ...PUT_VIEW, headers: headers({ origin: 'http://localhost:80' }) })).statusCode).toBe(200);
  });
  test('who is signed in on one side can still sign in on the other', async () => {
    const borrower = await borrowerBrowser(world, CUSTOMER);
    const s = await makeStaff(world, ['REVIEWER']);
    const answer = await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { cookie: borrower.cookie },
      payload: { login: await loginOf(world, s), password: TEST_PASSWORD },
    });
    expect(answer.statusCode).toBe(200);
    const both = { cookie: `${borrower.cookie}; ${browser.cookie}` };
    const who = async (side: string) => (await app.inject({ method: 'GET', url: '/api/me', headers: { ...both, 'x-side': side } })).json().kind;
    expect([await who('borrower'), await who('staff')]).toEqual(['borrower', 'staff']);
    expect((await app.inject({ method: 'GET', url: '/api/me', headers: { cookie: browser.cookie, 'x-side': 'borrower' } })).statusCode).toBe(401);
  });
  test('bodies that are too large, of another type, unreadable, or meant to reach the prototype are refused', async () => {
    const send = (payload: string | Buffer, type = 'application/json', url: string = PUT_VIEW.url) =>
      app.inject({ method: 'PUT', url, payload, headers: headers({ 'content-type': type }) });
    const large = await send(JSON.stringify({ value: 'x'.repeat(300_000) }));
    expect([large.statusCode, large.json().facts.max]).toEqual([413, '256 KB']);
    expect((await send('<a/>', 'application/xml')).statusCode).toBe(415);
    expect((await send(`{"value":${'['.repeat(60_000)}${']'.repeat(60_000)}}`)).statusCode).toBe(400);
    for (const bad of ['{"value":"a\\u0000b"}', '{"value":"\\ud800"}'])
      expect((await send(bad)).json().faults).toMatchObject([{ field: 'value', code: 'platform.field_control' }]);
    expect((await app.inject({ method: 'GET', url: '/api/audit/trail?action=%00', headers: headers() })).json().faults).toMatchObject([
      { field: 'action', code: 'platform.field_control' },
    ]);
    expect((await send('{"value":')).statusCode).toBe(400);
    expect((await send('{"__proto__":{"admin":true},"value":"x"}')).statusCode).toBe(400);
    expect((await send('["value"]')).json().faults).toMatchObject([
      { field: 'value', code: 'platform.field_missing' },
      { code: 'platform.field_unknown' },
    ]);
    const upload = await app.inject({
      method: 'POST',
      url: `/api/customers/${CUSTOMER}/documents?kind=other&name=x.pdf`,
      payload: Buffer.alloc(10 * 1024 * 1024 + 1, '%'),
      headers: { ...(await borrowerHeaders()), 'content-type': 'application/octet-stream' },
    });
    expect([upload.statusCode, upload.json().facts.max]).toEqual([413, '10 MB']);
  });
  const borrowerHeaders = async () => {
    const b = await borrowerBrowser(world, CUSTOMER);
    return { cookie: b.cookie, 'x-csrf-token': b.csrf, 'idempotency-key': `app-key-${Math.random()}` };
  };
  test('a file goes out as an attachment under a harmless name, never to be guessed at', async () => {
    const up = await app.inject({
      method: 'POST',
      url: `/api/customers/${CUSTOMER}/documents?kind=other&name=${encodeURIComponent('证明"\r\nX: y.pdf')}`,
      payload: Buffer.from('%PDF-1.7'),
      headers: { ...(await borrowerHeaders()), 'content-type': 'application/octet-stream' },
    });
    expect(up.statusCode).toBe(200);
    const file = await app.inject({
      method: 'GET',
      url: `/api/customers/${CUSTOMER}/documents/${up.json().documentId}/file`,
      headers: await borrowerHeaders(),
    });
    expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
  });
  test('what strangers write is held back by address before it reaches anything', async () => {
    const knock = (ip: string) => app.inject({ method: 'POST', url: '/api/sign-in', payload: {}, remoteAddress: ip });
    const many = await Promise.all(Array.from({ length: 610 }, () => knock('10.9.9.9')));
    const [refused] = many.filter((r) => r.statusCode === 429);
    expect([refused?.json().code, refused?.headers['retry-after']]).toEqual(['platform.too_many', '60']);
    expect((await knock('10.9.9.8')).statusCode).toBe(422);
  });
  test('an unknown address is 404, a known one with another method 405 and says which it takes', async () => {
    expect((await app.inject({ method: 'GET', url: '/api/nowhere', headers: headers() })).json().code).toBe('platform.no_route');
    const wrong = await app.inject({ method: 'DELETE', url: '/api/me/preferences/view.x', headers: headers() });
    expect([wrong.statusCode, wrong.json().code, wrong.headers['allow']]).toEqual([405, 'platform.method', 'GET, PUT']);
  });
});

describe('an answer', () => {
  test('is the same again under the same key, and says so', async () => {
    const same = headers();
    const [first, second] = [await app.inject({ ...PUT_VIEW, headers: same }), await app.inject({ ...PUT_VIEW, headers: same })];
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed'], second.body]).toEqual([undefined, 'true', first.body]);
    expect((await app.inject({ ...PUT_VIEW, payload: { value: 'y' }, headers: same })).json().code).toBe('platform.key_reused');
    expect((await app.inject({ ...PUT_VIEW, headers: headers({ 'idempotency-key': 'short' }) })).json().code).toBe('platform.key_missing');
    expect((await app.inject({ ...PUT_VIEW, headers: headers({ 'idempotency-key': 'k'.repeat(201) }) })).statusCode).toBe(400);
  });
  test('of a dual-controlled command is 202 with the request’s number', async () => {
    const asked = await ask(
      app,
      browser,
      route('access.create_branch'),
      {},
      { body: { code: 'BJ01', nameZh: '北京测试支行', nameEn: 'Beijing test branch', region: '110000' } },
    );
    expect([asked.status, asked.body]).toEqual([202, { requestId: expect.stringMatching(/^dual_/) }]);
  });
  test('that failed inside says nothing about the inside', async () => {
    const broken = await openWorld([
      audit,
      access,
      mount({
        name: 'test',
        routes: [
          get('/broken', {
            ...route('access.list_courses').operation,
            name: 'test.broken',
            run: async () => {
              throw new Error('secret place /etc/x');
            },
          } as Route['operation']),
        ],
      }),
    ]);
    const own = await buildApp(broken.rt);
    const b = await staffBrowser(broken, own, await makeStaff(broken, ['REVIEWER']));
    const answer = await own.inject({ method: 'GET', url: '/api/broken', headers: { cookie: b.cookie } });
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'bug']);
    expect(answer.body).not.toMatch(/secret|\/etc|at .*\.ts/);
    await own.close();
    await broken.close();
  });
});

describe('S3-26 a list taken away as a file', () => {
  test('puts formulas out of action, says who took it when, leaves an audit row, and asks for a fresh second factor', async () => {
    await world.asOwner(
      `insert into access.branch (id, code, name_zh, name_en, region) values ('bran_x', 'X1', '=HYPERLINK("http://evil.example","点我")', '@SUM(A1)', '11')`,
    );
    const file = await app.inject({ method: 'GET', url: '/api/branches?format=csv', headers: headers() });
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="access.list_branches.csv"',
    });
    expect(file.body).toContain(`"'=HYPERLINK(""http://evil.example"",""点我"")",'@SUM(A1)`);
    expect(file.body.trimEnd().split('\r\n').at(-1)).toContain(admin.name);
    const rows = await world.asOwner(`select actor_id, why from audit.event where command = 'access.list_branches'`);
    expect(rows).toEqual([{ actor_id: admin.id, why: 'export' }]);
    expect((await app.inject({ method: 'GET', url: '/api/branches', headers: headers() })).statusCode).toBe(200);
    world.clock.moveTo('2026-03-02', 9 * 60 + 15);
    expect((await app.inject({ method: 'GET', url: '/api/branches?format=csv', headers: headers() })).json().code).toBe('platform.step_up_needed');
    world.clock.moveTo('2026-03-02');
  });
  test('of more than fifty customers needs leave that another person gave, for that list and those days', async () => {
    const many = query({
      name: 'test.list_many',
      says: { zh: '客户', en: 'Customers' },
      allow: ['RELATIONSHIP_MANAGER'],
      input: z.object({ n: zInt(1, 200) }),
      output: listOf(z.object({ customerId: z.string() })),
      run: async (_ctx, i) => ({ items: Array.from({ length: i.n }, (_, at) => ({ customerId: `cust_${at}` })), total: i.n }),
    });
    const bank = await openWorld([audit, access, mount({ name: 'test', routes: [get('/many', many)] })]);
    const desk = await buildApp(bank.rt);
    const [manager, officer, colleague] = [
      await makeStaff(bank, ['RELATIONSHIP_MANAGER']),
      await makeStaff(bank, ['COMPLIANCE']),
      await makeStaff(bank, ['REVIEWER']),
    ];
    const who = await staffBrowser(bank, desk, manager);
    const taken = async (n: number) =>
      (await desk.inject({ method: 'GET', url: `/api/many?n=${n}&format=csv`, headers: { cookie: who.cookie } })).statusCode;
    expect([await taken(50), await taken(51)]).toEqual([200, 403]);
    const find = (name: string): Operation => bank.rt.operations.get(name) ?? route('access.me').operation;
    const asked = await bank.rt.execute(find('access.permit_export'), {
      actor: manager,
      key: 'permit-key-1',
      input: { permission: 'test.list_many', days: 2, reason: '年度检查' },
    });
    const approve = { customerId: HOUSE, requestId: asked.requestId };
    await expect(bank.as(colleague, find('access.approve_request') as Command, approve)).rejects.toMatchObject({ code: 'platform.forbidden' });
    await bank.as(officer, find('access.approve_request') as Command, approve);
    expect(await taken(51)).toBe(200);
    const refused = await bank.asOwner<{ why: string }>(`select why from audit.event where outcome = 'refused' and command = 'test.list_many'`);
    expect(refused).toEqual([{ why: 'platform.export_needs_leave' }]);
    await bank.jumpTo('2026-03-04');
    const later = await staffBrowser(bank, desk, manager);
    expect((await desk.inject({ method: 'GET', url: '/api/many?n=51&format=csv', headers: { cookie: later.cookie } })).statusCode).toBe(403);
    await desk.close();
    await bank.close();
  });
  test.each([
    ['=1+1', `'=1+1`],
    ['+1', `'+1`],
    ['-1+cmd', `'-1+cmd`],
    ['@x', `'@x`],
    ['\tx', `'\tx`],
    ['-12.50', '-12.50'],
    ['+86 199', `'+86 199`],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    [null, ''],
  ])('the cell %j becomes %j', (value, cell) => expect(toCsv([{ a: value }], 'mark').split('\r\n')[1]).toBe(cell));
});
