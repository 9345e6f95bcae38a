/** The platform scale, best first (handbook 3.3). "−" is the minus sign U+2212, as printed on contracts. */
export const GRADES = ['AAA', 'AA+', 'AA', 'AA−', 'A+', 'A', 'A−', 'BBB', 'BB', 'B', 'CCC', 'D'] as const;
export type Grade = (typeof GRADES)[number];
/** The prime groups AAA, AA, A; everything below is OTHER (其他). */
export type GradeGroup = 'AAA' | 'AA' | 'A' | 'OTHER';

export const isGrade = (text: string): text is Grade => (GRADES as readonly string[]).includes(text);
/** 0 for AAA, 11 for D: a higher rank is a worse grade. */
export const gradeRank = (grade: Grade): number => GRADES.indexOf(grade);
/** Negative when `a` is better than `b`, for sorting best first. */
export const compareGrades = (a: Grade, b: Grade): number => gradeRank(a) - gradeRank(b);
export const isAtLeast = (grade: Grade, floor: Grade): boolean => gradeRank(grade) <= gradeRank(floor);
export const worseGrade = (a: Grade, b: Grade): Grade => (isAtLeast(a, b) ? b : a);

/** Moves by notches: +1 is one better, −1 one worse; stops at the ends of the scale. */
export const shiftGrade = (grade: Grade, notches: number): Grade =>
  GRADES[Math.min(GRADES.length - 1, Math.max(0, gradeRank(grade) - notches))] ?? 'D';

export function gradeGroup(grade: Grade): GradeGroup {
  if (grade === 'AAA') return 'AAA';
  const rank = gradeRank(grade);
  return rank <= gradeRank('AA−') ? 'AA' : rank <= gradeRank('A−') ? 'A' : 'OTHER';
}

/** One group down, the sign kept where the lower group has one: AAA → AA, AA+ → A+, A− → BBB, then notch by notch. */
export function downOneGroup(grade: Grade): Grade {
  const group = gradeGroup(grade);
  if (group === 'AAA') return 'AA';
  if (group === 'AA') return shiftGrade(grade, -3);
  return group === 'A' ? 'BBB' : shiftGrade(grade, -1);
}
