import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRADES } from '../rating/index.ts';
import {
  APPLICANT_STANDARDS_V1,
  type Condition,
  checkTable,
  type DecisionTable,
  evaluateTable,
  MERCHANT_POLICY_V1,
  readTable,
  type TableRow,
  tableInForce,
  writeTable,
} from './index.ts';

const SHIPPED = [
  MERCHANT_POLICY_V1.admission,
  MERCHANT_POLICY_V1.purpose,
  MERCHANT_POLICY_V1.routing,
  MERCHANT_POLICY_V1.authority,
  APPLICANT_STANDARDS_V1,
];
const verdict = { outcome: 'decline', code: 'X', zh: '甲', en: 'a' } as const;
const row = (id: string, when: Record<string, Condition>): TableRow => ({ id, when, verdict: { ...verdict, code: id } });
const table = (rows: TableRow[], hit: 'first' | 'collect' = 'first'): DecisionTable => ({
  id: 't',
  version: '1',
  effectiveFrom: '2026-01-01',
  title: { zh: '表', en: 'table' },
  hit,
  rows,
  inputs: {
    amount: { type: 'money', zh: '金额', en: 'amount' },
    grade: { type: 'grade', zh: '评级', en: 'grade' },
    day: { type: 'date', zh: '日期', en: 'day' },
    name: { type: 'text', zh: '名称', en: 'name' },
    flag: { type: 'boolean', zh: '标记', en: 'flag' },
  },
  otherwise: { ...verdict, outcome: 'pass', code: 'NONE' },
});
const hitOf = (t: DecisionTable, input: Record<string, bigint | string | boolean | null>) => evaluateTable(t, input).hits.map((h) => h.code);

describe('conditions', () => {
  test.each<[Condition, bigint, boolean]>([
    [{ op: 'lt', value: 100n }, 99n, true],
    [{ op: 'lt', value: 100n }, 100n, false],
    [{ op: 'le', value: 100n }, 100n, true],
    [{ op: 'le', value: 100n }, 101n, false],
    [{ op: 'gt', value: 100n }, 101n, true],
    [{ op: 'gt', value: 100n }, 100n, false],
    [{ op: 'ge', value: 100n }, 100n, true],
    [{ op: 'ge', value: 100n }, 99n, false],
    [{ op: 'eq', value: 100n }, 100n, true],
    [{ op: 'in', values: [1n, 2n] }, 3n, false],
    [{ op: 'not_in', values: [1n, 2n] }, 3n, true],
    [{ op: 'between', from: 1n, to: 3n }, 3n, true],
    [{ op: 'between', from: 1n, to: 3n }, 4n, false],
  ])('%o', (condition, value, hit) => {
    expect(hitOf(table([row('r', { amount: condition })]), { amount: value })).toEqual([hit ? 'r' : 'NONE']);
  });
  test('a better grade is greater; dates compare by day; only `missing` is passed by an unknown value', () => {
    const t = table([
      row('top', { grade: { op: 'ge', value: 'AA−' } }),
      row('early', { day: { op: 'lt', value: '2026-03-01' } }),
      row('none', { name: { op: 'missing' } }),
    ]);
    expect(GRADES.map((grade) => hitOf(t, { grade, day: '2026-02-28', name: 'x' })[0])).toEqual([...Array(4).fill('top'), ...Array(8).fill('early')]);
    expect(hitOf(t, { grade: 'A', day: '2026-03-01', name: null })).toEqual(['none']);
    expect(hitOf(t, { grade: 'A', day: '2026-03-01', name: 'x' })).toEqual(['NONE']);
  });
});

test('first takes one hit, collect takes all, and the trace covers every row with thresholds and values', () => {
  const rows = [
    row('over', { amount: { op: 'gt', value: 10_000n }, flag: { op: 'eq', value: true } }),
    row('named', { name: { op: 'eq', value: 'x' } }),
    row('flagged', { flag: { op: 'eq', value: true } }),
  ];
  const input = { amount: 10_000n, flag: true, name: 'x' };
  expect(hitOf(table(rows), input)).toEqual(['named']);
  expect(hitOf(table(rows, 'collect'), input)).toEqual(['named', 'flagged']);
  const { trace } = evaluateTable(table(rows), input);
  expect(trace.map((t) => t.result)).toEqual(['not_hit', 'hit', 'hit']);
  expect(trace[0]?.checks).toEqual([
    { input: 'amount', label: { zh: '金额', en: 'amount' }, op: 'gt', threshold: ['100.00'], value: '100.00', ok: false },
    { input: 'flag', label: { zh: '标记', en: 'flag' }, op: 'eq', threshold: [true], value: true, ok: true },
  ]);
});

test('a value of another type than declared is refused', () => {
  expect(() => evaluateTable(table([row('r', { amount: { op: 'gt', value: 1n } })]), { amount: 5 })).toThrow('policy.input_type');
});

describe('a table is checked before use', () => {
  test.each<[string, DecisionTable]>([
    ['policy.no_rows', table([])],
    ['policy.duplicate_row', table([row('a', { flag: { op: 'eq', value: true } }), row('a', { flag: { op: 'eq', value: false } })])],
    ['policy.unknown_input', table([row('a', { colour: { op: 'eq', value: 'red' } })])],
    ['policy.wrong_type', table([row('a', { amount: { op: 'gt', value: 5 } })])],
    ['policy.wrong_type', table([row('a', { name: { op: 'gt', value: 'x' } })])],
    ['policy.wrong_type', table([row('a', { grade: { op: 'eq', value: 'A++' } })])],
    ['policy.wrong_type', table([row('a', { name: { op: 'in', values: [] } })])],
    ['policy.text_missing', table([{ ...row('a', { flag: { op: 'eq', value: true } }), verdict: { ...verdict, en: '' } }])],
    ['policy.unreachable_row', table([row('a', { flag: { op: 'eq', value: true } }), row('b', { flag: { op: 'eq', value: true } })])],
    [
      'policy.unreachable_row',
      table([
        row('a', { amount: { op: 'gt', value: 5n } }),
        row('b', { amount: { op: 'between', from: 6n, to: 9n }, flag: { op: 'eq', value: true } }),
      ]),
    ],
    ['policy.unreachable_row', table([row('a', {}), row('b', { flag: { op: 'eq', value: true } })])],
  ])('%s', (code, broken) => {
    expect(() => checkTable(broken)).toThrow(code);
  });
  test('rows that overlap without covering are allowed, and so are equal rows where all hits are collected', () => {
    expect(() => checkTable(table([row('a', { amount: { op: 'gt', value: 5n } }), row('b', { amount: { op: 'ge', value: 5n } })]))).not.toThrow();
    expect(() =>
      checkTable(table([row('a', { flag: { op: 'eq', value: true } }), row('b', { flag: { op: 'eq', value: true } })], 'collect')),
    ).not.toThrow();
  });
  test('a row is called unreachable only when no value reaches it', () => {
    const amount = fc.bigInt({ min: 0n, max: 12n });
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ op: fc.constantFrom('lt' as const, 'le' as const, 'gt' as const, 'ge' as const, 'eq' as const), value: amount }),
      fc.record({ op: fc.constantFrom('in' as const), values: fc.array(amount, { minLength: 1, maxLength: 4 }) }),
      fc.record({ op: fc.constantFrom('not_in' as const), values: fc.array(amount, { minLength: 1, maxLength: 4 }) }),
    );
    fc.assert(
      fc.property(condition, condition, (first, second) => {
        const t = table([row('a', { amount: first }), row('b', { amount: second })]);
        const reached = Array.from({ length: 16 }, (_, i) => hitOf(t, { amount: BigInt(i) - 2n })[0]).includes('b');
        const check = () => checkTable(t);
        if (reached) expect(check).not.toThrow();
      }),
    );
  });
});

test.each(SHIPPED.map((t) => [t.id, t] as const))('the shipped table %s is sound and survives writing and reading byte for byte', (_, shipped) => {
  checkTable(shipped);
  const text = writeTable(shipped);
  expect(readTable(text)).toEqual(shipped);
  expect(writeTable(readTable(text))).toBe(text);
});

test('a text that is no table is refused with the reason', () => {
  expect(() => readTable('{')).toThrow('policy.unreadable');
  expect(() => readTable('{"rows":1}')).toThrow('policy.unreadable');
  expect(() => readTable(writeTable(MERCHANT_POLICY_V1.routing).replace('"0.00"', '"0.001"'))).toThrow('policy.wrong_type');
});

test('the version in force is chosen by day', () => {
  const old = { ...MERCHANT_POLICY_V1.purpose, version: '0.9', effectiveFrom: '2025-01-01', effectiveTo: '2026-01-01' };
  const all = [MERCHANT_POLICY_V1.purpose, old];
  expect(tableInForce(all, 'loan-purpose', '2025-12-31').version).toBe('0.9');
  expect(tableInForce(all, 'loan-purpose', '2026-01-01').version).toBe('1.0.0');
  expect(() => tableInForce(all, 'loan-purpose', '2024-12-31')).toThrow('policy.not_in_force');
});
