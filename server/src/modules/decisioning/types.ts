import type { Grade, GradeGroup } from '@tallystick/engines/rating';
import type { CalendarDate, CustomerId, Id, Instant } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import type { GuaranteeType } from '#modules/products';

export type RatingId = Id<'rate'>;
export type OfferId = Id<'offr'>;
export type DecisionId = Id<'deci'>;
export type ReviewId = Id<'revw'>;
export type ApprovalId = Id<'appr'>;

export const OUTCOMES = ['approve', 'refer', 'decline', 'counter_offer'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const RISK_LEVELS = ['LOW', 'MEDIUM', 'HIGH', 'VETO'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

export type Bilingual = { readonly zh: string; readonly en: string };
/** A reason that a customer may be told, with its code (BUR-09). */
export type Reason = Bilingual & { readonly code: string };

/** A rating as later modules see it; `grade` includes an approved override, `modelGrade` does not. */
export type RatingCase = {
  readonly ratingId: RatingId;
  readonly customerId: CustomerId;
  readonly grade: Grade;
  readonly modelGrade: Grade;
  readonly gradeGroup: GradeGroup;
  readonly scoreTenths: number;
  readonly pdPpm: bigint;
  readonly riskLevel: RiskLevel;
  readonly ratedOn: CalendarDate;
  readonly ratedAt: Instant;
  /** First day it no longer counts. */
  readonly expiresOn: CalendarDate;
  readonly reasons: readonly Reason[];
};

export type Offer = {
  readonly offerId: OfferId;
  readonly customerId: CustomerId;
  readonly productCode: string;
  readonly productVersion: number;
  readonly grade: Grade;
  readonly limitMinor: bigint;
  readonly ratePpm: bigint;
  readonly months: number;
  /** All-in cost a year, compound (APR-04). */
  readonly irrPpm: bigint;
  readonly madeAt: Instant;
  readonly validUntil: CalendarDate;
};

/** What may be lent on an application, as decided by rule or by a person within authority. */
export type Approval = {
  readonly approvalId: ApprovalId;
  readonly customerId: CustomerId;
  readonly applicationId: ApplicationId;
  readonly decisionId: DecisionId;
  readonly source: 'auto' | 'person';
  /** offered: a counter-offer the applicant has not accepted yet. */
  readonly state: 'offered' | 'standing' | 'ended';
  readonly amountMinor: bigint;
  readonly ratePpm: bigint;
  readonly months: number;
  readonly irrPpm: bigint;
  readonly guarantee: GuaranteeType;
  readonly conditions: readonly string[];
  readonly approvedBy: string;
  readonly approvedAt: Instant;
  readonly validUntil: CalendarDate;
};
