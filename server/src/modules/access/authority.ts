import { Bug } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import type { AuthorityCase, AuthorityPath } from './types.ts';

/** Who decides a case, by the matrix in force today. */
export async function authorityPath(_ctx: Ctx, _c: AuthorityCase): Promise<AuthorityPath> { throw new Bug('being written'); }
/** The acting person may decide it. Refuses access.over_authority with the limit they have. Answers the path. */
export async function assertAuthority(_ctx: Ctx, _c: AuthorityCase): Promise<AuthorityPath> { throw new Bug('being written'); }
