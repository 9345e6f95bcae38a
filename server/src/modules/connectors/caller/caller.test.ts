import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from './ask.ts';
import { readAnswer } from './envelope.ts';
import { monthsBetween, zMilli, zRatio, zYuan } from './numbers.ts';

let server: Server;
let url = '';
let answers: [number, string][] = [];
let seen: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push(body);
      const [status, text] = answers.shift() ?? [200, '{}'];
      if (status === 302) response.setHeader('location', 'http://127.0.0.1:1/');
      response.writeHead(status).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());
const put = async (...list: [number, string][]) => {
  answers = list;
  seen = [];
  return ask({ url, body: { request_id: 'r1' }, timeoutMs: 500 });
};

describe('one question', () => {
  test('is put at most three times under one request id where it may pass, never again where we asked wrongly', async () => {
    expect(await put([500, ''], [429, ''], [200, 'x'])).toMatchObject({ tries: 3, answer: { status: 200, text: 'x' } });
    expect(new Set(seen)).toEqual(new Set(['{"request_id":"r1"}']));
    expect(await put([500, ''], [500, ''], [500, ''], [200, 'x'])).toMatchObject({ tries: 3, answer: { status: 500 } });
    expect(await put([400, 'no'])).toMatchObject({ tries: 1, answer: { status: 400 } });
    expect(await put([404, 'no'])).toMatchObject({ tries: 1 });
  });
  test('follows no redirect and reads no endless answer', async () => {
    expect((await put([302, ''], [302, ''], [302, ''])).answer.state).toBe('unreachable');
    expect(await put([200, 'x'.repeat(1_100_000)])).toMatchObject({ tries: 1, answer: { state: 'too_large' } });
  });
});

describe('an answer', () => {
  const shape = z.object({ a: z.string(), b: z.number() });
  const text = (more: object) =>
    JSON.stringify({
      request_id: 'r1',
      result_code: '0000',
      result_msg: 'ok',
      data: { a: 'x', b: 1 },
      source: 's',
      fetched_at: null,
      cost: '4.00',
      ...more,
    });
  test.each([
    [text({}), 200, 'ok'],
    [text({ request_id: 'other' }), 200, 'malformed'],
    [text({ data: { a: 'x' } }), 200, 'malformed'],
    [text({ data: [] }), 200, 'malformed'],
    [text({ data: { a: 'x' }, result_code: '0206', result_msg: '部分数据 partial data: b' }), 200, 'partial'],
    [text({ data: { a: 5 }, result_code: '0206' }), 200, 'malformed'],
    [text({ data: null, result_code: '0404' }), 200, 'no_record'],
    [text({ data: null, result_code: '0429' }), 429, 'quota'],
    [text({ data: null, result_code: '0400' }), 400, 'bad_request'],
    ['internal error', 500, 'error'],
    [text({}).slice(0, 40), 200, 'malformed'],
    ['null', 200, 'malformed'],
  ])('%s with %i is %s', (body, status, state) => {
    expect(readAnswer(body, status, 'r1', shape).state).toBe(state);
  });
  test('keeps cost, the hash of its bytes and the missing blocks', () => {
    const read = readAnswer(text({ data: { a: 'x' }, result_code: '0206', result_msg: '部分数据 partial data: b' }), 200, 'r1', shape);
    expect(read).toMatchObject({ costMinor: 400n, missing: 'b', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

test('figures of the outside become exact numbers', () => {
  expect([zYuan.parse('12.30'), zRatio.parse('0.0312'), zRatio.parse('-1.5'), zMilli.parse('4.78')]).toEqual([1230n, 31_200n, -1_500_000n, 4780]);
  expect(zYuan.safeParse('1e3').success).toBe(false);
  expect([monthsBetween('2024-01-31', '2024-02-29'), monthsBetween('2024-01-31', '2024-02-28'), monthsBetween('2024-03-01', '2026-03-01')]).toEqual([
    1, 0, 24,
  ]);
});
