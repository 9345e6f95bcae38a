import { assert } from '@tallystick/kernel';

const LIKE_WHOLE = /^~*-?\d+n$/;

/** The one text of a value: keys sorted, no spaces, bigint as "123n". Equal values give equal bytes, so they can be hashed and compared. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}n"`;
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v === undefined ? null : v)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`)
      .join(',')}}`;
  }
  assert(typeof value !== 'number' || Number.isFinite(value), 'a number that is not finite cannot be written down');
  // A text that looks like a whole number is marked, so that it stays a text.
  if (typeof value === 'string' && LIKE_WHOLE.test(value)) return JSON.stringify(`~${value}`);
  return JSON.stringify(value ?? null);
}

/** Reads what `canonicalJson` wrote. */
export const readCanonical = <T>(text: string): T => revived(JSON.parse(text)) as T;

/** Turns marked texts back, in place: the value was just parsed and is nobody else's. */
function revived(value: unknown): unknown {
  if (typeof value === 'string') return LIKE_WHOLE.test(value) ? whole(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const inside = value as Record<string, unknown>;
  for (const key of Object.keys(inside)) inside[key] = revived(inside[key]);
  return value;
}
const whole = (text: string): string | bigint => (text.startsWith('~') ? text.slice(1) : BigInt(text.slice(0, -1)));
