import { compareGrades, type RatingResult } from '@tallystick/engines/rating';
import type { RiskLevel } from '../types.ts';

/** Risk level by grade alone (S3-05); an application's record adds what the rules say. */
export function riskOfRating(rating: RatingResult | null): RiskLevel {
  if (rating === null) return 'HIGH';
  if (!rating.admitted) return 'VETO';
  if (compareGrades(rating.grade, 'A−') > 0) return 'HIGH';
  return compareGrades(rating.grade, 'AA−') > 0 ? 'MEDIUM' : 'LOW';
}
