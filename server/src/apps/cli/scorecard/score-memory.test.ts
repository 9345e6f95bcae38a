import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCard, CsvReader, type Monitoring, tableOf } from '@tallystick/engines/scorecard';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Held whole, the rows and answers of the long file take more than 400 MB. */
const MOST_MEGABYTES = 300;
const ROWS = 100_000;
const row = (i: number) => ({ a: (i * 7919) % 1000, b: (i * 104_729) % 777, c: ['x', 'y', 'z'][i % 3] ?? 'x', d: i % 17, e: (i * 31) % 101 });
const BLOCK = `${Array.from({ length: ROWS }, (_, i) => Object.values(row(i)).join(',')).join('\n')}\n`;

/** A file of five columns: the same hundred thousand rows, as often as asked. */
function file(times: number): string {
  const name = join(folder, `${times}.csv`);
  const at = openSync(name, 'w');
  writeSync(at, 'a,b,c,d,e\n');
  for (let k = 0; k < times; k += 1) writeSync(at, BLOCK);
  closeSync(at);
  return name;
}

/** Scores, then looks at the months, in a process of its own with a heap of 48 MB and answers its peak memory in MB. */
function peakOf(data: string): number {
  const [card, score, monitor] = [join(folder, 'card.json'), join(import.meta.dirname, 'score.ts'), join(import.meta.dirname, 'monitor.ts')].map(
    (v) => JSON.stringify(v),
  );
  const program = `const [{ scoreCommand }, { monitorCommand }] = [await import(${score}), await import(${monitor})];
    await scoreCommand({ card: ${card}, data: ${JSON.stringify(data)}, out: ${JSON.stringify(`${data}.out`)} });
    await monitorCommand({ card: ${card}, data: ${JSON.stringify(data)}, month: 'd', target: 'c', bad: 'x', out: ${JSON.stringify(`${data}.drift`)} });
    console.log(process.resourceUsage().maxRSS);`;
  return Number(execFileSync(process.execPath, ['--max-old-space-size=48', '--input-type=module', '-e', program], { encoding: 'utf8' })) / 1024;
}

test('memory of scoring and monitoring does not grow with the file: eight million rows go through, and what is told is that of a short file', {
  timeout: 120_000,
}, () => {
  const sample = Array.from({ length: 4000 }, (_, i) => row(i));
  const bad = Uint8Array.from(sample, (r, i) => (r.a + 400 * (r.c === 'x' ? 1 : 0) + ((i * 613) % 900) > 1300 ? 1 : 0));
  const { card } = buildCard({ id: 'm', version: '1', table: tableOf(sample, ['a', 'b', 'c', 'd', 'e']), bad });
  writeFileSync(join(folder, 'card.json'), JSON.stringify(card));
  const [small, large] = [file(1), file(80)];
  expect(peakOf(small)).toBeLessThan(MOST_MEGABYTES);
  expect(peakOf(large)).toBeLessThan(MOST_MEGABYTES);
  const [few, many] = [small, large].map((name) => JSON.parse(readFileSync(join(`${name}.drift`, 'drift.json'), 'utf8'))) as [Monitoring, Monitoring];
  expect(few.drift.score).toHaveLength(17);
  for (const [m, month] of many.drift.score.entries())
    expect(month).toMatchObject({ rows: 80 * (few.drift.score[m]?.rows ?? 0), index: expect.closeTo(few.drift.score[m]?.index ?? -1, 12) });
  expect(many.outcomes?.map((m) => [m.known, m.bads])).toEqual(few.outcomes?.map((m) => [80 * m.known, 80 * m.bads]));
  const [once, often] = [small, large].map((name) => readFileSync(`${name}.out`)) as [Buffer, Buffer];
  const header = once.indexOf('\n') + 1;
  const size = once.length - header;
  expect(often.length).toBe(header + 80 * size);
  for (let k = 0; k < 80; k += 1) expect(often.compare(once, header, once.length, header + k * size, header + (k + 1) * size)).toBe(0);
});

test('rows taken part by part are the rows of the file, and a refusal still names the row of the file', () => {
  const reader = new CsvReader({ ragged: 'keep', categories: ['c'] });
  const bytes = new TextEncoder().encode('a,c\n1,x\n2\n3,y\n4,x\n');
  const parts = [bytes.subarray(0, 9), bytes.subarray(9, 16), bytes.subarray(16)].map((chunk) => {
    reader.push(chunk);
    return reader.take();
  });
  expect(parts.map((p) => [p.table.rows, p.ragged])).toEqual([
    [1, []],
    [2, [0]],
    [1, []],
  ]);
  const damaged = new Uint8Array([...new TextEncoder().encode('5,z\n6,'), 0xff, 0x0a]);
  expect(() => reader.push(damaged)).toThrow(expect.objectContaining({ facts: { column: 'c', row: 6 } }));
});
