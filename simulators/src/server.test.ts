import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PortBusy, startSimulators } from './server.ts';
import { firmSubject, personSubject, shopSubject, type TestWorld, testWorld } from './test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(() => world.send('control', 'POST', '/reset'));
afterAll(() => world.stop());

const healthy = { bureau: { case: 'healthy' } };
const fault = (source: string, body: object) => world.send('control', 'PUT', `/faults/${source}`, body);
const CALLS = [
  ['bureau', 'person', personSubject(5)],
  ['bureau', 'enterprise', firmSubject(5)],
  ['court', 'records', personSubject(5)],
  ['registry', 'enterprise', firmSubject(5)],
  ['tax', 'taxpayer', firmSubject(5)],
  ['platform', 'shop', shopSubject('S5')],
  ['platform', 'shop-monthly', shopSubject('S5')],
  ['identity', 'aml', personSubject(5)],
] as const;

test('every query answers in the common envelope', async () => {
  for (const n of [personSubject(5), firmSubject(5)]) await world.send('control', 'PUT', `/subjects/${n.id_no}`, healthy);
  for (const [source, kind, subject] of CALLS) {
    const { status, body } = await world.query(source, kind, subject);
    expect([source, kind, status, body.result_code]).toEqual([source, kind, 200, '0000']);
    expect(Object.keys(body).sort()).toEqual(['cost', 'data', 'fetched_at', 'latency_ms', 'request_id', 'result_code', 'result_msg', 'source']);
    expect(body).toMatchObject({ request_id: 'req-1', source: `${source}.${kind}`, latency_ms: 0 });
    expect(body.fetched_at).toMatch(/^2026-06-30T/);
    expect(body.cost).toMatch(/^\d+\.\d\d$/);
  }
});

test('the same question has the same bytes of data, in this process and in another world of the same seed', async () => {
  const other = await testWorld();
  for (const [source, kind, subject] of CALLS) {
    const answers = [await world.query(source, kind, subject), await world.query(source, kind, subject), await other.query(source, kind, subject)];
    expect(new Set(answers.map((a) => a.text)).size).toBe(1);
  }
  await other.stop();
});

test('another seed answers differently', async () => {
  const other = await testWorld({ seed: 'another' });
  const of = async (w: TestWorld) =>
    (await Promise.all(Array.from({ length: 20 }, (_, n) => w.query('platform', 'shop', shopSubject(`S${n}`))))).map((a) => a.text).join();
  expect(await of(other)).not.toBe(await of(world));
  await other.stop();
});

test('a question without consent, date, right check digits or right kind of subject is a bad request that says why', async () => {
  const stranger = { ...personSubject(5), id_no: '330106198805061010' };
  const wrong = [
    [{ consent_id: '' }, personSubject(5), 'consent_id'],
    [{ as_of: '2026-02-30' }, personSubject(5), 'as_of'],
    [{ request_id: undefined }, personSubject(5), 'request_id'],
    [{}, stranger, 'subject.id_no'],
    [{}, firmSubject(5), 'subject.type'],
  ] as const;
  for (const [more, subject, named] of wrong) {
    const { status, body } = await world.query('bureau', 'person', subject, more);
    expect([status, body.result_code, body.data]).toEqual([400, '0400', null]);
    expect(body.result_msg).toContain(named);
  }
});

test('faults before the effect: error, quota, no record', async () => {
  await fault('bureau', { mode: 'error' });
  expect((await world.query('bureau', 'person', personSubject(5))).status).toBe(500);
  await fault('bureau', { mode: 'quota' });
  expect(await world.query('bureau', 'person', personSubject(5))).toMatchObject({ status: 429, body: { result_code: '0429', data: null } });
  await fault('bureau', { mode: 'no_record' });
  expect(await world.query('bureau', 'person', personSubject(5))).toMatchObject({
    status: 200,
    body: { result_code: '0404', data: null, request_id: 'req-1' },
  });
  await fault('payment', { mode: 'no_record' });
  expect(await world.send('payment', 'GET', '/orders/X')).toMatchObject({ status: 404, body: { code: 'no_record' } });
});

test('faults of the answer: partial says what is missing, malformed is not JSON, wrong_shape is a list', async () => {
  const whole = (await world.query('registry', 'enterprise', firmSubject(5))).body.data;
  await fault('registry', { mode: 'partial' });
  const part = (await world.query('registry', 'enterprise', firmSubject(5))).body;
  expect(part.result_code).toBe('0206');
  const missing = Object.keys(whole).filter((key) => !(key in part.data));
  expect(missing.length).toBeGreaterThan(5);
  for (const key of missing) expect(part.result_msg).toContain(key);
  await fault('registry', { mode: 'malformed' });
  const broken = await world.query('registry', 'enterprise', firmSubject(5));
  expect([broken.status, broken.body]).toEqual([200, undefined]);
  expect(() => JSON.parse(broken.text)).toThrow();
  await fault('registry', { mode: 'wrong_shape' });
  expect((await world.query('registry', 'enterprise', firmSubject(5))).body.data).toEqual([]);
});

test('timeout never answers, and stopping the world does not wait for it', async () => {
  const silent = await testWorld();
  await silent.send('control', 'PUT', '/faults/court', { mode: 'timeout' });
  const asked = fetch(`${silent.urls.court}/query/records`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  const ended = asked.then(
    () => 'answered',
    () => 'cut',
  );
  expect(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 300, 'silent'))])).toBe('silent');
  expect((await silent.send('control', 'GET', '/log')).body.calls).toMatchObject([{ source: 'court', status: 0, fault: 'timeout' }]);
  await silent.stop();
  expect(await ended).toBe('cut');
});

test('a fault can be for one subject and for a number of calls only; others are answered', async () => {
  await fault('tax', { mode: 'error', times: 1, subject: firmSubject(5).id_no });
  expect((await world.query('tax', 'taxpayer', firmSubject(6))).status).toBe(200);
  expect((await world.query('tax', 'taxpayer', firmSubject(5))).status).toBe(500);
  expect((await world.query('tax', 'taxpayer', firmSubject(5))).status).toBe(200);
  await fault('tax', { mode: 'error' });
  await world.send('control', 'DELETE', '/faults');
  expect((await world.query('tax', 'taxpayer', firmSubject(5))).status).toBe(200);
});

test('latency is real and reported', async () => {
  await fault('identity', { mode: 'none', latency_ms: 120 });
  const began = performance.now();
  const { body } = await world.query('identity', 'two-element', personSubject(5));
  expect(performance.now() - began).toBeGreaterThan(110);
  expect(body.latency_ms).toBe(120);
});

test('unknown faults, sources, groups, fields and values are refused in plain words', async () => {
  expect(await fault('bureau', { mode: 'sleepy' })).toMatchObject({ status: 400 });
  expect(await fault('moon', { mode: 'error' })).toMatchObject({ status: 404, body: { code: 'no_such_source' } });
  for (const body of [{ weather: {} }, { court: { mood: 'x' } }, { court: { dishonest_from: '2026-13-01' } }, { tax: { grade: 'Z' } }, []]) {
    const { status } = await world.send('control', 'PUT', '/subjects/X', body);
    expect(status).toBe(400);
  }
  expect((await world.send('control', 'GET', '/subjects/X')).body.overrides).toEqual({});
});

test('the log keeps what was asked and what came of it, newest first', async () => {
  await world.query('court', 'records', personSubject(5));
  await fault('court', { mode: 'quota' });
  await world.query('court', 'records', personSubject(6));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { calls } = (await world.send('control', 'GET', '/log?limit=2')).body;
  expect(calls).toMatchObject([
    { source: 'court', path: '/query/records', subject: personSubject(6).id_no, status: 429, result: '0429', fault: 'quota' },
    {
      source: 'court',
      path: '/query/records',
      subject: personSubject(5).id_no,
      status: 200,
      result: '0000',
      body: { purpose_code: 'loan_approval' },
    },
  ]);
});

test('what was set about a subject survives a restart', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'simulators-'));
  const first = await testWorld({ stateDir });
  await first.send('control', 'PUT', `/subjects/${personSubject(9).id_no}`, { court: { case: 'dishonest' } });
  await first.stop();
  const second = await testWorld({ stateDir });
  expect((await second.query('court', 'records', personSubject(9))).body.data.match_count).toBe(3);
  await second.stop();
  rmSync(stateDir, { recursive: true });
});

test('a busy port is named, and nothing stays open behind', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const busy = (holder.address() as AddressInfo).port;
  const failed = await startSimulators({ basePort: busy - 1, latencyMs: 0 }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(PortBusy);
  expect(String(failed)).toContain(String(busy));
  await expect(fetch(`http://127.0.0.1:${busy - 1}/state`)).rejects.toThrow();
  holder.close();
});
