import { type Grade, gradeRank } from './grade.ts';
import type { Grading } from './grading.ts';
import { refuseRating } from './refusals.ts';

export type OverrideRequest = { readonly grade: Grade; readonly reason: string; readonly askedBy: string; readonly approvedBy: string | null };
export type Override = { readonly from: Grade; readonly to: Grade; readonly direction: 'up' | 'down' | 'none'; readonly reason: string };

/**
 * Changes a grade by judgement (handbook 3.3): down freely, up by one notch at most, never above a cap, each with a reason; upwards needs approval by
 * another person. Refuses `rating.override_reason_missing`, `rating.override_too_far`, `rating.override_above_cap`, `rating.override_approval_missing`.
 */
export function overrideGrade(rating: Pick<Grading, 'grade' | 'rulesApplied'>, request: OverrideRequest): Override {
  const { grade: from } = rating;
  const to = request.grade;
  if (request.reason.trim() === '') throw refuseRating('rating.override_reason_missing', { field: 'reason' });
  const up = gradeRank(from) - gradeRank(to);
  if (up > 1) throw refuseRating('rating.override_too_far', { field: 'grade', facts: { from, to } });
  if (up === 1) {
    const held = rating.rulesApplied.filter((r) => 'fail' in r.effect || ('cap' in r.effect && gradeRank(to) < gradeRank(r.effect.cap)));
    if (held.length > 0) throw refuseRating('rating.override_above_cap', { field: 'grade', facts: { rules: held.map((r) => r.code).join(', ') } });
    if (request.approvedBy === null || request.approvedBy === request.askedBy)
      throw refuseRating('rating.override_approval_missing', { field: 'approvedBy' });
  }
  return { from, to, direction: up === 1 ? 'up' : up < 0 ? 'down' : 'none', reason: request.reason.trim() };
}
