import { PPM } from '@tallystick/kernel';
import type { ProductBody } from './schema.ts';
import { PRODUCT_KINDS, PROHIBITED_KINDS } from './types.ts';

/** 30 % to 50 % on top of the contract rate (REP-08). */
const UPLIFT = { min: (PPM * 30n) / 100n, max: (PPM * 50n) / 100n };
/** All-in cost is never promised above this (INT-05, APR-07). */
export const ALL_IN_CEILING_PPM = 240_000n;
/** Personal and working-capital loans for business run at most 36 months here; longer ones need head-office approval first (LOAN-02). */
const LONGEST_MONTHS = 36;

export type ProductFault = {
  readonly code: 'products.kind_prohibited' | 'products.student_conditions' | 'products.terms_invalid' | 'products.all_in_cap';
  readonly facts: Record<string, string>;
};

/** Why a product may not be as written; undefined when it may. Law first: prohibited kinds (S4-13), students (S1-40), then sense. */
export function productFault(p: ProductBody): ProductFault | undefined {
  const kind = p.kind.toUpperCase();
  if ((PROHIBITED_KINDS as readonly string[]).includes(kind) || !(PRODUCT_KINDS as readonly string[]).includes(kind))
    return { code: 'products.kind_prohibited', facts: { kind: p.kind } };
  const student = kind === 'STUDENT' ? studentMissing(p) : [];
  if (student.length > 0) return { code: 'products.student_conditions', facts: { missing: student.join(', ') } };
  if (p.allInCapPpm > ALL_IN_CEILING_PPM || p.allInWarnPpm > p.allInCapPpm) return { code: 'products.all_in_cap', facts: { cap: '24' } };
  const problem = senseProblem(p);
  return problem === undefined ? undefined : { code: 'products.terms_invalid', facts: { problem } };
}

/** Handbook section 8: a guardian's written guarantee, stable income or a guarantor, and the compliance decision by number. */
function studentMissing(p: ProductBody): string[] {
  const c = p.studentConditions;
  return [
    ...(c?.guardianConsent ? [] : ['guardianConsent']),
    ...(c?.stableIncomeOrGuarantor ? [] : ['stableIncomeOrGuarantor']),
    ...(c?.complianceApprovalNo.trim() ? [] : ['complianceApprovalNo']),
  ];
}

function senseProblem(p: ProductBody): string | undefined {
  if (p.minAmountMinor > p.maxAmountMinor) return 'minAmountMinor > maxAmountMinor';
  if (p.minMonths > p.maxMonths) return 'minMonths > maxMonths';
  if (p.maxMonths > LONGEST_MONTHS) return `maxMonths > ${LONGEST_MONTHS}`;
  if (p.penaltyUpliftPpm < UPLIFT.min || p.penaltyUpliftPpm > UPLIFT.max) return 'penaltyUpliftPpm outside 30 %..50 %';
  if (new Set(p.allocation).size !== p.allocation.length) return 'allocation names a bucket twice';
  return p.prepayment.feePpm < 0n ? 'prepayment.feePpm < 0' : undefined;
}
