import type { CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { batchSealed, listBlocks, listTrail, readHead } from './repo.ts';
import { blockHash, rootHash, rowHash } from './row-hash.ts';
import type { Anchor, AuditEvent, Block, Seal } from './types.ts';

/** What an auditor or court gets: the acts on one customer, and of every block they are sealed in all hashes, so that it proves itself without the database. */
export type EvidencePack = {
  readonly customerId: CustomerId;
  readonly exportedBy: string;
  readonly exportedAt: string;
  readonly anchor: { readonly no: string; readonly hash: string };
  readonly events: readonly AuditEvent[];
  readonly blocks: readonly (Omit<Block, 'no'> & { readonly no: string; readonly seals: readonly Seal[] })[];
};
const EVENTS_MAX = 5_000;

export async function evidencePack(ctx: Ctx, customerId: CustomerId): Promise<EvidencePack> {
  const { items } = await listTrail(ctx.tx, { customerId, branchId: null, ascending: true, limit: EVENTS_MAX, offset: 0 });
  const events = items.map(({ blockNo: _, ...event }) => event);
  const numbers = [...new Set(items.flatMap((i) => (i.blockNo === null ? [] : [i.blockNo])))];
  const blocks = [];
  for (const no of numbers) {
    const [block] = await listBlocks(ctx.tx, no - 1n, 1);
    if (block === undefined) continue;
    blocks.push({ ...block, no: String(no), seals: (await batchSealed(ctx.tx, no)).map((s) => s.seal) });
  }
  const anchor: Anchor = await readHead(ctx.tx);
  return {
    customerId,
    exportedBy: ctx.actor.kind === 'staff' ? `${ctx.actor.id} ${ctx.actor.name}` : ctx.actor.id,
    exportedAt: ctx.now,
    anchor: { no: String(anchor.no), hash: anchor.hash },
    events,
    blocks,
  };
}

/** Checks a pack by itself: every act fits its seal, every block its root and hash. Pure; answers what does not fit. */
export function checkEvidence(pack: EvidencePack): string[] {
  const faults: string[] = [];
  const sealed = new Map<string, string>();
  for (const b of pack.blocks) {
    if (rootHash(b.seals) !== b.root || blockHash({ ...b, no: BigInt(b.no) }) !== b.hash) faults.push(`block ${b.no} does not fit its hash`);
    for (const s of b.seals) sealed.set(`${s.customerId}/${s.eventId}`, s.rowHash);
  }
  const known = new Set<string>();
  for (const e of pack.events) {
    known.add(`${e.customerId}/${e.id}`);
    const hash = sealed.get(`${e.customerId}/${e.id}`);
    if (hash === undefined) faults.push(`${e.id} is not sealed yet`);
    else if (hash !== rowHash(e)) faults.push(`${e.id} does not fit its seal`);
  }
  for (const name of sealed.keys())
    if (name.startsWith(`${pack.customerId}/`) && !known.has(name)) faults.push(`${name} is sealed but not in the pack`);
  return faults;
}
