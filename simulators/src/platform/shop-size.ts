import { draw } from '../people/draw.ts';

/** Usual monthly turnover of a generated shop in fen: 60,000 to 1,500,000 yuan, small ones more often. */
export const baseMonthlyGmv = (seed: string, shopId: string): number => Math.round(6_000_000 * 25 ** draw(`${seed}:shop-size:${shopId}`).next());
