import type { Facts, Question } from '../caller/source.ts';

export const registryQuestions = (f: Facts): Question[] | { notApplicable: string } =>
  f.uscc === null
    ? { notApplicable: 'no_enterprise' }
    : [{ kind: 'enterprise', part: 'enterprise', subject: { type: 'enterprise', id_no: f.uscc, name: f.enterpriseName ?? '' } }];
