import { all } from './all.ts';
import { sideOf } from './pairs.ts';

export const zh = sideOf(all, 0);
