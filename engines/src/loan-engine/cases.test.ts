import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeCase } from './index.ts';

const verdicts = readFileSync(new URL('./cases/fineract-sample.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => judgeCase(line));

/** Cases that stay out, each with its reason. */
const STAY_OUT: Readonly<Record<string, string>> = {
  'fin-loanrepayment-c2560-t1': 'a cumulative schedule recalculated by an early payment',
  'fin-loanrepayment-c2629-t1': 'a cumulative schedule shortened by payments in advance',
  'fin-loanrepayment-c2633-t1': 'a cumulative schedule recalculated by late payment',
};

test.each(verdicts.filter((v) => STAY_OUT[v.id] === undefined).map((v) => [v.family, v.id, v] as const))(
  '%s %s: schedule, allocation of each transaction and loan status to the cent',
  (_family, _id, v) => {
    expect(v.difference).toBeNull();
    expect(v.verdict).toBe('match');
  },
);

test('the count of reference cases that come out does not fall, and none that comes out is left out', () => {
  const families = new Map<string, [match: number, all: number]>();
  for (const v of verdicts) {
    const [match, all] = families.get(v.family) ?? [0, 0];
    families.set(v.family, [match + (v.verdict === 'match' ? 1 : 0), all + 1]);
  }
  console.log([...families].map(([name, [match, all]]) => `${name} ${match}/${all}`).join('\n'));
  expect(verdicts.length).toBe(185);
  expect(
    verdicts
      .filter((v) => v.verdict !== 'match')
      .map((v) => v.id)
      .sort(),
  ).toEqual(Object.keys(STAY_OUT).sort());
});
