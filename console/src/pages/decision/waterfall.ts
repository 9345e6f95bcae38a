import { told } from '@tallystick/ui';
import type { Rating } from './score.tsx';

const FULL_TENTHS = 1000;
const MOST_BARS = 9;
/** Tenths of a point as points: 875 is 87.5. */
export const points = (tenths: number): string => `${Math.trunc(tenths / 10)}.${Math.abs(tenths % 10)}`;

export type Bar = {
  readonly key: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'total' | 'loss' | 'gain';
};
/** From full marks down to the score: what each factor cost, the small ones together, and what the caps of groups gave back. */
export function waterfall(
  rating: Pick<Rating, 'contributions' | 'scoreTenths'>,
  words: { full: string; others: string; caps: string; score: string },
): Bar[] {
  const score = rating.scoreTenths ?? 0;
  const costly = rating.contributions.filter((c) => c.lostTenths > 0).sort((a, b) => b.lostTenths - a.lostTenths);
  const shown = costly.slice(0, MOST_BARS).map((c) => ({ key: c.factor, label: told(c.label), lost: c.lostTenths }));
  const rest = costly.slice(MOST_BARS).reduce((n, c) => n + c.lostTenths, 0);
  const bars: Bar[] = [{ key: 'full', label: words.full, from: 0, to: FULL_TENTHS, kind: 'total' }];
  let at = FULL_TENTHS;
  for (const s of rest > 0 ? [...shown, { key: 'others', label: words.others, lost: rest }] : shown) {
    bars.push({ key: s.key, label: s.label, from: at - s.lost, to: at, kind: 'loss' });
    at -= s.lost;
  }
  if (at !== score)
    bars.push({ key: 'caps', label: words.caps, from: Math.min(at, score), to: Math.max(at, score), kind: score > at ? 'gain' : 'loss' });
  return [...bars, { key: 'score', label: words.score, from: 0, to: score, kind: 'total' }];
}
