/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { en } from './en.ts';
import type { Texts } from './pairs.ts';
import { zh } from './zh.ts';

const keysOf = (texts: Texts, before = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [`${before}${key}`] : keysOf(value, `${before}${key}.`)));
const textAt = (texts: Texts, key: string): unknown => key.split('.').reduce<unknown>((at, part) => (at as Texts | undefined)?.[part], texts);
const sources = import.meta.glob('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;

test('Chinese and English have the same keys, and neither side is empty', () => {
  expect(keysOf(zh)).toEqual(keysOf(en));
  expect(keysOf(zh).length).toBeGreaterThan(500);
  for (const side of [zh, en]) expect(keysOf(side).filter((k) => String(textAt(side, k)).trim() === '')).toEqual([]);
});

test('the Chinese side is Chinese and the English side has no Chinese', () => {
  const han = /\p{Script=Han}/u;
  const wordless = keysOf(zh).filter((k) => !han.test(String(textAt(zh, k))));
  expect(wordless.filter((k) => !/^[A-Z0-9 %./+-]+$/.test(String(textAt(zh, k)).replaceAll(/\{\{\w+\}\}/g, '')))).toEqual([]);
  expect(keysOf(en).filter((k) => han.test(String(textAt(en, k))))).toEqual([]);
});

test('both sides of a text take the same values', () => {
  const slots = (text: unknown): string[] => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();
  expect(keysOf(zh).filter((k) => String(slots(textAt(zh, k))) !== String(slots(textAt(en, k))))).toEqual([]);
});

test('every text that the code asks for by name is there', () => {
  const asked = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((m) => ({ file, key: m[1] ?? '' })),
  );
  expect(asked.length).toBeGreaterThan(300);
  expect(asked.filter(({ key }) => typeof textAt(zh, key) !== 'string')).toEqual([]);
});

test('every family of words that the code asks for is there', () => {
  const families = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/\bt\(\s*`([a-zA-Z.]+)\.\$\{/g)].map((m) => ({ file, family: m[1] ?? '' })),
  );
  expect(families.length).toBeGreaterThan(20);
  // Labels of refused fields fall back to the field's own name; they are the API's, not words of the bank.
  expect(families.filter(({ family }) => typeof textAt(zh, family) !== 'object')).toEqual([]);
});
