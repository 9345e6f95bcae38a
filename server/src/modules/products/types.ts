import type { Bucket, RepaymentMethod } from '@tallystick/engines/loan-engine';
import type { Grade } from '@tallystick/engines/rating';
import type { CalendarDate } from '@tallystick/kernel';

/** Products every installation starts with; others may be added. */
export type ProductCode = string;

/** What a product may be. There is no kind that matches investors with borrowers (handbook section 8: online P2P lending was ended in 2020). */
export const PRODUCT_KINDS = ['MERCHANT', 'FIRST', 'MICRO', 'WORKING_CAPITAL', 'STUDENT'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];
/** Kinds that may not exist, with the reason: refused by name so that nobody builds them by accident (S4-13). */
export const PROHIBITED_KINDS = ['P2P', 'INVESTOR_MATCHING', 'RETAIL_FUNDING'] as const;

export const PURPOSE_CLASSES = ['CONSUMPTION', 'BUSINESS', 'PROJECT', 'HOUSING', 'AUTO', 'EDUCATION', 'TRAVEL'] as const;
export type PurposeClass = (typeof PURPOSE_CLASSES)[number];
export const GUARANTEE_TYPES = ['CREDIT', 'GUARANTEE', 'JOINT', 'MORTGAGE', 'PLEDGE', 'COMBINED', 'INSURANCE'] as const;
export type GuaranteeType = (typeof GUARANTEE_TYPES)[number];
export const CUSTOMER_SEGMENTS = ['merchant', 'enterprise', 'person'] as const;
export type CustomerSegment = (typeof CUSTOMER_SEGMENTS)[number];
export const REPAYMENT_METHODS = [
  'equal_instalment',
  'equal_principal',
  'interest_only',
  'bullet',
  'flat',
] as const satisfies readonly RepaymentMethod[];
/** Sets of parameters that decisions are made by. */
export const PARAMETER_NAMES = ['rating.merchant', 'policy.merchant', 'pricing.merchant', 'intake'] as const;
export type ParameterName = (typeof PARAMETER_NAMES)[number];

export const SEGMENT_CODES = ['ECOM', 'FIRST_LOAN', 'MICRO'] as const;
export type SegmentCode = (typeof SEGMENT_CODES)[number];

/** A document a product asks for. `obtainableFrom`: the outside source that answers it, so nobody has to upload it (S0-35). */
export type DocumentNeed = { readonly kind: string; readonly obtainableFrom: string | null; readonly mandatory: boolean };

/** One version of a product template. Money in minor units, rates in ppm, everything a later module needs to make terms. */
export type Product = {
  readonly code: ProductCode;
  readonly version: number;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly source: string;
  readonly kind: ProductKind;
  readonly name: { readonly zh: string; readonly en: string };
  readonly says: { readonly zh: string; readonly en: string };
  readonly segments: readonly CustomerSegment[];
  /** The segment of policy and price tables. */
  readonly segmentCode: SegmentCode;
  /** Province codes (two digits of GB/T 2260); empty: everywhere. */
  readonly regions: readonly string[];
  readonly firstLoanOnly: boolean;
  readonly methods: readonly RepaymentMethod[];
  readonly minAmountMinor: bigint;
  readonly maxAmountMinor: bigint;
  readonly stepMinor: bigint;
  readonly minMonths: number;
  readonly maxMonths: number;
  readonly purposes: readonly PurposeClass[];
  readonly minGrade: Grade;
  readonly guarantees: readonly GuaranteeType[];
  readonly documents: readonly DocumentNeed[];
  /** Consent scopes of an application. */
  readonly consents: readonly string[];
  /** Names of the parameter sets; their version is the one in force on the day. */
  readonly parameters: { readonly rating: string; readonly policy: string; readonly pricing: string; readonly intake: string };
  readonly penaltyUpliftPpm: bigint;
  readonly penaltyGraceDays: number;
  /** Unpaid interest bears interest at the penalty rate (REP-08). */
  readonly compoundOnInterest: boolean;
  readonly dayBase: 360 | 365;
  readonly allocation: readonly Bucket[];
  readonly prepayment: { readonly replan: 'keep_term' | 'keep_instalment'; readonly feePpm: bigint };
  readonly allInCapPpm: bigint;
  readonly allInWarnPpm: bigint;
  /** Minutes from submission to a decision the bank promises itself (S0-15, S4-46). */
  readonly decisionMinutes: number;
};

/** A version of a parameter set in force on a day. `body` keeps bigint ppm and money. */
export type ParameterSet<T = unknown> = {
  readonly name: string;
  readonly version: number;
  readonly sha256: string;
  readonly effectiveFrom: CalendarDate;
  readonly body: T;
};

export type Lpr = { readonly tenor: '1Y' | '5Y'; readonly publishedOn: CalendarDate; readonly ratePpm: bigint; readonly source: string };
