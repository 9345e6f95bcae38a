import { Bug } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import type { CodeRequest } from './types.ts';

/** A fresh code of six digits, good for five minutes and five tries; the one before dies. Refuses access.code_too_soon (facts seconds), access.code_too_many. */
export async function issueCode(_ctx: Ctx, _r: CodeRequest): Promise<string> { throw new Bug('being written'); }
/** Uses a code up. Refuses access.code_wrong for whatever is wrong with it. */
export async function checkCode(_ctx: Ctx, _r: CodeRequest & { code: string }): Promise<void> { throw new Bug('being written'); }
