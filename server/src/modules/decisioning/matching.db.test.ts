import { person, shop } from '@tallystick/simulators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillProfile, joinAs, makeBranch, makeStaff, type Outside, openOutside, openWorld, run, sign, type World } from '#test';
import { MOUNTS } from '../../apps/mounts.ts';
import { seedReference } from '../../apps/reference.ts';

type Match = { productCode: string; fits: boolean; failing: { rule: string; threshold: string }[] };
let world: World;
let outside: Outside;
beforeAll(async () => {
  outside = await openOutside();
  world = await openWorld(MOUNTS, { day: '2026-03-02', env: outside.env });
  await makeStaff(world, ['RELATIONSHIP_MANAGER'], await makeBranch(world));
  await world.rt.asSystem('test', (ctx) => seedReference(ctx));
});
afterAll(async () => {
  await world.close();
  await outside.close();
});

test('S1-33 a merchant sees which products fit, and for the others the rule that stands in the way', async () => {
  await outside.about(person(313).idNo, { bureau: { case: 'perfect' }, court: { case: 'clean' } });
  await outside.about(shop(313).shopId, { platform: { case: 'growing', monthly_gmv: '400000.00', open_date: '2017-06-01' } });
  const b = await joinAs(world, 313);
  const match = async (purposeClass: string): Promise<{ grade: string | null; items: Match[] }> =>
    run(world, b, 'decisioning.match_products', { customerId: b.customerId, purposeClass });
  expect((await match('BUSINESS')).grade).toBeNull();
  await sign(world, b);
  await fillProfile(world, b, 313);
  await world.work();
  const { grade, items } = await match('BUSINESS');
  expect(grade).not.toBeNull();
  const of = (code: string) => items.find((m) => m.productCode === code);
  expect(of('ECOM_MERCHANT_LOAN')).toMatchObject({ fits: true, failing: [] });
  expect(of('WORKING_CAPITAL')).toMatchObject({ fits: false, failing: [{ rule: 'segment', threshold: 'enterprise' }] });
  for (const m of (await match('HOUSING')).items) expect(m.failing.map((f) => f.rule)).toContain('purpose');
});
