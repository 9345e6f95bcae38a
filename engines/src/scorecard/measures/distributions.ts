/** Distribution functions for tests and intervals. All are good to about 1e-12 in the range the measures use. */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0 (Lanczos). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i += 1) sum += LANCZOS[i]! / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const STEPS = 10_000;
const TINY = 1e-300;

/** Modified Lentz evaluation of b0 + a1/(b1 + a2/(b2 + …)). */
function continuedFraction(first: number, term: (i: number) => readonly [a: number, b: number]): number {
  let f = first || TINY;
  let [c, d] = [f, 0];
  for (let i = 1; i < STEPS; i += 1) {
    const [a, b] = term(i);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    f *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return f;
}

/** Upper regularised incomplete gamma function Q(a, x). */
function gammaTail(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x >= a + 1) return scale / continuedFraction(x + 1 - a, (i) => [-i * (i - a), x + 2 * i + 1 - a]);
  let [term, sum] = [1 / a, 1 / a];
  for (let i = 1; i < STEPS && Math.abs(term) > sum * 1e-16; i += 1) {
    term *= x / (a + i);
    sum += term;
  }
  return 1 - scale * sum;
}

/** P(X ≥ x) of a chi-square variable. */
export const chiSquareTail = (x: number, freedom: number): number => gammaTail(freedom / 2, x / 2);

/** P(Z ≤ z) of the standard normal. */
export const normalCdf = (z: number): number => (z < 0 ? gammaTail(0.5, (z * z) / 2) / 2 : 1 - gammaTail(0.5, (z * z) / 2) / 2);

/** The x at which a rising function reaches `target`, by bisection to the last bit that matters. */
export function solveRising(rising: (x: number) => number, target: number, low: number, high: number): number {
  let [lo, hi] = [low, high];
  for (let i = 0; i < 200 && hi - lo > 1e-15 * Math.max(1, Math.abs(lo)); i += 1) {
    const mid = (lo + hi) / 2;
    if (rising(mid) < target) lo = mid;
    else hi = mid;
  }
  return (lo + hi) / 2;
}

/** z with P(Z ≤ z) = p, for 0 < p < 1. */
export const normalQuantile = (p: number): number => (p > 0.5 ? -normalQuantile(1 - p) : p === 0.5 ? 0 : solveRising(normalCdf, p, -40, 0));

/** Regularised incomplete beta function I_x(a, b): P(X ≤ x) of a beta variable. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const fraction = continuedFraction(1, (i) => {
    const m = Math.floor(i / 2);
    if (i % 2 === 0) return [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), 1];
    return [(-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)), 1];
  });
  return scale / fraction;
}

/** x with P(X ≤ x) = p of a beta variable. */
export const betaQuantile = (p: number, a: number, b: number): number => solveRising((x) => betaCdf(x, a, b), p, 0, 1);

/** P(X ≥ k) of a binomial variable with n trials of chance p, exact. */
export const binomialTail = (k: number, n: number, p: number): number => (k <= 0 ? 1 : k > n ? 0 : betaCdf(p, k, n - k + 1));

export type Interval = { readonly low: number; readonly high: number };

/** Jeffreys interval of a rate: `events` of `trials`, both may be weighted counts. Level 0.95 unless said. */
export function rateInterval(events: number, trials: number, level = 0.95): Interval {
  const [a, b] = [events + 0.5, trials - events + 0.5];
  return { low: events <= 0 ? 0 : betaQuantile((1 - level) / 2, a, b), high: events >= trials ? 1 : betaQuantile((1 + level) / 2, a, b) };
}
