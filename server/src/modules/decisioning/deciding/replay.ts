import type { CustomerId } from '@tallystick/kernel';
import { canonicalJson, readCanonical } from '#modules/products';
import { type Ctx, refusePlatform, sha256Hex } from '#platform';
import type { DecisionId } from '../types.ts';
import { type DecisionInput, type DecisionOutput, decideApplication } from './decide.ts';
import { batchRecords, type RecordRow, recordById } from './repo.ts';
import { toolsOf } from './tools.ts';

export type StoredDecision = { readonly input: DecisionInput; readonly output: DecisionOutput };
export const storedDecision = (row: RecordRow): StoredDecision => readCanonical<StoredDecision>(row.record);

/** Computes a decision again from what was stored, with the versions it names, and compares the bytes. `sealed`: the text still has its hash. */
export async function replayDecision(
  ctx: Ctx,
  customerId: CustomerId,
  id: DecisionId,
): Promise<{ equal: boolean; sealed: boolean; sha256: string; replayedSha256: string }> {
  const row = await recordById(ctx.tx, customerId, id);
  if (!row) throw refusePlatform('platform.not_found');
  return compare(ctx, row);
}

async function compare(ctx: Ctx, row: RecordRow): Promise<{ equal: boolean; sealed: boolean; sha256: string; replayedSha256: string }> {
  const { input } = storedDecision(row);
  const again = canonicalJson({ input, output: decideApplication(input, await toolsOf(ctx, input.versions)) });
  return { equal: again === row.record, sealed: sha256Hex(row.record) === row.sha256, sha256: row.sha256, replayedSha256: sha256Hex(again) };
}

/** Every record still has its hash, says what its row says, and computes to the same bytes (tally verify). */
export async function verifyRecords(ctx: Ctx): Promise<string[]> {
  const faults: string[] = [];
  for (const row of await batchRecords(ctx.tx)) {
    const { equal, sealed } = await compare(ctx, row);
    if (!sealed) faults.push(`decision ${row.id} no longer has its hash`);
    else if (!equal) faults.push(`decision ${row.id} does not replay to the same bytes`);
    else if (storedDecision(row).output.outcome !== row.outcome) faults.push(`decision ${row.id} says another outcome than its record`);
  }
  return faults;
}
