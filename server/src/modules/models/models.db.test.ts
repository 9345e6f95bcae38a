import { HOUSE } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import { makeBranch, makeStaff, openWorld, run, type StaffActor, type World } from '#test';
import { liveModel, modelVersion, seedModels } from './index.ts';
import models from './mount.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers as a client sees them
type Seen = any;
let world: World;
let maker: StaffActor;
let checker: StaffActor;
beforeAll(async () => {
  world = await openWorld([audit, access, models], { day: '2026-03-02' });
  await makeBranch(world);
  maker = await makeStaff(world, ['RISK_MANAGER']);
  checker = await makeStaff(world, ['RISK_MANAGER']);
  await world.rt.asSystem('t', seedModels);
});
afterAll(() => world.close());

async function together(name: string, input: object): Promise<void> {
  const { requestId } = await run(world, maker, name, input);
  await run(world, checker, 'access.approve_request', { customerId: HOUSE, requestId });
}

test('every version is registered with owner, state and measures; a new one is validated and put live by two persons, and the former one reads as it was', async () => {
  const before = await world.rt.asSystem('t', (ctx) => liveModel(ctx, 'merchant_credit'));
  const { card } = await run(world, maker, 'models.show', { modelId: before.modelId, version: before.version });
  const name = { zh: '电商商户信用评分卡 1.1', en: 'Merchant card 1.1' };
  await together('models.register', { purpose: 'merchant_credit', name, card: { ...card, version: '1.1.0' } });
  await expect(together('models.register', { purpose: 'merchant_credit', name, card: { ...card, version: '1.1.0' } })).rejects.toMatchObject({
    code: 'models.known',
  });
  await together('models.put_live', { modelId: before.modelId, version: '1.1.0' });
  const { items } = await run(world, maker, 'models.list', {});
  expect(items.map((m: Seen) => [m.version, m.state, m.owner])).toEqual(
    expect.arrayContaining([
      ['1.1.0', 'live', maker.id],
      ['1.0.0', 'retired', 'system'],
    ]),
  );
  expect(items[0].metrics.test.auc).toBeGreaterThan(0.5);
  const kept = await world.rt.asSystem('t', (ctx) => modelVersion(ctx, before.modelId, '1.0.0'));
  expect([kept.sha256, kept.state]).toEqual([before.sha256, 'retired']);
  await expect(together('models.put_live', { modelId: before.modelId, version: '1.0.0' })).rejects.toMatchObject({ code: 'models.not_validated' });
});
