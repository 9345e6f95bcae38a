import { Bug } from '@tallystick/kernel';
import type { Ctx, Operation } from '#platform';

/** Writes the default rights of operations that have none yet; what the bank changed stays. */
export async function syncGrants(_ctx: Ctx, _operations: readonly Operation[]): Promise<void> { throw new Bug('being written'); }
