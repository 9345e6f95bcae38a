import type { Refusal } from '@tallystick/kernel';
import { person } from '@tallystick/simulators';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import customers from '#mount/customers';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { ANONYMOUS, type BranchId } from '#platform';
import { codeFor, joinAs, makeBranch, makeStaff, openWorld, run, type StaffActor, type World } from '#test';

let world: World;
let branchId: BranchId;
let managers: StaffActor[];
beforeAll(async () => {
  world = await openWorld([audit, access, tasks, notifications, documents, customers]);
  branchId = await makeBranch(world);
  managers = [await makeStaff(world, ['RELATIONSHIP_MANAGER'], branchId), await makeStaff(world, ['RELATIONSHIP_MANAGER'], branchId)];
});
afterAll(() => world.close());

describe('signing in', () => {
  test('S2-64 a newcomer gets a branch, a named relationship manager in turn, a contact card and the next steps', async () => {
    const [a, b] = [await joinAs(world, 1), await joinAs(world, 2)];
    const views = [await run(world, a, 'customers.me', {}), await run(world, b, 'customers.me', {})];
    expect(new Set(views.map((v) => v.profile.manager.managerId))).toEqual(new Set(managers.map((m) => m.id)));
    expect(views[0].profile.summary.branchId).toBe(branchId);
    expect(views[0].profile.manager).toMatchObject({ name: expect.stringContaining('测试员工'), branchZh: expect.stringContaining('测试支行') });
    expect(views[0].steps).toEqual(['sign_consents', 'fill_profile', 'add_shop', 'hand_in_papers']);
  });
  test('opens one customer for one number, also when two sign in at once', async () => {
    const first = await joinAs(world, 3);
    await world.jumpTo('2026-03-02', 10 * 60);
    const again = await joinAs(world, 3);
    expect(again.customerId).toBe(first.customerId);
    await world.jumpTo('2026-03-02', 11 * 60);
    const { mobile } = person(4);
    const code = await codeFor(world, 'sign_in', mobile);
    const both = await Promise.allSettled([1, 2].map(() => run(world, ANONYMOUS, 'customers.verify_code', { mobile, code })));
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const rows = await world.asOwner('select 1 from customers.customer where display_name like $1', [`${mobile.slice(0, 3)}%${mobile.slice(-4)}`]);
    expect(rows).toHaveLength(1);
  });
  test('answers a customer and a stranger alike, and a wrong code without saying why', async () => {
    await joinAs(world, 5);
    await world.jumpTo('2026-03-02', 12 * 60);
    const known = await run(world, ANONYMOUS, 'customers.request_code', { mobile: person(5).mobile });
    const unknown = await run(world, ANONYMOUS, 'customers.request_code', { mobile: person(6).mobile });
    expect(known).toEqual(unknown);
    const refusals = await Promise.all(
      [5, 6, 7].map((n) =>
        run(world, ANONYMOUS, 'customers.verify_code', { mobile: person(n).mobile, code: '000000' }).catch((e: Refusal) => [
          e.code,
          e.facts,
          e.field,
        ]),
      ),
    );
    expect(new Set(refusals.map((r) => JSON.stringify(r)))).toEqual(new Set([JSON.stringify(['access.code_wrong', {}, 'code'])]));
  });
});

describe('a profile', () => {
  test('S0-51 S2-26 the enterprise form takes every field and refuses wrong identifiers field by field, nothing half saved', async () => {
    const b = await joinAs(world, 10, { kind: 'enterprise' });
    const own = { customerId: b.customerId };
    const bad = await run(world, b, 'customers.save_enterprise', {
      ...own,
      name: '样例公司',
      uscc: '91350100M000100Y44',
      legalPersonId: '110105194912310021',
      staffCount: -1,
    }).catch((e: unknown) => e);
    expect((bad as Refusal).faults.map((f) => `${f.field} ${f.code}`).sort()).toEqual([
      'legalPersonId platform.identifier_check',
      'staffCount platform.field_short',
      'uscc platform.identifier_check',
    ]);
    const wrongId = await run(world, b, 'customers.save_person', { ...own, idNo: '11010519491231002Y' }).catch((e: Refusal) => e.faults[0]?.code);
    expect(wrongId).toBe('platform.identifier_check');
    const profile = await run(world, b, 'customers.save_enterprise', {
      ...own,
      name: '杭州样例贸易有限公司',
      uscc: '91350100m000100y43',
      legalPerson: '王试样',
      legalPersonId: '11010519491231002x',
      registeredCapital: '1000000',
      establishedOn: '2019-05-01',
      address: '杭州市测试路1号',
      industry: '零售业',
      staffCount: 12,
      shareholders: [
        { name: '王试样', ratio: '60' },
        { name: '李测例', ratio: '40' },
      ],
    });
    const fields = Object.fromEntries(
      profile.blocks.find((x: { block: string }) => x.block === 'enterprise').fields.map((f: { field: string; value: string }) => [f.field, f.value]),
    );
    expect(fields).toMatchObject({
      'enterprise.uscc': '91350100M000100Y43',
      'enterprise.legal_person': '王**',
      'enterprise.legal_person_id': '110105********002X',
      'enterprise.registered_capital': '1000000.00',
      'enterprise.shareholders': JSON.stringify([
        { name: '王**', ratio: '60.0000' },
        { name: '李**', ratio: '40.0000' },
      ]),
    });
    expect(profile.summary.displayName).toBe('杭州样例贸易有限公司');
  });
  test('S1-18 a new phone number needs a code on the old and on the new phone, and before and after are kept', async () => {
    const b = await joinAs(world, 20);
    const own = { customerId: b.customerId };
    const [old, fresh] = [person(20).mobile, person(21).mobile];
    await world.jumpTo('2026-03-03');
    await run(world, b, 'customers.request_mobile_change', { ...own, newMobile: fresh });
    await world.jumpTo('2026-03-04');
    const codes = { oldCode: await codeFor(world, 'change_mobile', old), newCode: await codeFor(world, 'change_mobile', fresh) };
    const half = await run(world, b, 'customers.change_mobile', {
      ...own,
      newMobile: fresh,
      oldCode: codes.newCode === codes.oldCode ? '999999' : codes.newCode,
      newCode: codes.newCode,
    }).catch((e: Refusal) => e.code);
    expect(half).toBe('access.code_wrong');
    await run(world, b, 'customers.change_mobile', { ...own, newMobile: fresh, ...codes });
    const { items } = await run(world, managers[0] as StaffActor, 'customers.list_changes', own);
    expect(items[0]).toMatchObject({
      field: 'person.mobile',
      before: `199****${old.slice(-4)}`,
      after: `199****${fresh.slice(-4)}`,
      source: 'typed',
      changedBy: b.customerId,
    });
    await world.jumpTo('2026-03-05');
    expect((await joinAs(world, 21)).customerId).toBe(b.customerId);
    expect((await joinAs(world, 20)).customerId).not.toBe(b.customerId);
  });
  test('a number of another customer cannot be taken over, even with both codes', async () => {
    const [a, b] = [await joinAs(world, 30), await joinAs(world, 31)];
    await world.jumpTo('2026-03-06');
    const [mine, theirs] = [person(30).mobile, person(31).mobile];
    const codes = { oldCode: await codeFor(world, 'change_mobile', mine), newCode: await codeFor(world, 'change_mobile', theirs) };
    const refused = await run(world, a, 'customers.change_mobile', { customerId: a.customerId, newMobile: theirs, ...codes }).catch(
      (e: Refusal) => e.code,
    );
    expect(refused).toBe('customers.identifier_unusable');
    expect(b.customerId).not.toBe(a.customerId);
  });
  test('staff find a customer by a whole identifier only, in their own branch, masked; unmasking needs a reason and leaves a trace', async () => {
    const b = await joinAs(world, 40);
    await run(world, b, 'customers.save_person', { customerId: b.customerId, name: person(40).name, idNo: person(40).idNo });
    const manager = managers[0] as StaffActor;
    const stranger = await makeStaff(world, ['RELATIONSHIP_MANAGER'], await makeBranch(world, '440300'));
    const search = (who: StaffActor, q: string) => run(world, who, 'customers.list', { q });
    expect((await search(manager, person(40).mobile)).items.map((c: { customerId: string }) => c.customerId)).toEqual([b.customerId]);
    expect((await search(manager, person(40).mobile.slice(0, 9))).items).toEqual([]);
    expect((await search(stranger, person(40).mobile)).items).toEqual([]);
    await expect(run(world, stranger, 'customers.view', { customerId: b.customerId })).rejects.toMatchObject({ code: 'platform.not_found' });
    const view = await run(world, manager, 'customers.view', { customerId: b.customerId });
    expect(JSON.stringify(view)).not.toContain(person(40).idNo);
    expect(JSON.stringify(view)).not.toContain(person(40).mobile);
    const shown = await run(world, manager, 'customers.unmask', { customerId: b.customerId, field: 'person.id_no', why: '核对证件原件' });
    expect(shown.value).toBe(person(40).idNo);
    const rows = await world.asOwner<{ why: string }>(`select why from audit.event where action = 'customers.unmask' and customer_id = $1`, [
      b.customerId,
    ]);
    expect(rows).toEqual([{ why: '核对证件原件' }]);
  });
});
