import { Bug, type CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';

/** Opens a borrower's session and hands its cookie to the answer. Answers the token that writes must carry. */
export async function openBorrowerSession(_ctx: Ctx, _customerId: CustomerId): Promise<{ csrf: string }> { throw new Bug('being written'); }
/** Ends every session of a customer, e.g. when the account is locked. */
export async function endBorrowerSessions(_ctx: Ctx, _customerId: CustomerId, _why: string): Promise<void> { throw new Bug('being written'); }
