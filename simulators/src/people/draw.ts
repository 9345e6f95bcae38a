/** 32-bit hash of a text: FNV-1a with a finaliser, so that neighbouring ids do not get neighbouring values. */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return scramble(h);
}

function scramble(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A value in [0, 1) for the n-th fact of a stream: what daily noise is made of. Costs a few nanoseconds. */
export const noise = (stream: number, n: number): number => scramble(stream ^ Math.imul(n + 1, 0x9e3779b1)) / 0x1_0000_0000;

/** A repeatable sequence of draws; the same key always gives the same sequence. */
export type Draw = {
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the keys of a table of weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
};

export function draw(key: string): Draw {
  const stream = hash32(key);
  let count = 0;
  const next = () => {
    count += 1;
    return noise(stream, count);
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        rest -= weight;
        if (rest < 0) return name;
      }
      return (entries.at(-1) as [K, number])[0];
    },
  };
}
