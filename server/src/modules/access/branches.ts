import { Bug } from '@tallystick/kernel';
import type { BranchId, Ctx } from '#platform';
import type { Branch } from './types.ts';

/** Open branches, by code. */
export async function branches(_ctx: Ctx): Promise<Branch[]> { throw new Bug('being written'); }
/** The branch that serves a region ("330100" or a prefix of it); the first open branch when none does. */
export async function branchForRegion(_ctx: Ctx, _region: string): Promise<BranchId> { throw new Bug('being written'); }
export async function createBranch(_ctx: Ctx, _b: { code: string; nameZh: string; nameEn: string; region: string }): Promise<BranchId> { throw new Bug('being written'); }
