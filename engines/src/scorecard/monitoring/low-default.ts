import { betaCdf, normalCdf, normalQuantile, solveRising } from '../measures/distributions.ts';

export type GradeDefaults = { readonly grade: string; readonly borrowers: number; readonly defaults: number };
export type PrudentPd = GradeDefaults & { readonly pd: number };

const WIDTH = 8;
const STEPS = 400;

/** P(at most `defaults` of `borrowers`) with chance p, averaged over a common factor when defaults are correlated. */
function chanceOfFew(borrowers: number, defaults: number, p: number, correlation: number): number {
  const few = (chance: number): number => 1 - betaCdf(chance, defaults + 1, borrowers - defaults);
  if (correlation === 0) return few(p);
  const threshold = normalQuantile(p);
  let sum = 0;
  for (let i = 0; i <= STEPS; i += 1) {
    const y = -WIDTH + (2 * WIDTH * i) / STEPS;
    const weight = (i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp(-(y * y) / 2);
    sum += weight * few(normalCdf((threshold + Math.sqrt(correlation) * y) / Math.sqrt(1 - correlation)));
  }
  return (sum * (2 * WIDTH)) / STEPS / 3 / Math.sqrt(2 * Math.PI);
}

/**
 * Low-default portfolios: the most prudent PDs of Pluto and Tasche (2005). Grades from best to worst; each grade's PD is the largest one that is
 * still compatible, at `confidence`, with the defaults of that grade and all worse ones taken together. `correlation` is the asset correlation of
 * the one-factor model (0 = independent). PDs never fall as grades get worse, and are above zero without a single default.
 */
export function prudentPds(grades: readonly GradeDefaults[], confidence: number, correlation = 0): PrudentPd[] {
  return grades.map((g, i) => {
    const pooled = grades.slice(i);
    const borrowers = pooled.reduce((s, x) => s + x.borrowers, 0);
    const defaults = pooled.reduce((s, x) => s + x.defaults, 0);
    if (defaults >= borrowers) return { ...g, pd: 1 };
    return { ...g, pd: solveRising((p) => 1 - chanceOfFew(borrowers, defaults, p, correlation), confidence, 1e-12, 1 - 1e-12) };
  });
}

/** Prudent PDs scaled so that the portfolio's mean is the given central tendency (never above 1). */
export function scaleToMean(pds: readonly PrudentPd[], centralTendency: number): PrudentPd[] {
  const borrowers = pds.reduce((s, g) => s + g.borrowers, 0);
  const factor = (centralTendency * borrowers) / pds.reduce((s, g) => s + g.pd * g.borrowers, 0);
  return pds.map((g) => ({ ...g, pd: Math.min(1, g.pd * factor) }));
}
