import { recorded } from '#modules/audit';
import type { Ctx } from '#platform';
import { batchDocuments } from './repo.ts';
import type { DocumentRef } from './types.ts';

const PAGE = 500;
async function fileFaults(ctx: Ctx, d: DocumentRef): Promise<string | undefined> {
  const kept = (await recorded(ctx, { customerId: d.customerId, action: 'documents.stored', subject: d.id })) as { sha256?: string } | undefined;
  if (kept?.sha256 !== d.sha256) return `document ${d.customerId}/${d.id} does not have the hash that the audit trail keeps of it`;
  const whole = await ctx.blobs.get(d.sha256).then(
    (bytes) => bytes.length === d.sizeBytes,
    () => false,
  );
  return whole ? undefined : `the file of document ${d.customerId}/${d.id} is missing or was changed`;
}

/** Reads every stored file again: its bytes have its hash, and the hash is the one sealed in the audit trail. */
export async function verifyFiles(ctx: Ctx): Promise<string[]> {
  const faults: string[] = [];
  let after = { customerId: '', id: '' };
  for (;;) {
    const page = await batchDocuments(ctx.tx, after, PAGE);
    for (const d of page) {
      const fault = await fileFaults(ctx, d);
      if (fault !== undefined) faults.push(fault);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return faults;
    after = { customerId: last.customerId, id: last.id };
  }
}
