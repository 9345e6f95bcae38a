import { formatMoney, formatPercent } from '@tallystick/kernel';
import { identity } from '#modules/customers';
import { branchScope, command, query } from '#platform';
import { crossCheckReport } from './collecting/cross-check.ts';
import * as collecting from './collecting/repo.ts';
import { collectionStatus, features, retryCollection, statusOf, waiveSource } from './collecting/service.ts';
import { searchCalls } from './health/calls.ts';
import { listStuck } from './health/repo.ts';
import { health } from './health/service.ts';
import * as s from './schema.ts';
import type { Feature } from './types.ts';

const READERS = ['RELATIONSHIP_MANAGER', 'REVIEWER', 'APPROVER', 'COMMITTEE', 'POST_LOAN', 'RISK_MANAGER', 'COMPLIANCE'] as const;
const done = { done: true } as const;

const textOf = (f: Feature): string | null =>
  f.value === null ? null : typeof f.value === 'bigint' ? (f.unit === 'ppm' ? formatPercent(f.value) : formatMoney(f.value)) : String(f.value);

export const showHealth = query({
  name: 'connectors.health',
  says: { zh: '接口健康、任务状态与数据质量', en: 'Integration health, job status, data quality' },
  allow: ['ADMIN', 'RISK_MANAGER', 'EXECUTIVE', 'COMPLIANCE'],
  input: s.zHealthInput,
  output: s.zHealth,
  run: (ctx, i) => health(ctx, i.hours),
});
export const showStuck = query({
  name: 'connectors.list_stuck',
  says: { zh: '等待或失败的数据采集', en: 'Collections that wait or failed' },
  allow: ['REVIEWER', 'RISK_MANAGER', 'ADMIN'],
  input: s.zStuckInput,
  output: s.zStuck,
  run: async (ctx, i) => ({ items: await listStuck(ctx.tx, branchScope(ctx.actor), i.limit, i.offset) }),
});
export const showCallLog = query({
  name: 'connectors.search_calls',
  says: { zh: '全行外部查询日志', en: 'Log of outside calls of the whole bank' },
  allow: ['COMPLIANCE', 'RISK_MANAGER', 'ADMIN'],
  input: s.zCallsFilter,
  output: s.zLoggedCalls,
  run: (ctx, i) => {
    const { source = null, purpose = null, hard = null, failed = null, from = null, to = null } = i;
    return searchCalls(ctx.tx, { branchId: branchScope(ctx.actor), source, purpose, hard, failed, from, to, limit: i.limit, offset: i.offset });
  },
});
export const listCollections = query({
  name: 'connectors.list_collections',
  says: { zh: '数据采集记录', en: 'Collections of a customer' },
  allow: READERS,
  input: s.zPaged,
  output: s.zCollections,
  run: async (ctx, i) => {
    const rows = await collecting.collectionsOf(ctx.tx, i.customerId, i.limit, i.offset);
    const items = [];
    for (const r of rows) items.push(await statusOf(ctx, i.customerId, r));
    return { items: items.map((x) => ({ ...x, sources: [...x.sources] })), total: await collecting.countCollections(ctx.tx, i.customerId) };
  },
});
export const showCollection = query({
  name: 'connectors.show_collection',
  says: { zh: '数据采集进度', en: 'Progress of a collection' },
  allow: [...READERS, 'BORROWER'],
  input: s.zOne,
  output: s.zStatus,
  run: async (ctx, i) => {
    const status = await collectionStatus(ctx, i.customerId, i.collectionId);
    return { ...status, sources: status.sources.map((x) => (ctx.actor.kind === 'borrower' ? { ...x, reason: null } : x)) };
  },
});
export const showFeatures = query({
  name: 'connectors.list_features',
  says: { zh: '特征及其来源', en: 'Features with their lineage' },
  allow: READERS,
  input: s.zOne,
  output: s.zFeatures,
  run: async (ctx, i) => {
    const items = Object.entries(await features(ctx, i.customerId, i.collectionId)).map(([name, f]) => ({ name, ...f, value: textOf(f) }));
    return { items, total: items.length };
  },
});
export const listCalls = query({
  name: 'connectors.list_calls',
  says: { zh: '外部查询日志（授权、用途、硬查询）', en: 'Log of outside calls: consent, purpose, hard or soft' },
  allow: READERS,
  input: s.zPaged,
  output: s.zCalls,
  run: async (ctx, i) => ({
    items: (await collecting.callsOf(ctx.tx, i.customerId, i.limit, i.offset)).map((c) => ({
      callId: c.id,
      collectionId: c.collection_id,
      round: c.round,
      source: c.source,
      kind: c.kind,
      consentId: c.consent_id,
      consentHash: c.consent_hash,
      purpose: c.purpose_code,
      reasonCode: c.reason_code,
      hard: c.hard,
      fields: c.fields,
      sourceUrl: c.source_url,
      askedBy: c.asked_by,
      askedAt: c.asked_at,
      state: c.state,
      tries: c.tries,
      latencyMs: c.latency_ms,
      cost: c.cost_minor,
      payloadHash: c.payload_hash,
      answeredAt: c.answered_at,
    })),
    total: await collecting.countCalls(ctx.tx, i.customerId),
  }),
});
export const showCrossCheck = query({
  name: 'connectors.cross_check',
  says: { zh: '申报收入交叉验证', en: 'Declared revenue against other sources' },
  allow: READERS,
  input: s.zCompare,
  output: s.zCross,
  run: async (ctx, i) => {
    const declared = i.declared ?? (await identity(ctx, i.customerId)).declared.annualRevenueMinor;
    const report = await crossCheckReport(ctx, i.customerId, i.collectionId, declared);
    return {
      tolerance: report.tolerancePpm,
      checks: report.checks.map((c) => ({
        against: c.against,
        declared: c.declaredMinor,
        found: c.foundMinor,
        deviation: c.deviationPpm,
        state: c.state,
      })),
    };
  },
});
export const waive = command({
  name: 'connectors.waive_source',
  says: { zh: '豁免失败的数据源（须说明理由）', en: 'Go on without a failed source, with a reason' },
  allow: ['REVIEWER', 'RISK_MANAGER'],
  input: s.zWaive,
  output: s.zDone,
  run: async (ctx, i) => {
    await waiveSource(ctx, i);
    return done;
  },
});
export const retry = command({
  name: 'connectors.retry_collection',
  says: { zh: '立即重试失败的数据源', en: 'Ask the failed sources again now' },
  allow: ['REVIEWER', 'RISK_MANAGER', 'RELATIONSHIP_MANAGER'],
  input: s.zOne,
  output: s.zDone,
  run: async (ctx, i) => {
    await retryCollection(ctx, i.customerId, i.collectionId);
    return done;
  },
});
