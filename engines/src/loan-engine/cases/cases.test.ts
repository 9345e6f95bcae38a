import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { judgeCase } from '../index.ts';

const lines = readFileSync(new URL('./fineract-sample.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const named = lines.map((line) => {
  const { family, id } = JSON.parse(line) as { family: string; id: string };
  return { family, id, line };
});

const families = new Map<string, [match: number, all: number]>();
afterAll(() => console.log([...families].map(([name, [match, all]]) => `${name} ${match}/${all}`).join('\n')));

test.each(named)('$family $id: schedule, allocation of each transaction and loan status to the cent', ({ family, line }) => {
  const { difference, verdict } = judgeCase(line);
  const [match, all] = families.get(family) ?? [0, 0];
  families.set(family, [match + (verdict === 'match' ? 1 : 0), all + 1]);
  expect(difference).toBeNull();
  expect(verdict).toBe('match');
});

test('all 185 reference cases are there; none is left out', () => {
  expect(new Set(named.map(({ id }) => id)).size).toBe(185);
});
