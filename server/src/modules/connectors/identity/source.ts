import type { SourceDef } from '../caller/source.ts';
import { IDENTITY_FEATURES, identityFigures } from './features.ts';
import { IDENTITY_SHAPES } from './parse.ts';
import { identityQuestions } from './request.ts';

/** Identity and anti-fraud (handbook 6.9): do name, ID and mobile belong together, is the phone the person's own, anti-money-laundering lists. */
export const identitySource: SourceDef = {
  name: 'identity',
  scope: 'identity',
  shapes: IDENTITY_SHAPES,
  questions: identityQuestions,
  features: IDENTITY_FEATURES,
  figures: identityFigures,
};
