import type { CalendarDate, Currency, CustomerId, Id, Instant } from '@tallystick/kernel';

export type LineId = Id<'line'>;
export type CreditLine = {
  readonly customerId: CustomerId;
  readonly id: LineId;
  readonly branchId: string | null;
  readonly productCode: string;
  readonly currency: Currency;
  readonly limitMinor: bigint;
  readonly usedMinor: bigint;
  /** What may be drawn today: zero when frozen or run out. */
  readonly availableMinor: bigint;
  readonly minDrawMinor: bigint;
  readonly stepMinor: bigint;
  readonly validTo: CalendarDate;
  readonly state: 'active' | 'frozen' | 'expired';
  readonly frozenFor: { readonly zh: string; readonly en: string } | null;
  readonly decisionId: string;
  readonly version: number;
  readonly openedAt: Instant;
};

export type NewLine = {
  readonly customerId: CustomerId;
  readonly branchId: string | null;
  readonly productCode: string;
  readonly currency: Currency;
  readonly limitMinor: bigint;
  readonly minDrawMinor: bigint;
  readonly stepMinor: bigint;
  readonly validTo: CalendarDate;
  readonly decisionId: string;
};
export type MovementKind = 'opened' | 'changed' | 'reserved' | 'released' | 'frozen' | 'unfrozen';
