/** What boosting is told about one attribute: a place for each row, how many ordered places, and which ways its steps may go. */
export type BoostColumn = {
  readonly codes: Uint8Array;
  /** Places 0 .. ordered-1 stand in order; places from `ordered` to `size` each stand alone (missing, special, other). */
  readonly ordered: number;
  readonly size: number;
  /** 1: risk may only rise along the order; -1: only fall; 0: free (trees ask a category in any combination). */
  readonly trend: 1 | -1 | 0;
  /** For a one-turn shape: from the cut before this place on, the trend is the other way. */
  readonly turn?: number;
};
export type BoostSettings = { readonly rounds: number; readonly rate: number; readonly minRows: number; readonly ridge: number };

/** Steps of one attribute: log-odds of bad added at each of its places. */
export type Shape = Float64Array;
export type AdditiveFit = { readonly intercept: number; readonly shapes: readonly Shape[]; readonly silent: readonly Uint8Array[] };

/**
 * Adding this constant and taking it away rounds a figure below one to a multiple of 2^-28: sums of such figures are exact in a double, so no order
 * of the rows can change them.
 */
const GRAIN = 1.5 * 2 ** 24;

type Split = {
  readonly gain: number;
  readonly column: number;
  readonly cut: number;
  readonly apart: boolean;
  readonly low: number;
  readonly high: number;
};

/**
 * Additive boosting of the log-odds of bad: each round takes the one step (or the one place that stands alone) that helps most, shrunk by `rate`.
 * A step against its attribute's trend is never taken, so every sum of steps keeps the trend. Same rows in any order give the same steps.
 * A place that stands alone with fewer rows than `minRows` (a missing bin that nothing fell in) is no evidence: no step moves it, and it
 * is told as silent.
 */
export function boostAdditive(columns: readonly BoostColumn[], bad: Uint8Array, settings: BoostSettings, weights?: Float64Array): AdditiveFit {
  const rows = bad.length;
  const { intercept, z } = begin(bad, weights);
  const shapes = columns.map((c) => new Float64Array(c.size));
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const counts = columns.map((c) => countPlaces(c));
  const silent = columns.map((c, j) => Uint8Array.from(counts[j]!, (n, at) => Number(at >= c.ordered && n < settings.minRows)));
  for (let round = 0; round < settings.rounds; round += 1) {
    const total = slopes(z, bad, gradient, hessian, weights);
    const sums = histograms(columns, gradient, hessian);
    let best: Split | undefined;
    for (let j = 0; j < columns.length; j += 1) {
      const found = bestStep(j, columns[j]!, sums[j]!, counts[j]!, total, settings);
      if (found && (!best || found.gain > best.gain)) best = found;
    }
    if (!best || best.gain < 1e-9) break;
    take(best, columns[best.column]!, silent[best.column]!, shapes[best.column]!, z, settings.rate);
  }
  return { intercept, shapes, silent };
}

export function begin(bad: Uint8Array, weights?: Float64Array): { intercept: number; z: Float64Array } {
  let [bads, all] = [0, 0];
  for (let i = 0; i < bad.length; i += 1) {
    const w = weights ? weights[i]! : 1;
    all += w;
    bads += w * bad[i]!;
  }
  const intercept = Math.log(bads / (all - bads));
  return { intercept, z: new Float64Array(bad.length).fill(intercept) };
}

function countPlaces(column: BoostColumn): Float64Array {
  const out = new Float64Array(column.size);
  for (let i = 0; i < column.codes.length; i += 1) out[column.codes[i]!]! += 1;
  return out;
}

export function slopes(
  z: Float64Array,
  bad: Uint8Array,
  gradient: Float64Array,
  hessian: Float64Array,
  weights?: Float64Array,
): { g: number; h: number } {
  let [g, h] = [0, 0];
  for (let i = 0; i < z.length; i += 1) {
    const p = 1 / (1 + Math.exp(-z[i]!));
    const w = weights ? weights[i]! : 1;
    const gi = w * (bad[i]! - p) + GRAIN - GRAIN;
    const hi = w * p * (1 - p) + GRAIN - GRAIN;
    gradient[i] = gi;
    hessian[i] = hi;
    g += gi;
    h += hi;
  }
  return { g, h };
}

/** Sums of slopes at each place of each column: gradient, then hessian. Two columns at a time, so that a row's slopes are fetched once for both. */
function histograms(columns: readonly BoostColumn[], gradient: Float64Array, hessian: Float64Array): Float64Array[] {
  const all = columns.map((c) => new Float64Array(2 * c.size));
  for (let j = 0; j + 1 < columns.length; j += 2) addTwo(columns[j]!.codes, columns[j + 1]!.codes, gradient, hessian, all[j]!, all[j + 1]!);
  if (columns.length % 2 === 1) {
    const last = columns.length - 1;
    // The odd one out goes with itself, and what its twin sums up is thrown away.
    addTwo(columns[last]!.codes, columns[last]!.codes, gradient, hessian, all[last]!, new Float64Array(all[last]!.length));
  }
  return all;
}

function addTwo(a: Uint8Array, b: Uint8Array, gradient: Float64Array, hessian: Float64Array, ofA: Float64Array, ofB: Float64Array): void {
  for (let i = 0; i < a.length; i += 1) {
    const g = gradient[i]!;
    const h = hessian[i]!;
    const atA = 2 * a[i]!;
    const atB = 2 * b[i]!;
    ofA[atA]! += g;
    ofA[atA + 1]! += h;
    ofB[atB]! += g;
    ofB[atB + 1]! += h;
  }
}

/** Does any of the places alone, or any cut between ordered places (with the missing on either side), help most? */
function bestStep(
  j: number,
  column: BoostColumn,
  sums: Float64Array,
  counts: Float64Array,
  total: { g: number; h: number },
  s: BoostSettings,
): Split | undefined {
  let best: Split | undefined;
  const rows = column.codes.length;
  const offer = (cut: number, apart: boolean, g: number, h: number, count: number): void => {
    if (count < s.minRows || rows - count < s.minRows) return;
    const [low, high] = [g / (h + s.ridge), (total.g - g) / (total.h - h + s.ridge)];
    if (!apart) {
      const way = column.turn !== undefined && cut >= column.turn ? -column.trend : column.trend;
      if (way !== 0 && (high - low) * way <= 0) return;
    }
    const gain = low * g + high * (total.g - g) - (total.g * total.g) / (total.h + s.ridge);
    if (!best || gain > best.gain) best = { gain, column: j, cut, apart, low, high };
  };
  let [g, h, n] = [0, 0, 0];
  for (let c = 0; c + 1 < column.ordered; c += 1) {
    g += sums[2 * c]!;
    h += sums[2 * c + 1]!;
    n += counts[c]!;
    if (counts[c + 1]! > 0 || counts[c]! > 0) offer(c + 1, false, g, h, n);
  }
  for (let c = column.ordered; c < column.size; c += 1) offer(c, true, sums[2 * c]!, sums[2 * c + 1]!, counts[c]!);
  return best;
}

function take(split: Split, column: BoostColumn, silent: Uint8Array, shape: Shape, z: Float64Array, rate: number): void {
  const step = new Float64Array(column.size);
  for (let c = 0; c < column.size; c += 1) {
    if (silent[c] === 1) continue;
    const low = split.apart ? c === split.cut : c < split.cut;
    step[c] = rate * (low ? split.low : split.high);
    shape[c]! += step[c]!;
  }
  for (let i = 0; i < z.length; i += 1) z[i]! += step[column.codes[i]!]!;
}
