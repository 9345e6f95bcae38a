/** Texts stand in pairs, Chinese first: a text cannot be written in one language only. */
export type Pairs = { readonly [key: string]: readonly [zh: string, en: string] | Pairs };
export type Texts = { readonly [key: string]: string | Texts };

/** One language of the pairs: 0 Chinese, 1 English. */
export const sideOf = (pairs: Pairs, side: 0 | 1): Texts =>
  Object.fromEntries(
    Object.entries(pairs).map(([key, value]) => [
      key,
      Array.isArray(value) ? (value as readonly [string, string])[side] : sideOf(value as Pairs, side),
    ]),
  );
