import type { Facts, Question } from '../caller/source.ts';

/** The firm is asked about; without one, the person as a sole trader. */
export function taxQuestions(f: Facts): Question[] | { notApplicable: string } {
  if (f.uscc !== null) return [{ kind: 'taxpayer', part: 'taxpayer', subject: { type: 'enterprise', id_no: f.uscc, name: f.enterpriseName ?? '' } }];
  if (f.name === null || f.idNo === null) return { notApplicable: 'no_taxpayer' };
  return [{ kind: 'taxpayer', part: 'taxpayer', subject: { type: 'person', id_no: f.idNo, name: f.name } }];
}
