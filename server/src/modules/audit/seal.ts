import { Bug } from '@tallystick/kernel';
import type { Ctx } from '#platform';

/** Seals what waits into one block. Answers how many rows; 0 when nothing waited or another sealer is at work. */
export async function sealBlocks(_ctx: Ctx): Promise<number> { throw new Bug('being written'); }
/** Seals until nothing waits. */
export async function sealAll(_ctx: Ctx): Promise<number> { throw new Bug('being written'); }
