import type { paths } from '@tallystick/ui/client';

/** What a reading of the API answers, by its address. */
export type Reply<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } } ? T : never;
/** One row of a list of the API. */
export type Item<P extends keyof paths> = Reply<P> extends { items: (infer T)[] } ? T : never;
