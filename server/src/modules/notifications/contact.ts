import { Bug, type CustomerId, type Instant } from '@tallystick/kernel';
import type { Ctx } from '#platform';

export type ContactKind = 'message' | 'voice' | 'visit';
/** `attemptsLeft` is null where no daily limit stands. `reason`: '' | 'outside_hours' | 'daily_limit'. */
export type ContactWindow = { readonly allowed: boolean; readonly reason: '' | 'outside_hours' | 'daily_limit'; readonly nextAllowedAt: Instant; readonly attemptsLeft: number | null };

/** May a collector reach the customer now (COL-02 hours, COL-03 effective voice contacts a day)? */
export async function contactWindow(_ctx: Ctx, _customerId: CustomerId, _kind: ContactKind): Promise<ContactWindow> { throw new Bug('being written'); }
/** Counts a spoken contact or visit towards the daily limit. Refuses notifications.contact_not_allowed outside the window. */
export async function recordContact(_ctx: Ctx, _c: { customerId: CustomerId; kind: 'voice' | 'visit'; effective: boolean }): Promise<void> { throw new Bug('being written'); }
