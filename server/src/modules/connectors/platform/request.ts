import { addDays, type CalendarDate } from '@tallystick/kernel';
import type { Facts, Question } from '../caller/source.ts';
import type { Purpose } from '../types.ts';

/** Two quarters for trends, and the T-37 window inside them. */
export const DAILY_DAYS = 180;

/** For a profile only whose the shop is; for a rating its profile, its months and its last days. */
export function platformQuestions(f: Facts, purpose: Purpose, asOf: CalendarDate): Question[] | { notApplicable: string } {
  if (f.shops.length === 0) return { notApplicable: 'no_shop' };
  return f.shops.flatMap(({ shopId }): Question[] => {
    const subject = { type: 'shop', id_no: shopId, name: '' } as const;
    const shop = { kind: 'shop', part: shopId, subject };
    if (purpose === 'profile') return [shop];
    return [
      shop,
      { kind: 'shop-monthly', part: shopId, subject },
      { kind: 'shop-daily', part: shopId, subject, fields: { from: addDays(asOf, -DAILY_DAYS), to: addDays(asOf, -1) } },
    ];
  });
}
