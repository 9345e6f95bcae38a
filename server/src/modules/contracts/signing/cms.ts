import { assert } from '@tallystick/kernel';
import { Set as Asn1Set, fromBER, type Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaSha256: '1.2.840.10045.4.3.2',
} as const;

const sha256 = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes);
export const pemToDer = (pem: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64'));
export const readCertificate = (pem: string): Certificate => Certificate.fromBER(pemToDer(pem).buffer);
/** Every certificate of a PEM chain, in its order. */
export const readChain = (pem: string): Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []).map(readCertificate);

/** What a person signs: content type, digest of the document, and the certificate it is signed with (CAdES baseline: ESS signing-certificate-v2). */
async function signedAttributes(content: Uint8Array<ArrayBuffer>, certificate: Certificate): Promise<SignedAndUnsignedAttributes> {
  const certificateHash = await sha256(certificate.toSchema().toBER(false));
  const essCertId = new Sequence({ value: [new OctetString({ valueHex: certificateHash })] }); // SHA-256 is the default algorithm, so it is left out.
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
      new Attribute({ type: OID.messageDigest, values: [new OctetString({ valueHex: await sha256(content) })] }),
      new Attribute({ type: OID.signingCertificateV2, values: [new Sequence({ value: [new Sequence({ value: [essCertId] })] })] }),
    ],
  });
}

/** DER of the signed attributes as a SET: the bytes that are really signed (RFC 5652 section 5.4). */
export const attributesToSign = (attributes: readonly Attribute[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new Asn1Set({ value: attributes.map((a) => a.toSchema()) }).toBER(false));

/**
 * A detached CMS signature (CAdES, ECDSA P-256 with SHA-256) over `content`. The key stays with the certificate authority: `sign` gets the DER
 * of the signed attributes and answers a DER signature.
 */
export async function signDetached(
  content: Uint8Array<ArrayBuffer>,
  chainPem: readonly string[],
  sign: (data: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const certificates = chainPem.flatMap(readChain);
  const own = certificates[0];
  assert(own !== undefined, 'a signature needs a certificate');
  const signedAttrs = await signedAttributes(content, own);
  const signature = await sign(attributesToSign(signedAttrs.attributes));
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.ecdsaSha256 }),
        signedAttrs,
        signature: new OctetString({ valueHex: new Uint8Array(signature).buffer }),
      }),
    ],
  });
  return new Uint8Array(new ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) }).toSchema().toBER(false));
}

export type CmsCheck = {
  readonly valid: boolean;
  readonly fault: string | null;
  readonly certificate: Certificate | null;
  readonly chain: readonly Certificate[];
};
const not = (fault: string): CmsCheck => ({ valid: false, fault, certificate: null, chain: [] });
const sameBytes = (a: ArrayBuffer, b: ArrayBuffer): boolean => Buffer.from(a).equals(Buffer.from(b));

/** Checks a detached CMS signature: digest of the content, the certificate named inside, and the signature over the attributes. */
export async function verifyDetached(content: Uint8Array<ArrayBuffer>, cms: Uint8Array<ArrayBuffer>): Promise<CmsCheck> {
  const parsed = fromBER(cms.buffer);
  if (parsed.offset === -1) return not('unreadable');
  const signed = new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content });
  const info = signed.signerInfos[0];
  const chain = (signed.certificates ?? []).filter((c): c is Certificate => c instanceof Certificate);
  const serial = (info?.sid as IssuerAndSerialNumber | undefined)?.serialNumber;
  const certificate = chain.find((c) => serial !== undefined && c.serialNumber.isEqual(serial));
  if (info?.signedAttrs === undefined || certificate === undefined) return not('unreadable');
  const value = (oid: string): ArrayBuffer | undefined => {
    const first = info.signedAttrs?.attributes.find((a) => a.type === oid)?.values[0];
    return first instanceof OctetString ? first.getValue() : undefined;
  };
  const digest = value(OID.messageDigest);
  if (digest === undefined || !sameBytes(digest, await sha256(content))) return not('document_changed');
  const key = await crypto.subtle.importKey(
    'spki',
    certificate.subjectPublicKeyInfo.toSchema().toBER(false),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  );
  const fits = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    plainSignature(info.signature.getValue()),
    attributesToSign(info.signedAttrs.attributes),
  );
  return fits ? { valid: true, fault: null, certificate, chain } : not('signature_wrong');
}

/** ECDSA as DER (two INTEGERs) to the 64 plain bytes that Web Crypto wants. */
function plainSignature(der: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const sequence = fromBER(der).result as Sequence;
  const out = new Uint8Array(64);
  sequence.valueBlock.value.forEach((n, i) => {
    const bytes = (n as Integer).valueBlock.valueHexView;
    const tail = bytes.slice(Math.max(0, bytes.length - 32)); // Drops the sign byte.
    out.set(tail, i * 32 + 32 - tail.length);
  });
  return out;
}

/** Does `issuer`'s key stand behind `certificate`? */
export async function issuedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  const key = await crypto.subtle.importKey(
    'spki',
    issuer.subjectPublicKeyInfo.toSchema().toBER(false),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  );
  return crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    plainSignature(certificate.signatureValue.valueBlock.valueHexView.slice().buffer),
    certificate.tbsView.slice(),
  );
}
