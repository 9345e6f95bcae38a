import { createHash, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterprise, person } from '../people/people.ts';
import { type TestWorld, testWorld } from '../test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.stop());

const signer = person(50);
const issue = (more: object = {}) =>
  world.send('ca', 'POST', '/certificates', { subject_name: signer.name, id_no: signer.idNo, validity_days: 365, ...more });
const data = Buffer.from('the bytes of signed attributes');

test('a certificate is signed by the root, names its subject, and lasts as long as asked', async () => {
  const { body } = await issue({ as_of: '2026-06-30' });
  const cert = new X509Certificate(body.cert_pem);
  const root = new X509Certificate((await world.send('ca', 'GET', '/ca.pem')).text);
  expect(cert.verify(root.publicKey)).toBe(true);
  expect(cert.checkIssued(root)).toBe(true);
  expect([root.ca, cert.ca]).toEqual([true, false]);
  expect(cert.subject).toContain(`CN=${signer.name}`);
  expect(cert.serialNumber.toLowerCase()).toBe(body.serial.toLowerCase());
  expect(cert.subject).not.toContain(signer.idNo);
  expect(body).toMatchObject({ not_before: '2026-06-29T16:00:00.000Z', not_after: '2027-06-29T16:00:00.000Z', status: 'good' });
  expect(new X509Certificate(body.chain_pem).fingerprint256).toBe(root.fingerprint256);
});

test('both forms of a signature verify under the certificate; one flipped byte does not', async () => {
  const { serial, cert_pem } = (await issue()).body;
  const { body } = await world.send('ca', 'POST', '/sign', { serial, signer: signer.name, data_base64: data.toString('base64') });
  const key = new X509Certificate(cert_pem).publicKey;
  const [der, raw] = [Buffer.from(body.signature, 'base64'), Buffer.from(body.signature_p1363, 'base64')];
  expect(verify('sha256', data, key, der)).toBe(true);
  expect(verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, raw)).toBe(true);
  const flipped = Buffer.from(data);
  flipped[0] = (flipped[0] ?? 0) ^ 1;
  expect(verify('sha256', flipped, key, der)).toBe(false);
  expect(body).toMatchObject({ algorithm: 'ECDSA-P256-SHA256', signed: 'data' });
});

test('DER encoding holds for many signatures, also those with leading zero bytes', async () => {
  const { serial, cert_pem } = (await issue()).body;
  const key = new X509Certificate(cert_pem).publicKey;
  for (let i = 0; i < 150; i += 1) {
    const bytes = Buffer.from(`document ${i}`);
    const { body } = await world.send('ca', 'POST', '/sign', { serial, signer: signer.idNo, data_base64: bytes.toString('base64') });
    expect([i, verify('sha256', bytes, key, Buffer.from(body.signature, 'base64'))]).toEqual([i, true]);
  }
});

test('a digest is signed as the 32 bytes it is', async () => {
  const { serial, cert_pem } = (await issue()).body;
  const digest = createHash('sha256').update(data).digest();
  const { body } = await world.send('ca', 'POST', '/sign', { serial, signer: signer.name, digest_hex: digest.toString('hex') });
  expect(verify('sha256', digest, new X509Certificate(cert_pem).publicKey, Buffer.from(body.signature, 'base64'))).toBe(true);
  expect(body.signed).toBe('digest');
});

test('a revoked, expired or unknown certificate does not sign, nor does it for somebody else', async () => {
  const { serial } = (await issue({ as_of: '2026-01-01', validity_days: 30 })).body;
  const sign = (more: object) =>
    world.send('ca', 'POST', '/sign', { serial, signer: signer.name, data_base64: data.toString('base64'), at: '2026-01-10T02:00:00.000Z', ...more });
  expect((await sign({})).status).toBe(200);
  expect(await sign({ at: '2026-02-10T02:00:00.000Z' })).toMatchObject({ status: 409, body: { code: 'certificate_expired' } });
  expect(await sign({ signer: person(51).name === signer.name ? person(51).idNo : person(51).name })).toMatchObject({
    status: 403,
    body: { code: 'signer_mismatch' },
  });
  expect((await sign({ serial: '00' })).status).toBe(404);
  expect((await world.send('ca', 'POST', '/revoke', { serial, reason: '手机丢失' })).body.status).toBe('revoked');
  expect(await sign({})).toMatchObject({ status: 409, body: { code: 'certificate_revoked' } });
  expect((await world.send('ca', 'GET', `/certificates/${serial}`)).body).toMatchObject({ status: 'revoked', revoked_for: '手机丢失' });
});

test('nobody gets a certificate in a name that does not pass the identity check', async () => {
  await world.send('control', 'PUT', `/subjects/${person(52).idNo}`, { identity: { two_element: false } });
  await world.send('control', 'PUT', `/subjects/${enterprise(52).uscc}`, { ca: { refuse: true } });
  for (const [subject_name, id_no] of [
    [person(52).name, person(52).idNo],
    [enterprise(52).name, enterprise(52).uscc],
    ['王试样', '330106198805061010'],
  ])
    expect(await issue({ subject_name, id_no })).toMatchObject({ status: 403, body: { code: 'identity_mismatch' } });
  expect((await issue({ subject_name: enterprise(53).name, id_no: enterprise(53).uscc })).status).toBe(200);
  expect((await issue({ validity_days: 0 })).status).toBe(400);
});

test('root and certificates survive a restart, in files only their owner can read', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'simulators-'));
  const first = await testWorld({ stateDir });
  const { serial, chain_pem } = (
    await first.send('ca', 'POST', '/certificates', { subject_name: signer.name, id_no: signer.idNo, validity_days: 365 })
  ).body;
  await first.stop();
  const second = await testWorld({ stateDir });
  expect((await second.send('ca', 'GET', '/ca.pem')).text).toBe(chain_pem);
  expect((await second.send('ca', 'POST', '/sign', { serial, signer: signer.name, data_base64: data.toString('base64') })).status).toBe(200);
  await second.stop();
  for (const file of ['ca-root.json', 'ca-certificates.jsonl']) expect(statSync(join(stateDir, file)).mode & 0o077).toBe(0);
  rmSync(stateDir, { recursive: true });
});
