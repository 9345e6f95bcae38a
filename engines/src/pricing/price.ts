import { divRound, formatPercent, must, PPM, PPM_PER_BP, type RatePpm } from '@tallystick/kernel';
import type { Grade } from '../rating/index.ts';
import type { Bilingual } from '../scorecard/index.ts';
import { termsOfGrade } from './limit.ts';
import type { GuaranteeType, PricingParameters } from './parameters.ts';
import { refusePricing } from './refusals.ts';

/** All a price may depend on. No personal attribute is here, and none can be passed in. */
export type PriceInput = {
  readonly grade: Grade;
  readonly termMonths: number;
  readonly guarantee: GuaranteeType;
  readonly segment: string;
  /** Reductions from campaigns or loyalty, positive ppm. */
  readonly discounts: readonly ({ readonly code: string; readonly ppm: RatePpm } & Bilingual)[];
};
export type PriceLine = { readonly code: string; readonly ppm: RatePpm } & Bilingual;
export type Price = { readonly ratePpm: RatePpm; readonly lines: readonly PriceLine[] };

/**
 * Rate a year = LPR + product spread + grade spread − grade discount ± term, guarantee, segment − discounts, not below the floor; each is one line and the
 * lines add up to the rate. Refuses `pricing.grade_not_offered`, `pricing.term_too_long`, `pricing.unknown_segment`, `pricing.above_cap`.
 */
export function priceOf(input: PriceInput, lprPpm: RatePpm, p: PricingParameters): Price {
  const grade = termsOfGrade(input.grade, p);
  if (grade.maxTermMonths === 0) throw refusePricing('pricing.grade_not_offered', { field: 'grade', facts: { grade: input.grade } });
  if (input.termMonths > grade.maxTermMonths)
    throw refusePricing('pricing.term_too_long', { field: 'termMonths', facts: { months: input.termMonths, max: grade.maxTermMonths } });
  const segment = p.segments.find((s) => s.segment === input.segment);
  if (!segment) throw refusePricing('pricing.unknown_segment', { field: 'segment', facts: { segment: input.segment } });
  const term = p.terms.findLast((t) => input.termMonths > t.overMonths);
  const lines: PriceLine[] = [
    { code: 'lpr', zh: '贷款市场报价利率（LPR）', en: 'loan prime rate (LPR)', ppm: lprPpm },
    { code: 'product', zh: '产品加点', en: 'product spread', ppm: p.productSpreadPpm },
    { code: 'grade', zh: `评级加点（${input.grade}）`, en: `grade spread (${input.grade})`, ppm: grade.spreadPpm },
    { code: 'grade_discount', zh: `评级优惠（${input.grade}）`, en: `grade discount (${input.grade})`, ppm: -grade.discountPpm },
    { code: 'term', zh: '期限加点', en: 'term spread', ppm: term?.spreadPpm ?? 0n },
    { code: 'guarantee', zh: '担保方式加点', en: 'guarantee spread', ppm: guaranteeTerms(input.guarantee, p).spreadPpm },
    { code: 'segment', zh: '客群加点', en: 'segment spread', ppm: segment.spreadPpm },
    ...input.discounts.map((d) => ({ code: d.code, zh: d.zh, en: d.en, ppm: -d.ppm })),
  ];
  const total = lines.reduce((s, l) => s + l.ppm, 0n);
  if (total < p.floorPpm) lines.push({ code: 'floor', zh: '补足至最低利率', en: 'up to the floor', ppm: p.floorPpm - total });
  const ratePpm = total < p.floorPpm ? p.floorPpm : total;
  if (ratePpm > p.capPpm) throw refusePricing('pricing.above_cap', { facts: { rate: formatPercent(ratePpm), cap: formatPercent(p.capPpm) } });
  return { ratePpm, lines };
}

export const guaranteeTerms = (guarantee: GuaranteeType, p: PricingParameters) =>
  must(
    p.guarantees.find((g) => g.guarantee === guarantee),
    `no terms for guarantee ${guarantee}`,
  );

/** The breakdown as it stands on an offer: "评级优惠（AA） -20 bp"; lines of nothing are left out. */
export function printedBreakdown(price: Price): { readonly zh: readonly string[]; readonly en: readonly string[] } {
  const shown = [...price.lines.filter((l) => l.ppm !== 0n), { zh: '执行年利率', en: 'annual rate', ppm: price.ratePpm }];
  return { zh: shown.map((l) => `${l.zh} ${basisPoints(l.ppm)} bp`), en: shown.map((l) => `${l.en} ${basisPoints(l.ppm)} bp`) };
}

/** Basis points with as many decimals as the ppm has: 2,050 ppm are "20.5". */
function basisPoints(ppm: bigint): string {
  const size = ppm < 0n ? -ppm : ppm;
  const rest = size % PPM_PER_BP;
  const decimals = rest === 0n ? '' : `.${rest.toString().padStart(2, '0').replace(/0$/, '')}`;
  return `${ppm < 0n ? '-' : ''}${size / PPM_PER_BP}${decimals}`;
}

export type BuildUp = {
  readonly lines: readonly PriceLine[];
  readonly rarocPpm: bigint;
  readonly targetPpm: bigint;
  /** True when the return on capital is below the target: the floor alert. */
  readonly belowFloor: boolean;
};

/**
 * What a rate is made of: funding, operating cost, expected loss (PD × LGD, half up), charge for capital, and the margin left; the lines add up to the
 * rate. RAROC = (rate − funding − operating − expected loss) × (1 − tax) / capital, rounded down.
 */
export function priceBuildUp(ratePpm: RatePpm, risk: { readonly pdPpm: bigint; readonly lgdPpm: bigint }, p: PricingParameters): BuildUp {
  const { fundingPpm, operatingPpm, capitalPpm, capitalReturnPpm, taxPpm, targetRarocPpm } = p.cost;
  const lossPpm = divRound(risk.pdPpm * risk.lgdPpm, PPM, 'half_up');
  const chargePpm = divRound(capitalPpm * capitalReturnPpm, PPM, 'half_up');
  const profitPpm = ratePpm - fundingPpm - operatingPpm - lossPpm;
  const rarocPpm = divRound(profitPpm * (PPM - taxPpm), capitalPpm, 'floor');
  const lines: PriceLine[] = [
    { code: 'funding', zh: '资金成本', en: 'funding cost', ppm: fundingPpm },
    { code: 'operating', zh: '运营成本', en: 'operating cost', ppm: operatingPpm },
    { code: 'expected_loss', zh: '预期损失', en: 'expected loss', ppm: lossPpm },
    { code: 'capital', zh: '资本成本', en: 'capital charge', ppm: chargePpm },
    { code: 'margin', zh: '利润', en: 'margin', ppm: profitPpm - chargePpm },
  ];
  return { lines, rarocPpm, targetPpm: targetRarocPpm, belowFloor: rarocPpm < targetRarocPpm };
}
