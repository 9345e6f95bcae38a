import type { SourceDef } from '../caller/source.ts';
import { TAX_FEATURES, taxFigures } from './features.ts';
import { TAX_SHAPES } from './parse.ts';
import { taxQuestions } from './request.ts';

/** Tax office (handbook 6.5): declared revenue, tax paid, credit grade, arrears. */
export const taxSource: SourceDef = {
  name: 'tax',
  scope: 'tax',
  shapes: TAX_SHAPES,
  questions: taxQuestions,
  features: TAX_FEATURES,
  figures: taxFigures,
};
