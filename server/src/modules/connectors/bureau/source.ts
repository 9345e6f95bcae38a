import type { SourceDef } from '../caller/source.ts';
import { BUREAU_FEATURES, bureauFigures } from './features.ts';
import { BUREAU_SHAPES } from './parse.ts';
import { bureauQuestions } from './request.ts';

/** Credit bureau (handbook 6.1, 6.2): the reports of the person and of the firm. No record is an answer: a first-time borrower. */
export const bureauSource: SourceDef = {
  name: 'bureau',
  scope: 'bureau',
  shapes: BUREAU_SHAPES,
  questions: bureauQuestions,
  features: BUREAU_FEATURES,
  figures: bureauFigures,
};
