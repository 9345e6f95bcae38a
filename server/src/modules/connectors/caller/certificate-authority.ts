import type { CalendarDate, Instant } from '@tallystick/kernel';
import { z } from 'zod';
import { type Config, callOutside, outsideUrl } from '#platform';

const zCertificate = z.object({ serial: z.string(), cert_pem: z.string(), chain_pem: z.string(), not_before: z.string(), not_after: z.string() });
const zSignature = z.object({ signature: z.string(), signature_p1363: z.string(), algorithm: z.string(), evidence_id: z.string(), time: z.string() });
const zFault = z.object({ error: z.string().optional(), code: z.string().optional() });

export type Certificate = {
  readonly serial: string;
  readonly certPem: string;
  readonly chainPem: string;
  readonly notBefore: string;
  readonly notAfter: string;
};
/** `signatureDer` is base64 DER of ECDSA P-256 over SHA-256 of the bytes given. */
export type Signature = { readonly signatureDer: string; readonly evidenceId: string; readonly time: string };
/** `code` is the authority's own (identity_mismatch, certificate_revoked, signer_mismatch …) or timeout, unreachable, malformed. */
export type Failed = { readonly failed: true; readonly code: string };
export type CertificateAuthority = {
  /** A certificate for one person and signing. Not idempotent: a repeat makes another certificate, which is harmless. */
  issue(s: { name: string; idNo: string; validityDays: number; asOf: CalendarDate }): Promise<Certificate | Failed>;
  /** Signs bytes at the bank's moment `at` with the key that the authority keeps for a certificate. Signing the same bytes again is harmless. */
  sign(s: { serial: string; signer: string; data: Uint8Array; at: Instant }): Promise<Signature | Failed>;
};

/** The licensed certificate authority outside (ESG-01, ESG-02). For the call step of an outside job: no transaction may be open. */
export function certificateAuthority(config: Config): CertificateAuthority {
  const ask = async <T>(path: string, body: unknown, shape: z.ZodType<T>): Promise<T | Failed> => {
    const answer = await callOutside({ url: `${outsideUrl(config, 'ca')}${path}`, body, timeoutMs: config.CONNECTOR_TIMEOUT_MS });
    if (answer.state !== 'answered') return { failed: true, code: answer.state };
    const json = readJson(answer.text);
    const read = answer.status === 200 || answer.status === 201 ? shape.safeParse(json) : undefined;
    if (read?.success) return read.data;
    const fault = zFault.safeParse(json);
    return {
      failed: true,
      code: read ? 'malformed' : ((fault.success ? (fault.data.code ?? fault.data.error) : undefined) ?? `http_${answer.status}`),
    };
  };
  return {
    async issue(s) {
      const c = await ask('/certificates', { subject_name: s.name, id_no: s.idNo, validity_days: s.validityDays, as_of: s.asOf }, zCertificate);
      return 'failed' in c ? c : { serial: c.serial, certPem: c.cert_pem, chainPem: c.chain_pem, notBefore: c.not_before, notAfter: c.not_after };
    },
    async sign(s) {
      const g = await ask('/sign', { serial: s.serial, signer: s.signer, data_base64: Buffer.from(s.data).toString('base64'), at: s.at }, zSignature);
      return 'failed' in g ? g : { signatureDer: g.signature, evidenceId: g.evidence_id, time: g.time };
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
