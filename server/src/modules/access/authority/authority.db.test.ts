import { HOUSE } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import { makeBranch, makeStaff, openWorld, type StaffActor, type World } from '#test';
import { approve } from '../four-eyes/commands.ts';
import { assertAuthority, authorityPath, branchForRegion } from '../index.ts';
import { addBranch, getPreference, putPreference } from '../staff/commands.ts';
import { authorityMatrix, lendAuthority, replaceMatrix } from './commands.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld([audit, access], { day: '2026-03-12' });
});
afterAll(() => world.close());

describe('authority', () => {
  const YUAN = 100n;
  const path = (exposureMinor: bigint, gradeGroup: string, secured = false, raised = false) =>
    world.rt.asSystem(
      't',
      async (ctx) => (await authorityPath(ctx, { exposureMinor, gradeGroup, secured, productCode: 'MERCHANT_LOAN', raised })).level,
    );
  const may = (s: StaffActor, exposureMinor: bigint) =>
    world.rt
      .inTx({ actor: s }, (ctx) => assertAuthority(ctx, { exposureMinor, gradeGroup: 'A', secured: false, productCode: 'MERCHANT_LOAN' }))
      .then(
        (p) => p.level,
        (e: { code: string; facts: object }) => ({ code: e.code, ...e.facts }),
      );

  test('the table of the handbook (3.6), to the cent', async () => {
    const table: [bigint, string, string, string, string][] = [
      [300_000n, 'system_manager', 'system_manager', 'manager', 'branch_reviewer'],
      [1_000_000n, 'branch_reviewer', 'branch_reviewer', 'branch_reviewer', 'branch_head'],
      [5_000_000n, 'branch_head', 'branch_head', 'branch_head', 'division_risk'],
      [20_000_000n, 'division_risk', 'division_committee', 'division_risk', 'head_committee'],
      [100_000_000n, 'head_approver', 'head_committee', 'head_committee', 'head_committee'],
    ];
    let before = 0n;
    for (const [ceiling, ...levels] of table) {
      for (const at of [before + 1n, ceiling * YUAN])
        expect([await path(at, 'AAA'), await path(at, 'A'), await path(at, 'AA', true), await path(at, 'BBB')]).toEqual(levels);
      before = ceiling * YUAN;
    }
    expect(new Set([await path(before + 1n, 'AAA'), await path(before + 1n, 'CCC')])).toEqual(new Set(['head_committee_president']));
    expect(await path(1_000_000n * YUAN, 'A', false, true)).toBe('branch_head');
  });

  test('S0-63 a relationship manager decides within the limit of the role and is told it when a case is beyond', async () => {
    const branch = await makeBranch(world);
    const manager = await makeStaff(world, ['RELATIONSHIP_MANAGER'], branch);
    expect(await may(manager, 300_000n * YUAN)).toBe('system_manager');
    expect(await may(manager, 300_000n * YUAN + 1n)).toEqual({ code: 'access.over_authority', limit: '300000.00', level: 'branch_reviewer' });
    const head = await makeStaff(world, ['APPROVER'], branch);
    expect(await may(head, 5_000_000n * YUAN)).toBe('branch_head');
    expect(await may(head, 5_000_001n * YUAN)).toMatchObject({ limit: '5000000.00' });
    expect(await may(await makeStaff(world, ['COLLECTOR'], branch), 1n)).toMatchObject({ limit: '0.00' });
  });

  test('lent authority holds for its days only; a new matrix is versioned, dated and needs two people', async () => {
    const [a, b, manager] = [
      await makeStaff(world, ['RISK_MANAGER']),
      await makeStaff(world, ['RISK_MANAGER']),
      await makeStaff(world, ['RELATIONSHIP_MANAGER']),
    ];
    const lent = await world.rt.execute(lendAuthority, {
      actor: a,
      key: 'lend-key-1',
      input: { staffId: manager.id, level: 'branch_head', from: '2026-03-12', to: '2026-03-13', reason: 'leave' },
    });
    await world.as(b, approve, { customerId: HOUSE, requestId: lent.requestId });
    expect(await may(manager, 5_000_000n * YUAN)).toBe('branch_head');
    await world.jumpTo('2026-03-14');
    expect(await may(manager, 5_000_000n * YUAN)).toMatchObject({ code: 'access.over_authority' });
    const rows = ['AA', 'A', 'SECURED', 'BBB'].flatMap((columnKey) => [
      { productCode: null, columnKey, upTo: '10.00', level: 'manager' },
      { productCode: null, columnKey, upTo: null, level: 'head_committee' },
    ]);
    const bad = await world.rt.execute(replaceMatrix, {
      actor: a,
      key: 'matrix-key-1',
      input: { effectiveFrom: '2026-03-20', source: 'board', rows: rows.slice(0, -1) },
    });
    await expect(world.as(b, approve, { customerId: HOUSE, requestId: bad.requestId })).rejects.toMatchObject({
      code: 'access.matrix_incomplete',
      facts: { column: 'BBB' },
    });
    const asked = await world.rt.execute(replaceMatrix, {
      actor: a,
      key: 'matrix-key-2',
      input: { effectiveFrom: '2026-03-20', source: 'board', rows },
    });
    await world.as(b, approve, { customerId: HOUSE, requestId: asked.requestId });
    expect(await path(1_001n, 'A')).toBe('system_manager');
    await world.jumpTo('2026-03-20');
    expect(await path(1_001n, 'A')).toBe('head_committee');
    const { items } = await world.as(a, authorityMatrix, {});
    expect(items.map((v) => [v.version, v.effectiveFrom, v.effectiveTo, v.makerId, v.checkerId])).toEqual([
      [2, '2026-03-20', null, a.id, b.id],
      [1, '2020-01-01', '2026-03-20', null, null],
    ]);
  });
});

test('a region finds its nearest branch; two administrators open one; settings are one’s own', async () => {
  const near = await makeBranch(world, '33');
  const city = await makeBranch(world, '3301');
  expect(await world.rt.asSystem('t', (ctx) => branchForRegion(ctx, '330199'))).toBe(city);
  expect(await world.rt.asSystem('t', (ctx) => branchForRegion(ctx, '339900'))).toBe(near);
  const [a, b] = [await makeStaff(world, ['ADMIN']), await makeStaff(world, ['ADMIN'])];
  const asked = await world.rt.execute(addBranch, {
    actor: a,
    key: 'branch-1',
    input: { code: 'SH01', nameZh: '上海测试支行', nameEn: 'Shanghai test branch', region: '310000' },
  });
  await world.as(b, approve, { customerId: HOUSE, requestId: asked.requestId });
  expect(await world.asOwner(`select name_zh from access.branch where code = 'SH01'`)).toEqual([{ name_zh: '上海测试支行' }]);
  await world.as(a, putPreference, { key: 'view.loans', value: '{"columns":[1]}' });
  expect([await world.as(a, getPreference, { key: 'view.loans' }), await world.as(b, getPreference, { key: 'view.loans' })]).toEqual([
    { value: '{"columns":[1]}' },
    { value: null },
  ]);
});
