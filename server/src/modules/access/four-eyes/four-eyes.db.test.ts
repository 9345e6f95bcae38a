import { HOUSE } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import access from '#mount/access';
import audit from '#mount/audit';
import { command, mount, post, zText } from '#platform';
import { asBrowser, makeStaff, openWorld, type StaffActor, signedIn, type World } from '#test';
import { changeGrant } from '../grants/commands.ts';
import { staffByRole } from '../index.ts';
import { secondFactor, signIn } from '../sign-in/commands.ts';
import { codeTakenNow } from '../sign-in/second-factor.ts';
import { addStaff, changeStaff, recordTraining } from '../staff/commands.ts';
import { approve, getRequest, listRequestsQuery, reject } from './commands.ts';

let rates = 0;
const setRate = command({
  name: 'test.set_rate',
  says: { zh: '改利率', en: 'Set a rate' },
  allow: ['PRODUCT_MANAGER'],
  dual: true,
  input: z.object({ rate: zText(10) }),
  output: z.object({ rate: z.string(), by: z.string() }),
  run: async (ctx, i) => {
    rates += 1;
    return { rate: i.rate, by: `${ctx.maker?.id}/${ctx.actor.id}` };
  },
});
let world: World;
beforeAll(async () => {
  world = await openWorld([audit, access, mount({ name: 'test', routes: [post('/rates', setRate)], hooks: { reach: async () => true } })]);
});
afterAll(() => world.close());

describe('four eyes', () => {
  test('S2-36 maker and checker: the command waits, nobody runs their own, another with the same right does, once, and the audit row names both', async () => {
    const [maker, checker, stranger] = [
      await makeStaff(world, ['PRODUCT_MANAGER']),
      await makeStaff(world, ['PRODUCT_MANAGER']),
      await makeStaff(world, ['COLLECTOR']),
    ];
    const asked = await world.rt.execute(setRate, { actor: maker, key: 'dual-key-1', input: { rate: '5.5' } });
    expect([rates, asked.requestId !== undefined]).toEqual([0, true]);
    const at = { customerId: HOUSE, requestId: asked.requestId };
    await expect(world.as(maker, approve, at)).rejects.toMatchObject({ code: 'access.maker_cannot_check' });
    await expect(world.as(stranger, approve, at)).rejects.toMatchObject({ code: 'platform.forbidden' });
    expect((await world.as(checker, listRequestsQuery, { state: 'waiting' })).items).toMatchObject([
      { id: asked.requestId, makerName: maker.name, mine: false },
    ]);
    const both = await Promise.allSettled([world.as(checker, approve, at), world.as(checker, approve, at)]);
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(rates).toBe(1);
    const rows = await world.asOwner(`select actor_id, maker_id from audit.event where command = 'test.set_rate' and outcome = 'done'`);
    expect(rows).toEqual([{ actor_id: checker.id, maker_id: maker.id }]);
    const exceptions = await world.asOwner<{ why: string }>(
      `select why from audit.event where outcome = 'refused' and command = 'access.approve_request' order by at, id`,
    );
    expect(exceptions.map((e) => e.why).sort()).toEqual(['access.maker_cannot_check', 'platform.forbidden']);
  });

  test('S2-36 a sensitive role opens only after its course, recorded by somebody else', async () => {
    const [officer, trainee] = [await makeStaff(world, ['COMPLIANCE']), await makeStaff(world, ['REVIEWER'])];
    await world.asOwner(`update access.staff set roles = '{REVIEWER,APPROVER}' where id = $1`, [trainee.id]);
    const roles = async () => (await world.rt.session('staff', await signedIn(world, trainee), null))?.actor as StaffActor;
    expect((await roles()).roles).toEqual(['REVIEWER']);
    await expect(
      world.as(officer, recordTraining, { staffId: officer.id, course: 'credit_approval', completedOn: '2026-03-01' }),
    ).rejects.toMatchObject({ code: 'access.maker_cannot_check' });
    await world.as(officer, recordTraining, { staffId: trainee.id, course: 'credit_approval', completedOn: '2026-03-01' });
    expect((await roles()).roles).toEqual(['REVIEWER', 'APPROVER']);
    expect(await world.rt.asSystem('t', (ctx) => staffByRole(ctx, 'APPROVER', null))).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: trainee.id })]),
    );
  });

  test('a rejected, an expired, and a departed maker’s request cannot be run', async () => {
    const [maker, checker] = [await makeStaff(world, ['PRODUCT_MANAGER']), await makeStaff(world, ['PRODUCT_MANAGER'])];
    const ask = async (key: string) => ({
      customerId: HOUSE,
      requestId: (await world.rt.execute(setRate, { actor: maker, key, input: { rate: '1' } })).requestId,
    });
    const before = rates;
    const rejected = await ask('dual-key-2');
    await world.as(checker, reject, { ...rejected, reason: 'too low' });
    await expect(world.as(checker, approve, rejected)).rejects.toMatchObject({ code: 'access.request_closed' });
    const orphan = await ask('dual-key-3');
    await world.asOwner(`update access.staff set state = 'disabled' where id = $1`, [maker.id]);
    await expect(world.as(checker, approve, orphan)).rejects.toMatchObject({ code: 'access.maker_gone' });
    await world.jumpTo('2026-03-12');
    await expect(world.as(checker, approve, orphan)).rejects.toMatchObject({ code: 'access.request_closed' });
    const step = access.daily?.[0];
    const units = await world.rt.asSystem('t', (ctx) => step?.list(ctx, '2026-03-12') ?? Promise.resolve([]));
    for (const u of units) await world.rt.asSystem('t', (ctx) => step?.run(ctx, u, '2026-03-12') ?? Promise.resolve());
    expect((await world.as(checker, getRequest, orphan)).state).toBe('expired');
    expect(rates).toBe(before);
  });

  test('new staff come by two administrators, enrol their second factor themselves, and nobody raises their own rights', async () => {
    const [a, b] = [await makeStaff(world, ['ADMIN']), await makeStaff(world, ['ADMIN'])];
    const input = { login: 'zhang.new', name: '张测试', password: 'three carps under a bridge', roles: ['REVIEWER'], branchId: null };
    const asked = await world.rt.execute(addStaff, { actor: a, key: 'add-staff-1', input });
    const at = { customerId: HOUSE, requestId: asked.requestId };
    expect((await world.as(b, getRequest, at)).input).not.toContain(input.password);
    await world.as(b, approve, at);
    const first = await asBrowser(world, null, signIn, { login: 'zhang.new', password: input.password });
    const secret = new URL(first.output.enrol).searchParams.get('secret') ?? '';
    await asBrowser(world, null, secondFactor, { pending: first.output.pending, code: codeTakenNow(secret, world.clock.wall(), 0n) });
    expect((await asBrowser(world, null, signIn, { login: 'zhang.new', password: input.password })).output.enrol).toBeNull();
    const own = await world.rt.execute(changeStaff, {
      actor: a,
      key: 'raise-key-1',
      input: { staffId: b.id, name: b.name, roles: ['ADMIN', 'EXECUTIVE'], branchId: null, state: 'active', version: 1 },
    });
    await expect(world.as(b, approve, { customerId: HOUSE, requestId: own.requestId })).rejects.toMatchObject({ code: 'access.maker_cannot_check' });
    const kept = await world.asOwner<{ n: number }>(
      `select count(*)::int as n from platform.answer where output::text like '%three carps%' or input_hash like '%carps%'`,
    );
    expect(kept[0]?.n).toBe(0);
  });

  test('a right taken away under dual control is gone from its day on and stays away', async () => {
    const [a, b, collector] = [await makeStaff(world, ['ADMIN']), await makeStaff(world, ['ADMIN']), await makeStaff(world, ['PRODUCT_MANAGER'])];
    const asked = await world.rt.execute(changeGrant, {
      actor: a,
      key: 'grant-key-1',
      input: { role: 'PRODUCT_MANAGER', permission: 'test.set_rate', allowed: false, from: '2026-03-12', source: 'test' },
    });
    await world.as(b, approve, { customerId: HOUSE, requestId: asked.requestId });
    world.rt.forgetGrants();
    await expect(world.as(collector, setRate, { rate: '9' })).rejects.toMatchObject({ code: 'platform.forbidden' });
    await makeStaff(world, ['PRODUCT_MANAGER']); // Syncs the defaults again.
    await expect(world.as(collector, setRate, { rate: '9' })).rejects.toMatchObject({ code: 'platform.forbidden' });
  });
});
