/** Rows taken at a time: two columns and four others of that many rows stay in the fastest cache. */
const BLOCK = 512;

/**
 * Σ weight × x_j × x_k of all pairs of columns: the lower triangle (k <= j), row by row. Two columns meet four at a time, so that a figure fetched
 * once is used more than once.
 */
export function crossProducts(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const size = columns.length;
  const out = new Float64Array(size * size);
  const none = new Float64Array(weights.length);
  const sums = new Float64Array(8);
  for (let from = 0; from < weights.length; from += BLOCK) {
    const to = Math.min(weights.length, from + BLOCK);
    for (let j = 0; j < size; j += 2) {
      for (let k = 0; k <= j + 1; k += 4) {
        const at = (i: number): Float64Array => columns[i] ?? none;
        twoByFour(weights, at(j), at(j + 1), at(k), at(k + 1), at(k + 2), at(k + 3), from, to, sums);
        for (let b = 0; b < 4; b += 1) {
          if (k + b <= j) out[j * size + k + b]! += sums[b]!;
          if (j + 1 < size && k + b <= j + 1) out[(j + 1) * size + k + b]! += sums[4 + b]!;
        }
      }
    }
  }
  return out;
}

function twoByFour(
  w: Float64Array,
  x: Float64Array,
  y: Float64Array,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  let xa = 0;
  let xb = 0;
  let xc = 0;
  let xd = 0;
  let ya = 0;
  let yb = 0;
  let yc = 0;
  let yd = 0;
  for (let i = from; i < to; i += 1) {
    const wx = w[i]! * x[i]!;
    const wy = w[i]! * y[i]!;
    xa += wx * a[i]!;
    xb += wx * b[i]!;
    xc += wx * c[i]!;
    xd += wx * d[i]!;
    ya += wy * a[i]!;
    yb += wy * b[i]!;
    yc += wy * c[i]!;
    yd += wy * d[i]!;
  }
  sums[0] = xa;
  sums[1] = xb;
  sums[2] = xc;
  sums[3] = xd;
  sums[4] = ya;
  sums[5] = yb;
  sums[6] = yc;
  sums[7] = yd;
}
