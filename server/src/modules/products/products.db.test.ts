import { MERCHANT_PRICING_V1 } from '@tallystick/engines/pricing';
import { HOUSE } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import models from '#mount/models';
import { ANONYMOUS } from '#platform';
import { makeStaff, openWorld, run, type StaffActor, type World } from '#test';
import { canonicalJson } from './canonical.ts';
import { highestRate, lpr, parameterSet, parameterVersion, product, products, seedProducts } from './index.ts';
import mountProducts from './mount.ts';

let world: World;
let [maker, checker]: StaffActor[] = [];
beforeAll(async () => {
  world = await openWorld([audit, access, mountProducts, models], { day: '2026-03-02' });
  await world.rt.asSystem('test', seedProducts);
  maker = await makeStaff(world, ['PRODUCT_MANAGER', 'RISK_MANAGER']);
  checker = await makeStaff(world, ['PRODUCT_MANAGER', 'RISK_MANAGER']);
});
afterAll(() => world.close());

const inForce = () => run(world, ANONYMOUS, 'products.list', {});
/** The body of a product as the API takes it, changed. */
async function bodyOf(code: string, change: object): Promise<Record<string, unknown>> {
  const operation = world.rt.operations.get('products.list');
  if (!operation) throw new Error('products.list is not mounted');
  const { items } = (await world.rt.execute(operation, { input: {} })).json as { items: Record<string, unknown>[] };
  const {
    code: _c,
    version: _v,
    effectiveFrom: _f,
    effectiveTo: _t,
    source: _s,
    highestRatePpm: _h,
    ...body
  } = items.find((p) => p['code'] === code) ?? {};
  return { ...body, ...change };
}
/** Asked by one, approved by another; answers what the command refuses, if it does. */
async function publish(name: string, input: object): Promise<unknown> {
  const operation = world.rt.operations.get(name);
  if (!operation || !maker || !checker) throw new Error(name);
  const asked = await world.rt.execute(operation, { actor: maker, key: `publish-${Math.random()}`, input });
  return run(world, checker, 'access.approve_request', { customerId: HOUSE, requestId: asked.requestId });
}

describe('products', () => {
  test('start with the family, may be seeded twice, and S0-02 the merchant template carries what grade decides', async () => {
    await world.rt.asSystem('test', seedProducts);
    const { items } = await inForce();
    expect(items.map((p: { code: string; version: number }) => `${p.code} ${p.version}`)).toEqual([
      'ECOM_MERCHANT_LOAN 1',
      'FIRST_LOAN 1',
      'MICRO 1',
      'WORKING_CAPITAL 1',
    ]);
    const ecom = items[0];
    expect(ecom.parameters).toMatchObject({ rating: 'rating.merchant', pricing: 'pricing.merchant', policy: 'policy.merchant' });
    // Limit, rate and term come from one row a grade of the price table that the template names.
    const { body } = await world.rt.asSystem('t', (ctx) => parameterSet<typeof MERCHANT_PRICING_V1>(ctx, ecom.parameters.pricing));
    const rows = body.grades.filter((g) => g.maxTermMonths > 0);
    expect(new Set(rows.map((g) => g.limitFactorPpm)).size).toBe(rows.length);
    for (const [i, g] of rows.entries()) {
      const better = rows[i - 1];
      if (better)
        expect([g.limitFactorPpm < better.limitFactorPpm, g.spreadPpm > better.spreadPpm, g.maxTermMonths <= better.maxTermMonths]).toEqual([
          true,
          true,
          true,
        ]);
    }
    expect(ecom.highestRatePpm).toBe(await world.rt.asSystem('t', async (ctx) => highestRate(ctx, await product(ctx, 'ECOM_MERCHANT_LOAN'))));
  });

  test('a version is published by two people, starts on its day, and the one before stays as it was', async () => {
    const body = await bodyOf('MICRO', { maxAmountMinor: '50000.00' });
    await expect(
      run(world, await makeStaff(world, ['COLLECTOR']), 'products.publish_version', {
        code: 'MICRO',
        effectiveFrom: '2026-05-01',
        source: 'x',
        body,
      }),
    ).rejects.toMatchObject({
      code: 'platform.forbidden',
    });
    await publish('products.publish_version', { code: 'MICRO', effectiveFrom: '2026-05-01', source: 'resolution 5', body });
    const on = (day: string) => world.rt.asSystem('t', async (ctx) => (await product(ctx, 'MICRO', day)).maxAmountMinor);
    expect([await on('2026-04-30'), await on('2026-05-01')]).toEqual([100_000_00n, 50_000_00n]);
    await expect(publish('products.publish_version', { code: 'MICRO', effectiveFrom: '2026-05-01', source: 'again', body })).rejects.toMatchObject({
      code: 'products.version_gap',
    });
    expect(await world.rt.asSystem('t', async (ctx) => (await products(ctx, '2026-06-01')).length)).toBe(4);
    await expect(world.asOwner(`update products.product_version set body = '{}' where code = 'MICRO'`)).rejects.toThrow('never edited');
    await expect(world.asOwner(`delete from products.product_version where code = 'MICRO'`)).rejects.toThrow('kept');
  });

  test('S4-13 a product that matches investors with borrowers cannot even be asked for; S1-40 nor a student product without its conditions', async () => {
    const input = async (change: object) => ({ code: 'NEW_ONE', effectiveFrom: '2026-05-01', source: 'x', body: await bodyOf('MICRO', change) });
    const who = maker as StaffActor;
    const waiting = async () => (await run(world, who, 'access.list_requests', { state: 'waiting' })).total;
    const before = await waiting();
    await expect(run(world, who, 'products.publish_version', await input({ kind: 'P2P' }))).rejects.toMatchObject({
      code: 'products.kind_prohibited',
    });
    await expect(run(world, who, 'products.publish_version', await input({ kind: 'STUDENT' }))).rejects.toMatchObject({
      code: 'products.student_conditions',
    });
    expect(await waiting()).toBe(before);
    const kinds = await world.asOwner<{ kind: string }>(`select distinct body::json ->> 'kind' as kind from products.product_version`);
    expect(kinds.map((k) => k.kind).sort()).toEqual(['FIRST', 'MERCHANT', 'MICRO', 'WORKING_CAPITAL']);
  });
});

describe('parameters', () => {
  const revised = {
    ...MERCHANT_PRICING_V1,
    version: '1.1.0',
    grades: MERCHANT_PRICING_V1.grades.map((g) => (g.grade === 'AA' ? { ...g, maxTermMonths: 24 } : g)),
  };
  const asJson = (value: unknown): object => JSON.parse(canonicalJson(value)) as object;

  test('S3-33 the grade table holds multiplier, spread, longest term and guarantee of every grade; a change needs two people and keeps the former version for replays', async () => {
    const { items } = await run(world, checker as StaffActor, 'products.list_parameters', { name: 'pricing.merchant' });
    expect(items[0].body.grades).toHaveLength(12);
    expect(items[0].body.grades[2]).toEqual({
      grade: 'AA',
      limitFactorPpm: '100000n',
      spreadPpm: '8000n',
      discountPpm: '2000n',
      maxTermMonths: 30,
      guarantee: { zh: '信用', en: 'credit' },
      reviewMonths: 12,
    });
    const input = { name: 'pricing.merchant', effectiveFrom: '2026-04-01', source: 'resolution 7', body: asJson(revised) };
    const before = await world.rt.asSystem('t', (ctx) => parameterSet(ctx, 'pricing.merchant'));
    await publish('products.publish_parameters', input);
    const now = (day: string) => world.rt.asSystem('t', (ctx) => parameterSet<typeof MERCHANT_PRICING_V1>(ctx, 'pricing.merchant', day));
    expect([(await now('2026-03-31')).version, (await now('2026-04-01')).version]).toEqual([1, 2]);
    expect((await now('2026-04-01')).body.grades[2]?.maxTermMonths).toBe(24);
    expect(await world.rt.asSystem('t', (ctx) => parameterVersion(ctx, 'pricing.merchant', 1))).toMatchObject({
      sha256: before.sha256,
      body: before.body,
    });
    const [row] = await world.asOwner<{ made_by: string }>(
      `select made_by from products.parameter_set where name = 'pricing.merchant' and version = 2`,
    );
    expect(row?.made_by).toBe(maker?.id);
  });

  test('what an engine finds unsound is refused before anybody is asked', async () => {
    const ask = (name: string, body: object) =>
      run(world, maker as StaffActor, 'products.publish_parameters', { name, effectiveFrom: '2026-06-01', source: 'x', body });
    const upside = { ...revised, grades: revised.grades.map((g) => (g.grade === 'BBB' ? { ...g, maxTermMonths: 36 } : g)) };
    await expect(ask('pricing.merchant', asJson(upside))).rejects.toMatchObject({ code: 'pricing.not_monotone' });
    for (const name of ['rating.merchant', 'policy.merchant', 'pricing.merchant', 'intake']) {
      await expect(ask(name, { nonsense: true })).rejects.toMatchObject({ code: 'products.parameter_body' });
    }
  });
});

test('the LPR of a day is the one published last before it; it is entered by two people, once', async () => {
  const on = (tenor: '1Y' | '5Y', day: string) =>
    world.rt.asSystem('t', async (ctx) => [(await lpr(ctx, tenor, day)).publishedOn, (await lpr(ctx, tenor, day)).ratePpm]);
  expect(await on('1Y', '2026-02-23')).toEqual(['2026-01-20', 30_000n]);
  expect(await on('1Y', '2026-02-24')).toEqual(['2026-02-24', 30_000n]);
  expect(await on('5Y', '2025-05-20')).toEqual(['2025-05-20', 35_000n]);
  await expect(world.rt.asSystem('t', (ctx) => lpr(ctx, '1Y', '2025-05-19'))).rejects.toMatchObject({ code: 'products.no_lpr' });
  const entry = { tenor: '1Y', publishedOn: '2026-12-21', ratePpm: '2.9000', source: 'published' };
  await publish('products.enter_lpr', entry);
  expect(await on('1Y', '2026-12-31')).toEqual(['2026-12-21', 29_000n]);
  await expect(publish('products.enter_lpr', entry)).rejects.toMatchObject({ code: 'products.lpr_known' });
});
