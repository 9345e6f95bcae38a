import { applicationClosed } from '#modules/applications';
import { decided } from '#modules/decisioning';
import { documentBytes } from '#modules/documents';
import { type Ctx, hears, mount } from '#platform';
import { contractRefusals } from './refusals.ts';
import { listLapsed, liveContractOf, reportSigned, writeState } from './repo.ts';
import { routes } from './routes.ts';
import { SECTION_WORDS } from './rules.ts';
import { signJob } from './signing/sign-contract.ts';
import { checkSignedDocument } from './signing/verify-contract.ts';
import { draftApproved, draftLater } from './text/draft-approved.ts';
import { type ContractId, STATE_WORDS } from './types.ts';

/** Walks over every signed contract: what is stored has its hash and both signatures. */
async function signedDocumentFaults(ctx: Ctx): Promise<string[]> {
  const faults: string[] = [];
  for (const c of await reportSigned(ctx.tx)) {
    const bytes = c.documentId === null ? undefined : await documentBytes(ctx, c.customerId, c.documentId).catch(() => undefined);
    const check = bytes && (await checkSignedDocument(c, bytes.bytes));
    if (check?.valid !== true) faults.push(`contract ${c.contractNo}: the signed document was changed or is missing`);
  }
  return faults;
}

export default mount({
  name: 'contracts',
  routes,
  refusals: contractRefusals,
  words: { state: STATE_WORDS, sections: SECTION_WORDS },
  jobs: [signJob, draftLater],
  hears: [
    hears(decided, 'contracts.draft_approved', async (ctx, e) => {
      if (e.outcome === 'approved') await draftApproved(ctx, e);
    }),
    hears(applicationClosed, 'contracts.cancel_closed', async (ctx, e) => {
      const live = await liveContractOf(ctx.tx, e.customerId, e.applicationId);
      if (live?.state === 'draft') await writeState(ctx.tx, e.customerId, live.id, 'cancelled', e.state);
    }),
  ],
  daily: [
    {
      name: 'contracts.cancel_lapsed',
      says: { zh: '取消过期未签合同', en: 'Cancel contracts whose approval ran out unsigned' },
      list: (ctx, date) => listLapsed(ctx.tx, date),
      run: (ctx, unit) => writeState(ctx.tx, unit.customerId, unit.id as ContractId, 'cancelled', 'lapsed'),
    },
  ],
  verifies: [{ name: 'contracts.signed_documents', run: signedDocumentFaults }],
});
