import { binomialTests, type ChiSquareTest, type GradeTest, hosmerLemeshow, type Values } from '../measures/index.ts';

/** A master scale: grades from best to worst with the largest PD each may hold; the last holds everything. Default itself is no grade. */
export type MasterScale = readonly { readonly grade: string; readonly upTo: number }[];

/** Design values: about a factor of 2.5 from grade to grade. */
export const MASTER_SCALE: MasterScale = [
  { grade: 'AAA', upTo: 0.001 },
  { grade: 'AA', upTo: 0.0025 },
  { grade: 'A', upTo: 0.006 },
  { grade: 'BBB', upTo: 0.015 },
  { grade: 'BB', upTo: 0.04 },
  { grade: 'B', upTo: 0.1 },
  { grade: 'CCC', upTo: 0.25 },
  { grade: 'CC', upTo: 0.5 },
  { grade: 'C', upTo: 1 },
];

export type GradeReport = {
  /** Grades that hold loans, best first; PD is the mean PD of the grade's loans. */
  readonly grades: readonly (GradeTest & { readonly share: number })[];
  readonly hosmerLemeshow: ChiSquareTest;
  /** The bad rate does not fall from any grade to the next worse one. */
  readonly ordered: boolean;
  /** Σ of squared shares: 1 means that everybody has one grade. */
  readonly concentration: number;
};

/** Grades of PDs on a scale, with the exact binomial test per grade and the Hosmer–Lemeshow test over all. */
export function gradeReport(pd: Values, bad: Values, sample: 'fitted' | 'other', scale: MasterScale = MASTER_SCALE): GradeReport {
  const totals = scale.map(() => ({ total: 0, expected: 0, observed: 0 }));
  for (let i = 0; i < pd.length; i += 1) {
    const at = scale.findIndex((g) => pd[i]! <= g.upTo);
    const grade = totals[at < 0 ? scale.length - 1 : at]!;
    grade.total += 1;
    grade.expected += pd[i]!;
    grade.observed += bad[i] === 1 ? 1 : 0;
  }
  const held = totals.flatMap((t, i) => (t.total === 0 ? [] : [{ ...t, grade: scale[i]!.grade }]));
  const tests = binomialTests(held.map((t) => ({ grade: t.grade, pd: t.expected / t.total, total: t.total, bad: t.observed })));
  const grades = tests.map((t) => ({ ...t, share: t.total / pd.length }));
  return {
    grades,
    hosmerLemeshow: hosmerLemeshow(held, sample),
    ordered: grades.every((g, i) => i === 0 || g.badRate >= grades[i - 1]!.badRate),
    concentration: grades.reduce((s, g) => s + g.share ** 2, 0),
  };
}
