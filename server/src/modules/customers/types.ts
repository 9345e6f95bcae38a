import type { CalendarDate, CustomerId, Id, Instant } from '@tallystick/kernel';
import type { BranchId, StaffId } from '#platform';

export const CUSTOMER_KINDS = ['merchant', 'enterprise', 'person'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
/** prospect: joined, no loan yet · active: has or had a loan · locked: reversible, with appeal · closed: relation ended. */
export const CUSTOMER_STATES = ['prospect', 'active', 'locked', 'closed'] as const;
export type CustomerState = (typeof CUSTOMER_STATES)[number];

export const CONSENT_SCOPES = ['contact', 'bureau', 'tax', 'court', 'registry', 'platform', 'identity', 'partner_share'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];
export type ConsentId = Id<'cons'>;
/** A consent in force: what an outside call names. `hash` is the SHA-256 of the text that was agreed to. */
export type ConsentRef = {
  readonly id: ConsentId;
  readonly scope: ConsentScope;
  readonly version: string;
  readonly hash: string;
  readonly signedAt: Instant;
  readonly validUntil: CalendarDate;
};

export const PLATFORMS = ['taobao', 'tmall', 'jd', 'pinduoduo', 'douyin', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Where a fact of a profile came from. */
export type FieldSource = 'typed' | 'staff' | 'registry' | 'platform' | 'tax' | 'identity';

/** Points of the verification list. Which ones a customer has depends on its kind (see rules.ts). */
export const CHECK_ITEMS = [
  'id_two_element',
  'id_unique',
  'registry_uscc',
  'registry_legal_person',
  'shop_owner',
  'id_document',
  'licence_document',
  'call_back',
] as const;
export type CheckItem = (typeof CHECK_ITEMS)[number];

export type CustomerSummary = {
  readonly customerId: CustomerId;
  readonly kind: CustomerKind;
  /** A firm's or shop's name in full, a person's masked. */
  readonly displayName: string;
  readonly branchId: BranchId;
  readonly managerId: StaffId | null;
  readonly state: CustomerState;
  readonly profileState: 'draft' | 'verified';
  /** Percent of the required fields and papers that are there. */
  readonly completeness: number;
  readonly campaign: string | null;
  readonly joinedOn: CalendarDate;
  /** The first payout of a loan of ours; null when there was none. */
  readonly firstPaidOutOn: CalendarDate | null;
};

/** Unsealed facts for connectors, contracts and payments. Never into logs, payloads, outputs. */
export type Identity = {
  readonly name: string | null;
  readonly idNo: string | null;
  readonly mobile: string;
  readonly enterpriseName: string | null;
  readonly uscc: string | null;
  readonly legalPerson: string | null;
  readonly shops: readonly { readonly shopId: string; readonly platform: Platform; readonly shopName: string }[];
  /** What the customer stated about a year of business; null where nothing was stated. */
  readonly declared: {
    readonly annualRevenueMinor: bigint | null;
    readonly netProfitMinor: bigint | null;
    readonly totalAssetsMinor: bigint | null;
    readonly totalLiabilitiesMinor: bigint | null;
  };
  readonly payoutAccount: { readonly account: string; readonly bankCode: string } | null;
};

/** Reasons of a lock that say the customer deceived the bank. */
export const DECEIT = ['false_information', 'fraud_suspected'] as const;
/** An entry of the internal list: it counts while it stands; its last day passes, or a person lifts it. */
export const LISTING_STATES = ['standing', 'ended', 'lifted'] as const;
export type ListingState = (typeof LISTING_STATES)[number];
