import { APPLICANT_STANDARDS_V1, checkTable, type DecisionTable, MERCHANT_POLICY_V1 } from '@tallystick/engines/policy';
import { checkPricing, MERCHANT_PRICING_V1, type PricingParameters } from '@tallystick/engines/pricing';
import { checkRatingParameters, MERCHANT_RATING_V1, type RatingParameters } from '@tallystick/engines/rating';
import { Refusal } from '@tallystick/kernel';
import { refuse } from '../refusals.ts';
import type { ParameterName } from '../types.ts';
import { INTAKE_V1, type IntakeParameters, intakeProblem } from './intake.ts';

/** The policy of a product family: tables that admit, look at the purpose, send the case its way, name who decides, and the standards table. */
export type PolicyParameters = {
  readonly id: string;
  readonly version: string;
  readonly admission: DecisionTable;
  readonly purpose: DecisionTable;
  readonly routing: DecisionTable;
  readonly authority: DecisionTable;
  readonly ladder: readonly string[];
  readonly standards: DecisionTable;
};

function checkPolicy(body: unknown): void {
  const p = body as PolicyParameters;
  for (const name of ['admission', 'purpose', 'routing', 'authority', 'standards'] as const) {
    if (!Array.isArray(p[name]?.rows)) throw refuse('products.parameter_body', { facts: { problem: `table ${name} is missing` } });
    checkTable(p[name]);
  }
}
function checkIntake(body: unknown): void {
  const problem = intakeProblem(body as IntakeParameters);
  if (problem) throw refuse('products.parameter_body', { facts: { problem } });
}

type Kind = { readonly first: unknown; readonly source: string; readonly check: (body: unknown) => void };
/** What each set must be, and the version every installation starts with. */
export const PARAMETERS: Readonly<Record<ParameterName, Kind>> = {
  'rating.merchant': {
    first: MERCHANT_RATING_V1,
    source: 'design values, handbook 3.3 and 5',
    check: (b) => checkRatingParameters(b as RatingParameters),
  },
  'policy.merchant': {
    first: { ...MERCHANT_POLICY_V1, standards: APPLICANT_STANDARDS_V1 },
    source: 'design values, BUR-08, AFF-01 to AFF-03, handbook 3.6',
    check: checkPolicy,
  },
  'pricing.merchant': {
    first: MERCHANT_PRICING_V1,
    source: 'design values, handbook 3.4, ML-1, APR-07',
    check: (b) => checkPricing(b as PricingParameters),
  },
  intake: { first: INTAKE_V1, source: 'design values, LOAN-07, INT-04, AFF-01, AFF-03', check: checkIntake },
};

/** Proves a set sound with the checks of the engine that will use it. Refuses what the engine refuses, or products.parameter_body for another shape. */
export function checkParameters(name: ParameterName, body: unknown): void {
  try {
    PARAMETERS[name].check(body);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The engines' checks read the whole set: what is not there or of another kind stops them.
    throw refuse('products.parameter_body', { field: 'body', facts: { problem: (error as Error).message.slice(0, 120) } });
  }
}
