import type { Refusal } from '@tallystick/kernel';
import { describe, expect, test } from 'vitest';
import { type CsvOptions, CsvReader, cellOf, columnOf, levelOf, numberInText } from '../index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (input: string | Uint8Array, options: Partial<CsvOptions> = {}, chunk = Number.POSITIVE_INFINITY) => {
  const reader = new CsvReader({ ragged: 'refuse', ...options });
  const all = typeof input === 'string' ? bytes(input) : input;
  for (let at = 0; at < all.length; at += chunk) reader.push(all.subarray(at, Math.min(all.length, at + chunk)));
  return reader.end();
};
const cells = (input: string, name: string, options: Partial<CsvOptions> = {}, chunk?: number) => {
  const { table } = read(input, options, chunk);
  const column = columnOf(table, name);
  return Array.from({ length: table.rows }, (_, i) => cellOf(column, i));
};
const refusal = (input: string | Uint8Array, options: Partial<CsvOptions> = {}): { code: string; facts: object } => {
  try {
    read(input, options);
  } catch (error) {
    const { code, facts } = error as Refusal;
    return { code, facts };
  }
  return { code: 'nothing refused', facts: {} };
};

const SAMPLE = 'id,"amount",shop\r\n1,10.5,"a, b"\r\n2,,"say ""hi"""\r\n3,-7e2,\r\n\r\n4,83.70%,铺\n5,0,plain';

describe('reading CSV', () => {
  test.each([1, 2, 3, 7, 1000])('gives the same cells in chunks of %i bytes', (chunk) => {
    expect(cells(SAMPLE, 'amount', {}, chunk)).toEqual([10.5, null, -700, 83.7, 0]);
    expect(cells(SAMPLE, 'shop', {}, chunk)).toEqual(['a, b', 'say "hi"', null, '铺', 'plain']);
  });

  test('a text among numbers is missing and counted; a column of texts is a category; codes may be asked to be one', () => {
    const lines = Array.from({ length: 20 }, (_, i) => (i === 3 ? 'x' : i === 4 ? 'NA' : String(i)));
    const column = columnOf(read(`a\n${lines.join('\n')}`).table, 'a');
    expect(column).toMatchObject({ kind: 'numeric', unreadable: 1 });
    expect(cells('a\n1\n2\nT\nT\n', 'a')).toEqual(['1', '2', 'T', 'T']);
    expect(cells('a\n1\n02\n1.0\n', 'a', { categories: ['a'] })).toEqual(['1', '02', '1']);
  });

  test('a byte-order mark is skipped, spaces around a value are not part of it', () => {
    expect(cells('\uFEFFa,b\n 1 , x \n', 'a')).toEqual([1]);
    expect(cells('a,b\n 1 , x \n', 'b')).toEqual(['x']);
  });

  test.each([
    ['', 'scorecard.file_empty', {}],
    ['a,b\n', 'scorecard.file_empty', {}],
    ['a,b,a\n1,2,3\n', 'scorecard.header_twice', { column: 'a' }],
    ['a,b\n1,2\n3\n', 'scorecard.row_ragged', { row: 2, cells: 1, columns: 2 }],
    ['a,b\n1,"2\n3,4\n', 'scorecard.quote_open', { row: 1 }],
  ])('%o is refused', (text, code, facts) => {
    expect(refusal(text)).toEqual({ code, facts });
  });

  test('bytes that are not UTF-8 are refused with row and column: GBK, UTF-16, a zero byte', () => {
    const gbk = new Uint8Array([...bytes('a,b\n1,'), 0xc9, 0xcc, 10]);
    expect(refusal(gbk)).toEqual({ code: 'scorecard.encoding', facts: { column: 'b', row: 1 } });
    expect(refusal(new Uint8Array([0xff, 0xfe, 97, 0, 10, 0])).code).toBe('scorecard.encoding');
    expect(refusal('a\nx\u0000y\n').code).toBe('scorecard.encoding');
  });

  test('ragged rows may be kept as rows of missing values, told by their place', () => {
    const { table, ragged } = read('a,b\n1,2\n3\n4,5,6\n7,8\n', { ragged: 'keep' });
    expect(ragged).toEqual([1, 2]);
    expect(Array.from({ length: 4 }, (_, i) => cellOf(columnOf(table, 'a'), i))).toEqual([1, null, null, 7]);
  });
});

test.each(['0', '12', '-3.25', '+4', '1e3', '83.7%', '.5', '5.', '123456789012345678', '007', '1,000', '--1', '1e999', 'abc', '-0'])(
  'the number in %o is the same from a file and from a text',
  (text) => {
    const [fromFile] = cells(`a\n${text.includes(',') ? `"${text}"` : text}\n`, 'a');
    const number = numberInText(text);
    if (Number.isNaN(number)) expect(fromFile).toBe(text);
    else expect(fromFile).toBe(number);
    expect(cells(`a\n"${text}"\n`, 'a', { categories: ['a'] })[0]).toBe(levelOf(text));
  },
);
