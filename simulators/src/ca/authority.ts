import 'reflect-metadata';
import { createPrivateKey, sign as ecdsaSign } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { wholeLines } from '../payment/orders.ts';
import { hash32 } from '../people/draw.ts';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const ROOT_NAME = 'CN=Tallystick Test Root CA 模拟根证书, O=Simulated CA 模拟电子认证, C=CN';

/** A certificate that was issued. The key never leaves the CA: that is how a hosted signing service works. */
export type Issued = {
  readonly serial: string;
  readonly subjectName: string;
  readonly idNo: string;
  readonly certPem: string;
  readonly keyPem: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly revokedFor: string | null;
};

/** The CA: issues, signs with a kept key, revokes. With a folder the root and all certificates survive a restart. */
export type Authority = {
  readonly rootPem: string;
  get(serial: string): Issued | undefined;
  issue(subjectName: string, idNo: string, from: Date, days: number): Promise<Issued>;
  revoke(serial: string, reason: string): Issued | undefined;
  /** ECDSA P-256 with SHA-256 over the bytes, as r‖s and as DER. */
  sign(issued: Issued, data: Uint8Array): { p1363: Buffer; der: Buffer };
};

const pem = (label: string, bytes: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Buffer.from(text.replace(/-----[^-]+-----|\s/g, ''), 'base64');
const newKeys = () => crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);

async function makeRoot(): Promise<{ certPem: string; keyPem: string }> {
  const keys = await newKeys();
  const cert = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: ROOT_NAME,
    notBefore: new Date('2020-01-01T00:00:00Z'),
    notAfter: new Date('2045-01-01T00:00:00Z'),
    signingAlgorithm: SIGNING,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certPem: cert.toString('pem'), keyPem: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)) };
}

/** Opens the CA of a folder, making its root on the first start; without a folder everything is forgotten at the end. */
export async function openAuthority(stateDir: string | undefined): Promise<Authority> {
  const rootFile = stateDir === undefined ? undefined : join(stateDir, 'ca-root.json');
  const listFile = stateDir === undefined ? undefined : join(stateDir, 'ca-certificates.jsonl');
  const stored =
    rootFile !== undefined && existsSync(rootFile) ? (JSON.parse(readFileSync(rootFile, 'utf8')) as { certPem: string; keyPem: string }) : undefined;
  const root = stored ?? (await makeRoot());
  if (stored === undefined && rootFile !== undefined) writeFileSync(rootFile, JSON.stringify(root), { mode: 0o600 });
  const rootCert = new X509Certificate(root.certPem);
  const rootKey = await crypto.subtle.importKey('pkcs8', bytesOf(root.keyPem), KEY, false, ['sign']);
  const issued = new Map<string, Issued>();
  if (listFile !== undefined && existsSync(listFile))
    for (const line of wholeLines(readFileSync(listFile, 'utf8'))) {
      const one = JSON.parse(line) as Issued;
      issued.set(one.serial, one);
    }
  const keep = (one: Issued): Issued => {
    if (listFile !== undefined) appendFileSync(listFile, `${JSON.stringify(one)}\n`, { mode: 0o600 });
    issued.set(one.serial, one);
    return one;
  };
  return {
    rootPem: `${root.certPem}\n`,
    get: (serial) => issued.get(serial),
    async issue(subjectName, idNo, from, days) {
      // The serial must be unique, not random: the count makes it so, the hash makes it look like one.
      const serial = `10${hash32(`${idNo}:${issued.size}`).toString(16).padStart(8, '0')}${issued.size.toString(16).padStart(8, '0')}`;
      const keys = await newKeys();
      const notAfter = new Date(from.getTime() + days * 86_400_000);
      const cert = await X509CertificateGenerator.create({
        serialNumber: serial,
        subject: [{ CN: [subjectName] }, { '2.5.4.5': [`ID-${hash32(idNo).toString(16).padStart(8, '0')}`] }, { C: ['CN'] }],
        issuer: rootCert.subjectName,
        notBefore: from,
        notAfter,
        signingAlgorithm: SIGNING,
        publicKey: keys.publicKey,
        signingKey: rootKey,
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
          await SubjectKeyIdentifierExtension.create(keys.publicKey),
          await AuthorityKeyIdentifierExtension.create(rootCert),
        ],
      });
      const keyPem = pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey));
      return keep({
        serial,
        subjectName,
        idNo,
        certPem: `${cert.toString('pem')}\n`,
        keyPem,
        notBefore: from.toISOString(),
        notAfter: notAfter.toISOString(),
        revokedFor: null,
      });
    },
    revoke(serial, reason) {
      const one = issued.get(serial);
      return one && keep({ ...one, revokedFor: reason });
    },
    sign(one, data) {
      const p1363 = ecdsaSign('sha256', data, { key: createPrivateKey(one.keyPem), dsaEncoding: 'ieee-p1363' });
      return { p1363, der: derOf(p1363) };
    },
  };
}

/** r‖s (32 + 32 bytes) as DER SEQUENCE { INTEGER r, INTEGER s }, so that both forms carry the same signature. */
function derOf(p1363: Buffer): Buffer {
  const integer = (bytes: Buffer): Buffer => {
    let start = 0;
    while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
    const body = bytes.subarray(start);
    const positive = (body[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), body]) : body;
    return Buffer.concat([Buffer.from([0x02, positive.length]), positive]);
  };
  const content = Buffer.concat([integer(p1363.subarray(0, 32)), integer(p1363.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, content.length]), content]);
}
