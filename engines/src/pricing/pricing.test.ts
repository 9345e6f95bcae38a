import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateTable, MERCHANT_POLICY_V1 } from '../policy/index.ts';
import { downOneGroup, GRADES, type Grade } from '../rating/index.ts';
import {
  checkPricing,
  drawable,
  earliestIncrease,
  merchantLimit,
  type OfferInput,
  offerFor,
  overrideOffer,
  type PriceInput,
  type PricingParameters,
  priceBuildUp,
  priceOf,
  printedBreakdown,
  readPricing,
  revisePricing,
  templateFaults,
  MERCHANT_PRICING_V1 as V1,
  writePricing,
} from './index.ts';

const LPR = 30_000n;
const OFFERED = GRADES.filter((g) => (V1.grades.find((t) => t.grade === g)?.maxTermMonths ?? 0) > 0);
const ML1 = { netSales12mMinor: 360_000_000n, settle30dMinor: 15_000_000n, needMinor: null, thinFile: false };
const PRICE: PriceInput = { grade: 'AA', termMonths: 12, guarantee: 'CREDIT', segment: 'ECOM', discounts: [] };
const OFFER: OfferInput = { ...ML1, ...PRICE, pdPpm: 3_000n };
const withGrade = (grade: Grade, change: Partial<PricingParameters['grades'][number]>): PricingParameters => ({
  ...V1,
  grades: V1.grades.map((g) => (g.grade === grade ? { ...g, ...change } : g)),
});

describe('limit', () => {
  test('ML-1: net sales 3.6 million at AA give 360,000.00, and 216,000.00 one group lower', () => {
    const limit = merchantLimit({ ...ML1, grade: 'AA' }, V1);
    expect(limit).toMatchObject({ amountMinor: 36_000_000n, binding: 'sales' });
    expect(limit.bounds.map((b) => [b.code, b.amountMinor])).toEqual([
      ['sales', 36_000_000n],
      ['settlement', 45_000_000n],
      ['cap', 50_000_000n],
    ]);
    expect(merchantLimit({ ...ML1, grade: downOneGroup('AA') }, V1).amountMinor).toBe(21_600_000n);
  });
  test('whatever is smallest decides, down to the step, never below nothing', () => {
    expect(merchantLimit({ ...ML1, grade: 'AA', needMinor: 12_345_678n }, V1)).toMatchObject({ amountMinor: 12_340_000n, binding: 'need' });
    expect(merchantLimit({ ...ML1, grade: 'AA', settle30dMinor: 1_000_000n }, V1)).toMatchObject({ amountMinor: 3_000_000n, binding: 'settlement' });
    expect(merchantLimit({ ...ML1, grade: 'AAA', netSales12mMinor: 10n ** 14n, settle30dMinor: 10n ** 13n }, V1)).toMatchObject({
      amountMinor: 50_000_000n,
      binding: 'cap',
    });
    expect(merchantLimit({ ...ML1, grade: 'AA', netSales12mMinor: -5n }, V1).amountMinor).toBe(0n);
    expect(merchantLimit({ ...ML1, grade: 'D' }, V1).amountMinor).toBe(0n);
  });
  test('S0-08 a better grade never gets a smaller limit at equal data', () => {
    const money = fc.bigInt({ min: -1_000_000n, max: 10n ** 13n });
    fc.assert(
      fc.property(fc.nat(10), money, money, fc.option(money), fc.boolean(), (i, netSales12mMinor, settle30dMinor, needMinor, thinFile) => {
        const limit = (at: number) =>
          merchantLimit({ grade: GRADES[at] ?? 'D', netSales12mMinor, settle30dMinor, needMinor, thinFile }, V1).amountMinor;
        expect(limit(i)).toBeGreaterThanOrEqual(limit(i + 1));
      }),
    );
  });
  test('S0-57 a drawdown is at most the least of approved, available, need and regulatory cap, all four shown', () => {
    const values = { approvedMinor: 500n, availableMinor: 400n, needMinor: 450n, regulatoryCapMinor: 399n };
    const result = drawable(values);
    expect(result).toMatchObject({ amountMinor: 399n, binding: 'regulatory_cap' });
    expect(result.bounds.map((b) => b.amountMinor)).toEqual([500n, 400n, 450n, 399n]);
    expect(drawable({ ...values, availableMinor: -1n })).toMatchObject({ amountMinor: 0n, binding: 'available' });
  });
  test('S4-02 template caps: at the cap, one fen above, and one day past the longest term', () => {
    const template = { capMinor: V1.limit.capMinor, maxTermMonths: 12 };
    const faults = (amountMinor: bigint, maturityOn: string) =>
      templateFaults(template, { amountMinor, startOn: '2026-11-22', maturityOn }).map((f) => f.code);
    expect(faults(50_000_000n, '2027-11-22')).toEqual([]);
    expect(faults(50_000_001n, '2027-11-22')).toEqual(['TPL01']);
    expect(faults(50_000_000n, '2027-11-23')).toEqual(['TPL02']);
  });
  test('S3-40 amount and rate come with the earliest day for an increase: cooling-off, review, repayment record', () => {
    const record = { lastDecisionOn: '2026-01-15', nextReviewOn: '2026-03-01', lastOverdueEndedOn: null };
    expect(offerFor(OFFER, LPR, V1)).toMatchObject({ limitMinor: 36_000_000n, ratePpm: 56_000n });
    expect(earliestIncrease(record, V1)).toMatchObject({ on: '2026-04-15', because: [{ on: '2026-04-15' }, { on: '2026-03-01' }] });
    expect(earliestIncrease({ ...record, nextReviewOn: '2026-07-01' }, V1).on).toBe('2026-07-01');
    expect(earliestIncrease({ ...record, lastOverdueEndedOn: '2026-02-28' }, V1).on).toBe('2026-08-28');
  });
});

describe('price', () => {
  test('S0-39 the grade discount in bp stands on top of LPR and product spread, and the breakdown is printed', () => {
    const price = priceOf({ ...PRICE, discounts: [{ code: 'promo', zh: '首贷活动优惠', en: 'first-loan campaign', ppm: 2_050n }] }, LPR, V1);
    expect(price.ratePpm).toBe(53_950n); // 300 + 200 + 80 − 20 − 20.5 bp
    expect(printedBreakdown(price)).toEqual({
      zh: [
        '贷款市场报价利率（LPR） 300 bp',
        '产品加点 200 bp',
        '评级加点（AA） 80 bp',
        '评级优惠（AA） -20 bp',
        '首贷活动优惠 -20.5 bp',
        '执行年利率 539.5 bp',
      ],
      en: [
        'loan prime rate (LPR) 300 bp',
        'product spread 200 bp',
        'grade spread (AA) 80 bp',
        'grade discount (AA) -20 bp',
        'first-loan campaign -20.5 bp',
        'annual rate 539.5 bp',
      ],
    });
    expect(price.lines.reduce((s, l) => s + l.ppm, 0n)).toBe(price.ratePpm);
  });
  const anyPrice = fc.record({
    guarantee: fc.constantFrom(...V1.guarantees.map((g) => g.guarantee)),
    segment: fc.constantFrom(...V1.segments.map((s) => s.segment)),
    discounts: fc.array(
      fc.record({ code: fc.constant('x'), zh: fc.constant('优惠'), en: fc.constant('cut'), ppm: fc.bigInt({ min: 0n, max: 30_000n }) }),
      { maxLength: 2 },
    ),
  });
  const lprs = fc.bigInt({ min: 10_000n, max: 60_000n });
  test('S0-09 a better grade never pays more at equal term and guarantee', () => {
    fc.assert(
      fc.property(fc.nat(OFFERED.length - 2), fc.integer({ min: 1, max: 36 }), anyPrice, lprs, (i, term, rest, lpr) => {
        const worse = V1.grades.find((g) => g.grade === OFFERED[i + 1]);
        const termMonths = Math.min(term, worse?.maxTermMonths ?? 1);
        const rate = (at: number) => priceOf({ ...rest, grade: OFFERED[at] ?? 'AAA', termMonths }, lpr, V1).ratePpm;
        expect(rate(i)).toBeLessThanOrEqual(rate(i + 1));
      }),
    );
  });
  test('a better grade never gets a shorter term, and AAA and BB differ in limit, rate and term', () => {
    const terms = V1.grades.map((g) => g.maxTermMonths);
    expect(terms).toEqual([...terms].sort((a, b) => b - a));
    const [best, weak] = (['AAA', 'BB'] as const).map((grade) => offerFor({ ...OFFER, grade, termMonths: 6 }, LPR, V1));
    expect(best?.limitMinor).toBeGreaterThan(weak?.limitMinor ?? 0n);
    expect(best?.ratePpm).toBeLessThan(weak?.ratePpm ?? 0n);
    expect(best?.maxTermMonths).toBeGreaterThan(weak?.maxTermMonths ?? 0);
  });
  test('S4-24 the price depends on grade, term, guarantee and segment alone: equal inputs, equal price, whoever asks', () => {
    const personal = fc.record({
      gender: fc.constantFrom('F', 'M'),
      age: fc.integer({ min: 18, max: 60 }),
      ethnicity: fc.string(),
      province: fc.string(),
      maritalStatus: fc.string(),
    });
    fc.assert(
      fc.property(anyPrice, lprs, personal, personal, (rest, lpr, one, other) => {
        const input = { ...rest, grade: 'A' as const, termMonths: 12 };
        expect(priceOf({ ...input, ...one }, lpr, V1)).toEqual(priceOf({ ...input, ...other }, lpr, V1));
      }),
    );
    const rate = (change: Partial<PriceInput>) => priceOf({ ...PRICE, ...change }, LPR, V1).ratePpm;
    expect([rate({ grade: 'A' }), rate({ termMonths: 13 }), rate({ guarantee: 'MORTGAGE' }), rate({ segment: 'MICRO' })]).toEqual([
      65_000n,
      58_000n,
      52_000n,
      61_000n,
    ]);
  });
  test('the floor holds, the cap holds, and what is not offered is refused', () => {
    const deep = priceOf({ ...PRICE, discounts: [{ code: 'x', zh: '优惠', en: 'cut', ppm: 50_000n }] }, LPR, V1);
    expect(deep.ratePpm).toBe(28_000n);
    expect(deep.lines.reduce((s, l) => s + l.ppm, 0n)).toBe(28_000n);
    expect(() => priceOf(PRICE, 220_000n, V1)).toThrow('pricing.above_cap');
    expect(() => priceOf({ ...PRICE, grade: 'B' }, LPR, V1)).toThrow('pricing.grade_not_offered');
    expect(() => priceOf({ ...PRICE, termMonths: 31 }, LPR, V1)).toThrow('pricing.term_too_long');
    expect(() => priceOf({ ...PRICE, segment: 'X' }, LPR, V1)).toThrow('pricing.unknown_segment');
  });
  test('S2-71 the price is built up line by line, and a return on capital under the target raises the floor alert', () => {
    const sound = priceBuildUp(56_000n, { pdPpm: 3_000n, lgdPpm: 450_000n }, V1);
    expect(sound.lines.map((l) => [l.code, l.ppm])).toEqual([
      ['funding', 18_000n],
      ['operating', 12_000n],
      ['expected_loss', 1_350n],
      ['capital', 9_600n],
      ['margin', 15_050n],
    ]);
    expect(sound.lines.reduce((s, l) => s + l.ppm, 0n)).toBe(56_000n);
    // (5.6 − 1.8 − 1.2 − 0.135) % × 75 % / 8 % = 23.109375 %
    expect(sound).toMatchObject({ rarocPpm: 231_093n, belowFloor: false });
    expect(priceBuildUp(44_150n, { pdPpm: 3_000n, lgdPpm: 450_000n }, V1)).toMatchObject({ rarocPpm: 120_000n, belowFloor: false });
    expect(priceBuildUp(44_149n, { pdPpm: 3_000n, lgdPpm: 450_000n }, V1)).toMatchObject({ belowFloor: true });
  });
});

describe('offer', () => {
  test('S3-31 an offer writes limit, rate and term with the rule ids that made them, and they reproduce it', () => {
    const offer = offerFor(OFFER, LPR, V1);
    expect(offer).toMatchObject({
      source: 'table',
      limitMinor: 36_000_000n,
      ratePpm: 56_000n,
      termMonths: 12,
      maxTermMonths: 30,
      reviewMonths: 12,
      verification: null,
    });
    expect(offer.ruleIds).toEqual([
      'merchant-pricing@1.0.0:grade/AA',
      'merchant-pricing@1.0.0:limit/sales',
      ...['lpr', 'product', 'grade', 'grade_discount', 'term', 'guarantee', 'segment'].map((c) => `merchant-pricing@1.0.0:price/${c}`),
    ]);
    expect(offerFor({ ...OFFER }, LPR, readPricing(writePricing(V1)))).toEqual(offer);
  });
  test('S4-27 the grade table is the only source of an automatic offer; a departure needs a reason and another person', () => {
    const offer = offerFor(OFFER, LPR, V1);
    const change = { limitMinor: 40_000_000n, ratePpm: 50_000n, reason: '核心企业确认订单', askedBy: 'a', approvedBy: 'b' };
    expect(overrideOffer(offer, change, V1)).toMatchObject({ source: 'override', limitMinor: 40_000_000n, ratePpm: 50_000n });
    expect(overrideOffer(offer, change, V1).price.lines.reduce((s, l) => s + l.ppm, 0n)).toBe(50_000n);
    for (const bad of [{ reason: ' ' }, { approvedBy: null }, { approvedBy: 'a' }])
      expect(() => overrideOffer(offer, { ...change, ...bad }, V1)).toThrow('pricing.override_approval');
    expect(() => overrideOffer(offer, { ...change, ratePpm: 240_001n }, V1)).toThrow('pricing.above_cap');
    // A weaker grade can only get what its own band says.
    expect(offerFor({ ...OFFER, grade: 'BBB' }, LPR, V1)).toMatchObject({ source: 'table', limitMinor: 14_400_000n, ratePpm: 78_000n });
  });
  test('S4-21 a thin file gets a smaller cap, a shorter term and more verification, and passes no blacklist or fraud rule', () => {
    const thin = offerFor({ ...OFFER, thinFile: true, termMonths: 6 }, LPR, V1);
    const full = offerFor({ ...OFFER, termMonths: 6 }, LPR, V1);
    expect(thin.limitMinor).toBeLessThan(full.limitMinor);
    expect(thin).toMatchObject({ limitMinor: 5_000_000n, maxTermMonths: 6, limit: { binding: 'thin_file' } });
    expect(thin.verification?.zh && full.verification === null).toBe(true);
    expect(() => offerFor({ ...OFFER, thinFile: true, termMonths: 7 }, LPR, V1)).toThrow('pricing.term_too_long');
    const rules = (change: Record<string, boolean | string>) =>
      evaluateTable(MERCHANT_POLICY_V1.admission, { segment: 'FIRST_LOAN', ...change }).hits.map((h) => h.code);
    expect(rules({ blacklisted: true })).toContain('ADM07');
    expect(rules({ fraudSignal: 'REJECT' })).toContain('ADM08');
  });
});

describe('parameters', () => {
  test('S3-33 the table holds limit multiplier, spread, longest term and guarantee per grade, and an edit needs two people', () => {
    for (const g of V1.grades)
      expect([typeof g.limitFactorPpm, typeof g.spreadPpm, typeof g.maxTermMonths, typeof g.guarantee.zh]).toEqual([
        'bigint',
        'bigint',
        'number',
        'string',
      ]);
    expect(V1.grades.map((g) => g.grade)).toEqual([...GRADES]);
    const next = { ...withGrade('BB', { maxTermMonths: 3 }), version: '1.1.0', effectiveFrom: '2027-01-01' };
    expect(revisePricing(V1, next, { proposedBy: 'a', approvedBy: 'b' })).toBe(next);
    expect(() => revisePricing(V1, next, { proposedBy: 'a', approvedBy: 'a' })).toThrow('pricing.dual_control');
    expect(() => revisePricing(V1, next, { proposedBy: 'a', approvedBy: '' })).toThrow('pricing.dual_control');
    expect(() => revisePricing(V1, { ...next, version: '1.0.0' }, { proposedBy: 'a', approvedBy: 'b' })).toThrow('pricing.version_order');
    expect(() => revisePricing(V1, { ...next, effectiveFrom: '2026-01-01' }, { proposedBy: 'a', approvedBy: 'b' })).toThrow('pricing.version_order');
  });
  test.each<[string, PricingParameters]>([
    ['a larger limit', withGrade('A', { limitFactorPpm: 80_000n })],
    ['a lower price', withGrade('A', { spreadPpm: 5_000n })],
    ['a deeper discount', withGrade('A', { discountPpm: 14_000n })],
    ['a longer term', withGrade('A', { maxTermMonths: 25 })],
  ])('%s for a worse grade is refused', (_, broken) => {
    expect(() => checkPricing(broken)).toThrow('pricing.not_monotone');
  });
  test('the shipped parameters are sound and survive JSON', () => {
    expect(() => checkPricing(V1)).not.toThrow();
    expect(readPricing(writePricing(V1))).toEqual(V1);
    expect(() => readPricing(writePricing(V1).replace('"500000.00"', '"x"'))).toThrow('pricing.parameters_invalid');
  });
});
