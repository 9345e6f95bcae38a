/** Rows of a regression, alike ones taken together: a leading 1 and the inputs row by row, share of outcome 1, and weight. */
export type Design = { readonly rows: Float64Array; readonly size: number; readonly outcome: Float64Array; readonly weights: Float64Array };

/** The design of plain columns. */
export function designOf(columns: readonly Float64Array[], outcome: ArrayLike<number>, weights?: ArrayLike<number>): Design {
  const size = columns.length + 1;
  const count = outcome.length;
  const rows = new Float64Array(size * count);
  for (let i = 0; i < count; i += 1) rows[i * size] = 1;
  for (const [j, column] of columns.entries()) for (let i = 0, at = j + 1; i < count; i += 1, at += size) rows[at] = column[i]!;
  return { rows, size, outcome: Float64Array.from(outcome), weights: weights ? Float64Array.from(weights) : new Float64Array(count).fill(1) };
}

/** A coded input: a place for each row, and the figure that stands for each place. */
export type CodedInput = { readonly codes: Uint8Array; readonly figures: Float64Array };

/** The design of coded inputs. Rows with equal figures everywhere are one row with their summed weight: nothing is lost, and large tables shrink. */
export function codedDesign(inputs: readonly CodedInput[], good: Uint8Array, weights?: Float64Array): Design {
  const { group, first } = groupsOf(inputs, good.length);
  const size = inputs.length + 1;
  const rows = new Float64Array(size * first.length);
  const total = new Float64Array(first.length);
  const outcome = new Float64Array(first.length);
  for (let i = 0; i < good.length; i += 1) {
    const [at, weight] = [group[i]!, weights ? weights[i]! : 1];
    total[at]! += weight;
    if (good[i] === 1) outcome[at]! += weight;
  }
  for (let r = 0; r < first.length; r += 1) {
    rows[r * size] = 1;
    if (total[r]! > 0) outcome[r]! /= total[r]!;
    for (let j = 0; j < inputs.length; j += 1) rows[r * size + j + 1] = inputs[j]!.figures[inputs[j]!.codes[first[r]!]!]!;
  }
  return { rows, size, outcome, weights: total };
}

/** Numbers the distinct rows in the order they are met. */
function groupsOf(inputs: readonly CodedInput[], count: number): { group: Int32Array; first: Int32Array } {
  const alike = inputs.map(({ figures }) => Uint8Array.from(figures, (f) => figures.indexOf(f)));
  const hash = new Int32Array(count);
  for (const [j, { codes }] of inputs.entries()) {
    const same = alike[j]!;
    for (let i = 0; i < count; i += 1) hash[i] = Math.imul(hash[i]! ^ same[codes[i]!]!, 0x9e3779b1) ^ (hash[i]! >>> 13);
  }
  let bits = 4;
  while (1 << bits < 2 * count) bits += 1;
  const slots = new Int32Array(1 << bits).fill(-1);
  const mask = slots.length - 1;
  const group = new Int32Array(count);
  const first = new Int32Array(count);
  let found = 0;
  for (let i = 0; i < count; i += 1) {
    let at = (Math.imul(hash[i]!, 0x85ebca6b) >>> 8) & mask;
    while (slots[at]! >= 0 && !(hash[first[slots[at]!]!] === hash[i] && equalRows(inputs, alike, first[slots[at]!]!, i))) at = (at + 1) & mask;
    if (slots[at]! < 0) {
      slots[at] = found;
      first[found] = i;
      found += 1;
    }
    group[i] = slots[at]!;
  }
  return { group, first: first.subarray(0, found) };
}

function equalRows(inputs: readonly CodedInput[], alike: readonly Uint8Array[], a: number, b: number): boolean {
  for (let j = 0; j < inputs.length; j += 1) {
    const { codes } = inputs[j]!;
    if (alike[j]![codes[a]!] !== alike[j]![codes[b]!]) return false;
  }
  return true;
}
