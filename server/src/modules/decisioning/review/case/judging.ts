import { type FieldFault, formatMoney, must } from '@tallystick/kernel';
import { submittedForm } from '#modules/applications';
import { refuse } from '../refusals.ts';
import { askedFaults, isRisky, productFaults } from '../rules.ts';
import type { CaseTerms, Matrix } from '../types.ts';
import type { Said } from '../work.ts';
import { authorityCase, type CaseFile, matrixFor } from './case-file.ts';

const FIELDS = ['amountMinor', 'ratePpm', 'months', 'guarantee'] as const;

/**
 * Holds proposed terms against what is mandatory, the product, what was asked for and what high risk demands. Answers them with what the tables would
 * give. Refuses decisioning.opinion_incomplete with a fault for each missing field, or the first fault that stands in the way.
 */
export function judge(file: CaseFile, said: Said): { terms: CaseTerms | null; matrix: Matrix; exposureMinor: bigint } {
  if (said.conclusion === 'reject') return { terms: null, matrix: { ratePpm: null, limitMinor: null }, exposureMinor: file.elsewhereMinor };
  const missing = FIELDS.filter((f) => said.terms[f] === undefined);
  if (missing.length > 0)
    throw refuse('decisioning.opinion_incomplete', { faults: missing.map((field) => ({ field, code: 'platform.field_missing' })) });
  const terms = said.terms as CaseTerms;
  const faults = [
    ...productFaults(terms, file.product),
    ...askedFaults(said.conclusion, terms, submittedForm(file.application)),
    ...riskFaults(file, terms),
  ];
  if (faults.length > 0) {
    const first = must(faults[0], 'a fault');
    throw refuse(first.code as Parameters<typeof refuse>[0], { field: first.field, facts: first.facts ?? {}, faults });
  }
  return { terms, matrix: matrixFor(file, terms), exposureMinor: authorityCase(file, terms, false).exposureMinor };
}

/** Above the cap for thin files a high-risk borrower needs a guarantor or collateral (S3-32). */
function riskFaults(file: CaseFile, terms: CaseTerms): FieldFault[] {
  const cap = file.pricing.thinFile.capMinor;
  if (!isRisky(file.record.riskLevel) || terms.guarantee !== 'CREDIT' || terms.amountMinor <= cap) return [];
  return [{ field: 'guarantee', code: 'decisioning.high_risk_security', facts: { limit: formatMoney(cap) } }];
}
