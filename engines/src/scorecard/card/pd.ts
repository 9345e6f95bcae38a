import type { Card } from './types.ts';

/** One PD per whole score: 1 / (1 + baseOdds × 2^((points − baseScore) / pdo)). */
export const pdOf = (card: Pick<Card, 'baseScore' | 'baseOdds' | 'pdo'>, points: number): number =>
  1 / (1 + card.baseOdds * 2 ** ((points - card.baseScore) / card.pdo));
