import { MERCHANT_CREDIT_CARD } from '@tallystick/engines/scorecard';
import { HOUSE } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import { sha256Hex } from '#platform';
import { makeStaff, openWorld, run, type StaffActor, type World } from '#test';
import { liveModel, modelVersion, seedModels } from './index.ts';
import mountModels from './mount.ts';

let world: World;
let [maker, checker]: StaffActor[] = [];
beforeAll(async () => {
  world = await openWorld([audit, access, mountModels]);
  await expect(world.rt.asSystem('t', (ctx) => liveModel(ctx, 'merchant_credit'))).rejects.toMatchObject({ code: 'models.none_live' });
  await world.rt.asSystem('test', seedModels);
  await world.rt.asSystem('test', seedModels);
  maker = await makeStaff(world, ['RISK_MANAGER']);
  checker = await makeStaff(world, ['RISK_MANAGER']);
});
afterAll(() => world.close());

let keys = 0;
async function twoPeople(name: string, input: object): Promise<unknown> {
  const operation = world.rt.operations.get(name);
  if (!operation || !maker || !checker) throw new Error(name);
  keys += 1;
  const asked = await world.rt.execute(operation, { actor: maker, key: `models-key-${keys}`, input });
  await expect(run(world, maker, 'access.approve_request', { customerId: HOUSE, requestId: asked.requestId })).rejects.toMatchObject({
    code: 'access.maker_cannot_check',
  });
  return run(world, checker, 'access.approve_request', { customerId: HOUSE, requestId: asked.requestId });
}
const next = { ...MERCHANT_CREDIT_CARD, version: '9.1.0', basePoints: MERCHANT_CREDIT_CARD.basePoints + 3 };

test('S0-11 the register shows purpose, version, owner, state and measures of the card that decides', async () => {
  const { items } = await run(world, maker as StaffActor, 'models.list', {});
  expect(items).toMatchObject([
    { modelId: 'behaviour', purpose: 'behaviour', state: 'live', liveFrom: '2026-03-02' },
    {
      modelId: 'merchant-credit',
      version: MERCHANT_CREDIT_CARD.version,
      purpose: 'merchant_credit',
      state: 'live',
      owner: 'system',
      liveFrom: '2026-03-02',
      sha256: sha256Hex(JSON.stringify(MERCHANT_CREDIT_CARD)),
    },
  ]);
  expect(Math.min(...items.map((m: { metrics: object }) => Object.keys(m.metrics).length))).toBeGreaterThan(0);
  const { card } = await run(world, maker as StaffActor, 'models.show', { modelId: 'merchant-credit', version: MERCHANT_CREDIT_CARD.version });
  expect(card).toEqual(JSON.parse(JSON.stringify(MERCHANT_CREDIT_CARD)));
});

test('a version goes live by two people, the former retires in the same moment, and both are found again as they were', async () => {
  await twoPeople('models.register', { purpose: 'merchant_credit', name: { zh: '评分卡', en: 'Card' }, card: next });
  const live = () => world.rt.asSystem('t', async (ctx) => (await liveModel(ctx, 'merchant_credit')).version);
  expect(await live()).toBe(MERCHANT_CREDIT_CARD.version);
  await twoPeople('models.put_live', { modelId: 'merchant-credit', version: '9.1.0' });
  expect(await live()).toBe('9.1.0');
  const states = await world.asOwner<{ version: string; state: string }>(
    "select version, state from models.model where purpose = 'merchant_credit' order by version",
  );
  expect(states).toEqual([
    { version: MERCHANT_CREDIT_CARD.version, state: 'retired' },
    { version: '9.1.0', state: 'live' },
  ]);
  const old = await world.rt.asSystem('t', (ctx) => modelVersion(ctx, 'merchant-credit', MERCHANT_CREDIT_CARD.version));
  expect(old.card).toEqual(JSON.parse(JSON.stringify(MERCHANT_CREDIT_CARD)));
  // A retired version does not come back, a known one is not registered twice, a broken card not at all.
  await expect(twoPeople('models.put_live', { modelId: 'merchant-credit', version: MERCHANT_CREDIT_CARD.version })).rejects.toMatchObject({
    code: 'models.not_validated',
  });
  await expect(twoPeople('models.register', { purpose: 'merchant_credit', name: { zh: '评分卡', en: 'Card' }, card: next })).rejects.toMatchObject({
    code: 'models.known',
  });
  await expect(
    twoPeople('models.register', {
      purpose: 'merchant_credit',
      name: { zh: '评分卡', en: 'Card' },
      card: { ...next, version: '9.0.0', attributes: [] },
    }),
  ).rejects.toMatchObject({
    code: 'scorecard.card_invalid',
  });
});

test('a registered card cannot be changed by the application', async () => {
  await expect(world.rt.asSystem('t', (ctx) => ctx.tx.query(`update models.model set body = '{}'`))).rejects.toMatchObject({ code: '42501' });
});
