import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomerId } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { type Actor, type Download, hears, mount, sha256Hex } from '#platform';
import { makeStaff, openWorld, type StaffActor, type World } from '#test';
import { checklist, documentReviewed, storeDocument } from './index.ts';
import { download, list, readChecklist, review, upload } from './routes.ts';
import { verifyFiles } from './verify.ts';

const CUSTOMER = 'cust_00000000000000000000000001' as CustomerId;
const OTHER = 'cust_00000000000000000000000002' as CustomerId;
const borrower: Actor = { kind: 'borrower', id: CUSTOMER, customerId: CUSTOMER, sessionId: 's' };
const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`);
const heard: string[] = [];
let world: World;
let reviewer: StaffActor;
const hand = async (kind: string, text: string, subject = 'appl_1') =>
  (await world.as(borrower, upload, { customerId: CUSTOMER, kind, name: `${kind}.pdf`, subject }, { upload: pdf(text) })).documentId;
beforeAll(async () => {
  const listener = mount({
    name: 'test',
    hooks: { reach: async () => true },
    hears: [hears(documentReviewed, 'test.hears', async (_ctx, e) => void heard.push(`${e.kind} ${e.state}`))],
  });
  world = await openWorld([audit, access, tasks, notifications, documents, listener]);
  reviewer = await makeStaff(world, ['REVIEWER']);
});
afterAll(() => world.close());

test('a file comes back as it was, under its own name, to whoever may see it', async () => {
  const documentId = await hand('bank_statement', 'hello');
  const file = (await world.as(borrower, download as never, { customerId: CUSTOMER, documentId })) as Download;
  expect([Buffer.from(file.bytes), file.mediaType, file.fileName]).toEqual([pdf('hello'), 'application/pdf', 'bank_statement.pdf']);
  const stranger: Actor = { kind: 'borrower', id: OTHER, customerId: OTHER, sessionId: 's' };
  await expect(world.as(stranger, download as never, { customerId: CUSTOMER, documentId })).rejects.toMatchObject({ code: 'platform.not_found' });
  await expect(world.as(stranger, download as never, { customerId: OTHER, documentId })).rejects.toMatchObject({ code: 'platform.not_found' });
  expect((await world.as(borrower, list, { customerId: CUSTOMER })).items[0]).toMatchObject({
    id: documentId,
    sha256: sha256Hex(pdf('hello')),
    state: 'uploaded',
  });
});

test('a file that is not what it says, of no known kind, or not the borrower’s to give is refused and leaves no row', async () => {
  const before = (await world.as(borrower, list, { customerId: CUSTOMER })).total;
  const give = (kind: string, name: string, bytes: Uint8Array) => world.as(borrower, upload, { customerId: CUSTOMER, kind, name }, { upload: bytes });
  await expect(give('lease', 'lease.png', pdf(''))).rejects.toMatchObject({ code: 'documents.type_mismatch', facts: { extension: 'png' } });
  await expect(give('lease', 'lease.pdf', Buffer.from('<script>'))).rejects.toMatchObject({ code: 'documents.type_unsupported' });
  await expect(give('secret_kind', 'lease.pdf', pdf(''))).rejects.toMatchObject({ code: 'documents.kind_unknown' });
  await expect(give('contract', 'contract.pdf', pdf(''))).rejects.toMatchObject({ code: 'documents.kind_unknown' });
  await expect(world.as(borrower, upload, { customerId: CUSTOMER, kind: 'lease', name: 'lease.pdf' })).rejects.toMatchObject({
    code: 'documents.empty',
  });
  expect((await world.as(borrower, list, { customerId: CUSTOMER })).total).toBe(before);
});

test('S0-54 a reviewer accepts and rejects item by item with a comment; the rejected one returns to the applicant and can be handed in again', async () => {
  const required = ['id_card_front', 'business_licence', 'tax_return'];
  const lines = async () =>
    (await world.as(borrower, readChecklist, { customerId: CUSTOMER, kinds: required.join(','), subject: 'appl_2' })).items.map((i) => [
      i.kind,
      i.state,
      i.comment,
    ]);
  const [front, licence] = [await hand('id_card_front', 'f', ''), await hand('business_licence', 'l', 'appl_2')];
  expect(await lines()).toEqual([
    ['id_card_front', 'uploaded', null],
    ['business_licence', 'uploaded', null],
    ['tax_return', 'missing', null],
  ]);
  await world.as(reviewer, review, { customerId: CUSTOMER, documentId: front, verdict: 'accepted' });
  await expect(world.as(reviewer, review, { customerId: CUSTOMER, documentId: licence, verdict: 'rejected' })).rejects.toMatchObject({
    code: 'documents.comment_missing',
  });
  await world.as(reviewer, review, { customerId: CUSTOMER, documentId: licence, verdict: 'rejected', comment: '照片模糊' });
  expect(await lines()).toEqual([
    ['id_card_front', 'accepted', null],
    ['business_licence', 'rejected', '照片模糊'],
    ['tax_return', 'missing', null],
  ]);
  const told = await world.asOwner<{ template: string }>(`select template from notifications.message where customer_id = $1`, [CUSTOMER]);
  expect(told).toEqual([{ template: 'document_rejected' }]);
  await world.work();
  expect(heard).toEqual(['id_card_front accepted', 'business_licence rejected']);
  await hand('business_licence', 'sharper', 'appl_2');
  expect((await lines())[1]).toEqual(['business_licence', 'uploaded', null]);
});

test('one verdict a file, by another person than who handed it in; two verdicts at once leave one', async () => {
  const manager = await makeStaff(world, ['RELATIONSHIP_MANAGER']);
  const own = (await world.as(manager, upload, { customerId: CUSTOMER, kind: 'other', name: 'x.pdf' }, { upload: pdf('own') })).documentId;
  await expect(world.as(manager, review, { customerId: CUSTOMER, documentId: own, verdict: 'accepted' })).rejects.toMatchObject({
    code: 'access.maker_cannot_check',
  });
  const both = await Promise.allSettled([
    world.as(reviewer, review, { customerId: CUSTOMER, documentId: own, verdict: 'accepted' }),
    world.as(reviewer, review, { customerId: CUSTOMER, documentId: own, verdict: 'rejected', comment: 'no' }),
  ]);
  expect(both.map((b): string => (b.status === 'fulfilled' ? 'done' : b.reason.code)).sort()).toEqual(['documents.reviewed_already', 'done']);
});

test('of a stored file neither hash nor name can be changed by the application or its owner', async () => {
  await hand('lease', 'fixed');
  const change = `update documents.document set sha256 = repeat('0', 64) where customer_id = '${CUSTOMER}'`;
  await expect(world.rt.asSystem('t', (ctx) => ctx.tx.query(change))).rejects.toMatchObject({ code: '42501' });
  await expect(world.asOwner(change)).rejects.toThrow('only its review may change');
  await expect(
    world.rt.asSystem('t', (ctx) => ctx.tx.query(`delete from documents.document where customer_id = '${CUSTOMER}'`)),
  ).rejects.toMatchObject({ code: '42501' });
});

test('S3-42 a contract’s file is named by its hash and the hash is sealed in the chain: a file changed, or swapped together with its row, is found', async () => {
  const verify = () => world.rt.asSystem('t', verifyFiles);
  const id = await world.rt.asSystem(
    't',
    (ctx) =>
      storeDocument(ctx, {
        customerId: CUSTOMER,
        kind: 'contract',
        name: 'contract.pdf',
        bytes: pdf('terms'),
        source: 'generated',
        subject: 'cont_1',
      }),
    CUSTOMER,
  );
  expect(await verify()).toEqual([]);
  expect(await world.rt.asSystem('t', (ctx) => checklist(ctx, CUSTOMER, ['contract'], 'cont_1'))).toMatchObject([
    { state: 'uploaded', documentId: id },
  ]);

  const forged = await world.rt.blobs.put(pdf('forged terms'));
  await world.asOwner('alter table documents.document disable trigger document_kept');
  await world.asOwner(`update documents.document set sha256 = $1, size_bytes = $2 where id = $3`, [forged, pdf('forged terms').length, id]);
  expect(await verify()).toEqual([`document ${CUSTOMER}/${id} does not have the hash that the audit trail keeps of it`]);
  await world.asOwner(`update documents.document set sha256 = $1, size_bytes = $2 where id = $3`, [sha256Hex(pdf('terms')), pdf('terms').length, id]);
  await world.asOwner('alter table documents.document enable trigger document_kept');
  expect(await verify()).toEqual([]);

  const hash = sha256Hex(pdf('terms'));
  const path = join(world.blobFolder, hash.slice(0, 2), hash);
  expect(existsSync(path)).toBe(true);
  writeFileSync(path, pdf('other'));
  expect(await verify()).toEqual([`the file of document ${CUSTOMER}/${id} is missing or was changed`]);
  await expect(world.as(reviewer, download as never, { customerId: CUSTOMER, documentId: id })).rejects.toThrow('no longer has its hash');
  writeFileSync(path, pdf('terms'));
});
