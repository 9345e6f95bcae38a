/** Rows of a regression, alike ones taken together: the inputs column by column after a leading column of 1, share of outcome 1, and weight. */
export type Design = { readonly columns: readonly Float64Array[]; readonly outcome: Float64Array; readonly weights: Float64Array };

/** The design of plain columns. */
export function designOf(columns: readonly Float64Array[], outcome: ArrayLike<number>, weights?: ArrayLike<number>): Design {
  const ones = new Float64Array(outcome.length).fill(1);
  return { columns: [ones, ...columns], outcome: Float64Array.from(outcome), weights: weights ? Float64Array.from(weights) : ones };
}

/** A coded input: a place for each row, and the figure that stands for each place. */
export type CodedInput = { readonly codes: Uint8Array; readonly figures: Float64Array };

/** The design of coded inputs. Rows with equal figures everywhere are one row with their summed weight: nothing is lost, and large tables shrink. */
export function codedDesign(inputs: readonly CodedInput[], good: Uint8Array, weights?: Float64Array): Design {
  const { group, first } = groupsOf(inputs, good.length);
  const total = new Float64Array(first.length);
  const outcome = new Float64Array(first.length);
  for (let i = 0; i < good.length; i += 1) {
    const [at, weight] = [group[i]!, weights ? weights[i]! : 1];
    total[at]! += weight;
    if (good[i] === 1) outcome[at]! += weight;
  }
  for (let r = 0; r < first.length; r += 1) if (total[r]! > 0) outcome[r]! /= total[r]!;
  const columns = inputs.map(({ codes, figures }) => {
    const column = new Float64Array(first.length);
    for (let r = 0; r < first.length; r += 1) column[r] = figures[codes[first[r]!]!]!;
    return column;
  });
  return { columns: [new Float64Array(first.length).fill(1), ...columns], outcome, weights: total };
}

/** Numbers the distinct rows in the order they are met. Rows are told apart by 64 bits of hash. */
function groupsOf(inputs: readonly CodedInput[], count: number): { group: Int32Array; first: Int32Array } {
  const [one, two] = [new Int32Array(count), new Int32Array(count)];
  for (const { codes, figures } of inputs) {
    const same = Uint8Array.from(figures, (f) => figures.indexOf(f));
    for (let i = 0; i < count; i += 1) {
      const alike = same[codes[i]!]! + 1;
      one[i] = Math.imul(one[i]! ^ alike, 0x9e3779b1) ^ (one[i]! >>> 13);
      two[i] = Math.imul(two[i]! + alike, 0x85ebca6b) ^ (two[i]! >>> 15);
    }
  }
  let bits = 4;
  while (1 << bits < 2 * count) bits += 1;
  const slots = new Int32Array(1 << bits).fill(-1);
  const mask = slots.length - 1;
  const group = new Int32Array(count);
  const first = new Int32Array(count);
  let found = 0;
  for (let i = 0; i < count; i += 1) {
    let at = (Math.imul(one[i]!, 0xc2b2ae35) >>> 7) & mask;
    for (let seen = slots[at]!; seen >= 0; seen = slots[at]!) {
      if (one[first[seen]!] === one[i] && two[first[seen]!] === two[i]) break;
      at = (at + 1) & mask;
    }
    if (slots[at]! < 0) {
      slots[at] = found;
      first[found] = i;
      found += 1;
    }
    group[i] = slots[at]!;
  }
  return { group, first: first.subarray(0, found) };
}
