import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type LoanEvent, type LoanTerms, loanRefusals, payoffQuote, planCost, planFor, replay } from '../index.ts';

/** The user's reference is read, and every number in it computed again. */
const page = readFileSync(new URL('../../../../docs/loan-engine.md', import.meta.url), 'utf8');

type Example = {
  readonly base?: LoanTerms;
  readonly example: string;
  readonly terms?: Partial<LoanTerms>;
  readonly events?: readonly object[];
  readonly fees?: readonly { readonly on: string; readonly amountMinor: bigint }[];
  readonly asOf?: string;
  readonly gives: Readonly<Record<string, unknown>>;
};
/** Amounts and rates are whole numbers of minor units and ppm: bigint in the engine. */
const isExact = (key: string): boolean => /(?:Minor|Ppm)$/.test(key) || key === 'minor' || key === 'ppm';
const exact = (key: string, value: unknown): unknown => {
  if (!isExact(key)) return value;
  return Array.isArray(value) ? value.map((n) => BigInt(n)) : BigInt(value as number);
};
const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map((found) => JSON.parse(found[1] ?? '', exact) as Example);
const base = blocks[0]?.base as LoanTerms;
const examples = blocks.slice(1);

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], value);

function answers({ terms, events, asOf, fees }: Example): object {
  const t = { ...base, ...terms };
  if (events === undefined || asOf === undefined) return { plan: planFor(t).rows, cost: planCost(t, fees ?? []) };
  const numbered = events.map((event, seq) => ({ seq, ...event })) as LoanEvent[];
  return { ...replay(t, numbered, asOf), payoff: payoffQuote(t, numbered, asOf) };
}

test.each(examples.map((example) => [example.example, example] as const))('reference: %s', (_name, example) => {
  const given = answers(example);
  const found = Object.fromEntries(Object.keys(example.gives).map((path) => [path, at(given, path)]));
  expect(found).toEqual(example.gives);
});

/** Names of the members of a type, read from its source. */
function membersOf(file: string, from: string, to: string, pattern: RegExp): string[] {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const body = source.slice(source.indexOf(from), source.indexOf(to, source.indexOf(from)));
  return [...body.matchAll(pattern)].map((found) => found[1] ?? '');
}

test('every parameter, every event and every refusal of the engine is in the reference', () => {
  const parameters = membersOf('terms/terms.ts', 'export type LoanTerms', '\n};', /^ {2}readonly (\w+)\??:/gm);
  const kinds = membersOf('book/events.ts', 'export type LoanEvent', '\n  );', /kind: '(\w+)'/g);
  const choices = membersOf('account/product.ts', 'export type Product', '\n};', /^ {2}readonly (\w+)\??:/gm);
  expect([parameters.length > 30, kinds.length > 18, choices.length > 25]).toEqual([true, true, true]);
  const missing = [...parameters, ...kinds, ...choices, ...Object.keys(loanRefusals)].filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test('every row of the comparison names a test that exists', () => {
  const titles = ['schedules', 'repayment', 'charges', 'changes']
    .map((name) => readFileSync(new URL(`../peers/${name}.test.ts`, import.meta.url), 'utf8'))
    .join('\n');
  const rows = [...page.matchAll(/^\| (P\d+a?) \|/gm)].map((found) => found[1] ?? '');
  expect(rows).toHaveLength(35);
  expect(rows.filter((row) => !titles.includes(`'${row} `))).toEqual([]);
});
