import { betaCdf, binomialTail, type Interval, rateInterval } from './distributions.ts';

export type GradeCounts = { readonly grade: string; readonly pd: number; readonly total: number; readonly bad: number };
/** Green: no evidence against the PD. Amber: under-stated at 5 %. Red: under-stated at 1 %. Blue: overstated at 5 % (careful, but wrong). */
export type Light = 'green' | 'amber' | 'red' | 'blue';
export type GradeTest = GradeCounts & {
  readonly badRate: number;
  readonly interval: Interval;
  /** P(at least so many bads | the PD is right), exact binomial. Small = the PD is too low. */
  readonly tooLow: number;
  /** P(at most so many bads | the PD is right). Small = the PD is too high. */
  readonly tooHigh: number;
  /** Jeffreys test (ECB 2019): posterior chance that the true rate is at or below the PD. */
  readonly jeffreys: number;
  readonly light: Light;
};

/** Binomial test per grade, exact, and the Jeffreys test. Bads and totals are counts of loans. */
export function binomialTests(grades: readonly GradeCounts[]): GradeTest[] {
  return grades.map((g) => {
    const tooLow = binomialTail(g.bad, g.total, g.pd);
    const tooHigh = 1 - binomialTail(g.bad + 1, g.total, g.pd);
    const light = tooLow < 0.01 ? 'red' : tooLow < 0.05 ? 'amber' : tooHigh < 0.05 ? 'blue' : 'green';
    const jeffreys = betaCdf(g.pd, g.bad + 0.5, g.total - g.bad + 0.5);
    return { ...g, badRate: g.total === 0 ? 0 : g.bad / g.total, interval: rateInterval(g.bad, g.total), tooLow, tooHigh, jeffreys, light };
  });
}
