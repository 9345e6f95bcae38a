import type { CustomerId, Instant } from '@tallystick/kernel';

export type Outcome = 'done' | 'requested' | 'refused';
/** One act as it is stored. `before` and `after` are kept as the JSON text that was hashed. */
export type AuditEvent = {
  readonly customerId: CustomerId;
  readonly id: string;
  readonly at: Instant;
  readonly actorKind: 'staff' | 'borrower' | 'system' | 'anonymous';
  readonly actorId: string;
  readonly actorName: string;
  readonly actorRoles: string;
  readonly makerId: string | null;
  readonly branchId: string | null;
  readonly command: string;
  readonly action: string;
  readonly subject: string;
  readonly outcome: Outcome;
  readonly before: string | null;
  readonly after: string | null;
  readonly why: string | null;
  readonly ip: string;
  readonly device: string;
  readonly requestId: string;
};
export type Block = {
  readonly no: bigint;
  readonly previousHash: string;
  readonly root: string;
  readonly count: number;
  readonly sealedAt: Instant;
  readonly hash: string;
};
export type Seal = { readonly customerId: CustomerId; readonly eventId: string; readonly place: number; readonly rowHash: string };
/** A point of the chain written down elsewhere: what cutting the chain short cannot fool. */
export type Anchor = { readonly no: bigint; readonly hash: string };
