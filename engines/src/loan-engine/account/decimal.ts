import { divRound } from '@tallystick/kernel';

/** A decimal number c × 10^e. Every operation keeps 19 significant digits, half to even: the reference conventions, section 3.1. */
export type Decimal = { readonly c: bigint; readonly e: number };

const DIGITS = 19;
const LIMIT = 10n ** BigInt(DIGITS);
const POWERS: readonly bigint[] = Array.from({ length: 80 }, (_, n) => 10n ** BigInt(n));
const power = (n: number): bigint => POWERS[n] ?? 10n ** BigInt(n);
const digits = (c: bigint): number => (c < 0n ? -c : c).toString().length;

function rounded(c: bigint, e: number): Decimal {
  if (c < LIMIT && c > -LIMIT) return { c, e };
  const drop = digits(c) - DIGITS;
  return { c: divRound(c, power(drop), 'half_even'), e: e + drop };
}

export const ZERO: Decimal = { c: 0n, e: 0 };
export const ONE: Decimal = { c: 1n, e: 0 };
export const whole = (n: number | bigint): Decimal => ({ c: BigInt(n), e: 0 });

export function plus(a: Decimal, b: Decimal): Decimal {
  if (a.e === b.e) return rounded(a.c + b.c, a.e);
  return a.e < b.e ? rounded(a.c + b.c * power(b.e - a.e), a.e) : rounded(a.c * power(a.e - b.e) + b.c, b.e);
}
export const times = (a: Decimal, b: Decimal): Decimal => rounded(a.c * b.c, a.e + b.e);

/** a ÷ b. The digit appended to an inexact quotient keeps it from looking like a tie. */
export function over(a: Decimal, b: Decimal): Decimal {
  if (a.c === 0n) return ZERO;
  const shift = Math.max(0, DIGITS + 2 + digits(b.c) - digits(a.c));
  const scaled = a.c * power(shift);
  const quotient = scaled / b.c;
  const e = a.e - b.e - shift;
  return scaled % b.c === 0n ? trimmed(rounded(quotient, e)) : rounded(quotient * 10n + 1n, e - 1);
}

/** Without trailing zeros, so that products stay short. */
function trimmed({ c, e }: Decimal): Decimal {
  let coefficient = c;
  let exponent = e;
  while (coefficient !== 0n && exponent < 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return { c: coefficient, e: exponent };
}

/** Minor units (hundredths) as a decimal number of units, and back, half to even. */
export const fromMinor = (minor: bigint): Decimal => ({ c: minor, e: -2 });
export function toMinor({ c, e }: Decimal): bigint {
  return e >= -2 ? c * power(e + 2) : divRound(c, power(-2 - e), 'half_even');
}

/** Reads "9.4822". */
export function decimal(text: string): Decimal {
  const [units = '0', fraction = ''] = text.split('.');
  return { c: BigInt(units + fraction), e: -fraction.length };
}
