import { z } from 'zod';
import { command, fileQuery, get, post, query, zCustomerId, zId, zInstant, zText } from '#platform';
import { refuse } from './refusals.ts';
import { kinds } from './repo.ts';
import { BYTES_MAX } from './rules.ts';
import { checklist, documentBytes, documentsOf, reviewDocument, storeDocument } from './service.ts';
import type { DocumentRef } from './types.ts';

const READERS = [
  'BORROWER',
  'RELATIONSHIP_MANAGER',
  'REVIEWER',
  'APPROVER',
  'COMMITTEE',
  'DISBURSEMENT',
  'POST_LOAN',
  'COLLECTOR',
  'RISK_MANAGER',
  'COMPLIANCE',
  'SERVICE_AGENT',
] as const;
const STATES = ['uploaded', 'accepted', 'rejected'] as const;
const item = z.object({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  source: z.string(),
  state: z.enum(STATES),
  comment: z.string().nullable(),
  storedAt: zInstant,
  storedBy: z.string(),
  reviewedAt: zInstant.nullable(),
  reviewedBy: z.string().nullable(),
});
const shown = ({ customerId: _, version: __, ...d }: DocumentRef): z.output<typeof item> => d;
const zKind = z.string().regex(/^[a-z_]{2,40}$/);
const zSubject = z.string().regex(/^[a-z0-9_]{0,60}$/);

export const upload = command({
  name: 'documents.upload',
  says: { zh: '上传资料', en: 'Upload a document' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER', 'REVIEWER', 'DISBURSEMENT', 'POST_LOAN', 'COLLECTOR', 'SERVICE_AGENT'],
  uploadLimit: BYTES_MAX,
  input: z.object({ customerId: zCustomerId, kind: zKind, name: zText(200), subject: zSubject.default('') }),
  output: z.object({ documentId: z.string() }),
  run: async (ctx, i) => {
    if (ctx.upload === null) throw refuse('documents.empty', { field: 'file' });
    return {
      documentId: await storeDocument(ctx, {
        customerId: i.customerId,
        kind: i.kind,
        name: i.name,
        bytes: ctx.upload,
        source: 'upload',
        subject: i.subject,
      }),
    };
  },
});
export const list = query({
  name: 'documents.list',
  says: { zh: '资料列表', en: "A customer's documents" },
  allow: READERS,
  input: z.object({ customerId: zCustomerId, subject: zSubject.optional() }),
  output: z.object({ items: z.array(item), total: z.number() }),
  run: async (ctx, i) => {
    const found = await documentsOf(ctx, i.customerId, i.subject);
    return { items: found.map(shown), total: found.length };
  },
});
export const download = fileQuery({
  name: 'documents.download',
  says: { zh: '下载资料', en: 'Download a document' },
  allow: READERS,
  input: z.object({ customerId: zCustomerId, documentId: zId('docu') }),
  run: async (ctx, i) => {
    const { document, bytes } = await documentBytes(ctx, i.customerId, i.documentId);
    return { bytes, mediaType: document.mediaType, fileName: document.name };
  },
});
export const review = command({
  name: 'documents.review',
  says: { zh: '审核资料', en: 'Accept or reject a document' },
  allow: ['RELATIONSHIP_MANAGER', 'REVIEWER', 'APPROVER', 'DISBURSEMENT', 'POST_LOAN'],
  input: z.object({ customerId: zCustomerId, documentId: zId('docu'), verdict: z.enum(['accepted', 'rejected']), comment: zText(200).optional() }),
  output: z.object({}),
  run: async (ctx, i) => {
    await reviewDocument(ctx, { customerId: i.customerId, documentId: i.documentId, verdict: i.verdict, comment: i.comment ?? null });
    return {};
  },
});
export const readChecklist = query({
  name: 'documents.checklist',
  says: { zh: '资料清单', en: 'What is still missing' },
  allow: READERS,
  input: z.object({ customerId: zCustomerId, kinds: z.string().regex(/^[a-z_]{2,40}(,[a-z_]{2,40}){0,39}$/), subject: zSubject.optional() }),
  output: z.object({
    items: z.array(
      z.object({
        kind: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        state: z.enum(['missing', ...STATES]),
        documentId: z.string().nullable(),
        comment: z.string().nullable(),
      }),
    ),
  }),
  run: async (ctx, i) => ({ items: await checklist(ctx, i.customerId, i.kinds.split(','), i.subject) }),
});
export const listKinds = query({
  name: 'documents.list_kinds',
  says: { zh: '资料类型', en: 'Kinds of documents' },
  allow: ['ANY_STAFF', 'BORROWER'],
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), byBorrower: z.boolean(), retentionClass: z.string(), years: z.number() }),
    ),
  }),
  run: async (ctx) => ({ items: await kinds(ctx.tx, ctx.today) }),
});

export const routes = [
  get('/document-kinds', listKinds),
  post('/customers/:customerId/documents', upload),
  get('/customers/:customerId/documents', list),
  get('/customers/:customerId/documents/:documentId/file', download),
  post('/customers/:customerId/documents/:documentId/review', review),
  get('/customers/:customerId/checklist', readChecklist),
];
