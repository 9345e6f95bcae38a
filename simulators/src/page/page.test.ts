import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAULT_MODES } from '../faults.ts';
import { BUREAU_CASES, COURT_CASES, FIELDS, OUTCOMES, REGISTRY_CASES, SHOP_CASES } from '../overrides.ts';
import { person } from '../people/people.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
import { TERMS } from './words.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.stop());

const view = async (query = '') => (await world.send('control', 'GET', `/${query}`)).text;
const submit = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(world.urls.control + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers });
const subject = person(90);

test('a one-time code is read from the page, in both languages, and hostile text stays text', async () => {
  const text = '验证码 735102 <script>alert(1)</script>';
  await world.send('messaging', 'POST', '/sms', { mobile: subject.mobile, template_id: 'otp', params: { code: '735102' }, text, biz_type: '验证码' });
  const chinese = await view();
  expect(chinese).toContain('<span class="code">735102</span>');
  expect(chinese).toContain('收到的短信和邮件');
  expect(chinese).not.toContain('<script>');
  expect(await view('?lang=en')).toContain('Messages received');
  expect(await view(`?to=${person(91).mobile}`)).not.toContain('735102</span>');
});

test('a fault is set and cleared by form, and a wrong one is refused on the page', async () => {
  const answer = await submit('/page/faults', { lang: 'en', source: 'tax', mode: 'error', times: '2', latency_ms: '', subject: '' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?lang=en&to=&subject=&done=1#sources']);
  expect((await world.send('control', 'GET', '/state')).body.sources.find((s: { name: string }) => s.name === 'tax').faults).toEqual([
    { mode: 'error', times: 2 },
  ]);
  expect(await view('?lang=en')).toContain('internal error × 2');
  const wrong = await submit('/page/faults', { lang: 'en', source: 'tax', mode: 'error', times: 'many' });
  expect(decodeURIComponent(wrong.headers.get('location') ?? '')).toContain('times+must+be+a+whole+number');
  await submit('/page/clear-faults', { lang: 'en' });
  expect((await world.send('control', 'GET', '/state')).body.sources.every((s: { faults: unknown[] }) => s.faults.length === 0)).toBe(true);
});

test('a subject is looked up and changed by form; empty fields stay at their default', async () => {
  expect(await view(`?subject=${subject.idNo}`)).toContain(subject.name);
  const form = {
    lang: 'zh',
    subject: subject.idNo,
    'bureau.case': 'three_in_row',
    'court.dishonest_from': '',
    'identity.phone': 'false',
    'bureau.queries_3m': '5',
  };
  await submit('/page/subject', form);
  expect((await world.send('control', 'GET', `/subjects/${subject.idNo}`)).body.overrides).toEqual({
    bureau: { case: 'three_in_row', queries_3m: 5 },
    identity: { phone: false },
  });
  expect(await view(`?subject=${subject.idNo}`)).toContain('连三');
  await submit('/page/clear-subject', { lang: 'zh', subject: subject.idNo });
  expect((await world.send('control', 'GET', `/subjects/${subject.idNo}`)).body.overrides).toEqual({});
});

test('a form from another site changes nothing', async () => {
  const answer = await submit('/page/faults', { source: 'tax', mode: 'error' }, { origin: 'http://elsewhere.test' });
  expect(answer.headers.get('location')).toContain('note=');
  expect((await world.send('control', 'GET', '/state')).body.sources.every((s: { faults: unknown[] }) => s.faults.length === 0)).toBe(true);
});

test('every field, case and fault has words in Chinese and English', () => {
  const names = [
    ...Object.values(FIELDS).flatMap((fields) => Object.keys(fields)),
    ...BUREAU_CASES,
    ...COURT_CASES,
    ...REGISTRY_CASES,
    ...SHOP_CASES,
    ...OUTCOMES,
    ...FAULT_MODES,
  ];
  expect(names.filter((name) => TERMS[name] === undefined)).toEqual([]);
});
