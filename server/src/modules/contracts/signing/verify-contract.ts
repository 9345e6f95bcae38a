import type { Certificate } from 'pkijs';
import { sha256Hex } from '#platform';
import type { Contract } from '../types.ts';
import { issuedBy } from './cms.ts';
import { verifySignatures } from './pdf-signature.ts';

export type ContractCheck = {
  readonly valid: boolean;
  readonly hashFits: boolean;
  readonly signatures: readonly {
    readonly valid: boolean;
    readonly fault: string | null;
    readonly signer: string;
    readonly serial: string;
    readonly chainFits: boolean;
  }[];
};

/** Common name of the subject, as the certificate writes it. */
function nameOf(c: Certificate | null): string {
  const value: unknown = c?.subject.typesAndValues.find((t) => t.type === '2.5.4.3')?.value.valueBlock.value;
  return typeof value === 'string' ? value : '';
}

/** Proves a stored contract: its hash, both signatures over its bytes, and each certificate against its issuer (S3-12, ESG-04). */
export async function checkSignedDocument(c: Pick<Contract, 'documentHash'>, pdf: Uint8Array): Promise<ContractCheck> {
  const checks = await verifySignatures(pdf);
  const signatures = await Promise.all(
    checks.map(async ({ valid, fault, certificate, chain }) => {
      const issuer = chain.find((i) => certificate !== null && i !== certificate && i.subject.isEqual(certificate.issuer));
      const chainFits = certificate !== null && issuer !== undefined && (await issuedBy(certificate, issuer));
      const serial = certificate === null ? '' : Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex');
      return { valid, fault, signer: nameOf(certificate), serial, chainFits };
    }),
  );
  const hashFits = sha256Hex(pdf) === c.documentHash;
  const whole = checks.at(-1)?.coversWholeFile ?? false;
  return { valid: hashFits && whole && signatures.length === 2 && signatures.every((s) => s.valid && s.chainFits), hashFits, signatures };
}
