import type { Facts, Question } from '../caller/source.ts';

export function courtQuestions(f: Facts): Question[] | { notApplicable: string } {
  if (f.name === null || f.idNo === null) return { notApplicable: 'no_identity_given' };
  return [
    { kind: 'records', part: 'person', subject: { type: 'person', id_no: f.idNo, name: f.name } },
    ...(f.uscc === null
      ? []
      : [{ kind: 'records', part: 'enterprise', subject: { type: 'enterprise', id_no: f.uscc, name: f.enterpriseName ?? '' } } as const]),
  ];
}
