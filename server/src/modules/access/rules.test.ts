import { describe, expect, test } from 'vitest';
import { badColumn, ceiling, columnOf, deciding, levelOfRole, type MatrixRow, rowsFor } from './authority/rules.ts';
import { gateRoles, isWeakPassword, waitSeconds } from './rules.ts';
import { codeTakenNow, fittingStep, newTotpSecret } from './sign-in/second-factor.ts';
import type { Level } from './types.ts';

test.each([
  ['short', 'anna', 'aB3$xyz', true],
  ['holds the login', 'wang.li', 'my wang.li 2026 spring', true],
  ['a common word with trimmings', 'anna', 'Password1234', true],
  ['few different characters', 'anna', 'aabbaabbaabb', true],
  ['a sentence', 'anna', 'three carps under the bridge', false],
  ['long Chinese', 'anna', '春江潮水连海平海上明月共潮生', false],
])('S3-25 password policy: %s', (_case, login, password, weak) => expect(isWeakPassword(login, password)).toBe(weak));

test('waits grow after the free tries and stop at five minutes: slower, never shut', () => {
  expect([1, 3, 4, 5, 6, 10, 11, 12, 500].map((n) => waitSeconds(n, 3))).toEqual([0, 0, 2, 4, 8, 128, 256, 300, 300]);
});

test('a sensitive role waits for its course and waits again when it has grown old', () => {
  const needs = [{ role: 'APPROVER', course: 'c', validDays: 365 }];
  const on = (completedOn: string | undefined, today: string) =>
    gateRoles(['REVIEWER', 'APPROVER'], needs, completedOn ? [{ course: 'c', completedOn }] : [], today);
  expect(on(undefined, '2026-03-02')).toEqual({ usable: ['REVIEWER'], waiting: ['APPROVER'] });
  expect(on('2026-03-02', '2026-03-02').usable).toContain('APPROVER');
  expect(on('2026-03-02', '2027-03-02').usable).toContain('APPROVER');
  expect(on('2026-03-02', '2027-03-03').waiting).toEqual(['APPROVER']);
  expect(on('2026-03-03', '2026-03-02').waiting).toEqual(['APPROVER']);
});

describe('the second factor', () => {
  test('takes the step now and one beside it, each once and never backwards', () => {
    const secret = newTotpSecret();
    const at = '2026-03-02T01:00:10.000Z';
    const first = codeTakenNow(secret, at, 0n);
    const step = fittingStep(secret, first, at, 0n);
    expect(step).toBe(BigInt(Math.floor(Date.parse(at) / 30_000)));
    expect(fittingStep(secret, first, at, step ?? 0n)).toBeUndefined();
    const second = codeTakenNow(secret, at, step ?? 0n);
    expect(fittingStep(secret, second, at, step ?? 0n)).toBe((step ?? 0n) + 1n);
    expect(fittingStep(secret, first, '2026-03-02T01:05:00.000Z', 0n)).toBeUndefined();
    expect(fittingStep(secret, first === '000000' ? '000001' : '000000', at, 0n)).toBeUndefined();
  });
});

describe('the authority matrix', () => {
  const row = (columnKey: MatrixRow['columnKey'], upToMinor: bigint | null, level: Level, productCode: string | null = null): MatrixRow => ({
    productCode,
    columnKey,
    upToMinor,
    level,
  });
  const whole = (['AA', 'A', 'SECURED', 'BBB'] as const).flatMap((c) => [
    row(c, 100n, 'manager'),
    row(c, 200n, 'branch_head'),
    row(c, null, 'head_committee'),
  ]);
  const base = { gradeGroup: 'A', secured: false, productCode: 'X', exposureMinor: 0n };
  test('column by grade and security; BBB or worse stays with its own even when secured', () => {
    expect([
      columnOf({ gradeGroup: 'AAA', secured: false }),
      columnOf({ gradeGroup: 'AA', secured: true }),
      columnOf({ gradeGroup: 'A', secured: false }),
      columnOf({ gradeGroup: 'BBB', secured: true }),
      columnOf({ gradeGroup: 'none', secured: false }),
    ]).toEqual(['AA', 'SECURED', 'A', 'BBB', 'BBB']);
  });
  test('a ceiling belongs to its own level, a cent more to the next', () => {
    const rows = rowsFor(whole, base);
    expect([0n, 100n, 101n, 200n, 201n].map((x) => deciding(rows, x)?.level)).toEqual([
      'manager',
      'manager',
      'branch_head',
      'branch_head',
      'head_committee',
    ]);
  });
  test('a raised case goes one level up; the top stays the top', () => {
    expect(deciding(rowsFor(whole, { ...base, raised: true }), 50n)?.level).toBe('branch_reviewer');
    expect(deciding(rowsFor([row('A', null, 'head_committee_president')], { ...base, raised: true }), 50n)?.level).toBe('head_committee_president');
  });
  test("a product's own rows come before the general ones", () => {
    expect(deciding(rowsFor([...whole, row('A', null, 'division_risk', 'X')], base), 50n)?.level).toBe('division_risk');
    expect(deciding(rowsFor([...whole, row('A', null, 'division_risk', 'Y')], base), 50n)?.level).toBe('manager');
  });
  test('ceilings of a level', () => {
    const rows = rowsFor(whole, base);
    expect([
      ceiling(rows, undefined),
      ceiling(rows, 'system_manager'),
      ceiling(rows, 'manager'),
      ceiling(rows, 'head_approver'),
      ceiling(rows, 'head_committee'),
    ]).toEqual([0n, 0n, 100n, 200n, null]);
  });
  test('an approver reaches further at the head office', () => {
    expect([
      levelOfRole('APPROVER', false),
      levelOfRole('APPROVER', true),
      levelOfRole('COMMITTEE', false),
      levelOfRole('RELATIONSHIP_MANAGER', false),
      levelOfRole('COLLECTOR', true),
    ]).toEqual(['branch_head', 'head_approver', 'division_committee', 'manager', undefined]);
  });
  test('rows that are no matrix are named by their column', () => {
    expect(badColumn(whole)).toBeUndefined();
    expect(badColumn(whole.filter((r) => r.columnKey !== 'A'))).toBe('A');
    expect(badColumn(whole.map((r) => (r.columnKey === 'BBB' && r.upToMinor === null ? { ...r, upToMinor: 300n } : r)))).toBe('BBB');
    expect(badColumn(whole.map((r) => (r.columnKey === 'SECURED' && r.upToMinor === 200n ? { ...r, level: 'system_manager' as const } : r)))).toBe(
      'SECURED',
    );
  });
});
