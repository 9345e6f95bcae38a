import type { PricingParameters } from '@tallystick/engines/pricing';
import { type CalendarDate, type FieldFault, formatMoney, formatPercent, sum } from '@tallystick/kernel';
import { bannedPurpose, type CustomerSegment, type IntakeParameters, type Product } from '#modules/products';
import type { applicationRefusals } from '../refusals.ts';
import type { DraftForm, LoanForm } from '../types.ts';
import { type Affordability, affordability } from './affordability.ts';

/** What is known around the form when it is checked. */
export type FormFacts = {
  readonly product: Product;
  readonly intake: IntakeParameters;
  readonly caps: PricingParameters['affordability'];
  /** The highest rate the product may carry: affordability is tested at the worst. */
  readonly ratePpm: bigint;
  readonly today: CalendarDate;
  readonly segment: CustomerSegment;
  readonly payoutTail: string | null;
  readonly hadLoan: boolean;
  readonly missingConsents: readonly string[];
  readonly papers: readonly { readonly kind: string; readonly nameZh: string; readonly nameEn: string; readonly state: 'missing' | 'rejected' }[];
};

const FIELDS = [
  'amountMinor',
  'months',
  'method',
  'purposeClass',
  'purposeText',
  'purposeBudget',
  'payoutAccountTail',
  'declaredDebts',
  'declaredAnnualRevenueMinor',
  'declaredMonthlyIncomeMinor',
] as const satisfies readonly (keyof LoanForm)[];

const fault = (field: string, code: keyof typeof applicationRefusals | 'platform.field_missing', facts: FieldFault['facts'] = {}): FieldFault => ({
  field,
  code,
  facts,
});

/** Everything that is wrong with a form, each fault at its field, all at once (S3-09). Empty when it may be submitted. */
export function formFaults(form: DraftForm, facts: FormFacts): FieldFault[] {
  const missing = FIELDS.filter((f) => form[f] === undefined).map((f) => fault(f, 'platform.field_missing'));
  const range = [
    ...amountFaults(form, facts.product),
    ...termFaults(form, facts.product),
    ...purposeFaults(form, facts),
    ...accountFaults(form, facts),
  ];
  const around = [
    ...(facts.product.segments.includes(facts.segment) ? [] : [fault('productCode', 'applications.segment')]),
    ...(facts.product.firstLoanOnly && facts.hadLoan ? [fault('productCode', 'applications.not_first_loan')] : []),
    ...facts.missingConsents.map((scope) => fault(`consents.${scope}`, 'applications.consent_missing', { scope })),
    ...facts.papers.map((p) =>
      fault(`documents.${p.kind}`, p.state === 'missing' ? 'applications.document_missing' : 'applications.document_rejected', {
        name_zh: p.nameZh,
        name_en: p.nameEn,
      }),
    ),
  ];
  // Affordability is only worth telling when amount and term themselves stand.
  const burden =
    missing.length === 0 && range.every((f) => f.field !== 'amountMinor' && f.field !== 'months' && f.field !== 'method')
      ? burdenFaults(form as LoanForm, facts)
      : [];
  return [...missing, ...range, ...burden, ...around];
}

function amountFaults({ amountMinor: amount }: DraftForm, p: Product): FieldFault[] {
  if (amount === undefined) return [];
  if (amount < p.minAmountMinor) return [fault('amountMinor', 'applications.amount_low', { min: formatMoney(p.minAmountMinor) })];
  if (amount > p.maxAmountMinor) return [fault('amountMinor', 'applications.amount_high', { max: formatMoney(p.maxAmountMinor) })];
  return amount % p.stepMinor === 0n ? [] : [fault('amountMinor', 'applications.amount_step', { step: formatMoney(p.stepMinor) })];
}

function termFaults({ months, method }: DraftForm, p: Product): FieldFault[] {
  const out: FieldFault[] = [];
  if (months !== undefined && (months < p.minMonths || months > p.maxMonths))
    out.push(fault('months', 'applications.months_range', { min: p.minMonths, max: p.maxMonths }));
  if (method !== undefined && !p.methods.includes(method))
    out.push(fault('method', 'applications.method_not_offered', { choices: p.methods.join(', ') }));
  return out;
}

/** The text and every line of the budget are read for uses that may not be lent for (S4-26); the budget must need the money (S2-29). */
function purposeFaults(form: DraftForm, { product, intake }: FormFacts): FieldFault[] {
  const out: FieldFault[] = [];
  if (form.purposeClass !== undefined && !product.purposes.includes(form.purposeClass))
    out.push(fault('purposeClass', 'applications.purpose_class', { choices: product.purposes.join(', ') }));
  const said: [string, string][] = [
    ['purposeText', form.purposeText ?? ''],
    ...(form.purposeBudget ?? []).map((l, i): [string, string] => [`purposeBudget.${i}.item`, l.item]),
  ];
  for (const [field, text] of said) {
    const banned = bannedPurpose(text, intake.bannedPurposes);
    if (banned) out.push(fault(field, 'applications.purpose_banned', { code: banned.code, what_zh: banned.name.zh, what_en: banned.name.en }));
  }
  const budget = form.purposeBudget === undefined ? undefined : sum(form.purposeBudget.map((l) => l.amountMinor));
  if (budget !== undefined && form.amountMinor !== undefined && budget < form.amountMinor) {
    out.push(fault('purposeBudget', 'applications.budget_short', { budget: formatMoney(budget), amount: formatMoney(form.amountMinor) }));
  }
  return out;
}

function accountFaults({ payoutAccountTail: tail }: DraftForm, { payoutTail }: FormFacts): FieldFault[] {
  if (payoutTail === null) return [fault('payoutAccountTail', 'applications.payout_account_missing')];
  return tail === undefined || tail === payoutTail ? [] : [fault('payoutAccountTail', 'applications.payout_account_tail')];
}

export const affordabilityOf = (
  form: Pick<LoanForm, 'amountMinor' | 'months' | 'method' | 'declaredDebts' | 'declaredAnnualRevenueMinor' | 'declaredMonthlyIncomeMinor'>,
  f: FormFacts,
): Affordability =>
  affordability(
    {
      product: f.product,
      amountMinor: form.amountMinor,
      months: form.months,
      method: form.method,
      ratePpm: f.ratePpm,
      start: f.today,
      monthlyIncomeMinor: form.declaredMonthlyIncomeMinor,
      annualRevenueMinor: form.declaredAnnualRevenueMinor,
      debts: form.declaredDebts,
    },
    f.intake,
    f.caps,
  );

/** DTI (AFF-01), all debts together (AFF-03) and the number of lenders (S4-40), each with what would fit. */
function burdenFaults(form: LoanForm, facts: FormFacts): FieldFault[] {
  const a = affordabilityOf(form, facts);
  return a.faults.map((kind) => {
    if (kind === 'dti') {
      return fault('amountMinor', 'applications.over_income', {
        dti: a.dtiPpm === null ? '-' : formatPercent(a.dtiPpm),
        cap: formatPercent(a.dtiCapPpm),
        fitting: formatMoney(a.fittingMinor),
      });
    }
    if (kind === 'total_debt')
      return fault('amountMinor', 'applications.over_debt', { debt: formatMoney(a.totalDebtMinor), room: formatMoney(a.debtRoomMinor) });
    return fault('declaredDebts', 'applications.too_many_lenders', { lenders: a.lenders, max: a.maxLenders });
  });
}
