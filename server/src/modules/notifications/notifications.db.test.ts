import { bankMoment, type CustomerId } from '@tallystick/kernel';
import { type Simulators, startSimulators } from '@tallystick/simulators';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { type Actor, mount } from '#platform';
import { makeStaff, openWorld, type World } from '#test';
import { contactWindow, type Notice, notify, notifyStaff, recordContact } from './index.ts';
import { myMessages, putPreferences, readMessages, readStaffMessages, sentMessages, staffMessages } from './routes.ts';
import { windowAt } from './rules.ts';

const CUSTOMER = 'cust_00000000000000000000000001' as CustomerId;
const borrower: Actor = { kind: 'borrower', id: CUSTOMER, customerId: CUSTOMER, sessionId: 's' };
let outside: Simulators;
let world: World;
let mobile = '';
let next = 0;
const send = (n: Partial<Notice> & Pick<Notice, 'template' | 'params' | 'purpose'>) =>
  world.rt.asSystem(
    't',
    (ctx) => notify(ctx, { customerId: CUSTOMER, to: { mobile, email: `${mobile}@example.test` }, channels: ['sms'], ...n }),
    CUSTOMER,
  );
type Sent = { to: string; text: string; biz_type: string; send_time: string; subject: string };
const received = async (): Promise<Sent[]> =>
  ((await (await fetch(`${outside.urls.messaging}/messages?to=${mobile}`)).json()) as { messages: Sent[] }).messages;
const overdue = { template: 'overdue_notice', params: { amount: '880.00', days: '3' }, purpose: 'collection' } as const;
const stateOf = async () =>
  (
    await world.asOwner<{ state: string; fault: string | null; postponed: number }>(
      'select state, fault, postponed from notifications.message order by id desc limit 1',
    )
  )[0];

beforeAll(async () => {
  outside = await startSimulators({ basePort: 0, latencyMs: 0 });
  world = await openWorld([audit, access, tasks, notifications, mount({ name: 'test', hooks: { reach: async () => true } })], {
    env: { OUTSIDE_URLS: JSON.stringify(outside.urls) },
  });
});
beforeEach(() => {
  next += 1;
  mobile = `1990000${String(next).padStart(4, '0')}`;
});
afterAll(async () => {
  await world.close();
  await outside.stop();
});

test.each([
  ['07:59', 479, false, '08:00 the same day'],
  ['08:00', 480, true, 'now'],
  ['21:59', 1319, true, 'now'],
  ['22:00', 1320, false, '08:00 the next day'],
  ['23:59', 1439, false, '08:00 the next day'],
  ['00:00', 0, false, '08:00 the same day'],
])('COL-02 at %s collection contact is allowed: %j', (_at, minute, allowed, when) => {
  const now = bankMoment('2026-03-02', minute);
  const expected = when === 'now' ? now : bankMoment(when.includes('next') ? '2026-03-03' : '2026-03-02', 480);
  expect(windowAt({ fromMinute: 480, toMinute: 1320, dailyLimit: null }, now, 0)).toMatchObject({ allowed, nextAllowedAt: expected });
});

test('a service message goes out at once, by night too, in the language of its receiver', async () => {
  await world.jumpTo('2026-03-02', 23 * 60);
  await send({
    template: 'payment_received',
    params: { amount: '100.00', balance: '900.00' },
    purpose: 'service',
    channels: ['sms', 'email', 'in_app'],
  });
  await world.work();
  expect(await received()).toMatchObject([{ text: '已收到您的还款 100.00 元，剩余本金 900.00 元。', biz_type: '通知' }]);
  await world.as(borrower, putPreferences, { customerId: CUSTOMER, language: 'en', marketing: false });
  await send({ template: 'payment_received', params: { amount: '1.00', balance: '899.00' }, purpose: 'service' });
  await world.work();
  expect((await received())[0]?.text).toBe('We received 1.00 yuan. The remaining principal is 899.00 yuan.');
  await world.as(borrower, putPreferences, { customerId: CUSTOMER, language: 'zh', marketing: false });
});

test('COL-02 a collection message of 22:30 leaves at 08:00, even when its caller insists and the job is forced', async () => {
  await world.jumpTo('2026-03-03', 22 * 60 + 30);
  await send({ ...overdue, at: bankMoment('2026-03-03', 22 * 60), channels: ['sms', 'in_app'] });
  await world.asOwner(`update platform.job set run_at = '2020-01-01'`);
  await world.work();
  expect(await received()).toEqual([]);
  expect(await world.asOwner(`select state, postponed from notifications.message where channel = 'sms' order by id desc limit 1`)).toEqual([
    { state: 'waiting', postponed: 1 },
  ]);
  expect((await world.as(borrower, myMessages, { customerId: CUSTOMER })).items.map((m) => m.template)).not.toContain('overdue_notice');
  await world.jumpTo('2026-03-04', 7 * 60 + 59);
  await world.work();
  expect(await received()).toEqual([]);
  await world.jumpTo('2026-03-04', 8 * 60);
  await world.work();
  expect(await received()).toMatchObject([{ biz_type: '催收', send_time: expect.stringContaining('2026-03-04T00:0') }]);
  expect((await world.as(borrower, myMessages, { customerId: CUSTOMER })).items[0]?.template).toBe('overdue_notice');
});

test('COL-03 three effective voice contacts a day, over all agents, and no fourth; attempts that reached nobody do not count', async () => {
  await world.jumpTo('2026-03-05', 10 * 60);
  const call = (effective: boolean) =>
    world.rt
      .asSystem('t', (ctx) => recordContact(ctx, { customerId: CUSTOMER, kind: 'voice', effective }), CUSTOMER)
      .then(
        () => 'ok',
        (e: { code: string }) => e.code,
      );
  const window = () => world.rt.asSystem('t', (ctx) => contactWindow(ctx, CUSTOMER, 'voice'), CUSTOMER);
  expect([await call(false), (await window()).attemptsLeft]).toEqual(['ok', 3]);
  const atOnce = await Promise.all([call(true), call(true), call(true), call(true), call(true)]);
  expect(atOnce.filter((c) => c === 'ok')).toHaveLength(3);
  expect(atOnce.filter((c) => c === 'notifications.daily_limit')).toHaveLength(2);
  expect(await window()).toEqual({ allowed: false, reason: 'daily_limit', nextAllowedAt: bankMoment('2026-03-06', 480), attemptsLeft: 0 });
  await world.jumpTo('2026-03-06', 7 * 60);
  expect([await call(true), (await window()).reason]).toEqual(['notifications.outside_hours', 'outside_hours']);
  await world.jumpTo('2026-03-06', 9 * 60);
  expect(await call(true)).toBe('ok');
});

test('advertising reaches only who asked for it', async () => {
  await world.jumpTo('2026-03-09', 10 * 60);
  const ad = { template: 'staff_alert', params: { subject: '首贷活动', text: '本月申请免评估费' }, purpose: 'marketing' } as const;
  await send(ad);
  await world.work();
  expect([await received(), await stateOf()]).toMatchObject([[], { state: 'blocked', fault: 'no_marketing_consent' }]);
  const agent = await makeStaff(world, ['SERVICE_AGENT']);
  await expect(world.as(agent, putPreferences, { customerId: CUSTOMER, language: 'zh', marketing: true })).rejects.toMatchObject({
    code: 'platform.forbidden',
  });
  await world.as(borrower, putPreferences, { customerId: CUSTOMER, language: 'zh', marketing: true });
  await send(ad);
  await world.work();
  expect(await received()).toHaveLength(1);
});

test('a gateway that fails is asked again; one that refuses for good ends it; a code that came too late is not sent', async () => {
  await world.jumpTo('2026-03-10', 10 * 60);
  const fault = (body: object) =>
    fetch(`${outside.urls.control}/faults/messaging`, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  await fault({ mode: 'error', times: 1 });
  await send({ template: 'payment_due', params: { amount: '1.00', date: '2026-03-13' }, purpose: 'service' });
  await world.work();
  expect(await stateOf()).toMatchObject({ state: 'waiting' });
  world.clock.moveTo('2026-03-10', 10 * 60 + 1);
  await world.work();
  expect([await stateOf(), (await received()).length]).toMatchObject([{ state: 'sent' }, 1]);
  await fetch(`${outside.urls.control}/subjects/${mobile}`, {
    method: 'PUT',
    body: JSON.stringify({ messaging: { undeliverable: true } }),
    headers: { 'content-type': 'application/json' },
  });
  await send({ template: 'payment_due', params: { amount: '2.00', date: '2026-03-13' }, purpose: 'service' });
  await world.work();
  expect(await stateOf()).toMatchObject({ state: 'failed', fault: 'undeliverable' });
  await send({ template: 'one_time_code', params: { code: '482913', minutes: '5' }, purpose: 'code' });
  world.clock.moveTo('2026-03-10', 10 * 60 + 7);
  await world.work();
  expect(await stateOf()).toMatchObject({ state: 'blocked', fault: 'expired' });
});

test('S0-36 the customer sees the state of the application in messages, in both languages, unread until read; a stranger sees nothing', async () => {
  await send({ template: 'application_submitted', params: { reference: 'A-1', days: '2' }, purpose: 'service', channels: ['in_app'] });
  await send({
    template: 'application_approved',
    params: { reference: 'A-1', amount: '50000.00', rate: '6.0000' },
    purpose: 'service',
    channels: ['in_app'],
    link: '/applications/A-1',
  });
  const found = await world.as(borrower, myMessages, { customerId: CUSTOMER, limit: 2 });
  expect(found.items.map((m) => m.template).sort()).toEqual(['application_approved', 'application_submitted']);
  expect(found.items.find((m) => m.template === 'application_approved')).toMatchObject({
    title: { zh: '申请已通过', en: 'Application approved' },
    body: { en: 'Your application A-1 is approved: 50000.00 yuan at 6.0000% a year (simple interest). Sign in to see the contract.' },
    readAt: null,
    link: '/applications/A-1',
  });
  expect(found.unread).toBeGreaterThanOrEqual(2);
  expect((await world.as(borrower, readMessages, { customerId: CUSTOMER })).read).toBe(found.unread);
  expect((await world.as(borrower, myMessages, { customerId: CUSTOMER })).unread).toBe(0);
  const other = 'cust_00000000000000000000000002' as CustomerId;
  await expect(
    world.as({ kind: 'borrower', id: other, customerId: other, sessionId: 's' }, myMessages, { customerId: CUSTOMER }),
  ).rejects.toMatchObject({ code: 'platform.not_found' });
});

test('staff see where messages went with addresses masked and codes hidden; nothing personal lies readable in the tables or jobs', async () => {
  await send({ template: 'one_time_code', params: { code: '730164', minutes: '5' }, purpose: 'code' });
  const [jobs] = await world.asOwner<{ all: string }>(`select string_agg(j::text, chr(10)) as all from platform.job j`);
  expect(jobs?.all).not.toMatch(new RegExp(`730164|${mobile}`));
  await world.work();
  const agent = await makeStaff(world, ['SERVICE_AGENT']);
  const [last] = (await world.as(agent, sentMessages, { customerId: CUSTOMER, limit: 1 })).items;
  expect(last).toMatchObject({ channel: 'sms', state: 'sent', address: `199****${mobile.slice(-4)}` });
  expect(JSON.stringify(last)).not.toContain('730164');
  const [rows] = await world.asOwner<{ all: string }>(`select string_agg(m::text, chr(10)) as all from notifications.message m`);
  expect(rows?.all).not.toMatch(new RegExp(`730164|${mobile}`));
});

test('every template is whole in both languages: the same holes, none left open', async () => {
  const rows = await world.asOwner<Record<'code' | 'title_zh' | 'title_en' | 'body_zh' | 'body_en', string>>('select * from notifications.template');
  const holes = (text: string): string[] => [...text.matchAll(/\{(\w+?)(_zh|_en)?\}/g)].map((m) => m[1] ?? '').sort();
  expect(rows.length).toBeGreaterThan(12);
  for (const r of rows) expect([r.code, holes(r.title_zh + r.body_zh)]).toEqual([r.code, holes(r.title_en + r.body_en)]);
  await expect(send({ template: 'paid_out', params: { amount: '1.00' }, purpose: 'service' })).rejects.toThrow('needs the parameter date');
});

test('a staff notice waits in its inbox until it is read', async () => {
  const agent = await makeStaff(world, ['RISK_MANAGER']);
  await world.rt.asSystem('t', (ctx) =>
    notifyStaff(ctx, { staffId: agent.id, template: 'staff_alert', params: { subject: 'loan_1', text: 'red' }, link: '/alerts' }),
  );
  expect(await world.as(agent, staffMessages, {})).toMatchObject({
    unread: 1,
    items: [{ title: { zh: '预警' }, body: { en: 'loan_1: red' }, link: '/alerts' }],
  });
  await world.as(agent, readStaffMessages, {});
  expect(await world.as(agent, staffMessages, {})).toMatchObject({ unread: 0, total: 1 });
});
