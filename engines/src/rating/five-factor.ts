import type { Bilingual } from '../scorecard/index.ts';
import { stepOf } from './parameters.ts';

/** What the five-factor view reads from a credit report. null = not on the report. */
export type BureauView = {
  readonly overdueMonths24m: number | null;
  readonly m3PlusCount24m: number | null;
  readonly cardUsePpm: bigint | null;
  readonly debtToIncomePpm: bigint | null;
  readonly oldestAccountMonths: number | null;
  readonly hardQueries6m: number | null;
  readonly newAccounts6m: number | null;
  readonly accountKinds: number | null;
};
export type Part = 'history' | 'debt' | 'length' | 'new_credit' | 'mix';
type ScaleStep = { readonly from: number | null; readonly score: number };
export type FiveFactorParameters = {
  readonly version: string;
  readonly notice: Bilingual;
  readonly parts: readonly {
    readonly part: Part;
    readonly label: Bilingual;
    readonly weight: number;
    readonly scales: readonly { readonly measure: keyof BureauView; readonly steps: readonly ScaleStep[] }[];
  }[];
};
export type FiveFactorView = {
  readonly notice: Bilingual;
  /** 0 to 100; null when nothing is known. */
  readonly score: number | null;
  readonly parts: readonly { readonly part: Part; readonly label: Bilingual; readonly weight: number; readonly score: number | null }[];
};

const scale = (measure: keyof BureauView, ...steps: [number | null, number][]) => ({
  measure,
  steps: steps.map(([from, score]) => ({ from, score })),
});

/** Weights are percent; a design of this platform in the spirit of widely known five-part explanations. */
export const FIVE_FACTOR_V1: FiveFactorParameters = {
  version: '1.0.0',
  notice: {
    zh: '本五因素视图由本平台自行设计，仅用于解释信用状况，不是 FICO® 评分，也不参与审批。',
    en: 'This five-factor view is our own design to explain a credit file. It is not a FICO® score and decides nothing.',
  },
  parts: [
    {
      part: 'history',
      label: { zh: '还款历史', en: 'Repayment history' },
      weight: 35,
      scales: [scale('overdueMonths24m', [null, 100], [1, 75], [3, 40], [6, 0]), scale('m3PlusCount24m', [null, 100], [1, 30], [2, 0])],
    },
    {
      part: 'debt',
      label: { zh: '负债水平', en: 'Debt' },
      weight: 30,
      scales: [
        scale('cardUsePpm', [null, 100], [300_000, 75], [500_000, 50], [700_000, 20], [900_000, 0]),
        scale('debtToIncomePpm', [null, 100], [300_000, 70], [500_000, 30], [700_000, 0]),
      ],
    },
    {
      part: 'length',
      label: { zh: '信用历史长度', en: 'Length of history' },
      weight: 15,
      scales: [scale('oldestAccountMonths', [null, 10], [12, 40], [36, 70], [84, 100])],
    },
    {
      part: 'new_credit',
      label: { zh: '新增信用', en: 'New credit' },
      weight: 10,
      scales: [scale('hardQueries6m', [null, 100], [3, 60], [5, 30], [7, 0]), scale('newAccounts6m', [null, 100], [2, 60], [4, 0])],
    },
    { part: 'mix', label: { zh: '信用组合', en: 'Credit mix' }, weight: 10, scales: [scale('accountKinds', [null, 30], [2, 70], [3, 100])] },
  ],
};

/** Each part is the mean of its known measures, 0 to 100, half up; the whole weighs the parts that are known. */
export function fiveFactorView(bureau: BureauView, parameters: FiveFactorParameters): FiveFactorView {
  const parts = parameters.parts.map(({ part, label, weight, scales }) => {
    const known = scales.flatMap(({ measure, steps }) => {
      const value = bureau[measure];
      return value === null ? [] : [steps[stepOf(steps, value)]?.score ?? 0];
    });
    return { part, label, weight, score: known.length === 0 ? null : Math.round(known.reduce((s, x) => s + x, 0) / known.length) };
  });
  const known = parts.flatMap((p) => (p.score === null ? [] : [{ weight: p.weight, score: p.score }]));
  const weight = known.reduce((s, p) => s + p.weight, 0);
  return { notice: parameters.notice, parts, score: weight === 0 ? null : Math.round(known.reduce((s, p) => s + p.weight * p.score, 0) / weight) };
}
