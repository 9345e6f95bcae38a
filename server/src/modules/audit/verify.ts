import { Bug } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import type { Anchor } from './types.ts';

/** Recomputes the chain and says what does not fit: a changed, missing, added or reordered row. */
export async function verifyChain(_ctx: Ctx, _anchor?: Anchor): Promise<string[]> { throw new Bug('being written'); }
/** The end of the chain, to be written down outside the database. */
export async function anchorNow(_ctx: Ctx): Promise<Anchor> { throw new Bug('being written'); }
