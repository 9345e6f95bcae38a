import { credit } from './credit.ts';
import { features } from './features.ts';
import { frame } from './frame.ts';
import { pages } from './pages.ts';
import type { Pairs } from './pairs.ts';
import { words } from './words.ts';

/** Every text of the console. */
export const all: Pairs = { ...frame, ...words, ...pages, ...features, ...credit };
