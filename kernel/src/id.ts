import { assert } from './assert.ts';
import type { Instant } from './instant.ts';
import { instantMs } from './instant.ts';

/** A prefixed, time-ordered id: `loan_` and 26 characters. A LoanId where a CustomerId belongs does not compile. */
export type Id<P extends string> = `${P}_${string}`;
export type CustomerId = Id<'cust'>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(value: bigint, length: number): string {
  let rest = value;
  let out = '';
  for (let i = 0; i < length; i += 1) {
    out = ALPHABET.charAt(Number(rest & 31n)) + out;
    rest >>= 5n;
  }
  return out;
}

/** Sorts by birth: 48 bits of milliseconds, then 80 random bits. The random source is handed in, like the clock. */
export function newId<P extends string>(prefix: P, now: Instant, random80: bigint): Id<P> {
  assert(random80 >= 0n && random80 < 1n << 80n, 'need exactly 80 random bits');
  return `${prefix}_${base32(BigInt(instantMs(now)), 10)}${base32(random80, 16)}`;
}

export function parseId<P extends string>(prefix: P, raw: string): Id<P> | undefined {
  const body = raw.startsWith(`${prefix}_`) ? raw.slice(prefix.length + 1) : '';
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(body) ? `${prefix}_${body}` : undefined;
}

/** The fixed owner of rows that belong to no customer (house journals, staff commands): scale rule 3. */
export const HOUSE: CustomerId = 'cust_00000000000000000000000000';
