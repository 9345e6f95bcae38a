import type { SourceDef } from '../caller/source.ts';
import { COURT_FEATURES, courtFigures } from './features.ts';
import { COURT_SHAPES } from './parse.ts';
import { courtQuestions } from './request.ts';

/** Judicial lists (handbook 6.3). Only records with the exact ID count; a namesake is never a ground. */
export const courtSource: SourceDef = {
  name: 'court',
  scope: 'court',
  shapes: COURT_SHAPES,
  questions: courtQuestions,
  features: COURT_FEATURES,
  figures: courtFigures,
};
