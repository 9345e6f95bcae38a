import { addDays, addMonths, type CalendarDate, divRound, max, must, PPM } from '@tallystick/kernel';
import type { Grade } from '../rating/index.ts';
import type { Bilingual, Reason } from '../scorecard/index.ts';
import type { GradeTerms, PricingParameters } from './parameters.ts';

/** One of the amounts a limit is the least of. */
export type Bound = { readonly code: string; readonly amountMinor: bigint } & Bilingual;
export type Least = {
  readonly amountMinor: bigint;
  readonly bounds: readonly Bound[] /** Code of the bound that decided. */;
  readonly binding: string;
};

const bound = (code: string, zh: string, en: string, amountMinor: bigint): Bound => ({ code, zh, en, amountMinor: max(0n, amountMinor) });

function least(bounds: readonly Bound[], stepMinor: bigint): Least {
  const lowest = bounds.reduce((low, b) => (b.amountMinor < low.amountMinor ? b : low));
  return { amountMinor: lowest.amountMinor - (lowest.amountMinor % stepMinor), bounds, binding: lowest.code };
}

export type LimitInput = {
  readonly grade: Grade;
  readonly netSales12mMinor: bigint;
  readonly settle30dMinor: bigint;
  /** What the need test found; null when the product has none. */
  readonly needMinor: bigint | null;
  readonly thinFile: boolean;
};

/**
 * A merchant's limit: min(net sales × k(grade), payouts of 30 days × multiple, need, cap), rounded down to the step (handbook section 5 (3), ML-1).
 * Every bound is returned, with the one that decided.
 */
export function merchantLimit(input: LimitInput, p: PricingParameters): Least {
  const k = termsOfGrade(input.grade, p).limitFactorPpm;
  return least(
    [
      bound('sales', '净销售额测算', 'by net sales', divRound(input.netSales12mMinor * k, PPM, 'floor')),
      bound('settlement', '结算回款测算', 'by payouts', input.settle30dMinor * BigInt(p.limit.settleMultiple)),
      ...(input.needMinor === null ? [] : [bound('need', '资金需求', 'by need', input.needMinor)]),
      bound('cap', '产品上限', 'product cap', p.limit.capMinor),
      ...(input.thinFile ? [bound('thin_file', '薄档案上限', 'cap for thin files', p.thinFile.capMinor)] : []),
    ],
    p.limit.stepMinor,
  );
}

export const termsOfGrade = (grade: Grade, p: PricingParameters): GradeTerms =>
  must(
    p.grades.find((g) => g.grade === grade),
    `no terms for grade ${grade}`,
  );

/** What may be drawn: the least of approved, available line, need and regulatory cap; all four are shown. */
export function drawable(values: {
  readonly approvedMinor: bigint;
  readonly availableMinor: bigint;
  readonly needMinor: bigint;
  readonly regulatoryCapMinor: bigint;
}): Least {
  return least(
    [
      bound('approved', '批准金额', 'approved', values.approvedMinor),
      bound('available', '可用额度', 'available line', values.availableMinor),
      bound('need', '资金需求', 'need', values.needMinor),
      bound('regulatory_cap', '监管上限', 'regulatory cap', values.regulatoryCapMinor),
    ],
    1n,
  );
}

/** Template caps: an amount above the cap or a maturity after start + longest term is named. Empty when both fit. */
export function templateFaults(
  template: { readonly capMinor: bigint; readonly maxTermMonths: number },
  asked: { readonly amountMinor: bigint; readonly startOn: CalendarDate; readonly maturityOn: CalendarDate },
): Reason[] {
  const latest = addMonths(asked.startOn, template.maxTermMonths);
  return [
    ...(asked.amountMinor > template.capMinor ? [{ code: 'TPL01', zh: '金额超过产品上限', en: 'The amount exceeds the product cap' }] : []),
    ...(asked.maturityOn > latest
      ? [
          {
            code: 'TPL02',
            zh: `期限超过产品上限，最迟到期日为 ${latest}`,
            en: `The term exceeds the product maximum; the latest maturity is ${latest}`,
          },
        ]
      : []),
  ];
}

/** Earliest day for a new or larger line: after the cooling-off since the last decision, not before the review, and some months after the last overdue. */
export function earliestIncrease(
  record: { readonly lastDecisionOn: CalendarDate; readonly nextReviewOn: CalendarDate; readonly lastOverdueEndedOn: CalendarDate | null },
  p: PricingParameters,
): { readonly on: CalendarDate; readonly because: readonly (Bilingual & { readonly on: CalendarDate })[] } {
  const { coolingDays, cleanMonths } = p.increase;
  const because = [
    { on: addDays(record.lastDecisionOn, coolingDays), zh: `上次决策后满 ${coolingDays} 天`, en: `${coolingDays} days after the last decision` },
    { on: record.nextReviewOn, zh: '下次评级复审日', en: 'next review' },
    ...(record.lastOverdueEndedOn === null
      ? []
      : [
          {
            on: addMonths(record.lastOverdueEndedOn, cleanMonths),
            zh: `结清逾期后满 ${cleanMonths} 个月`,
            en: `${cleanMonths} months after the last overdue was cleared`,
          },
        ]),
  ];
  return { on: because.reduce((last, b) => (b.on > last ? b.on : last), record.lastDecisionOn), because };
}
