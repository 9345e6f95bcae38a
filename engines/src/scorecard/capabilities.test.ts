import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const table = readFileSync(join(ROOT, 'docs/scorecard.md'), 'utf8').split('## What the anchors can do')[1] ?? '';
const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| what') && !line.startsWith('| ---'));
const named = rows.map((line) => line.split(' | ')[0]?.slice(2) ?? '');
const whole = (path: string): string =>
  path.startsWith('server/')
    ? path
    : path.startsWith('cli/')
      ? path.replace('cli/', 'server/src/apps/cli/scorecard/')
      : `engines/src/scorecard/${path}`;

test('every row of the anchors and the twelve that users miss most are in the table', () => {
  expect(named.filter((what) => /^\d+ /.test(what)).map((what) => Number(what.split(' ')[0]))).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  expect(named.length - 12).toBeGreaterThanOrEqual(21);
});

test.each(rows.map((line, i) => [named[i] ?? '', line] as const))('%s: its tests exist under the titles the table gives', (_, line) => {
  const proofs = Array.from(line.matchAll(/`([\w./-]+\.test\.ts)`: “([^”]+)”/g), ([, path = '', title = '']) => ({ path: whole(path), title }));
  expect(proofs.length).toBeGreaterThan(0);
  for (const { path, title } of proofs) {
    expect(existsSync(join(ROOT, path)) ? path : `${path} is not there`).toBe(path);
    const titles = Array.from(readFileSync(join(ROOT, path), 'utf8').matchAll(/(?:test|\))\(\s*(['`])(.+?)\1,/g), ([, , t = '']) => t);
    expect(titles.some((t) => t.includes(title)) ? title : `no test called ${title}`).toBe(title);
  }
});
