import type { SourceDef } from '../caller/source.ts';
import { PLATFORM_FEATURES, platformFigures } from './features.ts';
import { PLATFORM_SHAPES } from './parse.ts';
import { platformQuestions } from './request.ts';

/** E-commerce platforms (handbook 6.7 and section 5): the trade of the customer's shops, all shops together. */
export const platformSource: SourceDef = {
  name: 'platform',
  scope: 'platform',
  shapes: PLATFORM_SHAPES,
  questions: platformQuestions,
  features: PLATFORM_FEATURES,
  figures: platformFigures,
};
