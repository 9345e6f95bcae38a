import { formatMoney, formatPercent, msBetween } from '@tallystick/kernel';
import { authorityCeiling, authorityPath } from '#modules/access';
import type { Feature } from '#modules/connectors';
import { customer } from '#modules/customers';
import { documentsOf } from '#modules/documents';
import type { Ctx } from '#platform';
import type { Bilingual } from '../../types.ts';
import { decisionPage } from '../../view.ts';
import { opinionsOf, overridesOf, pausesOf, ticksOf } from '../repo.ts';
import { deviates, latestTicks } from '../rules.ts';
import { PERSON_REASONS, type Review } from '../types.ts';
import { authorityCase, type CaseFile, caseFile, matrixFor, newestFiles } from './case-file.ts';

/** Name and clock of a case, as every list shows them. Whole minutes, rounded down; a paused or closed case is never late. */
export async function withClock<R extends Review>(ctx: Ctx, r: R): Promise<R & { displayName: string; minutesLeft: number; late: boolean }> {
  const { displayName } = await customer(ctx, r.customerId);
  const left = msBetween(ctx.now, r.dueAt);
  return { ...r, displayName, minutesLeft: Math.floor(left / 60_000), late: left < 0 && (r.state === 'open' || r.state === 'recommended') };
}

const says = (zh: string, en: string): Bilingual => ({ zh, en });
/** What tells whether somebody can pay, and whether they have paid before. */
const CAPACITY: Readonly<Record<string, Bilingual>> = {
  net_sales_12m: says('近12个月净销售额', 'net sales, 12 months'),
  settle_amount_30d: says('近30天结算额', 'settled, 30 days'),
  gross_margin_est: says('估计毛利率', 'estimated gross margin'),
  gmv_trend: says('近3个月成交额变化', 'GMV change, 3 months'),
  declared_revenue_12m: says('近12个月申报收入', 'declared revenue, 12 months'),
  total_debt: says('负债合计', 'debt in all'),
  monthly_due: says('月还款额', 'due each month'),
  lender_count: says('贷款机构数', 'lenders'),
};
const WILLINGNESS: Readonly<Record<string, Bilingual>> = {
  current_overdue_days: says('当前逾期天数', 'days overdue now'),
  m1_count_24m: says('24个月逾期1期次数', 'one month late, 24 months'),
  m2_count_24m: says('24个月逾期2期次数', 'two months late, 24 months'),
  m3_plus_count_24m: says('24个月逾期3期以上次数', 'three months or more late, 24 months'),
  total_overdue_24m: says('24个月累计逾期期数', 'overdue months in 24'),
  hard_queries_1m: says('1个月硬查询', 'hard queries, 1 month'),
  hard_queries_3m: says('3个月硬查询', 'hard queries, 3 months'),
  hard_queries_6m: says('6个月硬查询', 'hard queries, 6 months'),
  dishonest_debtor: says('失信被执行人', 'dishonest judgment debtor'),
  violation_grave: says('严重平台违规', 'grave platform violation'),
};
const PROVES = {
  capacity: ['income_proof', 'bank_statement', 'tax_return', 'financial_statement', 'purchase_contract'],
  willingness: ['id_card_front', 'id_card_back', 'business_licence', 'lease'],
};
const textOf = (f: Feature): string | null => {
  if (f.value === null) return null;
  if (typeof f.value === 'bigint') return f.unit === 'ppm' ? formatPercent(f.value) : formatMoney(f.value);
  return String(f.value);
};
const factOf = (name: string, label: Bilingual, f: Feature | undefined) => ({
  name,
  label,
  value: f === undefined ? null : textOf(f),
  unit: f?.unit ?? 'text',
  source: f?.source ?? 'none',
  asOf: f?.asOf ?? null,
  callId: f?.callId ?? null,
  missingReason: f === undefined ? 'not_collected' : f.missingReason,
});
/** Ratios the rules were given, as they stand in the decision record. */
const ratio = (file: CaseFile, name: 'dtiPpm' | 'dscrPpm' | 'debtToSalesPpm', label: Bilingual) => {
  const value = file.stored.output.policyInput[name];
  const known = typeof value === 'bigint';
  return {
    ...factOf(name, label, undefined),
    value: known ? formatPercent(value) : null,
    unit: 'ppm',
    source: 'decision',
    missingReason: known ? null : 'not_computed',
  };
};
async function sides(ctx: Ctx, file: CaseFile) {
  const files = await documentsOf(ctx, file.review.customerId);
  const proven = (kinds: readonly string[]) =>
    files.filter((d) => kinds.includes(d.kind)).map((d) => ({ documentId: d.id, kind: d.kind, name: d.name }));
  const facts = (from: Readonly<Record<string, Bilingual>>) =>
    Object.entries(from).map(([name, label]) => factOf(name, label, file.stored.input.features[name]));
  return {
    capacity: {
      facts: [
        ratio(file, 'dtiPpm', says('月还款与月净收入之比', 'debt service to income')),
        ratio(file, 'dscrPpm', says('偿债覆盖率', 'debt service coverage')),
        ratio(file, 'debtToSalesPpm', says('负债与年销售额之比', 'debt to yearly sales')),
        ...facts(CAPACITY),
      ],
      documents: proven(PROVES.capacity),
    },
    willingness: { facts: facts(WILLINGNESS), documents: proven(PROVES.willingness) },
  };
}

const WEIGHTS = ['decline', 'refer', 'cap', 'weakness'] as const;
type Weight = (typeof WEIGHTS)[number];
/** Rules that spoke against the case, caps on the grade, then what holds the grade down: the gravest first, each once (S3-02). */
export function redFlags({ stored }: Pick<CaseFile, 'stored'>) {
  const { rules, rating, reasons } = stored.output;
  const flag = (weight: Weight, { code, zh, en }: { code: string; zh: string; en: string }) => ({ weight, code, zh, en });
  const hits = rules.reasons.flatMap((h) => (h.outcome === 'decline' || h.outcome === 'refer' ? [flag(h.outcome, h)] : []));
  const caps = (rating?.rulesApplied ?? []).map((r) => flag('fail' in r.effect ? 'decline' : 'cap', r));
  const rest = reasons.filter((r) => r.code === 'REF_RATING').map((r) => flag('refer', r));
  const weak = (rating?.reasons ?? []).map((r) => flag('weakness', r));
  const all = [...hits, ...caps, ...rest, ...weak].sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight));
  return all.filter((f, i) => all.findIndex((o) => o.code === f.code) === i);
}

/** Who decides what was asked for, and what is left of the acting person's own authority after it. */
async function authorityOf(ctx: Ctx, file: CaseFile) {
  const asked = { amountMinor: file.review.amountMinor, months: file.review.months, guarantee: 'CREDIT' as const };
  const matrix = matrixFor(file, asked);
  const c = authorityCase(file, asked, deviates({ ...asked, ratePpm: matrix.ratePpm ?? 0n }, matrix));
  const ceiling = await authorityCeiling(ctx, c);
  return {
    matrix,
    exposure: { elsewhereMinor: file.elsewhereMinor, afterMinor: c.exposureMinor },
    authority: { ...(await authorityPath(ctx, c)), leftMinor: ceiling === null ? null : ceiling - c.exposureMinor },
  };
}

/** Everything a reviewer or approver needs, on one page. */
export async function reviewPage(ctx: Ctx, review: Review) {
  const { customerId, reviewId } = review;
  const file = await caseFile(ctx, review);
  const [ticks, pauses] = [await ticksOf(ctx.tx, customerId, reviewId), await pausesOf(ctx.tx, customerId, reviewId)];
  const [latest, files] = [latestTicks(ticks), newestFiles(file)];
  const { kind, displayName, state, joinedOn, completeness, firstPaidOutOn, managerId } = await customer(ctx, customerId);
  return {
    review: { ...(await withClock(ctx, review)), pausedFor: pauses.find((p) => p.resumedAt === null)?.reason ?? null },
    redFlags: redFlags(file),
    customer: { kind, displayName, state, joinedOn, completeness, firstPaidOutOn, managerId },
    application: file.application,
    decision: await decisionPage(ctx, customerId, { decisionId: review.decisionId }),
    ...(await sides(ctx, file)),
    checklist: file.points.map((p) => ({
      ...p,
      documentId: p.documentKind === null ? null : (files.get(p.documentKind) ?? null),
      tick: latest.get(p.item) ?? null,
    })),
    ticks,
    papers: [...file.papers],
    pauses,
    opinions: await opinionsOf(ctx.tx, customerId, reviewId),
    overrides: file.record.ratingId === null ? [] : await overridesOf(ctx.tx, customerId, file.record.ratingId as never),
    reasons: [...PERSON_REASONS],
    ...(await authorityOf(ctx, file)),
  };
}
