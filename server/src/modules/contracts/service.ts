import type { CustomerId } from '@tallystick/kernel';
import { checkCode, issueCode } from '#modules/access';
import { identity } from '#modules/customers';
import { assertApproved } from '#modules/decisioning';
import { documentBytes } from '#modules/documents';
import { notify } from '#modules/notifications';
import { type Ctx, refusePlatform } from '#platform';
import { refuse } from './refusals.ts';
import { addEvidence, findContract, parameter, writeRead, writeState } from './repo.ts';
import { readingFault, SECTIONS } from './rules.ts';
import { borrowerOf, signJob } from './signing/sign-contract.ts';
import { type ContractCheck, checkSignedDocument } from './signing/verify-contract.ts';
import { openContract } from './text/draft-contract.ts';
import { monthsOf } from './text/terms.ts';
import type { Contract, ContractId } from './types.ts';

/** One contract of a customer. Refuses platform.not_found. */
export async function contract(ctx: Ctx, customerId: CustomerId, id: ContractId): Promise<Contract> {
  const found = await findContract(ctx.tx, customerId, id);
  if (found === undefined) throw refusePlatform('platform.not_found');
  return found;
}

export const leastReadingSeconds = async (ctx: Ctx): Promise<number> => Number((await parameter(ctx.tx, 'reading_seconds', ctx.today)) ?? 0n);

/** The borrower scrolled through all of it and confirms (S4-30). Refuses text_changed, sections_unread, read_too_fast, not_draft, lapsed. */
export async function acknowledgeReading(
  ctx: Ctx,
  customerId: CustomerId,
  contractId: ContractId,
  read: { textHash: string; sections: readonly string[]; seconds: number },
): Promise<void> {
  const c = await openContract(ctx, customerId, contractId);
  const least = await leastReadingSeconds(ctx);
  const fault = readingFault(c, read, least);
  if (fault !== undefined)
    throw refuse(fault, { facts: { seconds: least, sections: SECTIONS.filter((s) => !read.sections.includes(s)).join(', ') } });
  await writeRead(ctx.tx, customerId, contractId, ctx.now);
  const facts = { textHash: c.textHash, textVersion: c.textVersion, sections: read.sections.join(','), seconds: read.seconds };
  await addEvidence(ctx, { customerId, contractId, kind: 'read', facts });
}

/** Sends the one-time code that the signature is released with. Refuses not_read, borrower_incomplete and what access refuses. */
export async function requestSignCode(ctx: Ctx, customerId: CustomerId, contractId: ContractId): Promise<void> {
  const c = await openContract(ctx, customerId, contractId);
  if (c.readAt === null) throw refuse('contracts.not_read');
  if ((await borrowerOf(ctx, customerId)) === undefined) throw refuse('contracts.borrower_incomplete');
  const { mobile } = await identity(ctx, customerId);
  const code = await issueCode(ctx, { purpose: 'sign_contract', mobile });
  await notify(ctx, { customerId, template: 'one_time_code', params: { code, minutes: '5' }, to: { mobile }, channels: ['sms'], purpose: 'code' });
  await addEvidence(ctx, { customerId, contractId, kind: 'code_sent', facts: { purpose: 'sign_contract' } });
}

/** The borrower signs: code, the text that was read, an approval that still stands. Certificates and signatures follow in a job. */
export async function signContract(
  ctx: Ctx,
  customerId: CustomerId,
  contractId: ContractId,
  given: { code: string; textHash: string },
): Promise<void> {
  const c = await openContract(ctx, customerId, contractId);
  if (c.readAt === null) throw refuse('contracts.not_read');
  if (given.textHash !== c.textHash) throw refuse('contracts.text_changed');
  const { principalMinor, ratePpm } = c.terms;
  await assertApproved(ctx, { customerId, applicationId: c.applicationId, amountMinor: principalMinor, ratePpm, months: monthsOf(c.terms) });
  const { mobile } = await identity(ctx, customerId);
  await checkCode(ctx, { purpose: 'sign_contract', mobile, code: given.code });
  await writeState(ctx.tx, customerId, contractId, 'signing');
  await addEvidence(ctx, {
    customerId,
    contractId,
    kind: 'consented',
    facts: { textHash: c.textHash, textVersion: c.textVersion, by: 'one_time_code' },
  });
  await ctx.enqueue(signJob, { customerId, contractId }, { key: `${contractId}:${c.version}` });
}

/** Proves the stored, signed document. Refuses platform.not_found while there is none. */
export async function verifyContract(ctx: Ctx, customerId: CustomerId, contractId: ContractId): Promise<ContractCheck> {
  const c = await contract(ctx, customerId, contractId);
  if (c.documentId === null) throw refusePlatform('platform.not_found');
  return checkSignedDocument(c, (await documentBytes(ctx, customerId, c.documentId)).bytes);
}
