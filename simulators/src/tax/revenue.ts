import { type CalendarDate, isUscc } from '@tallystick/kernel';
import { fenOf, type Overrides } from '../overrides.ts';
import { draw, hash32, noise } from '../people/draw.ts';
import { monthIndex } from '../people/figures.ts';
import { enterpriseByUscc, shopNumber } from '../people/people.ts';
import { baseMonthlyGmv } from '../platform/shop-size.ts';

/** Usual monthly revenue in fen. A firm with a generated shop sells about as much as the shop and somewhat beside it. */
export function usualRevenue(seed: string, uscc: string, set: Overrides['tax']): number {
  if (set?.monthly_revenue !== undefined) return fenOf(set.monthly_revenue);
  const d = draw(`${seed}:revenue:${uscc}`);
  const known = isUscc(uscc) ? enterpriseByUscc(uscc) : undefined;
  const shopN = known === undefined ? undefined : shopNumber(`S${known.n}`);
  return shopN === undefined ? Math.round(30_000_000 * 60 ** d.next()) : Math.round(baseMonthlyGmv(seed, `S${shopN}`) * (0.9 + 1.1 * d.next()));
}

/** Share of the usual revenue by calendar month: spring festival low, 618 and 双11 high. */
const SEASON = [0.92, 0.7, 0.95, 0.96, 0.99, 1.16, 0.94, 0.95, 1, 1.03, 1.35, 1.05];

/** Revenue declared for an absolute month, in fen; grows a little each year and follows the fall that was set. */
export function declaredRevenue(seed: string, uscc: string, set: Overrides['tax'], month: number): number {
  const stream = hash32(`${seed}:declared:${uscc}`);
  const growth = 1.02 + 0.16 * noise(stream, -1);
  const years = (month - 2026 * 12) / 12;
  const fallen = set?.fall_from !== undefined && month >= monthIndex(set.fall_from as CalendarDate) ? 1 - (set.fall_pct ?? 30) / 100 : 1;
  const usual = usualRevenue(seed, uscc, set) * growth ** years * (SEASON[month % 12] ?? 1) * (0.9 + 0.2 * noise(stream, month)) * fallen;
  return Math.round(Math.max(0, usual));
}
