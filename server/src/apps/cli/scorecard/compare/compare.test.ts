import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auc, buildCard, type Row, tableOf } from '@tallystick/engines/scorecard';
import type { Refusal } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareCommand } from './compare.ts';
import { onnxRisk, onnxRuntime } from './onnx.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const runtime = await onnxRuntime().catch(() => undefined);
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing refused',
    (error: Refusal) => error.code,
  );

/** Pseudo-random numbers in [0, 1), the same in every run. */
const spread = (i: number, column: number): number => (Math.imul(Math.imul(i * 8 + column, 0x9e3779b1) ^ 0x5bd1e995, 0x85ebca6b) >>> 0) / 2 ** 32;
const ROWS = Array.from({ length: 1500 }, (_, i): Row => ({ income: Math.round(200 * spread(i, 1)) / 10, staff: Math.floor(30 * spread(i, 2)) }));
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const TRUTH = ROWS.map((r) => sigmoid(1.5 - 0.2 * Number(r['income']) - 0.05 * Number(r['staff'])));
const BAD = Uint8Array.from(TRUTH, (p, i) => (spread(i, 3) < p ? 1 : 0));
const TABLE = tableOf(ROWS, ['income', 'staff']);

/** Protocol buffers by hand, as far as a small ONNX model needs them. */
const varint = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...varint(Math.floor(n / 128))]);
const whole = (field: number, n: number): number[] => [...varint(field * 8), ...varint(n)];
const bytes = (field: number, of: readonly number[]): number[] => [...varint(field * 8 + 2), ...varint(of.length), ...of];
const text = (field: number, of: string): number[] => bytes(field, [...new TextEncoder().encode(of)]);
const floats = (of: readonly number[]): number[] => [...new Uint8Array(Float32Array.from(of).buffer)];
const value = (name: string, type: number, ...dims: (number | string)[]): number[] => [
  ...text(1, name),
  ...bytes(
    2,
    bytes(1, [
      ...whole(1, type),
      ...bytes(
        2,
        dims.flatMap((d) => bytes(1, typeof d === 'number' ? whole(1, d) : text(2, d))),
      ),
    ]),
  ),
];
const tensor = (name: string, dims: readonly number[], of: readonly number[]): number[] => [
  ...dims.flatMap((d) => whole(1, d)),
  ...whole(2, 1),
  ...text(8, name),
  ...bytes(9, floats(of)),
];
const node = (op: string, inputs: readonly string[], outputs: readonly string[], domain = '', attributes: readonly number[][] = []): number[] => [
  ...inputs.flatMap((n) => text(1, n)),
  ...outputs.flatMap((n) => text(2, n)),
  ...text(4, op),
  ...attributes.flatMap((a) => bytes(5, a)),
  ...text(7, domain),
];
const ints = (name: string, of: readonly number[]): number[] => [...text(1, name), ...of.flatMap((n) => whole(8, n)), ...whole(20, 7)];
const numbers = (name: string, of: readonly number[]): number[] => [...text(1, name), ...bytes(7, floats(of)), ...whole(20, 6)];
const word = (name: string, of: string): number[] => [...text(1, name), ...text(4, of), ...whole(20, 3)];
const words = (name: string, of: readonly string[]): number[] => [...text(1, name), ...of.flatMap((s) => text(9, s)), ...whole(20, 8)];
const model = (nodes: readonly number[][], constants: readonly number[][], inputs: readonly number[][], outputs: readonly number[][]): Uint8Array =>
  Uint8Array.from([
    ...whole(1, 8),
    ...bytes(7, [
      ...nodes.flatMap((n) => bytes(1, n)),
      ...text(2, 'score'),
      ...constants.flatMap((c) => bytes(5, c)),
      ...inputs.flatMap((i) => bytes(11, i)),
      ...outputs.flatMap((o) => bytes(12, o)),
    ]),
    ...bytes(8, [...text(1, ''), ...whole(2, 13)]),
    ...bytes(8, [...text(1, 'ai.onnx.ml'), ...whole(2, 1)]),
  ]);

/** sigmoid(1.5 − 0.2 income − 0.05 staff) as Gemm and Sigmoid. */
const LOGISTIC = model(
  [node('Gemm', ['X', 'W', 'B'], ['z']), node('Sigmoid', ['z'], ['p'])],
  [tensor('W', [2, 1], [-0.2, -0.05]), tensor('B', [1], [1.5])],
  [value('X', 1, 'N', 2)],
  [value('p', 1, 'N', 1)],
);
/** One tree: income below 8 has log-odds 0.5, else −1.25; label and probabilities as libraries export them. */
const TREE = model(
  [
    node('TreeEnsembleClassifier', ['X'], ['label', 'probabilities'], 'ai.onnx.ml', [
      ints('nodes_treeids', [0, 0, 0]),
      ints('nodes_nodeids', [0, 1, 2]),
      ints('nodes_featureids', [0, 0, 0]),
      numbers('nodes_values', [8, 0, 0]),
      words('nodes_modes', ['BRANCH_LT', 'LEAF', 'LEAF']),
      ints('nodes_truenodeids', [1, 0, 0]),
      ints('nodes_falsenodeids', [2, 0, 0]),
      ints('class_treeids', [0, 0]),
      ints('class_nodeids', [1, 2]),
      ints('class_ids', [0, 0]),
      numbers('class_weights', [0.5, -1.25]),
      ints('classlabels_int64s', [0, 1]),
      word('post_transform', 'LOGISTIC'),
    ]),
  ],
  [],
  [value('X', 1, 'N', 2)],
  [value('label', 7, 'N'), value('probabilities', 1, 'N', 2)],
);
const file = (name: string, of: Uint8Array | string): string => {
  writeFileSync(join(folder, name), of);
  return join(folder, name);
};
const { card } = buildCard({ id: 'own', version: '1', table: TABLE, bad: BAD });
const CSV = `income,staff,outcome\n${ROWS.map((r, i) => `${r['income']},${r['staff']},${i % 10 === 0 ? '' : BAD[i]}`).join('\n')}\n`;
const common = () => ({
  card: file('card.json', JSON.stringify(card)),
  data: file('loans.csv', CSV),
  target: 'outcome',
  bad: '1',
  approve: '0.8',
  features: [] as string[],
});

test('a card beside itself differs by nothing; beside another card the same rows change sides both ways', async () => {
  const same = (await compareCommand({ ...common(), challenger: file('same.json', JSON.stringify(card)) })).data as {
    rows: number;
    difference: { difference: number };
    swap: { swappedIn: { loans: number } };
  };
  expect([same.rows, same.difference.difference, same.swap.swappedIn.loans]).toEqual([1350, 0, 0]);
  const weaker = buildCard({ id: 'weak', version: '1', table: { ...TABLE, columns: TABLE.columns.slice(1) }, bad: BAD }).card;
  const other = await compareCommand({ ...common(), challenger: file('weak.json', JSON.stringify(weaker)) });
  expect((other.data as typeof same).difference.difference).toBeLessThan(-0.05);
  expect(other.text).toMatch(/at 80% approvals the challenger brings in \d+/);
  expect(await code(compareCommand({ ...common(), challenger: join(folder, 'same.json'), approve: '1' }))).toBe('scorecard.option_invalid');
});

test('without a runtime the refusal says what to install', async () => {
  expect(await code(onnxRuntime(['no-such-runtime']))).toBe('scorecard.onnx_missing');
});

/** The runtime is no dependency; install one (npm install --no-save onnxruntime-web) and these run. */
describe.skipIf(!runtime)('a foreign model', () => {
  test('a logistic regression of Gemm and Sigmoid gives its known answers, and is compared', async () => {
    const challenger = file('logistic.onnx', LOGISTIC);
    const risk = await onnxRisk(challenger, TABLE, ['income', 'staff']);
    expect(Math.max(...risk.map((r, i) => Math.abs(r - (TRUTH[i] ?? 0))))).toBeLessThan(1e-6);
    const { data } = await compareCommand({ ...common(), challenger, features: ['income', 'staff'] });
    const known = Array.from(BAD.keys()).filter((i) => i % 10 !== 0);
    expect((data as { challenger: { auc: number } }).challenger.auc).toBeCloseTo(
      auc(
        known.map((i) => Math.fround(risk[i] ?? 0)),
        known.map((i) => BAD[i] ?? 0),
      ),
      9,
    );
  });

  test('an ensemble of trees gives the probability of the second class', async () => {
    const risk = await onnxRisk(file('tree.onnx', TREE), TABLE, ['income', 'staff']);
    for (const [i, r] of risk.entries()) expect(r).toBeCloseTo(sigmoid(Number(ROWS[i]?.['income']) < 8 ? 0.5 : -1.25), 6);
  });

  test('no model, no features and too few features are refused', async () => {
    const challenger = file('logistic.onnx', LOGISTIC);
    expect(await code(onnxRisk(file('none.onnx', 'not a model'), TABLE, ['income', 'staff']))).toBe('scorecard.onnx_unusable');
    expect(await code(onnxRisk(challenger, TABLE, []))).toBe('scorecard.option_invalid');
    expect(await code(onnxRisk(challenger, TABLE, ['income']))).toBe('scorecard.onnx_unusable');
  });
});
