import { MERCHANT_POLICY_V1 } from '@tallystick/engines/policy';
import { describe, expect, test } from 'vitest';
import { canonicalJson, readCanonical } from './canonical.ts';
import { matchProducts } from './catalogue/match.ts';
import { TEMPLATES } from './catalogue/templates.ts';
import { productFault } from './rules.ts';
import type { ProductBody } from './schema.ts';
import { bannedPurpose, INTAKE_V1 } from './sets/intake.ts';
import type { Product } from './types.ts';

const template = (code: string): ProductBody => TEMPLATES[code] as ProductBody;
const ecom = template('ECOM_MERCHANT_LOAN');
const offered = Object.entries(TEMPLATES).map(
  ([code, body]) => ({ ...body, code, version: 1, effectiveFrom: '2025-01-01', effectiveTo: null, source: 't' }) as Product,
);

describe('a product', () => {
  test('every template the bank starts with may be what it is', () => {
    for (const body of Object.values(TEMPLATES)) expect(productFault(body)).toBeUndefined();
  });
  test.each(['P2P', 'p2p', 'INVESTOR_MATCHING', 'RETAIL_FUNDING', 'SOMETHING_ELSE'])(
    'S4-13 kind %s cannot be made: no matching of investors with borrowers, no retail funding',
    (kind) => {
      expect(productFault({ ...ecom, kind })).toMatchObject({ code: 'products.kind_prohibited', facts: { kind } });
    },
  );
  test('S1-40 a student variant is blocked until every compliance condition is there; a small-business variant is free', () => {
    expect(productFault({ ...template('MICRO'), kind: 'MICRO', maxAmountMinor: 5_000_000n })).toBeUndefined();
    expect(productFault({ ...ecom, kind: 'STUDENT' })).toEqual({
      code: 'products.student_conditions',
      facts: { missing: 'guardianConsent, stableIncomeOrGuarantor, complianceApprovalNo' },
    });
    const partly = { guardianConsent: true, stableIncomeOrGuarantor: true, complianceApprovalNo: ' ' };
    expect(productFault({ ...ecom, kind: 'STUDENT', studentConditions: partly })?.facts).toEqual({ missing: 'complianceApprovalNo' });
    expect(productFault({ ...ecom, kind: 'STUDENT', studentConditions: { ...partly, complianceApprovalNo: 'HG-2026-001' } })).toBeUndefined();
  });
  test.each([
    [{ allInCapPpm: 240_000n }, undefined],
    [{ allInCapPpm: 240_001n }, 'products.all_in_cap'],
    [{ allInWarnPpm: 240_001n }, 'products.all_in_cap'],
    [{ penaltyUpliftPpm: 300_000n }, undefined],
    [{ penaltyUpliftPpm: 299_999n }, 'products.terms_invalid'],
    [{ penaltyUpliftPpm: 500_001n }, 'products.terms_invalid'],
    [{ minAmountMinor: ecom.maxAmountMinor }, undefined],
    [{ minAmountMinor: ecom.maxAmountMinor + 1n }, 'products.terms_invalid'],
    [{ maxMonths: 36 }, undefined],
    [{ maxMonths: 37 }, 'products.terms_invalid'],
    [{ minMonths: 37 }, 'products.terms_invalid'],
  ] as const)('with %o is judged %s', (change, code) => {
    expect(productFault({ ...ecom, ...change })?.code).toBe(code);
  });
});

describe('S1-33 the product matcher', () => {
  const base = { segment: 'merchant', grade: 'A', region: '33', purposeClass: 'BUSINESS', isFirstLoan: true } as const;
  const fitting = (facts: Parameters<typeof matchProducts>[1]): string[] =>
    matchProducts(offered, facts).flatMap((m) => (m.fits ? [m.product.code] : []));
  const failing = (code: string, facts: Parameters<typeof matchProducts>[1]) =>
    matchProducts(offered, facts).find((m) => m.product.code === code)?.failing;

  test('offers a good merchant what fits and shows the rule that fails for the rest', () => {
    expect(fitting(base)).toEqual(['ECOM_MERCHANT_LOAN', 'FIRST_LOAN', 'MICRO']);
    expect(failing('WORKING_CAPITAL', base)).toEqual([{ rule: 'segment', threshold: 'enterprise' }]);
  });
  test('the lowest grade of a product still has it, one notch less does not', () => {
    expect(failing('ECOM_MERCHANT_LOAN', { ...base, grade: 'BB' })).toEqual([]);
    expect(failing('ECOM_MERCHANT_LOAN', { ...base, grade: 'B' })).toEqual([{ rule: 'min_grade', threshold: 'BB' }]);
  });
  test('names every rule that fails: purpose, region, an earlier loan', () => {
    expect(failing('ECOM_MERCHANT_LOAN', { ...base, purposeClass: 'HOUSING' })).toEqual([{ rule: 'purpose', threshold: 'BUSINESS' }]);
    expect(failing('FIRST_LOAN', { ...base, isFirstLoan: false })).toEqual([{ rule: 'first_loan_only', threshold: 'true' }]);
    const local = offered.map((p) => ({ ...p, regions: ['31', '32'] }));
    expect(matchProducts(local, base).every((m) => m.failing.some((f) => f.rule === 'region' && f.threshold === '31,32'))).toBe(true);
  });
  test('what is not known yet fails nothing', () => {
    expect(fitting({ segment: 'merchant', grade: null, region: null, purposeClass: null, isFirstLoan: null })).toEqual([
      'ECOM_MERCHANT_LOAN',
      'FIRST_LOAN',
      'MICRO',
    ]);
  });
});

describe('S4-26 a stated purpose', () => {
  test.each([
    ['支付首付款购房', 'REAL_ESTATE'],
    ['down payment for buying a house', 'REAL_ESTATE'],
    ['炒股补仓', 'SECURITIES'],
    ['Bitcoin', 'SECURITIES'],
    ['入股朋友的公司', 'EQUITY'],
    ['转借给亲戚', 'LENDING_ON'],
    ['偿还贷款', 'REPAY_OTHER_LOAN'],
    ['网上博彩', 'GAMBLING'],
  ])('%s is banned as %s', (text, code) => {
    expect(bannedPurpose(text, INTAKE_V1.bannedPurposes)?.code).toBe(code);
  });
  test('is named as the purpose table of the policy names it, so that entry and decision say no to the same uses', () => {
    const declined = MERCHANT_POLICY_V1.purpose.rows.flatMap((r) => (r.when['use']?.op === 'eq' ? [r.when['use'].value] : []));
    expect(INTAKE_V1.bannedPurposes.map((b) => b.code)).toEqual(expect.arrayContaining(declined));
  });
  test.each([
    '双11备货，支付供应商到期货款',
    '租用仓库',
    'rent a warehouse and buy stock',
    '过桥米线店装修',
    '购买原材料',
    'pay for shipping and futures of our team wear',
  ])('%s is honest trade', (text) => {
    expect(bannedPurpose(text, INTAKE_V1.bannedPurposes)).toBeUndefined();
  });
});

test('canonical text has one form for equal values, keeps bigints and the texts that look like them, and reads back', () => {
  const value = { b: [1n, -2n, '3n', '~4n', null], a: { y: 'x', x: 0.5 }, skipped: undefined };
  const text = canonicalJson(value);
  expect(text).toBe('{"a":{"x":0.5,"y":"x"},"b":["1n","-2n","~3n","~~4n",null]}');
  expect(readCanonical(text)).toEqual({ b: [1n, -2n, '3n', '~4n', null], a: { y: 'x', x: 0.5 } });
  expect(canonicalJson({ a: { x: 0.5, y: 'x' }, b: value.b })).toBe(text);
  expect(() => canonicalJson({ a: Number.NaN })).toThrow();
});
