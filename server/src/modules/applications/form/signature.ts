import type { CustomerId } from '@tallystick/kernel';
import { canonicalJson } from '#modules/products';
import type { ApplicationId, DraftForm } from '../types.ts';

export type Signed = {
  readonly customerId: CustomerId;
  readonly applicationId: ApplicationId;
  readonly attempt: number;
  readonly productCode: string;
  readonly productVersion: number;
  readonly form: DraftForm;
  readonly agreed: string;
};
/** What the applicant's signature covers: every figure of the form, the product version and the wording that was confirmed. */
export const signedText = (s: Signed): string => canonicalJson(s);
