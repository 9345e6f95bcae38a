import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { Bug } from './assert.ts';
import { type CustomerId, HOUSE, type Id, newId, parseId } from './id.ts';
import { instant } from './instant.ts';

const random80 = fc.bigInt({ min: 0n, max: (1n << 80n) - 1n });
const moment = fc.integer({ min: 0, max: 253_402_300_799_999 }).map(instant);

test('an id has its prefix and 26 letters that cannot be mistaken, and is read back by its own kind only', () => {
  fc.assert(
    fc.property(moment, random80, (at, random) => {
      const id = newId('loan', at, random);
      expect(id).toMatch(/^loan_[0-9a-hjkmnp-tv-z]{26}$/);
      expect(parseId('loan', id)).toBe(id);
      expect(parseId('cust', id)).toBeUndefined();
    }),
  );
});

test('ids sort by birth, whatever the chance', () => {
  fc.assert(
    fc.property(moment, moment, random80, random80, (a, b, x, y) => {
      fc.pre(a < b);
      expect(newId('loan', a, x) < newId('loan', b, y)).toBe(true);
    }),
  );
});

test('two chances in one millisecond are two ids', () => {
  fc.assert(
    fc.property(random80, random80, (x, y) => {
      fc.pre(x !== y);
      expect(newId('a', '2026-11-22T00:00:00.000Z', x)).not.toBe(newId('a', '2026-11-22T00:00:00.000Z', y));
    }),
  );
});

test('a known id, and what is not one', () => {
  expect(newId('cust', '1970-01-01T00:00:00.000Z', 0n)).toBe(HOUSE);
  // 33 milliseconds are "11" in base 32; eighty one-bits are sixteen times the last letter.
  expect(newId('loan', '1970-01-01T00:00:00.033Z', (1n << 80n) - 1n)).toBe('loan_0000000011zzzzzzzzzzzzzzzz');
  const body = HOUSE.slice(5);
  const raw = [
    '',
    'cust_',
    body,
    `loan_${body}`,
    `cust-${body}`,
    `${HOUSE}0`,
    HOUSE.slice(0, -1),
    `cust_${body.slice(1)}u`,
    `cust_${body.slice(1)}A`,
    ` ${HOUSE}`,
  ];
  expect(raw.map((text) => parseId('cust', text))).toEqual(raw.map(() => undefined));
});

test('chance outside 80 bits is a bug', () => {
  expect(() => newId('loan', '2026-11-22T08:00:00.000Z', 1n << 80n)).toThrow(Bug);
  expect(() => newId('loan', '2026-11-22T08:00:00.000Z', -1n)).toThrow(Bug);
  expect(() => newId('loan', 'not a moment', 0n)).toThrow();
});

test('one kind of id does not stand in for another', () => {
  expectTypeOf<Id<'loan'>>().not.toExtend<CustomerId>();
  expectTypeOf<CustomerId>().toExtend<string>();
  expect(HOUSE.startsWith('cust_')).toBe(true);
});
