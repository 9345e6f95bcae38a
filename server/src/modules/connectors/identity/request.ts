import type { Facts, Question } from '../caller/source.ts';
import type { Purpose } from '../types.ts';

export function identityQuestions(f: Facts, purpose: Purpose): Question[] | { notApplicable: string } {
  if (f.name === null || f.idNo === null) return { notApplicable: 'no_identity_given' };
  const subject = { type: 'person', id_no: f.idNo, name: f.name } as const;
  const all: Question[] = [
    { kind: 'two-element', part: 'person', subject },
    { kind: 'three-element', part: 'person', subject, fields: { mobile: f.mobile } },
    { kind: 'phone', part: 'person', subject, fields: { mobile: f.mobile } },
    { kind: 'aml', part: 'person', subject },
  ];
  return purpose === 'profile' ? all.slice(0, 2) : all;
}
