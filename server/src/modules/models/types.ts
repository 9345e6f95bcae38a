import type { Card } from '@tallystick/engines/scorecard';

export const MODEL_PURPOSES = ['merchant_credit'] as const;
export type ModelPurpose = (typeof MODEL_PURPOSES)[number];
export const MODEL_STATES = ['validated', 'live', 'retired'] as const;
export type ModelState = (typeof MODEL_STATES)[number];
/** A registered card: what it is for, in which version, with the hash of its text. */
export type Model = {
  readonly modelId: string;
  readonly version: string;
  readonly purpose: ModelPurpose;
  readonly state: ModelState;
  readonly sha256: string;
  readonly card: Card;
};
