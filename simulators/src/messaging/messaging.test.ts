import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { person } from '../people/people.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
import { HOURLY_LIMIT } from './routes.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(() => world.send('control', 'POST', '/reset'));
afterAll(() => world.stop());

const mobile = person(60).mobile;
const sms = (more: object = {}) =>
  world.send('messaging', 'POST', '/sms', {
    mobile,
    template_id: 'otp',
    params: { code: '482913' },
    text: '验证码 482913，五分钟内有效。',
    biz_type: '验证码',
    ...more,
  });
const list = async (query = '') => (await world.send('messaging', 'GET', `/messages${query}`)).body.messages;

test('messages are listed newest first, by recipient, with their parameters', async () => {
  expect((await sms({ at: '2026-06-30T02:00:00.000Z' })).body).toMatchObject({ status: 'delivered', send_time: '2026-06-30T02:00:00.000Z' });
  await world.send('messaging', 'POST', '/email', { to: 'person60@example.test', subject: '还款提醒', text: '明天到期', biz_type: 'notice' });
  expect((await list()).map((m: { channel: string }) => m.channel)).toEqual(['email', 'sms']);
  expect(await list(`?to=${mobile}`)).toMatchObject([{ to: mobile, params: { code: '482913' }, biz_type: '验证码' }]);
  expect((await list('?to=person60@example.test'))[0]).toMatchObject({ subject: '还款提醒', biz_type: '通知' });
  expect((await world.send('control', 'GET', '/messages?limit=1')).body.messages).toHaveLength(1);
});

test.each([
  ['2026-06-30T13:59:00.000Z', 200], // 21:59 in China
  ['2026-06-30T14:00:00.000Z', 422], // 22:00
  ['2026-06-30T23:59:00.000Z', 422], // 07:59
  ['2026-07-01T00:00:00.000Z', 200], // 08:00
])('collection messages at %s answer %i', async (at, status) => {
  expect((await sms({ biz_type: '催收', at })).status).toBe(status);
  expect((await sms({ biz_type: '通知', at })).status).toBe(200);
  expect((await list()).length).toBe(status === 200 ? 2 : 1);
});

test('one number gets a limited count an hour; other numbers and other hours are free', async () => {
  const at = (minute: number) => new Date(Date.parse('2026-06-30T02:00:00.000Z') + minute * 60_000).toISOString();
  for (let i = 0; i < HOURLY_LIMIT; i += 1) expect((await sms({ at: at(i) })).status).toBe(200);
  expect(await sms({ at: at(30) })).toMatchObject({ status: 429, body: { code: 'too_many_messages' } });
  expect((await sms({ at: at(30), mobile: person(61).mobile })).status).toBe(200);
  expect((await sms({ at: at(90) })).status).toBe(200);
});

test('opted-out and unreachable recipients, bad numbers and unknown kinds are refused and not kept', async () => {
  await world.send('control', 'PUT', `/subjects/${mobile}`, { messaging: { opted_out: true } });
  expect((await sms({ biz_type: 'marketing' })).body.code).toBe('opted_out');
  expect((await sms({})).status).toBe(200);
  await world.send('control', 'PUT', `/subjects/${mobile}`, { messaging: { undeliverable: true } });
  expect((await sms({})).body.code).toBe('undeliverable');
  for (const more of [{ mobile: '123' }, { biz_type: 'other' }, { text: '' }, { at: 'soon' }]) expect((await sms(more)).status).toBe(400);
  expect(await list()).toHaveLength(1);
});
