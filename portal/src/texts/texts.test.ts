/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { en as enFirst } from './en.ts';
import { enInside } from './en-inside.ts';
import { zh as zhFirst } from './zh.ts';
import { zhInside } from './zh-inside.ts';

const zh = { ...zhFirst, ...zhInside };
const en = { ...enFirst, ...enInside };
const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const keysOf = (texts: Record<string, unknown>, above = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (isBranch(value) ? keysOf(value, `${above}${key}.`) : [above + key]));
const at = (texts: Record<string, unknown>, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (isBranch(node) ? node[key] : undefined), texts);
const places = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

const code = Object.values(import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }));
const literal = code.flatMap((text) => [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((m) => m[1] ?? ''));
const built = code.flatMap((text) => [...text.matchAll(/\bt\(\s*`([\w.]+)\.\$\{/g)].map((m) => m[1] ?? ''));

test('Chinese and English say the same things: equal keys, none empty', () => {
  expect(keysOf(en).toSorted()).toEqual(keysOf(zh).toSorted());
  for (const key of keysOf(zh)) for (const texts of [zh, en]) expect(String(at(texts, key)).trim(), key).not.toBe('');
});
test('the English side holds no Chinese', () => {
  expect(keysOf(en).filter((key) => /\p{Script=Han}/u.test(String(at(en, key))))).toEqual([]);
});
test('both languages leave the same places for figures', () => {
  for (const key of keysOf(zh)) expect(places(String(at(en, key))), key).toEqual(places(String(at(zh, key))));
});
test('no word is told twice', () => {
  expect(Object.keys(zhFirst).filter((key) => key in zhInside)).toEqual([]);
});
test('every key that a screen names is there', () => {
  expect(literal.length).toBeGreaterThan(100);
  expect([...new Set(literal)].filter((key) => typeof at(zh, key) !== 'string')).toEqual([]);
  expect([...new Set(built)].filter((key) => !isBranch(at(zh, key)))).toEqual([]);
});
