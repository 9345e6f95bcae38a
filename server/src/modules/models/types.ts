import type { Card } from '@tallystick/engines/scorecard';
import { words } from '@tallystick/kernel';

export const MODEL_PURPOSES = ['merchant_credit', 'behaviour'] as const;
export type ModelPurpose = (typeof MODEL_PURPOSES)[number];
export const MODEL_STATES = ['validated', 'live', 'retired'] as const;
export type ModelState = (typeof MODEL_STATES)[number];
export const STATE_WORDS = words<ModelState>({
  validated: ['已验证', 'validated'],
  live: ['在用', 'live'],
  retired: ['已退役', 'retired'],
});
/** A registered card: what it is for, in which version, with the hash of its text. */
export type Model = {
  readonly modelId: string;
  readonly version: string;
  readonly purpose: ModelPurpose;
  readonly state: ModelState;
  readonly sha256: string;
  readonly card: Card;
};
