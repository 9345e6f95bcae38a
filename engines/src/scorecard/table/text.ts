/** Bytes and texts of cells: one way of reading a number and a level, used by the builder and by every executor. */

const [PLUS, MINUS, POINT, PERCENT, ZERO, NINE, UPPER_E, LOWER_E] = [43, 45, 46, 37, 48, 57, 69, 101];
const TENS = Float64Array.from({ length: 23 }, (_, i) => 10 ** i);
/** Above this a mantissa no longer stands exactly in a double. */
const EXACT = 2 ** 53;

/**
 * The number in bytes[from, to), or NaN when they hold none. Reads sign, digits, point, exponent, and a per cent sign after the digits (83.7% is
 * 83.7). A leading zero before another digit (`007`) makes a text: it is a code, not a quantity. Exactly what `Number` would read, but faster.
 */
export function numberOf(bytes: Uint8Array, from: number, to: number): number {
  let i = from;
  const first = bytes[i]!;
  const negative = first === MINUS;
  if (negative || first === PLUS) i += 1;
  const start = i;
  let [mantissa, digits, decimals, point] = [0, 0, 0, false];
  for (; i < to; i += 1) {
    const byte = bytes[i]!;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits += 1;
      if (point) decimals += 1;
    } else if (byte === POINT && !point) point = true;
    else break;
  }
  if (digits === 0 || (bytes[start] === ZERO && digits > 1 && bytes[start + 1] !== POINT)) return Number.NaN;
  const end = i;
  if (i < to && bytes[i] === PERCENT && i === to - 1) i += 1;
  if (i < to && (bytes[i] === LOWER_E || bytes[i] === UPPER_E)) return slowNumber(bytes, from, to);
  if (i !== to) return Number.NaN;
  if (mantissa >= EXACT || decimals > 22) return slowNumber(bytes, from, end);
  const value = decimals === 0 ? mantissa : mantissa / TENS[decimals]!;
  return negative && value !== 0 ? -value : value;
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  let text = '';
  for (let i = from; i < to; i += 1) text += String.fromCharCode(bytes[i]!);
  const value = /^[+-]?[\d.]+([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** The number in a text, as `numberOf` reads it: NaN when it is none. */
export function numberInText(text: string): number {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+|%)?$/.test(trimmed) || /^[+-]?0\d/.test(trimmed)) return Number.NaN;
  const value = Number(trimmed.endsWith('%') ? trimmed.slice(0, -1) : trimmed);
  return Number.isFinite(value) ? value + 0 : Number.NaN;
}

/** The name of a category's level: a number in its shortest form (1.0 is 1), any other text trimmed; '' is missing. */
export function levelOf(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value + 0) : '';
  const number = numberInText(value);
  return Number.isNaN(number) ? value.trim() : String(number);
}

/** UTF-8 to text; undefined when the bytes are not UTF-8. */
export function utf8(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = '';
  for (let i = from; i < to; ) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      i += 1;
      continue;
    }
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0;
    if (length === 0 || i + length > to) return undefined;
    let point = byte & (0xff >> (length + 1));
    for (let k = 1; k < length; k += 1) {
      const next = bytes[i + k]!;
      if ((next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000) || (length === 3 && point < 0x800) || (length === 4 && point < 0x10000))
      return undefined;
    text += String.fromCodePoint(point);
    i += length;
  }
  return text;
}
