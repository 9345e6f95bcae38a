import { assert } from './assert.ts';

export type Currency = 'CNY' | 'EUR' | 'USD';
/** Whole minor units (fen, cent) of one currency. Never a float. */
export type Money = { readonly currency: Currency; readonly minor: bigint };

/** Which way the last unit falls. There is no default: whoever divides says it. */
export type Rounding = 'half_even' | 'half_up' | 'floor' | 'ceil';

export const money = (currency: Currency, minor: bigint): Money => ({ currency, minor });

/**
 * n / d as a whole number, rounded by `mode`. `half_up` rounds ties away from zero, as accountants do;
 * `floor` and `ceil` go towards minus and plus infinity.
 */
export function divRound(n: bigint, d: bigint, mode: Rounding): bigint {
  assert(d > 0n, 'divisor must be positive');
  let q = n / d;
  let rest = n % d;
  if (rest < 0n) {
    q -= 1n;
    rest += d;
  } // Floor division, so 0 <= rest < d from here on.
  if (mode === 'floor' || rest === 0n) return q;
  if (mode === 'ceil') return q + 1n;
  const twice = 2n * rest;
  if (twice !== d) return twice > d ? q + 1n : q;
  if (mode === 'half_even') return q % 2n === 0n ? q : q + 1n;
  return n < 0n ? q : q + 1n;
}

/** Shares a sum (minor units, not negative) by weight and loses nothing: spare units go to the earliest shares with weight. */
export function share(total: bigint, weights: readonly bigint[]): bigint[] {
  assert(total >= 0n, 'a share is of a sum that is not negative');
  const sum = weights.reduce((s, w) => s + w, 0n);
  assert(sum > 0n && weights.every((w) => w >= 0n), 'weights must be non-negative and not all zero');
  const parts = weights.map((w) => (total * w) / sum);
  let spare = total - parts.reduce((s, p) => s + p, 0n);
  return parts.map((p, i) => {
    if ((weights[i] ?? 0n) === 0n || spare === 0n) return p;
    spare -= 1n;
    return p + 1n;
  });
}

export const sum = (amounts: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const a of amounts) total += a;
  return total;
};
export const min = (first: bigint, ...rest: readonly bigint[]): bigint => rest.reduce((m, a) => (a < m ? a : m), first);
export const max = (first: bigint, ...rest: readonly bigint[]): bigint => rest.reduce((m, a) => (a > m ? a : m), first);

/** Largest amount the product handles: 9,999,999,999,999.99 in two-digit currencies. Fits a bigint column with room for sums. */
export const MONEY_MAX = 999_999_999_999_999n;

/** Reads "1234.5" or "-0.07" into minor units; undefined when it is not a plain decimal of at most two places within MONEY_MAX. */
export function parseMoney(text: string): bigint | undefined {
  const m = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text);
  if (!m) return undefined;
  const minor = BigInt(m[2] ?? '0') * 100n + BigInt((m[3] ?? '').padEnd(2, '0'));
  return m[1] === '-' ? -minor : minor;
}

/** Minor units to "1234.50": the form of the API, files and PDF data. */
export function formatMoney(minor: bigint): string {
  const abs = minor < 0n ? -minor : minor;
  return `${minor < 0n ? '-' : ''}${abs / 100n}.${(abs % 100n).toString().padStart(2, '0')}`;
}

/** "1,234.50" for people. */
export function displayMoney(minor: bigint): string {
  const [whole = '', cents = ''] = formatMoney(minor).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
/** Payment rules know no unit above 亿: a million million is 壹万亿. */
const GROUPS = ['', '万', '亿', '万'];

/** Chinese capitals (大写金额) of a non-negative amount of yuan, as contracts and vouchers want it: 壹仟零伍元叁角整. */
export function chineseCapitals(minor: bigint): string {
  assert(minor >= 0n && minor <= MONEY_MAX, 'amount out of range for capitals');
  const yuan = (minor / 100n).toString();
  const jiao = Number((minor / 10n) % 10n);
  const fen = Number(minor % 10n);
  let out = '';
  let zero = false;
  for (let i = 0; i < yuan.length; i += 1) {
    const place = yuan.length - 1 - i;
    const digit = Number(yuan[i]);
    if (digit === 0) zero = true;
    else {
      out += (zero && out !== '' ? '零' : '') + DIGITS.charAt(digit) + UNITS[place % 4];
      zero = false;
    }
    // 亿 counts all digits before it, 万 its own four.
    const counted = yuan.slice(place === 8 ? 0 : Math.max(0, i - 3), i + 1);
    if (place % 4 === 0 && /[1-9]/.test(counted)) out += GROUPS[place / 4];
  }
  const whole = out === '' ? (jiao + fen === 0 ? '零元' : '') : `${out}元`;
  if (jiao === 0 && fen === 0) return `${whole}整`;
  const middle = jiao > 0 ? `${DIGITS.charAt(jiao)}角` : whole === '' ? '' : '零';
  return `${whole}${middle}${fen > 0 ? `${DIGITS.charAt(fen)}分` : '整'}`;
}
