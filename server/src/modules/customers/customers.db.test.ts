import { createHash } from 'node:crypto';
import type { Refusal } from '@tallystick/kernel';
import { enterprise, person } from '@tallystick/simulators';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeDocument } from '#modules/documents';
import access from '#mount/access';
import audit from '#mount/audit';
import customers from '#mount/customers';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { ANONYMOUS, type BranchId } from '#platform';
import { type Borrower, joinAs, makeBranch, makeStaff, openWorld, run, type StaffActor, sign, type World } from '#test';
import { verifyConsents } from './consents/service.ts';
import { onBlacklist, recordCheck, recordSourced, requireConsents } from './index.ts';
import { appealLock } from './locks/service.ts';

let world: World;
let branchId: BranchId;
let manager: StaffActor;
let reviewer: StaffActor;
beforeAll(async () => {
  world = await openWorld([audit, access, tasks, notifications, documents, customers]);
  branchId = await makeBranch(world);
  manager = await makeStaff(world, ['RELATIONSHIP_MANAGER'], branchId);
  reviewer = await makeStaff(world, ['REVIEWER', 'COMPLIANCE'], branchId);
});
afterAll(() => world.close());

const need = (b: Borrower, scope: 'bureau' | 'tax') =>
  world.rt
    .asSystem('test', (ctx) => requireConsents(ctx, b.customerId, [scope]))
    .then(
      (refs) => refs[0],
      (e: Refusal) => e.code,
    );
const store = (b: Borrower, kind: string) =>
  world.rt.asSystem('test', (ctx) =>
    storeDocument(ctx, { customerId: b.customerId, kind, name: `${kind}.pdf`, bytes: Buffer.from(`%PDF-1.7\n${kind}\n%%EOF`), source: 'upload' }),
  );
const accept = async (b: Borrower, kind: string, validUntil: string | null = null, verdict = 'accepted') => {
  const documentId = await store(b, kind);
  await run(world, b, 'customers.file_document', { customerId: b.customerId, documentId, kind, validUntil });
  await run(world, reviewer, 'documents.review', {
    customerId: b.customerId,
    documentId,
    verdict,
    ...(verdict === 'rejected' && { comment: '看不清' }),
  });
  await world.work();
};

describe('a consent', () => {
  test('S3-11 keeps wording version, its hash, signer, time, address and device under a signature, and no use is possible without it', async () => {
    const b = await joinAs(world, 50);
    expect(await need(b, 'bureau')).toBe('customers.consent_missing');
    await sign(world, b, ['bureau']);
    const { consents } = await run(world, b, 'customers.list_consents', { customerId: b.customerId });
    const { texts } = await run(world, ANONYMOUS, 'customers.list_consent_texts', {});
    const text = texts.find((t: { scope: string }) => t.scope === 'bureau');
    expect(createHash('sha256').update(`${text.titleZh}\n${text.bodyZh}`).digest('hex')).toBe(text.hashZh);
    expect(consents).toMatchObject([
      {
        scope: 'bureau',
        version: '1.0',
        language: 'zh',
        textHash: text.hashZh,
        signer: b.customerId,
        ip: '10.1.2.3',
        device: 'test phone',
        signedAt: expect.stringMatching(/^2026-03-02T/),
        validUntil: '2027-03-02',
        state: 'live',
      },
    ]);
    expect(await need(b, 'bureau')).toMatchObject({ id: consents[0].id, hash: text.hashZh });
    await world.asOwner('alter table customers.consent disable trigger all');
    await world.asOwner(`update customers.consent set signed_at = signed_at - interval '1 day' where customer_id = $1`, [b.customerId]);
    expect(await world.rt.asSystem('test', verifyConsents)).toEqual([`consent ${consents[0].id} was changed after it was signed`]);
    await world.asOwner(`update customers.consent set signed_at = signed_at + interval '1 day' where customer_id = $1`, [b.customerId]);
    await world.asOwner('alter table customers.consent enable trigger all');
    expect(await world.rt.asSystem('test', verifyConsents)).toEqual([]);
  });
  test('ends on its day, can be withdrawn at once, and neither row can be edited, by the owner of the table either', async () => {
    const b = await joinAs(world, 51);
    await sign(world, b, ['bureau', 'tax']);
    await run(world, b, 'customers.withdraw_consent', { customerId: b.customerId, scope: 'bureau', why: '不再需要' });
    expect([await need(b, 'bureau'), (await need(b, 'tax'))?.constructor]).toEqual(['customers.consent_withdrawn', Object]);
    await expect(run(world, b, 'customers.withdraw_consent', { customerId: b.customerId, scope: 'bureau' })).rejects.toMatchObject({
      code: 'customers.consent_not_live',
    });
    await world.jumpTo('2027-03-02');
    expect((await need(b, 'tax'))?.constructor).toBe(Object);
    await world.jumpTo('2027-03-03');
    expect(await need(b, 'tax')).toBe('customers.consent_expired');
    await world.jumpTo('2026-03-02', 10 * 60);
    await expect(world.asOwner('delete from customers.consent')).rejects.toMatchObject({ code: '42501' });
    await expect(world.asOwner(`update customers.consent_withdrawal set why = null`)).rejects.toMatchObject({ code: '42501' });
  });
  test('is signed only for the wording that was shown, by the customer, for oneself', async () => {
    const [b, other] = [await joinAs(world, 52), await joinAs(world, 53)];
    const agreed = [{ scope: 'bureau', version: '1.0', hash: 'b'.repeat(64) }];
    await expect(run(world, b, 'customers.give_consents', { customerId: b.customerId, language: 'zh', agreed })).rejects.toMatchObject({
      code: 'customers.consent_text_changed',
    });
    await expect(run(world, manager, 'customers.give_consents', { customerId: b.customerId, language: 'zh', agreed })).rejects.toMatchObject({
      code: 'platform.forbidden',
    });
    await expect(run(world, other, 'customers.give_consents', { customerId: b.customerId, language: 'zh', agreed })).rejects.toMatchObject({
      code: 'platform.not_found',
    });
  });
});

describe('papers and verification', () => {
  test('S3-21 S2-26 an enterprise has typed places for papers with the day they end, key ratios, and a completeness that grows; wrong check digits never get in', async () => {
    const b = await joinAs(world, 60, { kind: 'enterprise' });
    const own = { customerId: b.customerId };
    const percent = async () => (await run(world, b, 'customers.me', {})).profile.summary.completeness;
    const start = await percent();
    for (const bad of [{ uscc: '91330106673959655P' }, { legalPersonId: '440524188001010015' }])
      await expect(run(world, b, 'customers.save_enterprise', { ...own, ...bad })).rejects.toMatchObject({
        faults: [{ code: 'platform.identifier_check' }],
      });
    const profile = await run(world, b, 'customers.save_finance', {
      ...own,
      annualRevenue: '3000000',
      netProfit: '-150000',
      totalAssets: '2000000',
      totalLiabilities: '900000',
      currentAssets: '500000',
      currentLiabilities: '0',
    });
    expect(profile.ratios).toEqual({ debtRatioPpm: 450_000n, currentRatioPpm: null, netMarginPpm: -50_000n });
    const filled = await percent();
    expect(filled).toBeGreaterThan(start);
    await accept(b, 'business_licence', '2026-06-30');
    expect(await percent()).toBeGreaterThan(filled);
    const paper = async () => (await run(world, b, 'customers.show_papers', own)).papers.find((p: { kind: string }) => p.kind === 'business_licence');
    expect(await paper()).toMatchObject({ state: 'accepted', validUntil: '2026-06-30', required: true });
    await world.jumpTo('2026-07-01');
    expect(await paper()).toMatchObject({ state: 'expired' });
    expect((await run(world, b, 'customers.show_papers', own)).toHandIn).toContain('business_licence');
    await world.jumpTo('2026-03-02', 11 * 60);
  });
  test('S3-22 an enterprise is verified only when registry, papers and call-back have all passed', async () => {
    const n = 61;
    const b = await joinAs(world, n, { kind: 'enterprise' });
    const own = { customerId: b.customerId };
    await run(world, b, 'customers.save_person', { ...own, name: person(n).name, idNo: person(n).idNo });
    await run(world, b, 'customers.save_enterprise', { ...own, name: enterprise(n).name, uscc: enterprise(n).uscc, legalPerson: person(n).name });
    const pass = (item: 'id_two_element' | 'registry_uscc' | 'registry_legal_person') =>
      world.rt.asSystem('test', (ctx) => recordCheck(ctx, { ...own, item, outcome: 'passed', source: 'registry', reference: 'call_x' }));
    await pass('registry_legal_person');
    const checks = async () => {
      const { profile } = await run(world, manager, 'customers.view', own);
      return {
        state: profile.summary.profileState,
        open: profile.checks.filter((c: { state: string }) => c.state !== 'passed').map((c: { item: string }) => c.item),
      };
    };
    // The firm's legal person cannot be proven before the person is.
    expect((await checks()).open).toContain('registry_legal_person');
    for (const item of ['id_two_element', 'registry_uscc', 'registry_legal_person'] as const) await pass(item);
    for (const kind of ['id_card_front', 'id_card_back', 'business_licence']) await accept(b, kind);
    expect(await checks()).toEqual({ state: 'draft', open: ['call_back'] });
    await expect(run(world, manager, 'customers.decide_check', { ...own, item: 'registry_uscc', outcome: 'passed', why: 'x' })).rejects.toMatchObject(
      { code: 'customers.check_not_manual' },
    );
    await run(world, manager, 'customers.decide_check', { ...own, item: 'call_back', outcome: 'passed', why: '已回访法人' });
    expect(await checks()).toEqual({ state: 'verified', open: [] });
    await accept(b, 'id_card_back', null, 'rejected');
    expect(await checks()).toEqual({ state: 'draft', open: ['id_document'] });
  });
  test('S0-52 a tax paper is there when a reviewer accepted it or the tax office answered', async () => {
    const [papers, source] = [await joinAs(world, 62, { kind: 'enterprise' }), await joinAs(world, 63, { kind: 'enterprise' })];
    const tax = async (b: Borrower) =>
      (await run(world, b, 'customers.show_papers', { customerId: b.customerId })).papers.find((p: { kind: string }) => p.kind === 'tax_return');
    expect(await tax(papers)).toMatchObject({ state: 'missing', source: 'tax' });
    await accept(papers, 'tax_return');
    await world.rt.asSystem('test', (ctx) =>
      recordSourced(ctx, { customerId: source.customerId, source: 'tax', reference: 'call_tax', asOf: '2026-03-01', values: {} }),
    );
    expect([await tax(papers), await tax(source)]).toMatchObject([{ state: 'accepted' }, { state: 'by_interface', reference: 'call_tax' }]);
  });
});

test('S1-01 (the customer part; lines, loans and alerts have queries of their own) one page with every block and when it was last changed', async () => {
  const b = await joinAs(world, 70);
  const own = { customerId: b.customerId };
  await sign(world, b, ['contact']);
  await run(world, b, 'customers.save_person', { ...own, name: person(70).name, email: 'someone@example.test', residence: '杭州市西湖区测试路12号' });
  await world.jumpTo('2026-03-09');
  await run(world, manager, 'customers.save_finance', { ...own, annualRevenue: '100' });
  const view = await run(world, manager, 'customers.view', own);
  const blocks = Object.fromEntries(
    view.profile.blocks.map((x: { block: string; updatedAt: string; sources: string[] }) => [
      x.block,
      [x.updatedAt?.slice(0, 10) ?? null, x.sources],
    ]),
  );
  expect(blocks).toEqual({ person: ['2026-03-02', ['typed']], enterprise: [null, []], finance: ['2026-03-09', ['staff']], payout: [null, []] });
  const fields = view.profile.blocks[0].fields.map((f: { field: string; value: string }) => `${f.field}=${f.value}`);
  expect(fields).toEqual(expect.arrayContaining(['person.email=s***@example.test', 'person.residence=杭州市西湖区****']));
  expect(view.consents).toMatchObject([{ scope: 'contact', state: 'live' }]);
  expect(view.timeline.items.map((e: { kind: string }) => e.kind)).toEqual([
    'customers.profile_changed',
    'customers.profile_changed',
    'customers.consents_given',
    'customers.joined',
  ]);
  expect((await run(world, manager, 'customers.timeline', { ...own, limit: 1, offset: 3 })).items).toMatchObject([
    { kind: 'customers.joined', actor: expect.any(String) },
  ]);
});

test('a locked account can be read and appealed, nothing else; neither of the two who locked it can lift it', async () => {
  const b = await joinAs(world, 80);
  const own = { customerId: b.customerId };
  const checker = await makeStaff(world, ['COMPLIANCE'], branchId);
  const lock = await run(world, reviewer, 'customers.lock', { ...own, reasonCode: 'false_information', evidence: 'docu_1' });
  expect((await run(world, b, 'customers.me', {})).profile.summary.state).toBe('prospect');
  await run(world, checker, 'access.approve_request', { ...own, requestId: lock.requestId });
  await expect(run(world, b, 'customers.save_person', { ...own, education: 'high' })).rejects.toMatchObject({ code: 'customers.locked' });
  const me = await run(world, b, 'customers.me', {});
  expect([me.profile.summary.state, me.steps[0]]).toEqual(['locked', 'appeal']);
  await run(world, b, 'customers.appeal_lock', { ...own, text: '资料无误，请复核' });
  await expect(run(world, b, 'customers.appeal_lock', { ...own, text: '再次' })).rejects.toMatchObject({ code: 'customers.appeal_made' });
  const other = await makeStaff(world, ['COMPLIANCE'], branchId);
  for (const who of [reviewer, checker])
    await expect(run(world, who, 'customers.unlock', { ...own, why: '复核' })).rejects.toMatchObject({ code: 'access.maker_cannot_check' });
  await run(world, other, 'customers.unlock', { ...own, why: '证据不足' });
  expect((await run(world, b, 'customers.me', {})).profile.summary.state).toBe('prospect');
});

describe('the internal list', () => {
  const listed = async (state?: string) =>
    (await run(world, officer, 'customers.list_blacklist', { limit: 100, ...(state && { state }) })).items as { customerId: string }[];
  const lockFor = async (n: number, more: object): Promise<{ b: Borrower; own: { customerId: string } }> => {
    const b = await joinAs(world, n);
    const own = { customerId: b.customerId };
    const { requestId } = await run(world, reviewer, 'customers.lock', { ...own, reasonCode: 'fraud_suspected', evidence: 'docu_7', ...more });
    // The second person reads what they agree to: the reason is a code, not a secret.
    const { input } = await run(world, officer, 'access.get_request', { ...own, requestId });
    expect(JSON.parse(input)).toMatchObject({ reasonCode: expect.stringMatching(/^[a-z_]+$/), evidence: 'docu_7' });
    await run(world, officer, 'access.approve_request', { ...own, requestId });
    return { b, own };
  };
  let officer: StaffActor;
  beforeAll(async () => {
    officer = await makeStaff(world, ['COMPLIANCE'], branchId);
  });

  test('tells who listed whom, why, until when, and what the customer says to it; lifting the lock ends the entry', async () => {
    const { b, own } = await lockFor(82, { endsOn: '2027-03-09' });
    expect((await listed('standing')).find((r) => r.customerId === own.customerId)).toMatchObject({
      reasonCode: 'fraud_suspected',
      evidence: 'docu_7',
      identifiers: ['mobile'],
      addedBy: reviewer.name,
      checkedBy: officer.name,
      endsOn: '2027-03-09',
      appeal: null,
    });
    await world.rt.asSystem('test', (ctx) => appealLock(ctx, b.customerId, '资料属实，请核对原件'), b.customerId);
    expect((await listed()).find((r) => r.customerId === own.customerId)).toMatchObject({ appeal: '资料属实，请核对原件', state: 'standing' });
    const other = await makeStaff(world, ['COMPLIANCE'], branchId);
    await run(world, other, 'customers.unlock', { ...own, why: '核对原件无误' });
    expect((await listed('lifted')).find((r) => r.customerId === own.customerId)).toMatchObject({ liftWhy: '核对原件无误' });
    expect((await listed('standing')).map((r) => r.customerId)).not.toContain(own.customerId);
  });
  test('stops whoever is on it up to the last day of the entry, and nobody after', async () => {
    const { b, own } = await lockFor(83, { endsOn: '2026-05-20' });
    const stops = () => world.rt.asSystem('test', (ctx) => onBlacklist(ctx, b.customerId), b.customerId);
    await world.jumpTo('2026-05-20');
    expect([await stops(), (await listed('standing')).some((r) => r.customerId === own.customerId)]).toEqual([true, true]);
    await world.jumpTo('2026-05-21');
    expect([await stops(), (await listed('ended')).some((r) => r.customerId === own.customerId)]).toEqual([false, true]);
  });
  test('takes a last day only for deceit, and only one to come', async () => {
    await expect(lockFor(84, { endsOn: '2026-05-21' })).rejects.toMatchObject({ code: 'customers.term_unfit', field: 'endsOn' });
    await expect(lockFor(85, { endsOn: '2027-01-01', reasonCode: 'legal_order' })).rejects.toMatchObject({ code: 'customers.term_unfit' });
  });
});
