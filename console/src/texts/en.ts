import { all } from './all.ts';
import { sideOf } from './pairs.ts';

export const en = sideOf(all, 1);
