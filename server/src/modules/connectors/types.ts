import type { CalendarDate, CustomerId, Id, Instant } from '@tallystick/kernel';

export const SOURCES = ['identity', 'bureau', 'court', 'registry', 'tax', 'platform'] as const;
export type Source = (typeof SOURCES)[number];
export const PURPOSES = ['offer', 'application', 'monitoring', 'profile'] as const;
/** offer, application: before a decision · monitoring: post-loan · profile: filling in and checking what the customer told. */
export type Purpose = (typeof PURPOSES)[number];
export type CollectionId = Id<'coll'>;
export type CallId = Id<'call'>;
export type AccountCheckId = Id<'acck'>;

/** no_record: the source answered that it knows nothing. waived: a person decided to go without, or the source cannot apply. */
export type SourceState = 'pending' | 'collected' | 'no_record' | 'failed' | 'waived';
/** waiting: a mandatory source failed and is asked again at `retryAt`. failed: asked as often as allowed. */
export type CollectionState = 'collecting' | 'waiting' | 'complete' | 'partial' | 'failed';
export type CollectionStatus = {
  readonly collectionId: CollectionId;
  readonly purpose: Purpose;
  readonly subject: string;
  readonly state: CollectionState;
  readonly round: number;
  readonly asOf: CalendarDate;
  readonly askedAt: Instant;
  readonly retryAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly sources: readonly {
    readonly source: Source;
    readonly mandatory: boolean;
    readonly state: SourceState;
    readonly reason: string | null;
    readonly settledAt: Instant | null;
  }[];
};

/** minor: fen (bigint) · ppm: ratio times a million (bigint) · the others plain. */
export type FeatureUnit = 'minor' | 'ppm' | 'count' | 'months' | 'days' | 'hours' | 'score' | 'flag' | 'text' | 'date';
export type FeatureValue = bigint | number | boolean | string;
/** One fact with its lineage (handbook section 5). `value` is null exactly when `missingReason` says why. */
export type Feature = {
  readonly value: FeatureValue | null;
  readonly unit: FeatureUnit;
  readonly source: Source;
  readonly asOf: CalendarDate;
  /** What time the figure speaks of: "2026-02-01/2026-03-01", both included; empty for a state on `asOf`. */
  readonly window: string;
  readonly missingReason: string | null;
  readonly callId: CallId | null;
};
export type MerchantFeatures = Readonly<Record<string, Feature>>;

export type PaymentKind = 'disburse' | 'deduct';
/** created → sent → success | failed; unknown: sent and not answered, being asked about; returned: came back after a success. */
export type PaymentState = 'created' | 'sent' | 'unknown' | 'success' | 'failed' | 'returned';
export type PaymentRequest = {
  readonly customerId: CustomerId;
  /** Chosen by the caller, unique for all time: the rail and we are idempotent by it. */
  readonly orderNo: string;
  readonly kind: PaymentKind;
  readonly amountMinor: bigint;
  readonly account: string;
  readonly bankCode?: string;
  readonly payeeName: string;
  readonly purpose: string;
  /** Whose payment this is: a loan or payment id of the caller. */
  readonly subject: string;
  /** Entrusted payment: the money goes to the borrower's supplier. */
  readonly entrusted?: boolean;
  /** Deductions only: take what is there when it is less. */
  readonly partial?: boolean;
};
export type PaymentOrder = {
  readonly customerId: CustomerId;
  readonly orderNo: string;
  readonly kind: PaymentKind;
  readonly amountMinor: bigint;
  readonly doneMinor: bigint;
  readonly accountTail: string;
  readonly purpose: string;
  readonly subject: string;
  readonly state: PaymentState;
  readonly code: string | null;
  readonly ref: string | null;
  readonly orderedOn: CalendarDate;
  readonly orderedAt: Instant;
  readonly settledOn: CalendarDate | null;
  readonly returnedOn: CalendarDate | null;
};
