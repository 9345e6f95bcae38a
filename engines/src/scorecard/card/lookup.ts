import { levelOf, numberInText } from '../table/text.ts';
import type { Attribute, Column } from './types.ts';

export type Value = number | string | null | undefined;

/** From a value to the place of its bin, prepared once for one attribute. The only code that knows what a bin holds. */
export type Lookup = {
  readonly ofNumber: (value: number) => number;
  readonly ofLevel: (level: string) => number;
  readonly missing: number;
  readonly numeric: boolean;
  /** Numeric: where each range but the first begins, the place of each range, and the codes. */
  readonly cuts: Float64Array;
  readonly places: Uint8Array;
  readonly specials: ReadonlyMap<number, number>;
};

/** Prepares an attribute. A number finds its special code first, then its range; a level its bin, or the bin of what was never seen. */
export function lookupOf(attribute: Attribute): Lookup {
  const { bins, kind } = attribute;
  const missing = bins.findIndex((b) => b.missing);
  const other = bins.findIndex((b) => b.other);
  const levels = new Map(bins.flatMap((b, place) => (b.values ?? []).map((v) => [v, place] as const)));
  const specials = new Map(bins.flatMap((b, place) => (b.special ?? []).map((v) => [v, place] as const)));
  const ranges = bins.flatMap((b, place) => (b.lo === undefined ? [] : [{ lo: b.lo ?? Number.NEGATIVE_INFINITY, place }]));
  const cuts = Float64Array.from(ranges.slice(1), (r) => r.lo);
  const places = Uint8Array.from(ranges, (r) => r.place);
  const ofNumber = (value: number): number => {
    if (value - value !== 0) return missing;
    if (specials.size > 0) {
      const special = specials.get(value);
      if (special !== undefined) return special;
    }
    let [low, high] = [0, cuts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value >= cuts[middle]!) low = middle + 1;
      else high = middle;
    }
    return places[low]!;
  };
  const ofLevel = (level: string): number => (level === '' ? missing : (levels.get(level) ?? other));
  return { ofNumber, ofLevel, missing, numeric: kind === 'numeric', cuts, places, specials };
}

/** The bin of any value: what cannot be read is missing, a level never seen has its own bin. */
export function placeOf(lookup: Lookup, value: Value): number {
  if (lookup.numeric) {
    if (typeof value === 'number') return lookup.ofNumber(value);
    return typeof value === 'string' ? lookup.ofNumber(numberInText(value)) : lookup.missing;
  }
  return lookup.ofLevel(levelOf(value));
}

/** Is there a text where a number belongs? */
export const isUnreadable = (lookup: Lookup, value: Value): boolean =>
  lookup.numeric &&
  ((typeof value === 'string' && value.trim() !== '' && Number.isNaN(numberInText(value))) || (typeof value === 'number' && value - value !== 0));

/** Up to this many cuts are counted one by one: a processor guesses that better than it guesses halving. */
const FEW_CUTS = 16;

function numberPlaces({ cuts, places, specials, missing, ofNumber }: Lookup, values: Float64Array, out: Uint8Array): void {
  if (specials.size > 0 || cuts.length > FEW_CUTS) {
    for (let i = 0; i < out.length; i += 1) out[i] = ofNumber(values[i]!);
    return;
  }
  const count = cuts.length;
  for (let i = 0; i < out.length; i += 1) {
    const value = values[i]!;
    let at = 0;
    for (let k = 0; k < count; k += 1) at += value >= cuts[k]! ? 1 : 0;
    out[i] = value - value === 0 ? places[at]! : missing;
  }
}

/** The bins of a whole column at once. A column of the other kind is read value by value, as a single row would be. */
export function placesOf(lookup: Lookup, column: Column, out: Uint8Array): Uint8Array {
  if (column.kind === 'numeric') {
    const { values } = column;
    if (lookup.numeric) numberPlaces(lookup, values, out);
    else for (let i = 0; i < out.length; i += 1) out[i] = lookup.ofLevel(levelOf(values[i]!));
    return out;
  }
  const byCode = Uint8Array.from(column.levels, (level) => placeOf(lookup, level));
  for (let i = 0; i < out.length; i += 1) out[i] = column.codes[i]! < 0 ? lookup.missing : byCode[column.codes[i]!]!;
  return out;
}
