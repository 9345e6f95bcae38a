import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chineseCapitals } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freezeLine, unfreezeLine } from '#modules/credit-lines';
import { type Borrower, type Json, type Lending, openLending } from '../../../test/lending.ts';

const PDFSIG = '/usr/bin/pdfsig';
const PDFTOTEXT = '/usr/bin/pdftotext';
let bank: Lending;
let b: Borrower;
let contractId: string;
let pdf: Uint8Array;
const key = (): object => ({ customerId: b.customerId, contractId });
const show = (): Promise<Json> => bank.call(b.actor, 'contracts.show', key());
const download = async (): Promise<Uint8Array> => {
  const operation = bank.world.rt.operations.get('contracts.download');
  return ((await bank.world.rt.execute(operation as never, { actor: b.actor, input: key() })).output as { bytes: Uint8Array }).bytes;
};
function onDisk<T>(bytes: Uint8Array, work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tally-pdf-'));
  try {
    const path = join(folder, 'contract.pdf');
    writeFileSync(path, bytes);
    return work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const pdfText = (bytes: Uint8Array): string => onDisk(bytes, (path) => execFileSync(PDFTOTEXT, ['-layout', path, '-'], { encoding: 'utf8' }));

beforeAll(async () => {
  bank = await openLending();
  b = await bank.borrower(1);
  contractId = (await bank.approved(b)).contractId;
});
afterAll(() => bank.close());

describe('before signing', () => {
  test('the contract is drafted once, with terms of the approval, the four values and a line that holds it', async () => {
    const { contract, cost, plan } = await show();
    expect(contract).toMatchObject({
      state: 'draft',
      amountMinor: '120000.00',
      ratePpm: '6.0000',
      months: 12,
      compoundPpm: '6.1678',
      simplePpm: '6.0000',
    });
    expect(contract.limits).toEqual({
      approvedMinor: '120000.00',
      availableMinor: '120000.00',
      needMinor: '120000.00',
      capMinor: '3000000.00',
      mostMinor: '120000.00',
    });
    expect([plan.length, plan[0].totalMinor, plan[11].totalMinor, cost.interestMinor]).toEqual([12, '10327.97', '10327.99', '3935.66']); // Handbook V1.
  });
  test('a confirmation counts only for this text, all of it, read long enough; nothing is signed before it', async () => {
    const { contract, sections } = await show();
    const read = (change: object): Promise<Json> =>
      bank.call(b.actor, 'contracts.acknowledge_reading', { ...key(), textHash: contract.textHash, sections, seconds: 10, ...change });
    await expect(bank.call(b.actor, 'contracts.request_sign_code', key())).rejects.toMatchObject({ code: 'contracts.not_read' });
    await expect(read({ textHash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'contracts.text_changed' });
    await expect(read({ sections: ['summary', 'plan'] })).rejects.toMatchObject({
      code: 'contracts.sections_unread',
      facts: { sections: 'costs, clauses' },
    });
    await expect(read({ seconds: 9 })).rejects.toMatchObject({ code: 'contracts.read_too_fast', facts: { seconds: 10 } });
    expect((await show()).contract.readAt).toBeNull();
  });
  test('S4-18 the borrower takes any amount from the minimum to what is available, in steps; what was read before no longer counts', async () => {
    const { contract, sections } = await show();
    await bank.call(b.actor, 'contracts.acknowledge_reading', { ...key(), textHash: contract.textHash, sections, seconds: 10 });
    const choose = (amount: string): Promise<Json> => bank.call(b.actor, 'contracts.choose_amount', { ...key(), amount });
    await expect(choose('120100.00')).rejects.toMatchObject({ code: 'contracts.over_limits', facts: { most: '120,000.00' } });
    await expect(choose('1.00')).rejects.toMatchObject({ code: 'credit-lines.below_minimum' });
    await expect(choose('60000.01')).rejects.toMatchObject({ code: 'credit-lines.not_in_steps' });
    const chosen = (await choose('60000.00')).contract;
    expect([chosen.amountMinor, chosen.readAt, chosen.textHash === contract.textHash]).toEqual(['60000.00', null, false]);
    expect((await choose('120000.00')).contract.textHash).toBe(contract.textHash);
  });
  test('somebody else sees and signs nothing', async () => {
    const other = await bank.borrower(2);
    await expect(bank.call(other.actor, 'contracts.show', key())).rejects.toMatchObject({ code: 'platform.not_found' });
    await expect(bank.call(other.actor, 'contracts.show', { ...key(), customerId: other.customerId })).rejects.toMatchObject({
      code: 'platform.not_found',
    });
  });
});

describe('signing', () => {
  test('a wrong code changes nothing; of many who sign at once one does', async () => {
    const { contract, sections } = await show();
    await bank.call(b.actor, 'contracts.acknowledge_reading', { ...key(), textHash: contract.textHash, sections, seconds: 12 });
    await bank.call(b.actor, 'contracts.request_sign_code', key());
    await bank.world.work();
    const { messages } = await bank.control('GET', `/messages?to=${b.mobile}&limit=1`);
    const code = /\d{6}/.exec(messages[0].text)?.[0] ?? '';
    const sign = (given: string): Promise<Json> => bank.call(b.actor, 'contracts.sign', { ...key(), textHash: contract.textHash, code: given });
    await expect(sign(code === '000000' ? '000001' : '000000')).rejects.toMatchObject({ code: 'access.code_wrong' });
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => sign(code)));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    await bank.world.work();
    expect((await show()).contract).toMatchObject({ state: 'signed', fault: null });
  });
  test('S0-58 both parties signed the text that was read; hash, certificates and circumstances are kept as evidence', async () => {
    pdf = await download();
    const { contract, evidence } = await show();
    expect(evidence.map((e: Json) => e.kind)).toEqual([
      'drafted',
      'read',
      'amount_chosen',
      'amount_chosen',
      'read',
      'code_sent',
      'consented',
      'borrower_signed',
      'bank_signed',
    ]);
    const [borrower, house] = evidence.slice(-2);
    expect(borrower).toMatchObject({ actorId: b.customerId, ip: '198.18.0.7', device: 'Test phone', facts: { documentHash: contract.documentHash } });
    expect(
      [borrower.facts.certificateSerial, borrower.facts.evidenceId, house.facts.certificateSerial].every(
        (v: unknown) => typeof v === 'string' && v !== '',
      ),
    ).toBe(true);
    expect(evidence.find((e: Json) => e.kind === 'consented').facts).toMatchObject({ textHash: contract.textHash, textVersion: 'LC-2026-1' });
    const check = await bank.call(b.actor, 'contracts.verify', key());
    expect(check).toMatchObject({ valid: true, hashFits: true });
    expect(check.signatures.map((s: Json) => [s.signer, s.valid, s.chainFits])).toEqual([
      [b.name, true, true],
      ['左券示范银行股份有限公司', true, true],
    ]);
    expect(check.signatures.map((s: Json) => s.serial.toLowerCase())).toEqual(
      [borrower, house].map((e: Json) => e.facts.certificateSerial.toLowerCase()),
    );
  });
  test('S4-30 the signed text embeds the summary, the whole plan, every cost and the amount in capitals; the confirmation is recorded', async ({
    skip,
  }) => {
    if (!existsSync(PDFTOTEXT)) return skip('pdftotext (poppler-utils) is not installed');
    const text = pdfText(pdf);
    const { plan, contract, evidence } = await show();
    for (const row of plan) expect(text).toContain(row.totalMinor.replace(/\B(?=(\d{3})+\.)/g, ','));
    for (const shown of [
      '借款合同关键条款摘要',
      '综合融资成本明示表',
      '还款计划表',
      chineseCapitals(12_000_000n),
      contract.contractNo,
      b.name,
      b.idNo,
      '3,935.66',
      '逾期罚息',
      '复利',
      '提前还款',
      '6.1678%',
    ])
      expect(text.replace(/\s+/g, '')).toContain(shown.replace(/\s+/g, ''));
    expect(evidence.filter((e: Json) => e.kind === 'read').at(-1).facts).toMatchObject({
      sections: 'summary,costs,clauses,plan',
      seconds: 12,
      textHash: contract.textHash,
    });
  });
  test('an independent reader finds both signatures valid, the last one over the whole file', ({ skip }) => {
    if (!existsSync(PDFSIG)) return skip('pdfsig (poppler-utils) is not installed');
    const report = onDisk(pdf, (path) => execFileSync(PDFSIG, ['-nocert', path], { encoding: 'utf8' }));
    expect(report.match(/Signature is Valid/g)).toHaveLength(2);
    expect(report.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
    expect(report).toContain('Total document signed');
  });
  test('S3-12 one changed byte anywhere in the stored contract makes its signatures invalid, and verification finds it', async () => {
    const sha = (await show()).contract.documentHash as string;
    const folder = join(bank.world.blobFolder, sha.slice(0, 2));
    const path = join(folder, readdirSync(folder).find((f) => f === sha) ?? '');
    const { checkSignedDocument } = await import('./signing/verify-contract.ts');
    for (const at of [200, Math.floor(pdf.length / 3), pdf.length - 20_000]) {
      const changed = Uint8Array.from(pdf);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const check = await checkSignedDocument({ documentHash: sha }, changed);
      expect([check.valid, check.hashFits, check.signatures.at(-1)?.valid]).toEqual([false, false, false]);
    }
    // Also when whoever changes it puts the fitting hash into the record.
    const { sha256Hex } = await import('#platform');
    const changed = Uint8Array.from(pdf);
    changed[5_000] = (changed[5_000] ?? 0) ^ 1;
    const forged = await checkSignedDocument({ documentHash: sha256Hex(changed) }, changed);
    expect([forged.hashFits, forged.valid, forged.signatures.map((s) => s.fault)]).toEqual([true, false, ['document_changed', 'document_changed']]);
    expect(await bank.faults(true)).toEqual([]);
    const before = readFileSync(path);
    writeFileSync(path, changed);
    expect(await bank.faults(true)).toEqual([expect.stringContaining('signed document was changed')]);
    writeFileSync(path, before);
  });
  test('a signer whose identity the authority does not confirm is blocked, and the contract waits with the reason', async () => {
    const other = await bank.borrower(3);
    await bank.control('PUT', `/subjects/${other.idNo}`, { ca: { refuse: true } });
    const drafted = await bank.approved(other);
    await bank.sign(other, drafted.contractId);
    const { items } = await bank.call(other.actor, 'contracts.list_own', { customerId: other.customerId });
    expect(items[0]).toMatchObject({ state: 'draft', fault: 'identity_mismatch', documentId: null });
  });
});

test('what is approved on a frozen line waits as a task of the branch, and is drafted within a day after the line is free again', async () => {
  const held = await bank.borrower(5);
  const { customerId } = held;
  const why = { zh: '预警', en: 'Alert' };
  await bank.approved(held);
  await bank.world.asOwner(`update applications.application set state = 'paid_out' where customer_id = $1`, [customerId]);
  await bank.world.rt.asSystem('t', (ctx) => freezeLine(ctx, customerId, why), customerId);
  await expect(bank.approved(held)).rejects.toThrow('a contract was drafted');
  const tasks = (): Promise<Json[]> =>
    bank.world.asOwner(`select state from tasks.task where customer_id = $1 and kind = 'contract_blocked'`, [customerId]);
  const drafts = async (): Promise<number> => (await bank.call(held.actor, 'contracts.list_own', { customerId })).items.length;
  expect([await tasks(), await drafts()]).toEqual([[{ state: 'open' }], 1]);
  await bank.world.rt.asSystem('t', (ctx) => unfreezeLine(ctx, customerId), customerId);
  bank.world.clock.moveTo('2026-03-03', 10 * 60);
  await bank.world.work();
  expect([await tasks(), await drafts()]).toEqual([[{ state: 'done' }], 2]);
});

test('evidence only grows, and an unsigned contract lapses with its approval', async () => {
  await expect(bank.world.asOwner(`delete from contracts.evidence`)).rejects.toMatchObject({ code: 'TL001' });
  await expect(bank.world.asOwner(`update contracts.evidence set ip = ''`)).rejects.toMatchObject({ code: 'TL001' });
  const late = await bank.borrower(4);
  const { contractId: unsigned } = await bank.approved(late);
  await bank.world.jumpTo('2026-04-02');
  const cancelled = await bank.world.rt.asSystem('t', async (ctx) => {
    const [step] = (await import('./mount.ts')).default.daily ?? [];
    const units = (await step?.list(ctx, '2026-04-02')) ?? [];
    for (const unit of units) await step?.run(ctx, unit, '2026-04-02');
    return units.map((u) => u.id);
  });
  expect(cancelled).toContain(unsigned);
  await expect(bank.sign(late, unsigned)).rejects.toMatchObject({ code: 'contracts.not_draft' });
});
