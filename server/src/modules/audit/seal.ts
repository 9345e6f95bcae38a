import type { Ctx } from '#platform';
import { batchUnsealed, batchWriteBlock, lockHead } from './repo.ts';
import { blockHash, rootHash, rowHash } from './row-hash.ts';

/** Rows in one block at most: a block stays a short transaction. */
const BLOCK_ROWS = 2_000;

/** Seals what waits into one block. Answers how many rows; 0 when nothing waited or another sealer is at work. */
export async function sealBlocks(ctx: Ctx): Promise<number> {
  const head = await lockHead(ctx.tx);
  if (head === undefined) return 0;
  const events = await batchUnsealed(ctx.tx, BLOCK_ROWS);
  if (events.length === 0) return 0;
  const seals = events.map((e, place) => ({ customerId: e.customerId, eventId: e.id, place, rowHash: rowHash(e) }));
  const body = { no: head.no + 1n, previousHash: head.hash, root: rootHash(seals), count: seals.length, sealedAt: ctx.wall };
  await batchWriteBlock(ctx.tx, { ...body, hash: blockHash(body) }, seals);
  return seals.length;
}

/** Seals until nothing waits. */
export async function sealAll(ctx: Ctx): Promise<number> {
  let sealed = 0;
  for (let n = await sealBlocks(ctx); n > 0; n = await sealBlocks(ctx)) sealed += n;
  return sealed;
}
