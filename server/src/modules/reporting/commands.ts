import { z } from 'zod';
import { query, zAmount, zDate, zPercent } from '#platform';
import { CUTS, type Cut, reportPortfolio, reportStageMinutes } from './repo.ts';
import { cockpit, quality, ratioPpm, scopeOf } from './service.ts';

const SEEING = ['EXECUTIVE', 'RISK_MANAGER', 'COMPLIANCE', 'APPROVER', 'PRODUCT_MANAGER', 'POST_LOAN'] as const;
const zCount = z.codec(z.number(), z.bigint(), { decode: BigInt, encode: Number });
const zFigure = z.object({ key: z.string(), value: z.string(), second: z.string().nullable(), unit: z.string(), zh: z.string(), en: z.string() });

export const showCockpit = query({
  name: 'reporting.cockpit',
  says: { zh: '驾驶舱：首屏十项指标与三张图', en: 'Cockpit: the first ten figures and three charts' },
  allow: SEEING,
  input: z.object({}),
  output: z.object({
    asOf: zDate,
    figures: z.array(zFigure),
    months: z.array(z.object({ month: z.string(), balanceMinor: zAmount, paidOutMinor: zAmount })),
    stages: z.array(z.object({ stage: z.string(), loans: zCount, balanceMinor: zAmount })),
    vintages: z.array(z.object({ month: z.string(), loans: zCount, lentMinor: zAmount, everLateMinor: zAmount, everLatePpm: zPercent })),
  }),
  run: cockpit,
});
export const showQuality = query({
  name: 'reporting.quality',
  says: { zh: '资产质量指标（含口径）与按等级平均成本', en: 'Asset quality with formulas, and average cost by grade' },
  allow: SEEING,
  input: z.object({}),
  output: z.object({
    asOf: zDate,
    figures: z.array(zFigure),
    costByGrade: z.array(z.object({ gradeGroup: z.string().nullable(), approvals: zCount, irrPpm: zPercent })),
  }),
  run: quality,
});
const zCutRow = z.object({
  key: z.string().nullable(),
  loans: zCount,
  balanceMinor: zAmount,
  overdueMinor: zAmount,
  badMinor: zAmount,
  lentMinor: zAmount,
  overduePpm: zPercent,
  nplPpm: zPercent,
});
export const showPortfolio = query({
  name: 'reporting.portfolio',
  says: { zh: '贷款组合：按产品、机构、阶段、方式、首贷、放款月', en: 'Portfolio by product, branch, stage, method, first loan, vintage' },
  allow: SEEING,
  input: z.object({ by: z.enum(Object.keys(CUTS) as [Cut, ...Cut[]]).default('product') }),
  output: z.object({ items: z.array(zCutRow), total: z.number() }),
  run: async (ctx, i) => {
    const rows = await reportPortfolio(ctx.tx, scopeOf(ctx), i.by);
    const items = rows.map((r) => ({ ...r, overduePpm: ratioPpm(r.overdueMinor, r.balanceMinor), nplPpm: ratioPpm(r.badMinor, r.balanceMinor) }));
    return { items, total: items.length };
  },
});
export const showStageMinutes = query({
  name: 'reporting.stage_minutes',
  says: { zh: '各环节耗时（近 90 天，中位数与 95 分位）', en: 'Minutes per stage over 90 days: median and 95th percentile' },
  allow: [...SEEING, 'REVIEWER', 'RELATIONSHIP_MANAGER'],
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ state: z.string(), passed: zCount, medianMinutes: z.number(), p95Minutes: z.number() })),
    total: z.number(),
  }),
  run: async (ctx) => {
    const items = await reportStageMinutes(ctx.tx, scopeOf(ctx));
    return { items, total: items.length };
  },
});
