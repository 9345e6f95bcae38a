import { MERCHANT_CREDIT_CARD } from '@tallystick/engines/scorecard';
import { enterprise, person, shop } from '@tallystick/simulators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedModels } from '#modules/models';
import { seedProducts } from '#modules/products';
import access from '#mount/access';
import applications from '#mount/applications';
import audit from '#mount/audit';
import connectors from '#mount/connectors';
import customers from '#mount/customers';
import documents from '#mount/documents';
import models from '#mount/models';
import notifications from '#mount/notifications';
import products from '#mount/products';
import tasks from '#mount/tasks';
import { type BranchId, hears, mount, sha256Hex } from '#platform';
import { fillProfile, joinAs, makeBranch, makeStaff, type Outside, openOutside, openWorld, run, type StaffActor, sign, type World } from '#test';
import { gradeChanged } from '../events.ts';
import mountDecisioning from '../mount.ts';

let world: World;
let outside: Outside;
let branchId: BranchId;
const heard: { before: string; after: string; direction: string; groupsDown: number }[] = [];
const staff: Record<string, StaffActor> = {};
beforeAll(async () => {
  outside = await openOutside();
  const listener = mount({ name: 'test', hears: [hears(gradeChanged, 'test.grade_changed', async (_ctx, e) => void heard.push(e))] });
  world = await openWorld(
    [audit, access, tasks, notifications, documents, customers, connectors, products, applications, models, mountDecisioning, listener],
    { env: outside.env },
  );
  await world.rt.asSystem('test', seedProducts);
  await world.rt.asSystem('test', seedModels);
  branchId = await makeBranch(world);
  for (const role of ['RELATIONSHIP_MANAGER', 'REVIEWER', 'POST_LOAN', 'COLLECTOR'] as const) staff[role] = await makeStaff(world, [role], branchId);
});
afterAll(async () => {
  await world.close();
  await outside.close();
});

test('S0-21 a rating keeps its input with hash, model version and the share of each factor; S3-34 a change of grade is told to customer, manager, reviewer and post-loan officer', async () => {
  const n = 610;
  await outside.about(person(n).idNo, { bureau: { case: 'perfect' }, court: { case: 'clean' } });
  await outside.about(enterprise(n).uscc, { court: { case: 'clean' }, tax: { grade: 'A' }, registry: { case: 'normal' } });
  await outside.about(shop(n).shopId, { platform: { case: 'growing', monthly_gmv: '400000.00', open_date: '2017-06-01' } });
  const b = await joinAs(world, n);
  await fillProfile(world, b, n);
  await sign(world, b);
  await world.work();
  const own = { customerId: b.customerId };
  const grade = async () => (await run(world, b, 'decisioning.show_grade', own)).rating.grade as string;
  const before = await grade();
  const [row] = await world.asOwner<{
    input: string;
    input_hash: string;
    model_id: string;
    model_version: string;
    parameters_version: number;
    body: string;
  }>(
    'select input, input_hash, model_id, model_version, parameters_version, body from decisioning.rating_case where customer_id = $1 order by rated_at desc limit 1',
    [b.customerId],
  );
  expect([row?.model_id, row?.model_version, row?.parameters_version, row?.input_hash]).toEqual([
    'merchant-credit',
    MERCHANT_CREDIT_CARD.version,
    1,
    sha256Hex(row?.input ?? ''),
  ]);
  const { rating } = JSON.parse(row?.body ?? '{}') as {
    rating: { contributions: { tenths: number; group: string }[]; subScores: { group: string; tenths: number; capTenths: number }[] };
  };
  for (const s of rating.subScores) {
    const parts = rating.contributions.filter((c) => c.group === s.group).reduce((sum, c) => sum + c.tenths, 0);
    expect(s.tenths).toBe(Math.min(parts, s.capTenths));
  }
  await expect(world.asOwner(`update decisioning.rating_case set grade = 'AAA' where customer_id = $1`, [b.customerId])).rejects.toMatchObject({
    code: '42501',
  });

  await outside.about(person(n).idNo, { bureau: { case: 'three_in_row' }, court: { case: 'clean' } });
  await outside.about(shop(n).shopId, { platform: { case: 'falling', monthly_gmv: '90000.00', open_date: '2017-06-01' } });
  await world.jumpTo('2026-03-16');
  await run(world, b, 'decisioning.request_offer', own);
  await world.work();
  const after = await grade();
  expect(after).not.toBe(before);
  expect(heard).toEqual([expect.objectContaining({ before, after, direction: 'down', groupsDown: expect.any(Number) })]);
  expect(heard[0]?.groupsDown).toBeGreaterThan(0);
  const told = await world.asOwner<{ channel: string }>(
    `select channel from notifications.message where customer_id = $1 and template = 'grade_changed' order by channel`,
    [b.customerId],
  );
  expect(told.map((m) => m.channel)).toEqual(['in_app', 'sms']);
  const readers = await world.asOwner<{ staff_id: string }>('select staff_id from notifications.staff_message where link = $1 order by staff_id', [
    `/customers/${b.customerId}`,
  ]);
  expect(new Set(readers.map((r) => r.staff_id))).toEqual(
    new Set([staff['RELATIONSHIP_MANAGER']?.id, staff['REVIEWER']?.id, staff['POST_LOAN']?.id]),
  );
  expect(readers).toHaveLength(3);
});
