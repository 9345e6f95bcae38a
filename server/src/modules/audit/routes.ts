import { addDays, bankMoment } from '@tallystick/kernel';
import { z } from 'zod';
import { branchScope, type Ctx, fileQuery, get, query, zCustomerId } from '#platform';
import { evidencePack } from './evidence.ts';
import { listTrail } from './repo.ts';
import { chainInput, chainOutput, trailInput, trailOutput } from './schema.ts';
import { anchorNow, verifyChain } from './verify.ts';

/** The acts that go by a code, or whose words in either language hold the text. */
const actsNamed = (ctx: Ctx, text: string): string[] => {
  const wanted = text.toLowerCase();
  const named = [...ctx.acts].filter(([, { zh, en }]) => zh.includes(text) || en.toLowerCase().includes(wanted));
  return [text, ...named.map(([code]) => code)];
};

export const searchTrail = query({
  name: 'audit.search_trail',
  says: { zh: '查询审计轨迹', en: 'Search the audit trail' },
  allow: ['COMPLIANCE', 'ADMIN'],
  input: trailInput,
  output: trailOutput,
  audited: true,
  run: async (ctx, i) => {
    const found = await listTrail(ctx.tx, {
      customerId: i.customerId,
      actorId: i.actorId,
      actions: i.action === undefined ? undefined : actsNamed(ctx, i.action),
      subject: i.subject,
      outcome: i.outcome,
      from: i.from && bankMoment(i.from, 0),
      until: i.to && bankMoment(addDays(i.to, 1), 0),
      branchId: branchScope(ctx.actor),
      ascending: i.sort === 'at',
      limit: i.limit,
      offset: i.offset,
    });
    return {
      items: found.items.map(({ blockNo, ...e }) => ({
        ...e,
        says: ctx.acts.get(e.action) ?? { zh: e.action, en: e.action },
        sealedInBlock: blockNo === null ? null : String(blockNo),
      })),
      total: found.total,
    };
  },
});

export const verifyChainQuery = query({
  name: 'audit.verify_chain',
  says: { zh: '校验审计链', en: 'Verify the audit chain' },
  allow: ['COMPLIANCE', 'ADMIN'],
  input: chainInput,
  output: chainOutput,
  audited: true,
  run: async (ctx, i) => {
    const anchor = i.anchorNo !== undefined && i.anchorHash !== undefined ? { no: BigInt(i.anchorNo), hash: i.anchorHash } : undefined;
    const faults = await verifyChain(ctx, anchor);
    const end = await anchorNow(ctx);
    return { whole: faults.length === 0, faults: faults.slice(0, 200), anchorNo: String(end.no), anchorHash: end.hash };
  },
});

export const exportEvidence = fileQuery({
  name: 'audit.export_evidence',
  says: { zh: '导出证据包', en: 'Export an evidence pack' },
  allow: ['COMPLIANCE'],
  stepUp: true,
  input: z.object({ customerId: zCustomerId }),
  run: async (ctx, i) => {
    const pack = await evidencePack(ctx, i.customerId);
    return {
      bytes: new TextEncoder().encode(JSON.stringify(pack, null, 1)),
      mediaType: 'application/json',
      fileName: `evidence-${i.customerId}-${ctx.today}.json`,
    };
  },
});

export const routes = [
  get('/audit/trail', searchTrail),
  get('/audit/chain', verifyChainQuery),
  get('/customers/:customerId/evidence', exportEvidence),
];
