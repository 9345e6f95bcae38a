import type { SourceDef } from '../caller/source.ts';
import { REGISTRY_FEATURES, registryFigures } from './features.ts';
import { REGISTRY_SHAPES } from './parse.ts';
import { registryQuestions } from './request.ts';

/** Business registry (handbook 6.4): who the firm is, who stands behind it, what happened to it. */
export const registrySource: SourceDef = {
  name: 'registry',
  scope: 'registry',
  shapes: REGISTRY_SHAPES,
  questions: registryQuestions,
  features: REGISTRY_FEATURES,
  figures: registryFigures,
};
