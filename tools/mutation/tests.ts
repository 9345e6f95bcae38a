// Stands in for the test functions of Vitest while mutants are tried: tests are only collected here, and runner.ts runs them one by one.
import { inspect } from 'node:util';
import { expect } from 'vitest';

type Body = (...values: readonly never[]) => unknown;
export type Registered = { readonly title: string; readonly body: () => unknown };
export const registered: Registered[] = [];

const add = (title: string, body: Body): void => void registered.push({ title, body });

export const test = Object.assign(add, {
  each: (table: readonly unknown[]) => (title: string, body: Body) => {
    for (const row of table) {
      const values: readonly unknown[] = Array.isArray(row) ? row : [row];
      add(`${title} ${inspect(values, { breakLength: Number.POSITIVE_INFINITY }).slice(0, 80)}`, () => body(...(values as readonly never[])));
    }
  },
  skipIf: (skipped: boolean) => (skipped ? () => undefined : add),
});
export const vi = { setConfig: () => undefined };
export const afterAll = (): void => undefined;
export { expect };
