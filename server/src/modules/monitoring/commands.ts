import { z } from 'zod';
import { branchScope, command, listInput, listOf, query, refusePlatform, zCustomerId, zDate, zId, zInstant, zText } from '#platform';
import { behaviourScores } from './behaviour/service.ts';
import { alertById, listAlerts, measuresOf, signalsOn } from './repo.ts';
import { close, look, recordMeasure, unwatched } from './service.ts';
import { MEASURES, OUTCOMES, SEVERITIES } from './types.ts';

const ACTING = ['POST_LOAN', 'RISK_MANAGER'] as const;
const SEEING = [...ACTING, 'RELATIONSHIP_MANAGER', 'COLLECTOR', 'APPROVER', 'COMPLIANCE', 'EXECUTIVE'] as const;
const place = { customerId: zCustomerId, alertId: zId('aler') };
const zAlert = z.object({
  customerId: zCustomerId,
  id: zId('aler'),
  code: z.string(),
  severity: z.enum(SEVERITIES),
  raisedSeverity: z.enum(SEVERITIES),
  loanId: z.string().nullable(),
  branchId: z.string().nullable(),
  ownerRole: z.string(),
  ownerId: z.string().nullable(),
  facts: z.record(z.string(), z.string()),
  state: z.enum(['open', 'closed']),
  raisedOn: zDate,
  raisedAt: zInstant,
  dueAt: zInstant,
  outcome: z.string().nullable(),
  closedAt: zInstant.nullable(),
  closedBy: z.string().nullable(),
  version: z.number(),
});

export const listAllAlerts = query({
  name: 'monitoring.list_alerts',
  says: { zh: '预警列表', en: 'List alerts' },
  allow: SEEING,
  input: z.object({
    ...listInput,
    state: z.enum(['open', 'closed']).optional(),
    severity: z.enum(SEVERITIES).optional(),
    code: z.string().max(10).optional(),
    late: z.enum(['true']).optional(),
  }),
  output: listOf(zAlert),
  run: (ctx, f) =>
    listAlerts(ctx.tx, {
      branchId: branchScope(ctx.actor),
      state: f.state ?? null,
      severity: f.severity ?? null,
      code: f.code ?? null,
      late: f.late ? ctx.now : null,
      sort: f.sort ?? 'due',
      limit: f.limit,
      offset: f.offset,
    }),
});
export const showAlert = query({
  name: 'monitoring.show_alert',
  says: { zh: '预警详情：信号、数据、处置', en: 'One alert: signal, figures, measures' },
  allow: SEEING,
  input: z.object(place),
  output: z.object({
    alert: zAlert,
    signal: z
      .object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), category: z.string(), responseZh: z.string(), responseEn: z.string() })
      .nullable(),
    measures: z.array(z.object({ id: z.string(), kind: z.enum(MEASURES), note: z.string(), staffId: z.string(), at: zInstant })),
  }),
  run: async (ctx, i) => {
    const alert = await alertById(ctx.tx, i.customerId, i.alertId);
    if (!alert) throw refusePlatform('platform.not_found');
    return {
      alert,
      signal: (await signalsOn(ctx.tx, alert.raisedOn)).find((s) => s.code === alert.code) ?? null,
      measures: await measuresOf(ctx.tx, i.customerId, i.alertId),
    };
  },
});
export const addMeasure = command({
  name: 'monitoring.record_measure',
  says: { zh: '登记预警处置措施', en: 'Record a measure on an alert' },
  allow: ACTING,
  input: z.object({ ...place, kind: z.enum(MEASURES), note: zText(1000) }),
  output: z.object({ alertId: zId('aler') }),
  run: async (ctx, i) => {
    await recordMeasure(ctx, i);
    return { alertId: i.alertId };
  },
});
export const closeOne = command({
  name: 'monitoring.close_alert',
  says: { zh: '关闭预警（须有处置，双人复核）', en: 'Close an alert (needs a measure and a second person)' },
  allow: ACTING,
  dual: true,
  input: z.object({ ...place, outcome: z.enum(OUTCOMES), evidence: zText(1000) }),
  output: z.object({ alertId: zId('aler') }),
  run: async (ctx, i) => {
    await close(ctx, i);
    return { alertId: i.alertId };
  },
});
export const lookNow = command({
  name: 'monitoring.look_now',
  says: { zh: '立即核查该客户', en: 'Look at this customer now' },
  allow: ACTING,
  input: z.object({ customerId: zCustomerId }),
  output: z.object({ customerId: zCustomerId }),
  run: async (ctx, i) => {
    await look(ctx, i.customerId);
    return i;
  },
});
export const coverage = query({
  name: 'monitoring.coverage',
  says: { zh: '监控覆盖：未被监控的有贷客户', en: 'Coverage: customers with loans whom nobody watches' },
  allow: ['POST_LOAN', 'RISK_MANAGER', 'COMPLIANCE'],
  input: z.object({}),
  output: z.object({ unwatched: z.array(zCustomerId) }),
  run: async (ctx) => ({ unwatched: await unwatched(ctx) }),
});
export const signals = query({
  name: 'monitoring.signals',
  says: { zh: '风险信号库', en: 'Signal library' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        category: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        severity: z.enum(SEVERITIES),
        responseZh: z.string(),
        responseEn: z.string(),
      }),
    ),
    total: z.number(),
  }),
  run: async (ctx) => {
    const items = await signalsOn(ctx.tx, ctx.today);
    return { items, total: items.length };
  },
});
const zBilingual = z.object({ zh: z.string(), en: z.string() });
export const showBehaviour = query({
  name: 'monitoring.behaviour_scores',
  says: { zh: '月度行为评分：分数、原因与建议', en: 'Monthly behaviour scores: figure, reasons and what they speak for' },
  allow: SEEING,
  input: z.object({ customerId: zCustomerId }),
  output: z.object({
    items: z.array(
      z.object({
        month: zDate,
        /** Null: fewer months than a score needs. */
        points: z.number().nullable(),
        months: z.number(),
        line: z.enum(['raise', 'keep', 'cut']).nullable(),
        collectionPriority: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
        fall: z.number().nullable(),
        reasons: z.array(z.object({ code: z.string(), label: zBilingual, lostPoints: z.number() })),
        windows: z.record(z.string(), z.number().nullable()),
        modelId: z.string(),
        modelVersion: z.string(),
        scoredOn: zDate,
      }),
    ),
  }),
  run: async (ctx, { customerId }) => ({
    items: (await behaviourScores(ctx, customerId)).map(({ customerId: _, ...score }) => ({ ...score, reasons: [...score.reasons] })),
  }),
});
