import { join } from 'node:path';
import { type CustomerId, type Instant, must } from '@tallystick/kernel';
import { z } from 'zod';
import { application, markMilestone, setState, submittedForm } from '#modules/applications';
import { type CertificateAuthority, certificateAuthority } from '#modules/connectors';
import { addTimeline, identity } from '#modules/customers';
import { storeDocument } from '#modules/documents';
import { type Config, type Ctx, outsideJob, sha256Hex, typeset, zCustomerId, zId } from '#platform';
import { contractSigned } from '../events.ts';
import {
  addEvidence,
  evidenceOf,
  findContract,
  type HouseCertificate,
  houseCertificate,
  keepHouseCertificate,
  writeSigned,
  writeState,
} from '../repo.ts';
import { type Borrower, contractData, readingOf } from '../text/document.ts';
import { LENDER } from '../text/lender.ts';
import type { Contract, Evidence } from '../types.ts';
import { appendSignature } from './pdf-signature.ts';

const TEMPLATE = join(import.meta.dirname, '../text/templates/contract.typ');
const HOUSE_CERTIFICATE_DAYS = 1_095;
/** A borrower's certificate is made for one signing and ends soon after it. */
const BORROWER_CERTIFICATE_DAYS = 30;
const PERMANENT = ['identity_mismatch', 'signer_mismatch', 'certificate_revoked', 'certificate_expired'];

type Request = {
  readonly config: Config;
  readonly contract: Contract;
  readonly borrower: Borrower;
  readonly data: Record<string, unknown>;
  readonly house: HouseCertificate | undefined;
  readonly at: Instant;
  readonly today: string;
};
type Proof = { readonly serial: string; readonly evidenceId: string; readonly time: string };
type Signed = { readonly pdf: Uint8Array; readonly borrower: Proof; readonly bank: Proof; readonly newHouse: Certificate | undefined };
type Answer = Signed | { readonly refused: string };

type Certificate = Exclude<Awaited<ReturnType<CertificateAuthority['issue']>>, { failed: true }>;
type Failed = Extract<Awaited<ReturnType<CertificateAuthority['issue']>>, { failed: true }>;

class AuthorityRefused extends Error {}
/** What the authority refuses for good ends the attempt with its code; anything else is tried again. */
function granted<T extends object>(answer: T | Failed): T {
  if (!('failed' in answer)) return answer;
  throw PERMANENT.includes(answer.code) ? new AuthorityRefused(answer.code) : new Error(`certificate authority: ${answer.code}`);
}

/** Who the contract names: the person, or the firm when the customer is one. Undefined while the file is not complete. */
export async function borrowerOf(ctx: Ctx, customerId: CustomerId): Promise<Borrower | undefined> {
  const who = await identity(ctx, customerId);
  const [name, idNo] = who.name !== null && who.idNo !== null ? [who.name, who.idNo] : [who.enterpriseName, who.uscc];
  if (name === null || idNo === null || who.payoutAccount === null) return undefined;
  return { name, idNo, mobile: who.mobile, account: who.payoutAccount.account };
}

/** The unsigned text as a PDF, for reading before the signature. Names stay blank while the borrower's file is not complete. */
export async function draftPdf(ctx: Ctx, c: Contract): Promise<Uint8Array> {
  const borrower = (await borrowerOf(ctx, c.customerId)) ?? { name: '', idNo: '', mobile: '', account: '' };
  return typeset(TEMPLATE, await dataOf(ctx, c, borrower), c.draftedAt);
}
async function dataOf(ctx: Ctx, c: Contract, borrower: Borrower): Promise<Record<string, unknown>> {
  const { purposeText } = submittedForm(await application(ctx, c.customerId, c.applicationId));
  return contractData(c, borrower, readingOf(c.terms, c.cost, purposeText), ctx.today);
}

async function sign(r: Request): Promise<Answer> {
  const authority = certificateAuthority(r.config);
  try {
    const own = granted(
      await authority.issue({ name: r.borrower.name, idNo: r.borrower.idNo, validityDays: BORROWER_CERTIFICATE_DAYS, asOf: r.today }),
    );
    const newHouse =
      r.house === undefined
        ? granted(await authority.issue({ name: LENDER.zh, idNo: LENDER.uscc, validityDays: HOUSE_CERTIFICATE_DAYS, asOf: r.today }))
        : undefined;
    const house = must(r.house ?? newHouse, 'the bank has a certificate');
    const proofs: Proof[] = [];
    const append = (pdf: Uint8Array, signer: string, reason: string, c: HouseCertificate): Promise<Uint8Array> =>
      appendSignature(pdf, {
        signer,
        reason,
        at: r.at,
        chainPem: [c.certPem, c.chainPem],
        sign: async (data) => {
          const made = granted(await authority.sign({ serial: c.serial, signer, data, at: r.at }));
          proofs.push({ serial: c.serial, evidenceId: made.evidenceId, time: made.time });
          return Buffer.from(made.signatureDer, 'base64');
        },
      });
    const plain = await typeset(TEMPLATE, r.data, r.at);
    const pdf = await append(await append(plain, r.borrower.name, '借款人签署', own), LENDER.zh, '贷款人签署', house);
    return { pdf, borrower: must(proofs[0], 'the borrower signed'), bank: must(proofs[1], 'the bank signed'), newHouse };
  } catch (error) {
    if (error instanceof AuthorityRefused) return { refused: error.message };
    throw error;
  }
}

async function keep(ctx: Ctx, r: Request, signed: Signed): Promise<void> {
  const { customerId, id: contractId, contractNo, applicationId } = r.contract;
  const documentHash = sha256Hex(signed.pdf);
  const documentId = await storeDocument(ctx, {
    customerId,
    kind: 'contract',
    name: `${contractNo}.pdf`,
    bytes: signed.pdf,
    source: 'generated',
    subject: contractId,
  });
  await writeSigned(ctx.tx, { customerId, id: contractId, documentId, documentHash, at: ctx.now });
  if (signed.newHouse !== undefined) await keepHouseCertificate(ctx.tx, signed.newHouse);
  const consented = (await evidenceOf(ctx.tx, customerId, contractId)).findLast((e) => e.kind === 'consented');
  const proof = (p: Proof): Evidence['facts'] => ({
    certificateSerial: p.serial,
    authority: 'Simulated CA',
    evidenceId: p.evidenceId,
    authorityTime: p.time,
    documentHash,
  });
  const from = { ip: consented?.ip ?? ctx.origin.ip, device: consented?.device ?? ctx.origin.device };
  await addEvidence(ctx, { customerId, contractId, kind: 'borrower_signed', facts: proof(signed.borrower), actorId: customerId, ...from });
  await addEvidence(ctx, { customerId, contractId, kind: 'bank_signed', facts: proof(signed.bank) });
  await setState(ctx, { customerId, applicationId, to: 'contracted', zh: '合同已签署，等待放款', en: 'The contract is signed; payout is next' });
  await markMilestone(ctx, { customerId, applicationId, kind: 'signed', evidence: documentHash });
  await addTimeline(ctx, {
    customerId,
    kind: 'contracts.signed',
    subject: contractId,
    zh: `合同 ${contractNo} 已由双方签署`,
    en: `Contract ${contractNo} is signed by both parties`,
    link: `/customers/${customerId}/contracts/${contractId}`,
  });
  await ctx.announce(contractSigned, { customerId, contractId, applicationId });
}

const payload = z.object({ customerId: zCustomerId, contractId: zId('cont') });
const backToDraft = (ctx: Ctx, customerId: CustomerId, id: Contract['id'], fault: string): Promise<void> =>
  writeState(ctx.tx, customerId, id, 'draft', fault);

/** Typesets the contract, has both parties' certificates sign it at the authority, stores it with its evidence, and tells that it is signed. */
export const signJob = outsideJob({
  name: 'contracts.sign_document',
  payload,
  prepare: async (ctx, { customerId, contractId }): Promise<Request | undefined> => {
    const contract = await findContract(ctx.tx, customerId, contractId, true);
    if (contract?.state !== 'signing') return undefined;
    const borrower = must(await borrowerOf(ctx, customerId), 'a borrower who signs is complete');
    const data = await dataOf(ctx, contract, borrower);
    return { config: ctx.config, contract, borrower, data, house: await houseCertificate(ctx.tx, ctx.now), at: ctx.now, today: ctx.today };
  },
  call: sign,
  settle: async (ctx, { customerId, contractId }, request, answer) => {
    const now = await findContract(ctx.tx, customerId, contractId, true);
    if (now?.state !== 'signing') return;
    if ('refused' in answer) await backToDraft(ctx, customerId, contractId, answer.refused);
    else await keep(ctx, request, answer);
  },
  gaveUp: (ctx, { customerId, contractId }) => backToDraft(ctx, customerId, contractId, 'authority_unreachable'),
});
