import type { LoanTerms } from '@tallystick/engines/loan-engine';
import { type CalendarDate, type CustomerId, type Id, type Instant, words } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import type { DocumentId } from '#modules/documents';

export type ContractId = Id<'cont'>;
export const CONTRACT_STATES = ['draft', 'signing', 'signed', 'cancelled'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
export const STATE_WORDS = words<ContractState>({
  draft: ['草稿', 'draft'],
  signing: ['签署中', 'being signed'],
  signed: ['已签署', 'signed'],
  cancelled: ['已取消', 'cancelled'],
});
type Bilingual = { readonly zh: string; readonly en: string };

/** The four values that bound the amount (S0-57); the smallest is the most that may be lent. */
export type AmountLimits = { readonly approvedMinor: bigint; readonly availableMinor: bigint; readonly needMinor: bigint; readonly capMinor: bigint };

/** One line of 综合融资成本明示表 (APR-03). `amountMinor` is what it comes to over the whole term when all is paid on time; null when it only arises on default. */
export type CostItem = {
  readonly code: string;
  readonly name: Bilingual;
  readonly method: Bilingual;
  readonly standard: Bilingual;
  readonly payee: Bilingual;
  readonly amountMinor: bigint | null;
};
export type CostStatement = {
  readonly items: readonly CostItem[];
  /** What arises only when the borrower does not perform, or repays early. */
  readonly otherwise: readonly CostItem[];
  readonly interestMinor: bigint;
  readonly feesMinor: bigint;
  /** All-in annual cost when performed normally; simple must be named as simple (APR-01). */
  readonly simplePpm: bigint;
  readonly compoundPpm: bigint;
};

export type Contract = {
  readonly customerId: CustomerId;
  readonly id: ContractId;
  readonly contractNo: string;
  readonly applicationId: ApplicationId;
  readonly decisionId: string;
  readonly branchId: string | null;
  readonly productCode: string;
  readonly productVersion: number;
  readonly state: ContractState;
  readonly version: number;
  /** Frozen. `start` is the day of drafting: the loan itself starts on the day of payout, with the same amounts (whole months at a twelfth). */
  readonly terms: LoanTerms;
  readonly limits: AmountLimits;
  readonly cost: CostStatement;
  readonly textVersion: string;
  /** SHA-256 of what the borrower reads: terms, plan, costs and text version. */
  readonly textHash: string;
  readonly validUntil: CalendarDate;
  readonly approvedBy: string;
  readonly readAt: Instant | null;
  readonly signedAt: Instant | null;
  readonly documentId: DocumentId | null;
  readonly documentHash: string | null;
  readonly fault: string | null;
  readonly draftedAt: Instant;
};

export type EvidenceKind = 'drafted' | 'amount_chosen' | 'read' | 'code_sent' | 'consented' | 'borrower_signed' | 'bank_signed';
export type Evidence = {
  /** 1 for the first: the order in which it happened. */
  readonly place: number;
  readonly kind: EvidenceKind;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly ip: string;
  readonly device: string;
  readonly actorId: string;
  readonly at: Instant;
};
