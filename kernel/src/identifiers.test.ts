import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isBankCard,
  isMobile,
  isOrganisationCode,
  isResidentId,
  isUscc,
  luhnCheck,
  maskCard,
  maskId,
  maskName,
  maskPhone,
  organisationCheck,
  residentIdCheck,
  residentIdFacts,
  usccCheck,
} from './identifiers.ts';

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(''));
const letters = (alphabet: string, length: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((l) => l.join(''));

/** One letter changed into another of the same alphabet. */
const oneTypo = (text: string, alphabet: string) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.constantFrom(...alphabet))
    .filter(([at, letter]) => text.charAt(at) !== letter)
    .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));

describe('unified social credit code (IDN-01)', () => {
  const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  test.each(['91350100M000100Y43', '91330106673959654P', '91110000600037341L', '91440300708461136T', '9144030071526726XG'])('%s is right', (code) => {
    expect(isUscc(code)).toBe(true);
    fc.assert(
      fc.property(oneTypo(code, ALPHABET), (typo) => {
        expect(isUscc(typo)).toBe(false);
      }),
    );
  });

  test('a code made with its check character is right, and only with it', () => {
    fc.assert(
      fc.property(letters(ALPHABET, 17), (body) => {
        expect([...ALPHABET].filter((check) => isUscc(body + check))).toEqual([usccCheck(body)]);
      }),
    );
  });

  test.each(['', '91350100M000100Y4', '91350100M000100Y433', '91350100m000100Y43', '91350100M000100I43', '9135 100M000100Y43'])(
    '%j is not',
    (code) => {
      expect(isUscc(code)).toBe(false);
    },
  );
  test('a foreign or missing letter has no check character', () => {
    expect([usccCheck('9135010OM000100Y4'), usccCheck('91350100')]).toEqual([undefined, undefined]);
  });
});

describe('organisation code (IDN-03)', () => {
  test.each(['D2143569X', '71526726X', '708461136', '673959654'])('%s is right', (code) => {
    expect(isOrganisationCode(code)).toBe(true);
    expect(organisationCheck(code.slice(0, 8))).toBe(code.charAt(8));
  });
  test.each(['D21435690', '71526726-X', '708461137', '70846113', 'd2143569X'])('%s is not', (code) => {
    expect(isOrganisationCode(code)).toBe(false);
  });
  test('the check character is one of 0 to 9 and X, or there is none', () => {
    const any = letters('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 8);
    fc.assert(
      fc.property(any, (body) => {
        expect(organisationCheck(body)).toMatch(/^[0-9X]$/);
      }),
    );
    expect(organisationCheck('1234-678')).toBeUndefined();
  });
});

describe('resident ID (IDN-04)', () => {
  test('the two vectors of the standard', () => {
    expect(residentIdFacts('11010519491231002X')).toEqual({ birth: '1949-12-31', gender: 'female' });
    expect(residentIdFacts('440524188001010014')).toEqual({ birth: '1880-01-01', gender: 'male' });
    expect(isResidentId('11010519491231002X')).toBe(true);
  });

  test('one mistyped digit or two swapped neighbours are found', () => {
    const id = '440524188001010014';
    fc.assert(
      fc.property(oneTypo(id, '0123456789'), (typo) => {
        expect(isResidentId(typo)).toBe(false);
      }),
    );
    for (let i = 0; i < 17; i += 1) {
      const swapped = id.slice(0, i) + id.charAt(i + 1) + id.charAt(i) + id.slice(i + 2);
      if (swapped !== id) expect(isResidentId(swapped)).toBe(false);
    }
  });

  const checked = (body: string): string => body + (residentIdCheck(body) ?? '');
  test.each([
    ['region 99', checked('99010519491231002')],
    ['30 February', checked('11010519490230002')],
    ['month 13', checked('11010519491331002')],
    ['small x', '11010519491231002x'],
    ['17 digits', '11010519491231002'],
    ['the old 15 digits', '110105491231002'],
    ['a letter inside', '1101051949123100AX'],
    ['nothing', ''],
  ])('%s is not an ID', (_why, id) => {
    expect(isResidentId(id)).toBe(false);
  });
  test('a body of another form has no check digit', () => {
    expect([residentIdCheck('1101051949123100'), residentIdCheck('1101051949123100X')]).toEqual([undefined, undefined]);
  });
});

describe('bank card (IDN-05)', () => {
  test('the vector passes, every single mistyped digit does not', () => {
    expect(isBankCard('6222020200112233446')).toBe(true);
    fc.assert(
      fc.property(oneTypo('6222020200112233446', '0123456789'), (typo) => {
        expect(isBankCard(typo)).toBe(false);
      }),
    );
  });
  test('13 to 19 digits with their Luhn digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }).chain(digits), (body) => {
        const card = body + luhnCheck(body);
        expect(isBankCard(card)).toBe(card.length >= 13 && card.length <= 19);
      }),
    );
    expect([isBankCard('6222 0202 0011 2233 446'), isBankCard('')]).toEqual([false, false]);
  });
});

test('mobile numbers of the mainland', () => {
  expect(['19900001234', '13800000000'].every(isMobile)).toBe(true);
  expect(['12900001234', '1990000123', '199000012345', '+8619900001234', '1990000123a', ''].some(isMobile)).toBe(false);
});

test('masks show no more than they say', () => {
  expect(maskId('11010519491231002X')).toBe('110105********002X');
  expect(maskId('123456789')).toBe('*********');
  expect(maskPhone('19900001234')).toBe('199****1234');
  expect(maskCard('6222020200112233446')).toBe('**** 3446');
  expect(['张三丰', '王五', '李', '', '𠮷野家'].map(maskName)).toEqual(['张**', '王*', '*', '*', '𠮷**']);
  fc.assert(
    fc.property(fc.string({ minLength: 10, maxLength: 30, unit: 'grapheme-ascii' }), (id) => {
      expect(maskId(id).slice(6, -4)).toMatch(/^\**$/);
    }),
  );
});
