import type { Id } from '@tallystick/kernel';

export type AlertId = Id<'aler'>;
export const SEVERITIES = ['red', 'orange', 'yellow', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** A red alert also stops new drawing at once. */
export const MEASURES = [
  'contact',
  'site_check',
  'evidence_request',
  'line_freeze',
  'extra_guarantee',
  'rate_action',
  'classification',
  'collection_handover',
  'legal',
] as const;
export type Measure = (typeof MEASURES)[number];
export const OUTCOMES = ['cured', 'risk_confirmed', 'false_alarm'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Signal = {
  readonly code: string;
  readonly category: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly severity: Severity;
  readonly thresholdPpm: bigint | null;
  readonly redThresholdPpm: bigint | null;
  readonly ownerRole: 'POST_LOAN';
  readonly responseZh: string;
  readonly responseEn: string;
};
/** A signal that was hit, with the figures that say so. */
export type Hit = { readonly signal: Signal; readonly severity: Severity; readonly facts: Readonly<Record<string, string>> };
