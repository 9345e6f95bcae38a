import type { Ctx } from '#platform';
import { batchLost, batchSealed, batchStrays, listBlocks, readHead } from './repo.ts';
import { blockHash, rootHash, rowHash } from './row-hash.ts';
import type { Anchor, Block } from './types.ts';

const BLOCKS_AT_ONCE = 200;

async function blockFaults(ctx: Ctx, block: Block): Promise<string[]> {
  const rows = await batchSealed(ctx.tx, block.no);
  const faults: string[] = [];
  rows.forEach(({ seal, event }, place) => {
    const name = `${seal.customerId}/${seal.eventId}`;
    if (seal.place !== place) faults.push(`block ${block.no}: ${name} stands at place ${seal.place} instead of ${place}`);
    if (event === undefined) faults.push(`block ${block.no}: row ${name} is missing`);
    else if (rowHash(event) !== seal.rowHash) faults.push(`block ${block.no}: row ${name} was changed`);
  });
  if (rows.length !== block.count) faults.push(`block ${block.no}: ${rows.length} seals instead of ${block.count}`);
  if (rootHash(rows.map((r) => r.seal)) !== block.root) faults.push(`block ${block.no}: its seals were changed, added, removed or reordered`);
  return faults;
}

/** Recomputes the chain and says what does not fit: a changed, missing, added or reordered row, a chain cut short, a written-down anchor that is not on it. */
export async function verifyChain(ctx: Ctx, anchor?: Anchor): Promise<string[]> {
  const faults: string[] = [];
  let last: Anchor = { no: 0n, hash: 'start' };
  let anchored = anchor === undefined || anchor.no === 0n;
  for (;;) {
    const blocks = await listBlocks(ctx.tx, last.no, BLOCKS_AT_ONCE);
    if (blocks.length === 0) break;
    for (const block of blocks) {
      if (block.no !== last.no + 1n) faults.push(`block ${last.no + 1n} is missing`);
      else if (block.previousHash !== last.hash) faults.push(`block ${block.no} does not follow the one before`);
      if (blockHash(block) !== block.hash) faults.push(`block ${block.no} was changed`);
      if (anchor?.no === block.no) anchored = anchor.hash === block.hash;
      faults.push(...(await blockFaults(ctx, block)));
      last = { no: block.no, hash: block.hash };
    }
  }
  const head = await readHead(ctx.tx);
  if (head.no !== last.no || head.hash !== last.hash) faults.push(`the chain ends at block ${last.no}, its end row says ${head.no}`);
  if (!anchored) faults.push(`the chain does not hold the anchor of block ${anchor?.no}`);
  for (const r of await batchStrays(ctx.tx)) faults.push(`row ${r.customerId}/${r.id} was added outside any command`);
  for (const r of await batchLost(ctx.tx)) faults.push(`row ${r.customerId}/${r.id} is missing before it was sealed`);
  return faults;
}

/** The end of the chain, to be written down outside the database. */
export const anchorNow = (ctx: Ctx): Promise<Anchor> => readHead(ctx.tx);
