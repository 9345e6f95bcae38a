import { HOUSE } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import products from '#mount/products';
import { ANONYMOUS } from '#platform';
import { makeBranch, makeStaff, openWorld, run, type StaffActor, type World } from '#test';
import { TEMPLATES } from './catalogue/templates.ts';
import { matchProducts, products as offered, parameterSet, parameterVersion, product, seedProducts } from './index.ts';
import { zProductBody } from './schema.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers as a client sees them
type Seen = any;
let world: World;
let maker: StaffActor;
let checker: StaffActor;
beforeAll(async () => {
  world = await openWorld([audit, access, products], { day: '2026-03-02' });
  await makeBranch(world);
  maker = await makeStaff(world, ['RISK_MANAGER']);
  checker = await makeStaff(world, ['RISK_MANAGER']);
  await world.rt.asSystem('t', seedProducts);
});
afterAll(() => world.close());

/** Asks as one person and approves as another; answers what the command answers, or throws what it refuses. */
async function together(name: string, input: object): Promise<Seen> {
  const { requestId } = await run(world, maker, name, input);
  const { answer } = await run(world, checker, 'access.approve_request', { customerId: HOUSE, requestId });
  return JSON.parse(answer);
}
const bodyOf = (code: string, more: object = {}): object => {
  const body = zProductBody.encode(TEMPLATES[code] as Seen) as object;
  return { ...body, ...more };
};
const publish = (code: string, more: object, effectiveFrom = '2026-04-01') =>
  together('products.publish_version', { code, effectiveFrom, source: '测试', body: bodyOf('MICRO', more) });
const on = <T>(work: (ctx: Seen) => Promise<T>): Promise<T> => world.rt.asSystem('t', work);

describe('what may not be built', () => {
  test('S1-40 a small-business variant can be published; a student one only with guardian, income or guarantor, and the compliance number', async () => {
    await publish('MICRO_MARKET', { name: { zh: '市场微贷', en: 'Market micro-loan' }, segments: ['merchant'] }, '2026-03-02');
    expect((await on((ctx) => product(ctx, 'MICRO_MARKET'))).name.zh).toBe('市场微贷');
    const student = { kind: 'STUDENT', purposes: ['EDUCATION'] };
    await expect(publish('STUDENT_LOAN', student)).rejects.toMatchObject({
      code: 'products.student_conditions',
      facts: { missing: 'guardianConsent, stableIncomeOrGuarantor, complianceApprovalNo' },
    });
    const half = { guardianConsent: true, stableIncomeOrGuarantor: true, complianceApprovalNo: ' ' };
    await expect(publish('STUDENT_LOAN', { ...student, studentConditions: half })).rejects.toMatchObject({
      facts: { missing: 'complianceApprovalNo' },
    });
    const whole = { ...half, complianceApprovalNo: '合规〔2026〕7号' };
    expect(await publish('STUDENT_LOAN', { ...student, studentConditions: whole })).toMatchObject({ version: 1, effectiveFrom: '2026-04-01' });
  });
  test('the all-in cap, the penalty uplift and the term stay within the law', async () => {
    await expect(publish('MICRO', { allInCapPpm: '24.0001' })).rejects.toMatchObject({ code: 'products.all_in_cap' });
    for (const wrong of [{ penaltyUpliftPpm: '50.0001' }, { penaltyUpliftPpm: '29.9999' }, { maxMonths: 37 }, { minAmountMinor: '999999.00' }])
      await expect(publish('MICRO', wrong)).rejects.toMatchObject({ code: 'products.terms_invalid' });
  });
});

describe('parameters', () => {
  test('one person cannot change them alone: nothing is in force until a second one approves, and never the maker', async () => {
    const [set] = (await run(world, maker, 'products.list_parameters', { name: 'intake' })).items;
    const input = { name: 'intake', effectiveFrom: '2026-03-15', source: '风险委员会纪要', body: { ...set.body, maxLenders: 3 } };
    const { requestId } = await run(world, maker, 'products.publish_parameters', input);
    expect((await run(world, maker, 'products.list_parameters', { name: 'intake' })).items).toHaveLength(1);
    await expect(run(world, maker, 'access.approve_request', { customerId: HOUSE, requestId })).rejects.toMatchObject({
      code: 'access.maker_cannot_check',
    });
    await run(world, checker, 'access.approve_request', { customerId: HOUSE, requestId });
    const { items } = await run(world, maker, 'products.list_parameters', { name: 'intake' });
    expect(items.map((s: Seen) => [s.version, s.effectiveFrom, s.effectiveTo, s.madeBy])).toEqual([
      [2, '2026-03-15', null, maker.id],
      [1, '2025-01-01', '2026-03-15', 'system'],
    ]);
    const lenders = async (day?: string) =>
      ((await on((ctx) => parameterSet(ctx, 'intake', day as never))).body as { maxLenders: number }).maxLenders;
    expect([await lenders(), await lenders('2026-03-14'), await lenders('2026-03-15')]).toEqual([4, 4, 3]);
    expect(((await on((ctx) => parameterVersion(ctx, 'intake', 1))).body as { maxLenders: number }).maxLenders).toBe(4);
  });
  test('a set that the engine cannot use is refused with the reason, and a version never starts before the newest', async () => {
    const [set] = (await run(world, maker, 'products.list_parameters', { name: 'pricing.merchant' })).items;
    const grades = set.body.grades.map((g: Seen) => (g.grade === 'A' ? { ...g, limitFactorPpm: '900000n' } : g));
    const publishSet = (name: string, body: object, effectiveFrom = '2026-03-20') =>
      together('products.publish_parameters', { name, effectiveFrom, source: '测试', body });
    await expect(publishSet('pricing.merchant', { ...set.body, grades })).rejects.toMatchObject({ code: 'pricing.not_monotone' });
    await expect(publishSet('pricing.merchant', set.body, '2024-12-31')).rejects.toMatchObject({ code: 'products.version_gap' });
    await expect(publishSet('intake', { maxLenders: 0 })).rejects.toMatchObject({ code: 'products.parameter_body' });
  });
  test('a stored version cannot be edited or deleted, not even by the owner', async () => {
    await expect(world.asOwner(`update products.parameter_set set body = '{}'`)).rejects.toThrow('never edited');
    await expect(world.asOwner('delete from products.product_version')).rejects.toThrow('versions are kept');
  });
});

test('S1-33 the matcher lets through only products whose grade, segment, region and purpose rules are passed, and names the failing rule with its threshold for the rest', async () => {
  await publish('MICRO_ZJ', { regions: ['33'], minGrade: 'A' }, '2026-03-02');
  const all = await on((ctx) => offered(ctx));
  const facts = { segment: 'merchant', grade: 'BBB', region: '44', purposeClass: 'BUSINESS', isFirstLoan: false } as const;
  const answer = matchProducts(all, facts);
  expect(answer).toHaveLength(all.length);
  const failing = (code: string): Seen => answer.find((m) => m.product.code === code)?.failing;
  expect(failing('ECOM_MERCHANT_LOAN')).toEqual([]);
  expect(failing('MICRO_ZJ')).toEqual([
    { rule: 'region', threshold: '33' },
    { rule: 'min_grade', threshold: 'A' },
  ]);
  expect(failing('FIRST_LOAN')).toEqual([{ rule: 'first_loan_only', threshold: 'true' }]);
  expect(failing('WORKING_CAPITAL')).toEqual([{ rule: 'segment', threshold: 'enterprise' }]);
  for (const m of answer) expect(m.fits).toBe(m.failing.length === 0);
  const forHouse = matchProducts(all, { ...facts, purposeClass: 'HOUSING' });
  expect(forHouse.every((m) => !m.fits && m.failing.some((f) => f.rule === 'purpose'))).toBe(true);
});

test('anybody may read what is offered today, with the highest rate it can carry', async () => {
  const { items } = await run(world, ANONYMOUS, 'products.list', {});
  for (const p of items) expect(p.highestRatePpm).toBeGreaterThan(0n);
});
