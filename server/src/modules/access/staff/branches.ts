import { type BranchId, type Ctx, violated } from '#platform';
import { refuse } from '../refusals.ts';
import type { Branch } from '../types.ts';
import { branchRow, insertBranch, listBranches } from './repo.ts';

/** Open branches, by code. */
export async function branches(ctx: Ctx): Promise<Branch[]> {
  return (await listBranches(ctx.tx)).filter((b) => b.state === 'open');
}
/** The open branch whose region is the longest prefix of the given one (GB/T 2260, "330106"), else the first by code. Refuses access.branch_unknown when there is none. */
export async function branchForRegion(ctx: Ctx, region: string): Promise<BranchId> {
  const open = await branches(ctx);
  const [nearest] = open.filter((b) => region.startsWith(b.region)).sort((a, b) => b.region.length - a.region.length);
  const found = nearest ?? open[0];
  if (found === undefined) throw refuse('access.branch_unknown');
  return found.id;
}
/** A new branch. Refuses access.branch_code_taken. On screen it is dual-controlled; seeds call it straight. */
export async function createBranch(ctx: Ctx, b: Omit<Branch, 'id'>): Promise<BranchId> {
  const id = ctx.newId('bran');
  try {
    await insertBranch(ctx.tx, { ...b, id });
  } catch (error) {
    if (violated(error) === 'branch_code_key') throw refuse('access.branch_code_taken', { field: 'code' });
    throw error;
  }
  return id;
}
/** Refuses access.branch_unknown unless it is null (the head office) or open. */
export async function assertBranchOpen(ctx: Ctx, id: BranchId | null): Promise<void> {
  if (id === null) return;
  const row = await branchRow(ctx.tx, id);
  if (row?.state !== 'open') throw refuse('access.branch_unknown', { field: 'branchId' });
}
