import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { columnOf, levelOf, refuseScorecard, type Table } from '@tallystick/engines/scorecard';

/** What is used of an ONNX runtime; both npm packages have it. */
type Tensor = { readonly dims: readonly number[]; readonly data: ArrayLike<number | bigint | string> };
type Session = {
  readonly inputNames: readonly string[];
  readonly run: (feeds: Readonly<Record<string, Tensor>>) => Promise<Readonly<Record<string, Tensor>>>;
};
type Runtime = {
  readonly InferenceSession: { readonly create: (model: Uint8Array) => Promise<Session> };
  readonly Tensor: new (type: 'float32' | 'string', data: Float32Array | string[], dims: readonly number[]) => Tensor;
};

/** Neither is a dependency: they weigh 150 to 250 MB, and only who compares with a foreign model needs one. */
const RUNTIMES = ['onnxruntime-node', 'onnxruntime-web'];
const ROWS_AT_ONCE = 10_000;

/** The runtime that is installed. Refuses scorecard.onnx_missing, which says how to install one. */
export async function onnxRuntime(names: readonly string[] = RUNTIMES): Promise<Runtime> {
  for (const name of names) {
    try {
      const loaded = (await import(name)) as Runtime & { default?: Runtime };
      return loaded.InferenceSession ? loaded : (loaded.default ?? loaded);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    }
  }
  throw refuseScorecard('scorecard.onnx_missing');
}

/**
 * The risk an ONNX model gives every row: the probability of the second class, or its only number. A model with one input takes `features` in that
 * order as one matrix of numbers; one with several inputs takes the columns of their names. What is missing is NaN, or an empty text. Refuses
 * scorecard.onnx_missing, scorecard.onnx_unusable and, without the features of a matrix, scorecard.option_invalid.
 */
export async function onnxRisk(file: string, table: Table, features: readonly string[], runtime?: Runtime): Promise<Float64Array> {
  const ort = runtime ?? (await onnxRuntime());
  const unusable = (error: unknown) =>
    refuseScorecard('scorecard.onnx_unusable', {
      facts: { file: basename(file), problem: error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : String(error) },
    });
  const session = await ort.InferenceSession.create(readFileSync(file)).catch((error: unknown) => {
    throw unusable(error);
  });
  const matrix = session.inputNames.length === 1;
  if (matrix && features.length === 0)
    throw refuseScorecard('scorecard.option_invalid', { facts: { option: '--features', value: '', form: 'COLUMN,… in the order of the model' } });
  const risk = new Float64Array(table.rows);
  for (let from = 0; from < table.rows; from += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, table.rows - from);
    const feeds = matrix
      ? { [session.inputNames[0]!]: new ort.Tensor('float32', numbersOf(table, features, from, rows), [rows, features.length]) }
      : Object.fromEntries(session.inputNames.map((name) => [name, columnTensor(ort, table, name, from, rows)]));
    const outputs = await session.run(feeds).catch((error: unknown) => {
      throw unusable(error);
    });
    const found = riskIn(outputs, rows);
    if (!found) throw unusable('no output holds one number, or two probabilities, for each row (export without ZipMap)');
    risk.set(found, from);
  }
  const broken = risk.findIndex((r) => !Number.isFinite(r));
  if (broken >= 0) throw unusable(`row ${broken + 1} has no finite score`);
  return risk;
}

function numbersOf(table: Table, features: readonly string[], from: number, rows: number): Float32Array {
  const out = new Float32Array(rows * features.length);
  features.forEach((name, j) => {
    const column = columnOf(table, name);
    if (column.kind !== 'numeric')
      throw refuseScorecard('scorecard.option_invalid', { facts: { option: '--features', value: name, form: 'columns of numbers' } });
    for (let i = 0; i < rows; i += 1) out[i * features.length + j] = column.values[from + i]!;
  });
  return out;
}

function columnTensor(ort: Runtime, table: Table, name: string, from: number, rows: number): Tensor {
  const column = columnOf(table, name);
  if (column.kind === 'numeric') return new ort.Tensor('float32', numbersOf(table, [name], from, rows), [rows, 1]);
  const texts = Array.from({ length: rows }, (_, i) => levelOf(column.levels[column.codes[from + i]!]));
  return new ort.Tensor('string', texts, [rows, 1]);
}

/** The last output with one number a row, or two of which the second counts; labels (whole numbers of 64 bits, texts) are none. */
function riskIn(outputs: Readonly<Record<string, Tensor>>, rows: number): number[] | undefined {
  const numbers = Object.values(outputs).filter(({ data }) => typeof data[0] === 'number');
  const fit = numbers.findLast(({ data }) => data.length === rows || data.length === 2 * rows);
  if (!fit) return undefined;
  const width = fit.data.length / rows;
  return Array.from({ length: rows }, (_, i) => Number(fit.data[i * width + width - 1]));
}
