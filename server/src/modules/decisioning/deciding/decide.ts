import { annualCost, planFor, type RepaymentMethod } from '@tallystick/engines/loan-engine';
import { assess, type Decision, decide, type PolicyInput } from '@tallystick/engines/policy';
import { dtiPpm, expectedLoss, type Offer, offerFor, type PricingParameters } from '@tallystick/engines/pricing';
import { compareGrades, type MerchantFacts, type RatingParameters, type RatingResult, rateMerchant } from '@tallystick/engines/rating';
import type { Card, Row } from '@tallystick/engines/scorecard';
import { type CalendarDate, displayMoney, divRound, min, must, PPM, Refusal } from '@tallystick/kernel';
import type { Feature } from '#modules/connectors';
import { type PolicyParameters, type Product, productTerms } from '#modules/products';
import { coveragePpm, industryOf, read } from '../rating/facts.ts';
import type { Outcome, Reason, RiskLevel } from '../types.ts';
import { debtBaseMinor, lendable, levelInstalment, owed } from './lendable.ts';

/** Which version of everything decided. */
export type Versions = {
  readonly model: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly rating: SetVersion;
  readonly policy: SetVersion;
  readonly pricing: SetVersion;
  readonly product: { readonly code: string; readonly version: number };
};
type SetVersion = { readonly name: string; readonly version: number; readonly sha256: string };

/** Everything a decision looks at: nothing else may enter, so that it can be computed again. No name and no number of a person is in it. */
export type DecisionInput = {
  readonly decidedOn: CalendarDate;
  readonly application: {
    readonly id: string;
    readonly attempt: number;
    readonly amountMinor: bigint;
    readonly months: number;
    readonly method: RepaymentMethod;
    readonly purposeClass: string;
    readonly use: string;
    readonly needMinor: bigint | null;
    readonly monthlyIncomeMinor: bigint;
    readonly declaredDebtMinor: bigint;
    readonly declaredMonthlyMinor: bigint;
    readonly declaredLenders: number;
  };
  readonly applicant: {
    readonly kind: string;
    readonly age: number | null;
    readonly occupation: string | null;
    readonly isFirstLoan: boolean | null;
    /** Something they name is on the bank's own list. */
    readonly listed: boolean;
  };
  readonly features: Readonly<Record<string, Feature>>;
  readonly facts: MerchantFacts;
  readonly creditRow: Row;
  readonly lprPpm: bigint;
  readonly versions: Versions;
};
/** The tables and models that `versions` names. */
export type DecisionTools = {
  readonly card: Card;
  readonly rating: RatingParameters;
  readonly policy: PolicyParameters;
  readonly pricing: PricingParameters;
  readonly product: Product;
};

export type Terms = { readonly amountMinor: bigint; readonly ratePpm: bigint; readonly months: number; readonly irrPpm: bigint };
export type DecisionOutput = {
  readonly outcome: Outcome;
  readonly riskLevel: RiskLevel;
  readonly rating: RatingResult | null;
  /** Why there is no rating: the facts that are missing. */
  readonly unrated: string | null;
  readonly rules: Decision;
  readonly offer: Offer | null;
  readonly terms: Terms | null;
  readonly expectedLossMinor: bigint | null;
  readonly policyInput: PolicyInput;
  readonly reasons: readonly Reason[];
};

const MONTHS = 12n;
const VETO = new Set(['ADM07', 'ADM08', 'ADM09']);
const BY_TABLE: readonly Outcome[] = ['approve', 'counter_offer', 'refer', 'decline'];
const worse = (a: Outcome, b: Outcome): Outcome => (BY_TABLE.indexOf(a) >= BY_TABLE.indexOf(b) ? a : b);

/** All-in cost a year, compound, of a loan without fees: the plan's own flows (APR-04). */
export function irrOf(
  product: Product,
  loan: { amountMinor: bigint; ratePpm: bigint; months: number; method: RepaymentMethod; start: CalendarDate },
): bigint {
  const { rows } = planFor(productTerms(product, { ...loan, principalMinor: loan.amountMinor }));
  const paid = rows.map((r, i) => ({ period: loan.method === 'bullet' ? loan.months : i + 1, minor: -r.totalMinor }));
  return annualCost({ flows: [{ period: 0, minor: loan.amountMinor }, ...paid], periodsPerYear: 12 }).compoundPpm;
}

/**
 * Decides an application: rating, admission and purpose rules, limit and price from the tables, routing. Pure: the same input and tools give the
 * same bytes, so a record can be computed again (S3-13). The rating may be missing for want of data; then rules still decline, and otherwise a person looks.
 */
export function decideApplication(input: DecisionInput, tools: DecisionTools): DecisionOutput {
  const { rating, unrated } = rated(input, tools);
  const offer = rating === null ? null : offered(input, tools, rating);
  const lentMinor = lendable(input, tools, offer);
  const policyInput = policyInputOf(input, tools, offer, lentMinor);
  const { admission, purpose, routing } = tools.policy;
  const rules = rating === null ? decide(policyInput, [admission, purpose]) : assess(rating, policyInput, [admission, purpose, routing]).rules;
  const admitted = rating === null || rating.admitted;
  const byRules: Outcome = rules.outcome === 'pass' ? 'approve' : rules.outcome;
  const outcome = shortened(input, offer, !admitted ? 'decline' : rating === null ? worse('refer', byRules) : byRules);
  const terms = offer === null || outcome === 'decline' ? null : termsOf(input, tools, offer, lentMinor);
  const reasons = reasonsOf(rules, rating, unrated, outcome, input, offer, lentMinor);
  return {
    outcome,
    riskLevel: riskOf(rules, rating, outcome),
    rating,
    unrated,
    rules,
    offer,
    terms,
    expectedLossMinor:
      terms && rating && offer ? expectedLoss({ pdPpm: rating.pdPpm, lgdPpm: unsecuredLgd(tools.pricing), eadMinor: terms.amountMinor }) : null,
    policyInput,
    reasons,
  };
}

function rated(input: DecisionInput, tools: DecisionTools): { rating: RatingResult | null; unrated: string | null } {
  try {
    return {
      rating: rateMerchant({ ratedOn: input.decidedOn, card: tools.card, creditRow: input.creditRow, facts: input.facts }, tools.rating),
      unrated: null,
    };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rating.data_missing') return { rating: null, unrated: String(error.facts['fields'] ?? '') };
    throw error;
  }
}

const unsecuredLgd = (pricing: PricingParameters): bigint =>
  must(
    pricing.guarantees.find((g) => g.guarantee === 'CREDIT'),
    'loss given default of unsecured credit',
  ).lgdPpm;

/** Longest term a grade may have, within the product, a first loan's shorter file, and what was asked. Zero: the grade is not lent to. */
export function monthsFor(grade: string, asked: number, product: Product, pricing: PricingParameters): number {
  const most = pricing.grades.find((g) => g.grade === grade)?.maxTermMonths ?? 0;
  return Math.min(asked, most, product.maxMonths, product.firstLoanOnly ? pricing.thinFile.maxTermMonths : asked);
}

function offered(input: DecisionInput, tools: DecisionTools, rating: RatingResult): Offer | null {
  const termMonths = monthsFor(rating.grade, input.application.months, tools.product, tools.pricing);
  const [netSales, settle] = [read.whole(input.features, 'net_sales_12m'), read.whole(input.features, 'settle_amount_30d')];
  if (termMonths < tools.product.minMonths || netSales === null || settle === null) return null;
  const offer = offerFor(
    {
      grade: rating.grade,
      netSales12mMinor: netSales,
      settle30dMinor: settle,
      needMinor: input.application.needMinor,
      thinFile: tools.product.firstLoanOnly,
      termMonths,
      guarantee: 'CREDIT',
      segment: tools.product.segmentCode,
      discounts: [],
      pdPpm: rating.pdPpm,
    },
    input.lprPpm,
    tools.pricing,
  );
  const limitMinor = min(offer.limitMinor, tools.product.maxAmountMinor);
  return { ...offer, limitMinor: limitMinor < tools.product.minAmountMinor ? 0n : limitMinor };
}

function policyInputOf(input: DecisionInput, tools: DecisionTools, offer: Offer | null, lentMinor: bigint): PolicyInput {
  const { features: f, application: a, applicant } = input;
  const limitMinor = offer?.limitMinor ?? 0n;
  const monthly = owed(input).monthlyMinor + levelInstalment(input, tools, lentMinor, offer);
  const debtBase = debtBaseMinor(input, tools);
  const lenders = read.count(f, 'lender_count');
  return {
    segment: tools.product.segmentCode,
    productClass: a.purposeClass,
    age: applicant.age,
    idValid: read.flag(f, 'id_matched'),
    occupation: applicant.occupation,
    industry: industryOf(f),
    blacklisted: applicant.listed || read.flag(f, 'aml_hit'),
    fraudSignal: fraudSignal(f),
    dishonestDebtor: read.flag(f, 'dishonest_debtor'),
    registryStatus: read.text(f, 'registry_status') === null ? null : read.text(f, 'registry_status') === '存续' ? 'ACTIVE' : 'OTHER',
    currentOverdueDays: input.facts.currentOverdueDays,
    consecutiveOverdue24m: read.count(f, 'consecutive_overdue_24m'),
    totalOverdue24m: read.count(f, 'total_overdue_24m'),
    hardQueries1m: read.count(f, 'hard_queries_1m'),
    hardQueries3m: read.count(f, 'hard_queries_3m'),
    hardQueries6m: read.count(f, 'hard_queries_6m'),
    shopAgeMonths: read.count(f, 'shop_age_m'),
    dataMonths: read.count(f, 'data_continuity'),
    brushSuspectPpm: read.whole(f, 'brush_suspect_rate'),
    settleAccountMatch: read.flag(f, 'settle_account_match'),
    graveViolation: read.flag(f, 'violation_grave'),
    lenderCount: (lenders ?? a.declaredLenders) + 1,
    debtToSalesPpm: debtBase === null ? null : divRound((owed(input).debtMinor + lentMinor) * PPM, debtBase, 'half_up'),
    dtiPpm: dtiPpm(monthly, a.monthlyIncomeMinor),
    dscrPpm: coveragePpm(f, monthly * MONTHS),
    use: a.use,
    limitMinor,
    overLimitMinor: a.amountMinor - min(lentMinor, limitMinor),
    offerMinor: min(lentMinor, limitMinor),
    gmvTrendPpm: read.whole(f, 'gmv_trend'),
    manualFlag:
      read.flag(f, 'abnormal_listed') === true || read.flag(f, 'legal_person_match') === false || read.flag(f, 'shop_owner_match') === false,
  };
}

/** REJECT: the person is not who was named. REVIEW: the phone is somebody else's. PASS otherwise; null while the checks have no answer (S2-35). */
function fraudSignal(f: DecisionInput['features']): string | null {
  const matched = read.flag(f, 'id_matched');
  if (matched === null) return null;
  if (!matched) return 'REJECT';
  return read.flag(f, 'phone_real_name') === false ? 'REVIEW' : 'PASS';
}

/** An approval for fewer months than asked is a counter-offer: nobody gets other terms than asked without saying yes. */
const shortened = (input: DecisionInput, offer: Offer | null, outcome: Outcome): Outcome =>
  outcome === 'approve' && offer !== null && offer.termMonths < input.application.months ? 'counter_offer' : outcome;

function termsOf(input: DecisionInput, tools: DecisionTools, offer: Offer, amountMinor: bigint): Terms | null {
  if (amountMinor < tools.product.minAmountMinor || amountMinor > offer.limitMinor) return null;
  const loan = { amountMinor, ratePpm: offer.ratePpm, months: offer.termMonths, method: input.application.method, start: input.decidedOn };
  return { amountMinor, ratePpm: offer.ratePpm, months: offer.termMonths, irrPpm: irrOf(tools.product, loan) };
}

function riskOf(rules: Decision, rating: RatingResult | null, outcome: Outcome): RiskLevel {
  if (rules.reasons.some((r) => VETO.has(r.code)) || rating?.rulesApplied.some((r) => 'fail' in r.effect)) return 'VETO';
  if (outcome === 'decline' || rating === null || compareGrades(rating.grade, 'A−') > 0) return 'HIGH';
  return compareGrades(rating.grade, 'AA−') > 0 || outcome === 'refer' ? 'MEDIUM' : 'LOW';
}

const POSITIVE = new Set(['ADM_OK', 'PUR_OK', 'APP_OK']);
/** Main reasons in plain words (BUR-09): rules that spoke against it, then what holds the grade down. */
function reasonsOf(
  rules: Decision,
  rating: RatingResult | null,
  unrated: string | null,
  outcome: Outcome,
  input: DecisionInput,
  offer: Offer | null,
  lentMinor: bigint,
): Reason[] {
  const pick = ({ code, zh, en }: Reason): Reason => ({ code, zh, en });
  const against = rules.reasons.filter((r) => !POSITIVE.has(r.code)).map(pick);
  const missing =
    unrated === null
      ? []
      : [{ code: 'REF_RATING', zh: '经营数据不足，无法自动评级，转人工核实', en: 'Too little business data to rate; a person will check' }];
  const term =
    offer !== null && offer.termMonths < input.application.months
      ? [{ code: 'TRM01', zh: `按等级最长可贷 ${offer.termMonths} 个月`, en: `The grade allows at most ${offer.termMonths} months` }]
      : [];
  const holding = outcome === 'approve' ? [] : (rating?.reasons ?? []).map(pick);
  const most = displayMoney(lentMinor);
  const carried =
    offer !== null && lentMinor < min(input.application.amountMinor, offer.limitMinor)
      ? [{ code: 'AFF01', zh: `按收入与全部负债最多可贷 ${most} 元`, en: `Income and all debts together leave room for ${most} yuan` }]
      : [];
  const all = [...against, ...missing, ...term, ...carried, ...holding];
  return all.filter((r, i) => all.findIndex((o) => o.code === r.code) === i);
}
