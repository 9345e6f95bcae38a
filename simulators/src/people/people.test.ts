import { ageOn, isBankCard, isMobile, isResidentId, isUscc } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { enterprise, enterpriseByUscc, holderOfAccount, person, personByIdNo, shop, shopNumber } from './people.ts';

const SOME = [...Array.from({ length: 300 }, (_, n) => n), 12_234, 12_235, 36_710, 1_008_000, 1_009_841, 5_999_999];

test('every identifier has right check digits, and people are of working age', () => {
  for (const n of SOME) {
    const p = person(n);
    const e = enterprise(n);
    expect([n, isResidentId(p.idNo), isBankCard(p.card), isMobile(p.mobile), isUscc(e.uscc), isBankCard(e.account)]).toEqual([
      n,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(p.mobile).toMatch(/^1990000\d{4}$/);
    expect(ageOn(p.birth, '2025-08-01')).toBeGreaterThanOrEqual(22);
    expect(ageOn(p.birth, '2026-12-31')).toBeLessThan(58);
  }
});

test('different numbers give different people, firms and accounts, and each is found again by its identifier', () => {
  const ids = SOME.flatMap((n) => [person(n).idNo, person(n).card, enterprise(n).uscc, enterprise(n).account, enterprise(n).name]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const n of SOME) {
    expect(personByIdNo(person(n).idNo)?.n).toBe(n);
    expect(enterpriseByUscc(enterprise(n).uscc)?.n).toBe(n);
    expect(holderOfAccount(person(n).card)?.idNo).toBe(person(n).idNo);
    expect(holderOfAccount(enterprise(n).account)?.idNo).toBe(enterprise(n).uscc);
  }
});

test('strangers are not mistaken for our people', () => {
  expect(personByIdNo('11010519491231002X')).toBeUndefined();
  expect(personByIdNo('nonsense')).toBeUndefined();
  expect(enterpriseByUscc('91350100M000100Y43')).toBeUndefined();
  expect(holderOfAccount('6222020200112233446')).toBeUndefined();
  expect(shopNumber('OL0123456789')).toBeUndefined();
  expect(shopNumber(shop(12).shopId)).toBe(12);
  expect(() => person(-1)).toThrow(RangeError);
});

test('a name shows at once that it is a test', () => {
  for (const n of SOME) {
    expect(person(n).name).toMatch(/^.[试测样虚拟例演练]{2}$/);
    expect(enterprise(n).name).toMatch(/样例|测试|虚拟|演示|示例/);
  }
});
