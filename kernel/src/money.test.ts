import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bug } from './assert.ts';
import { chineseCapitals, displayMoney, divRound, formatMoney, MONEY_MAX, max, min, money, parseMoney, type Rounding, share, sum } from './money.ts';

const MODES: readonly Rounding[] = ['half_even', 'half_up', 'floor', 'ceil'];
const amount = fc.bigInt({ min: -MONEY_MAX, max: MONEY_MAX });
const notNegative = fc.bigInt({ min: 0n, max: MONEY_MAX });
const divisor = fc.bigInt({ min: 1n, max: 10n ** 12n });
const size = (n: bigint): bigint => (n < 0n ? -n : n);

describe('divRound', () => {
  test.each([
    // n, d, half_even, half_up, floor, ceil
    [5n, 2n, 2n, 3n, 2n, 3n],
    [-5n, 2n, -2n, -3n, -3n, -2n],
    [7n, 2n, 4n, 4n, 3n, 4n],
    [-7n, 2n, -4n, -4n, -4n, -3n],
    [1n, 2n, 0n, 1n, 0n, 1n],
    [-1n, 2n, 0n, -1n, -1n, 0n],
    [1n, 3n, 0n, 0n, 0n, 1n],
    [-1n, 3n, 0n, 0n, -1n, 0n],
    [2n, 3n, 1n, 1n, 0n, 1n],
    [-2n, 3n, -1n, -1n, -1n, 0n],
    [6n, 3n, 2n, 2n, 2n, 2n],
    [-6n, 3n, -2n, -2n, -2n, -2n],
    [0n, 7n, 0n, 0n, 0n, 0n],
  ])('%d / %d', (n, d, halfEven, halfUp, floor, ceil) => {
    expect(MODES.map((mode) => divRound(n, d, mode))).toEqual([halfEven, halfUp, floor, ceil]);
  });

  test('is never a whole unit away, and goes the way it is told', () => {
    fc.assert(
      fc.property(amount, divisor, (n, d) => {
        const [even, up, floor, ceil] = MODES.map((mode) => divRound(n, d, mode)) as [bigint, bigint, bigint, bigint];
        expect(floor * d <= n && n < (floor + 1n) * d).toBe(true);
        expect((ceil - 1n) * d < n && n <= ceil * d).toBe(true);
        for (const nearest of [even, up]) expect(2n * size(nearest * d - n) <= d).toBe(true);
        const tie = 2n * size(floor * d - n) === d;
        if (tie) expect([even % 2n, up]).toEqual([0n, n < 0n ? floor : ceil]);
        else expect(even).toBe(up);
      }),
    );
  });

  test('rounding half up or half even does not depend on the sign; floor mirrors ceil', () => {
    fc.assert(
      fc.property(amount, divisor, (n, d) => {
        expect(divRound(-n, d, 'half_up')).toBe(-divRound(n, d, 'half_up'));
        expect(divRound(-n, d, 'half_even')).toBe(-divRound(n, d, 'half_even'));
        expect(divRound(-n, d, 'floor')).toBe(-divRound(n, d, 'ceil'));
      }),
    );
  });

  test('a divisor of zero or below is a bug, not a figure', () => {
    expect(() => divRound(1n, 0n, 'floor')).toThrow(Bug);
    expect(() => divRound(1n, -2n, 'half_up')).toThrow(Bug);
  });
});

describe('share', () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 }).filter((w) => w.some((x) => x > 0n));

  test('gives the spare units to the earliest shares that have a weight', () => {
    expect(share(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(share(2n, [0n, 1n, 1n, 1n])).toEqual([0n, 1n, 1n, 0n]);
    expect(share(0n, [3n, 4n])).toEqual([0n, 0n]);
  });

  test('loses nothing, gives nothing to weight zero, and is within one unit of the exact part', () => {
    fc.assert(
      fc.property(notNegative, weights, (total, given) => {
        const parts = share(total, given);
        const whole = sum(given);
        expect(sum(parts)).toBe(total);
        parts.forEach((part, i) => {
          const weight = given[i] ?? 0n;
          if (weight === 0n) expect(part).toBe(0n);
          expect(size(part * whole - total * weight) < whole).toBe(true);
        });
      }),
    );
  });

  test('refuses negative sums and weights that say nothing', () => {
    expect(() => share(-1n, [1n])).toThrow(Bug);
    expect(() => share(1n, [0n, 0n])).toThrow(Bug);
    expect(() => share(1n, [2n, -1n])).toThrow(Bug);
  });
});

test('sum, min and max', () => {
  expect([sum([]), sum([1n, -4n]), min(3n, -2n, 5n), max(3n, -2n, 5n), min(7n), max(7n)]).toEqual([0n, -3n, -2n, 5n, 7n, 7n]);
  expect(money('CNY', 5n)).toEqual({ currency: 'CNY', minor: 5n });
});

describe('amounts as text', () => {
  test('what is written is read back, exactly', () => {
    fc.assert(
      fc.property(amount, (minor) => {
        expect(parseMoney(formatMoney(minor))).toBe(minor);
      }),
    );
    fc.assert(
      fc.property(amount, (minor) => {
        expect(displayMoney(minor).replaceAll(',', '')).toBe(formatMoney(minor));
      }),
    );
  });

  test('reads one or no decimal place, keeps the sign below one yuan', () => {
    expect(['12', '12.3', '-0.07', '0', '0.00', '-12.50', '9999999999999.99'].map(parseMoney)).toEqual([
      1200n,
      1230n,
      -7n,
      0n,
      0n,
      -1250n,
      MONEY_MAX,
    ]);
    expect([formatMoney(-7n), formatMoney(0n), displayMoney(-123_456_789n), displayMoney(99_999n), displayMoney(100_000n)]).toEqual([
      '-0.07',
      '0.00',
      '-1,234,567.89',
      '999.99',
      '1,000.00',
    ]);
  });

  test.each(['', ' 1', '1.', '.5', '1.234', '1,000', '+1', '1e3', '--1', '10000000000000', '０.5', '1 ', 'NaN'])('does not guess at %j', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });
});

/** Reads capitals back by the grammar of vouchers, independently of the writer. */
function readCapitals(text: string): bigint {
  let [section, group, yuan, fen, digit] = [0n, 0n, 0n, 0n, 0n];
  for (const letter of text) {
    const value = BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(letter));
    const unit = ({ 拾: 10n, 佰: 100n, 仟: 1000n } as Record<string, bigint>)[letter];
    if (value >= 0n) digit = value;
    else if (unit !== undefined) [section, digit] = [section + digit * unit, 0n];
    else if (letter === '万') [group, section, digit] = [group + (section + digit) * 10_000n, 0n, 0n];
    else if (letter === '亿') [yuan, group, section, digit] = [(group + section + digit) * 100_000_000n, 0n, 0n, 0n];
    else if (letter === '元') [yuan, group, section, digit] = [yuan + group + section + digit, 0n, 0n, 0n];
    else if (letter === '角') [fen, digit] = [fen + digit * 10n, 0n];
    else if (letter === '分') [fen, digit] = [fen + digit, 0n];
    else expect(letter).toBe('整');
  }
  return yuan * 100n + fen;
}

describe('chineseCapitals', () => {
  test.each([
    ['0.00', '零元整'],
    ['0.05', '伍分'],
    ['0.30', '叁角整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万零柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['10.00', '壹拾元整'],
    ['100000.00', '壹拾万元整'],
    ['100001000.00', '壹亿零壹仟元整'],
    ['1000010000.00', '壹拾亿零壹万元整'],
    ['1000000000000.00', '壹万亿元整'],
    ['1000000010000.00', '壹万亿零壹万元整'],
    ['1234500000000.00', '壹万贰仟叁佰肆拾伍亿元整'],
    ['9999999999999.99', '玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s is %s', (text, capitals) => {
    expect(chineseCapitals(parseMoney(text) ?? -1n)).toBe(capitals);
  });

  test('every amount is read back as itself, without doubled or trailing zeros', () => {
    const scaled = fc.tuple(fc.bigInt({ min: 0n, max: 99_999n }), fc.integer({ min: 0, max: 10 })).map(([n, places]) => n * 10n ** BigInt(places));
    fc.assert(
      fc.property(fc.oneof(notNegative, scaled), (minor) => {
        const text = chineseCapitals(minor);
        expect(readCapitals(text)).toBe(minor);
        expect(text).not.toMatch(/零零|.零元|零[万亿整]/);
        expect(/[元角]整$|分$/.test(text)).toBe(true);
      }),
    );
  });

  test('has no words for a negative amount or one above the limit', () => {
    expect(() => chineseCapitals(-1n)).toThrow(Bug);
    expect(() => chineseCapitals(MONEY_MAX + 1n)).toThrow(Bug);
  });
});
