import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeCase } from '../index.ts';

const verdicts = readFileSync(new URL('./fineract-sample.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => judgeCase(line));

test.each(verdicts.map((v) => [v.family, v.id, v] as const))(
  '%s %s: schedule, allocation of each transaction and loan status to the cent',
  (_family, _id, v) => {
    expect(v.difference).toBeNull();
    expect(v.verdict).toBe('match');
  },
);

test('all 185 reference cases come out; none is left out', () => {
  const families = new Map<string, [match: number, all: number]>();
  for (const v of verdicts) {
    const [match, all] = families.get(v.family) ?? [0, 0];
    families.set(v.family, [match + (v.verdict === 'match' ? 1 : 0), all + 1]);
  }
  console.log([...families].map(([name, [match, all]]) => `${name} ${match}/${all}`).join('\n'));
  expect(verdicts.length).toBe(185);
  expect(verdicts.filter((v) => v.verdict !== 'match').map((v) => v.id)).toEqual([]);
});
