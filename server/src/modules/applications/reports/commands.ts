import { divRound, PPM } from '@tallystick/kernel';
import { z } from 'zod';
import { products } from '#modules/products';
import { branchScope, type Ctx, query, zAmount, zDate, zPercent } from '#platform';
import { reportSatisfaction, reportStages, reportWeeks } from './repo.ts';

const period = z.object({ from: zDate, to: zDate });
const span = (ctx: Ctx, p: z.output<typeof period>) => ({ ...p, branchId: branchScope(ctx.actor) });
const whole = (minutes: number): number => Math.round(minutes * 10) / 10;

export const stageTimes = query({
  name: 'applications.stage_times',
  says: { zh: '各环节耗时与瓶颈', en: 'Minutes per stage and the bottleneck' },
  allow: ['ANY_STAFF'],
  input: period,
  output: z.object({
    stages: z.array(z.object({ stage: z.enum(['apply', 'approve', 'disburse']), cases: z.number(), p50Minutes: z.number(), p95Minutes: z.number() })),
    bottleneck: z.enum(['apply', 'approve', 'disburse']).nullable(),
    targets: z.array(z.object({ productCode: z.string(), decisionMinutes: z.number() })),
  }),
  run: async (ctx, input) => {
    const rows = await reportStages(ctx.tx, span(ctx, input));
    const stages = (['apply', 'approve', 'disburse'] as const).flatMap((stage) => {
      const row = rows.find((r) => r.stage === stage);
      return row ? [{ stage, cases: Number(row.cases), p50Minutes: whole(row.p50), p95Minutes: whole(row.p95) }] : [];
    });
    const slowest = [...stages].sort((a, b) => b.p50Minutes - a.p50Minutes)[0];
    const targets = (await products(ctx)).map((p) => ({ productCode: p.code, decisionMinutes: p.decisionMinutes }));
    return { stages, bottleneck: slowest?.stage ?? null, targets };
  },
});

export const decisionTimes = query({
  name: 'applications.decision_times',
  says: { zh: '按周统计的审批时效与超时', en: 'Time to decision by week, and what was late' },
  allow: ['ANY_STAFF'],
  input: period,
  output: z.object({
    weeks: z.array(
      z.object({
        week: zDate,
        productCode: z.string(),
        cases: z.number(),
        within: z.number(),
        late: z.number(),
        p50Minutes: z.number(),
        p95Minutes: z.number(),
      }),
    ),
  }),
  run: async (ctx, input) => ({
    weeks: (await reportWeeks(ctx.tx, span(ctx, input))).map((r) => ({
      week: r.week,
      productCode: r.product_code,
      cases: Number(r.cases),
      within: Number(r.within),
      late: Number(r.late),
      p50Minutes: whole(r.p50),
      p95Minutes: whole(r.p95),
    })),
  }),
});

export const satisfaction = query({
  name: 'applications.satisfaction',
  says: { zh: '融资需求满足率（批准与申请金额之比）', en: 'Approved against requested amounts' },
  allow: ['ANY_STAFF'],
  input: period,
  output: z.object({
    rows: z.array(
      z.object({
        productCode: z.string(),
        cases: z.number(),
        approved: z.number(),
        requestedMinor: zAmount,
        approvedMinor: zAmount,
        ratioPpm: zPercent,
      }),
    ),
  }),
  run: async (ctx, input) => ({
    rows: (await reportSatisfaction(ctx.tx, span(ctx, input))).map((r) => ({
      productCode: r.product_code,
      cases: Number(r.cases),
      approved: Number(r.approved),
      requestedMinor: r.requested_minor,
      approvedMinor: r.approved_minor,
      // Rounded down: the need is never shown as better met than it was.
      ratioPpm: divRound(r.approved_minor * PPM, r.requested_minor, 'floor'),
    })),
  }),
});
