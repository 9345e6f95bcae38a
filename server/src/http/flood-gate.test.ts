import { expect, test } from 'vitest';
import { FloodGate } from './flood-gate.ts';

test('six hundred a minute from one address, then no more until the next; others are not touched', () => {
  const gate = new FloodGate();
  const admitted = (address: string, n: number, nowMs: number) => Array.from({ length: n }, () => gate.admits(address, nowMs)).filter(Boolean).length;
  expect(admitted('10.0.0.1', 700, 30_000)).toBe(600);
  expect(admitted('10.0.0.2', 10, 30_000)).toBe(10);
  expect(admitted('10.0.0.1', 10, 59_999)).toBe(0);
  expect(admitted('10.0.0.1', 10, 60_000)).toBe(10);
});
test('it does not grow without bound', () => {
  const gate = new FloodGate();
  for (let n = 0; n < 50_000; n += 1) expect(gate.admits(`10.1.${n >> 8}.${n & 255}`, 1)).toBe(true);
});
