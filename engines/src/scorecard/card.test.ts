import { Refusal } from '@tallystick/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import merchantCredit from './cards/merchant-credit.json' with { type: 'json' };
import { type Card, MERCHANT_CREDIT_CARD, parseCard, pdOf, pdOfPoints, type Row, recalibrate, scoreCard } from './index.ts';

/** Independent of the engine: points straight from the JSON. */
function pointsByHand(json: typeof merchantCredit, row: Row): number {
  let total = json.basePoints;
  for (const attribute of json.attributes) {
    const value = row[attribute.name];
    let chosen: number | undefined;
    for (const bin of attribute.bins as {
      lo?: number | null;
      hi?: number | null;
      values?: string[];
      missing?: boolean;
      other?: boolean;
      points: number;
    }[]) {
      const absent =
        value === '' || value == null || (attribute.kind === 'numeric' || typeof value === 'number' ? !Number.isFinite(Number(value)) : false);
      if (absent) {
        if (bin.missing) chosen = bin.points;
      } else if (bin.missing) continue;
      else if (attribute.kind === 'numeric') {
        if ((bin.lo == null || Number(value) >= bin.lo) && (bin.hi == null || Number(value) < bin.hi)) chosen = bin.points;
      } else if (bin.values?.includes(String(value))) chosen = bin.points;
      else if (bin.other) chosen ??= bin.points;
    }
    total += chosen ?? Number.NaN;
  }
  return total;
}

const anyValue = fc.oneof(
  fc.double(),
  fc.integer({ min: -10, max: 400 }),
  fc.constantFrom('YES', 'NO', 'RETAIL', 'WHOLESALE', 'URBAN', 'RURAL', '', 'NEVER_SEEN', null, undefined, 1e12, -1, '12'),
);
const anyRow = fc.record(Object.fromEntries(MERCHANT_CREDIT_CARD.attributes.map((a) => [a.name, anyValue])));

describe('the merchant credit card', () => {
  test('points equal an independent reading of the JSON, hostile values included, and are never NaN', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const scored = scoreCard(MERCHANT_CREDIT_CARD, row);
        expect(scored.points).toBe(pointsByHand(merchantCredit, row));
        expect(Number.isInteger(scored.points)).toBe(true);
        expect(scored.contributions.every((c) => c.bin >= 0 && c.lostPoints >= 0)).toBe(true);
      }),
    );
  });

  test('a sample row, added up on paper', () => {
    const row = { staff_count: 5, amount_multiple: 3, location: 'URBAN', revolving: 'YES', industry: 'RETAIL', same_province: 'NO' };
    const scored = scoreCard(MERCHANT_CREDIT_CARD, row);
    expect(scored.points).toBe(MERCHANT_CREDIT_CARD.basePoints + scored.contributions.reduce((s, c) => s + c.points, 0));
    expect(scored.reasons.map((r) => r.attribute)).toEqual(['same_province', 'industry', 'staff_count', 'location']);
    expect(scored.reasons[0]).toMatchObject({ code: 'MC09', zh: '与放款机构同省：否', en: 'Same province as the lender: no' });
    expect(scored.reasons[1]?.zh).toContain('零售业');
  });

  test('a missing, an unreadable and a never-seen value have their documented bins', () => {
    const { contributions } = scoreCard(MERCHANT_CREDIT_CARD, { staff_count: Number.NaN, industry: 'SPACE_MINING' });
    const bin = (name: string) =>
      MERCHANT_CREDIT_CARD.attributes.find((a) => a.name === name)?.bins[contributions.find((c) => c.attribute === name)?.bin ?? -1];
    expect(bin('staff_count')).toMatchObject({ missing: true, points: 0 });
    expect(bin('industry')).toMatchObject({ other: true });
    expect(bin('industry')?.points).toBeLessThanOrEqual(0);
    expect(bin('revolving')).toMatchObject({ missing: true, points: 0 });
  });

  test('no outcome field and no trap field is among the inputs', () => {
    const sources = merchantCredit.mapping.flatMap((m) => m.source.split(', '));
    for (const trap of ['Term', 'DisbursementDate', 'ChgOffDate', 'ChgOffPrinGr', 'MIS_Status']) expect(sources).not.toContain(trap);
    expect(MERCHANT_CREDIT_CARD.attributes.map((a) => a.name).filter((n) => !merchantCredit.mapping.some((m) => m.feature === n))).toEqual([]);
  });
});

test('points and PD agree: base score has the base odds, pdo points double them, better points never raise the PD', () => {
  const scale = { baseScore: 600, baseOdds: 19, pdo: 40 };
  expect(pdOfPoints(scale, 600)).toBe(50_000n); // 1 / (1 + 19)
  expect(pdOfPoints(scale, 640)).toBe(25_641n); // 1 / (1 + 38)
  fc.assert(fc.property(fc.integer({ min: -500, max: 2000 }), (p) => pdOfPoints(scale, p + 1) <= pdOfPoints(scale, p)));
});

test('a curve gives each score the PD of its level, straight from knot to knot and beyond; recalibrated, all log-odds move alike', () => {
  const scale = { baseScore: 600, baseOdds: 19, pdo: 40 };
  const curve = [500, 540, 600].map((points, i) => ({ points, level: [520, 540, 580][i] ?? 0 }));
  const bent = { ...scale, pdCurve: curve };
  for (const [points, level] of [
    [500, 520],
    [520, 530],
    [570, 560],
    [600, 580],
    [630, 600],
    [460, 500],
  ] as const)
    expect(pdOf(bent, points)).toBeCloseTo(pdOf(scale, level), 12);
  const card: Card = { ...MERCHANT_CREDIT_CARD, pdCurve: curve };
  const points = [480, 530, 575, 640];
  const rate = 0.2;
  const moved = recalibrate(card, points, { rate });
  expect(points.reduce((sum, p) => sum + pdOf(moved.card, p), 0) / points.length).toBeCloseTo(rate, 9);
  const apart = (c: Card, p: number): number => Math.log(1 / pdOf(c, p) - 1);
  for (const p of points) expect(apart(moved.card, p) - apart(card, p)).toBeCloseTo(-moved.intercept, 9);
  expect(() => parseCard({ ...card, pdCurve: [...curve].reverse() })).toThrow(Refusal);
});

test.each([
  ['a gap', { lo: null, hi: 5 }, { lo: 6, hi: null }],
  ['an overlap', { lo: null, hi: 5 }, { lo: 4, hi: null }],
  ['an end that is not open', { lo: null, hi: 5 }, { lo: 5, hi: 9 }],
])('a card with %s is refused', (_, first, second) => {
  const reason = { code: 'X', zh: '甲', en: 'a' };
  const bins = [first, second, { missing: true }].map((b) => ({ ...b, woe: 0, points: 1, reason }));
  const card = {
    id: 'x',
    version: '1',
    basePoints: 1,
    baseScore: 1,
    baseOdds: 1,
    pdo: 1,
    attributes: [{ name: 'n', label: { zh: '', en: '' }, kind: 'numeric', bins }],
  };
  expect(() => parseCard(card)).toThrow(Refusal);
});
