import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import { type Instant, instantMs } from '@tallystick/kernel';
import { type CmsCheck, signDetached, verifyDetached } from './cms.ts';

/** Room for the CMS: three certificates and the attributes come to about 3 kB. */
const ROOM_BYTES = 6_144;

export type SignatureOf = {
  readonly signer: string;
  readonly reason: string;
  readonly at: Instant;
  /** PEM, own certificate first. */
  readonly chainPem: readonly string[];
  /** The certificate authority signs these bytes with the key of the certificate; DER comes back. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
};

class AuthoritySigner extends Signer {
  readonly #s: SignatureOf;
  constructor(s: SignatureOf) {
    super();
    this.#s = s;
  }
  override async sign(content: Buffer): Promise<Buffer> {
    return Buffer.from(await signDetached(new Uint8Array(content), this.#s.chainPem, this.#s.sign));
  }
}

/** Appends one signature (PAdES, ETSI.CAdES.detached) as an incremental update: the bytes before it stay as they are, earlier signatures stay valid. */
export async function appendSignature(pdf: Uint8Array, s: SignatureOf): Promise<Uint8Array> {
  const prepared = plainAddPlaceholder({
    pdfBuffer: Buffer.from(pdf),
    reason: s.reason,
    contactInfo: '',
    name: s.signer,
    location: 'CN',
    signatureLength: ROOM_BYTES,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    signingTime: new Date(instantMs(s.at)),
    widgetRect: [0, 0, 0, 0],
    appName: 'Tallystick',
  });
  return new SignPdf().sign(prepared, new AuthoritySigner(s));
}

export type SignatureCheck = CmsCheck & { readonly coversWholeFile: boolean };
const RANGE = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g;

/** Checks every signature of a PDF, oldest first. A byte changed anywhere before the last signature's end makes the ones that cover it invalid. */
export async function verifySignatures(pdf: Uint8Array): Promise<SignatureCheck[]> {
  const text = Buffer.from(pdf).toString('latin1');
  const checks: SignatureCheck[] = [];
  for (const found of text.matchAll(RANGE)) {
    const [start, length, restStart, restLength] = found.slice(1).map(Number) as [number, number, number, number];
    const content = new Uint8Array(Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(restStart, restStart + restLength)]));
    const hex = text.slice(length + 1, restStart - 1);
    const whole = start === 0 && text[length] === '<' && restStart + restLength === pdf.length;
    const cms = new Uint8Array(Buffer.from(hex, 'hex'));
    checks.push({ ...(await verifyDetached(content, cms)), coversWholeFile: whole });
  }
  return checks;
}
