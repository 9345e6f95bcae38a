import { type CustomerId, HOUSE } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import access from '#mount/access';
import audit from '#mount/audit';
import { ANONYMOUS, type Command, command, mount, post, type Query, zText } from '#platform';
import { makeBranch, makeStaff, openWorld, type StaffActor, TEST_PASSWORD, TEST_SECRET, type World } from '#test';
import { authorityMatrix, lendAuthority, replaceMatrix } from './authority/commands.ts';
import { approve, getRequest, listRequestsQuery, reject } from './four-eyes/commands.ts';
import { changeGrant } from './grants/commands.ts';
import {
  assertAuthority,
  authorityPath,
  branchForRegion,
  checkCode,
  endBorrowerSessions,
  issueCode,
  openBorrowerSession,
  staffByRole,
} from './index.ts';
import { changePassword, demoHints, me, secondFactor, signIn, stepUp } from './sign-in/commands.ts';
import { codeTakenNow } from './sign-in/second-factor.ts';
import { addBranch, addStaff, changeStaff, getPreference, putPreference, recordTraining } from './staff/commands.ts';

const CUSTOMER = 'cust_00000000000000000000000001' as CustomerId;
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
  world = await openWorld([audit, access, mount({ name: 'test', routes: [post('/rates', setRate)], hooks: { reach: async () => true } })], {
    env: { SHOW_DEMO_HINTS: 'true' },
  });
});
afterAll(() => world.close());

/** Runs an operation as a browser would: with whatever session the token opens. Answers output and the token set. */
// biome-ignore lint/suspicious/noExplicitAny: any operation
async function asBrowser(
  token: string | null,
  operation: Command<any, any> | Query<any, any>,
  input: object,
  ip = '10.0.0.1',
): Promise<{ output: any; token: string | null | undefined }> {
  const actor = token === null ? ANONYMOUS : (await world.rt.session('staff', token, null))?.actor;
  const answer = await world.rt.execute(operation, {
    actor: actor ?? ANONYMOUS,
    input,
    key: `key-${Math.random()}`,
    origin: { ip, device: 'test', requestId: 'r' },
  });
  return { output: answer.output, token: answer.sessions.at(-1)?.token };
}
const loginOf = async (s: StaffActor): Promise<string> =>
  (await world.asOwner<{ login: string }>('select login from access.staff where id = $1', [s.id]))[0]?.login ?? '';
const freshCode = async (s: StaffActor): Promise<string> => {
  const [row] = await world.asOwner<{ totp_step: string }>('select totp_step from access.staff where id = $1', [s.id]);
  return codeTakenNow(TEST_SECRET, world.clock.wall(), BigInt(row?.totp_step ?? 0));
};
async function signedIn(s: StaffActor): Promise<string> {
  const { output } = await asBrowser(null, signIn, { login: await loginOf(s), password: TEST_PASSWORD });
  const { token } = await asBrowser(null, secondFactor, { pending: output.pending, code: await freshCode(s) });
  return token ?? '';
}

describe('signing in', () => {
  test('needs the password and then the second factor; a code works once', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const { output } = await asBrowser(null, signIn, { login: await loginOf(s), password: TEST_PASSWORD });
    expect(await world.rt.session('staff', output.pending, null)).toBeUndefined();
    const code = await freshCode(s);
    const { token } = await asBrowser(null, secondFactor, { pending: output.pending, code });
    expect((await world.rt.session('staff', token ?? '', null))?.actor).toMatchObject({ kind: 'staff', id: s.id, roles: ['REVIEWER'] });
    await expect(asBrowser(null, secondFactor, { pending: output.pending, code })).rejects.toMatchObject({ code: 'access.sign_in_failed' });
    const again = await asBrowser(null, signIn, { login: await loginOf(s), password: TEST_PASSWORD });
    await expect(asBrowser(null, secondFactor, { pending: again.output.pending, code })).rejects.toMatchObject({ code: 'access.sign_in_failed' });
    const stored = await world.asOwner<{ all: string }>('select string_agg(s::text, chr(10)) as all from access.session s');
    expect(stored[0]?.all).not.toContain(token);
  });

  test('an unknown login and a wrong password answer alike, and tries grow slow but never end', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const login = await loginOf(s);
    const wrong = (l: string) =>
      asBrowser(null, signIn, { login: l, password: 'not the password' }, '10.0.0.2').catch((e: { code: string; facts: unknown }) => ({
        code: e.code,
        facts: e.facts,
      }));
    expect(await wrong(login)).toEqual(await wrong('nobody.here'));
    await wrong(login);
    await wrong(login);
    await wrong(login);
    expect(await wrong(login)).toMatchObject({ code: 'access.slow_down' });
    await expect(asBrowser(null, signIn, { login, password: TEST_PASSWORD }, '10.0.0.3')).rejects.toMatchObject({ code: 'access.slow_down' });
    world.clock.moveTo('2026-03-02', 9 * 60 + 6);
    await expect(asBrowser(null, signIn, { login, password: TEST_PASSWORD }, '10.0.0.3')).resolves.toBeDefined();
  });

  test('parallel guesses are all counted', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const login = await loginOf(s);
    const all = await Promise.all(
      Array.from({ length: 8 }, () =>
        asBrowser(null, signIn, { login, password: 'guess guess guess' }, '10.0.0.4').catch((e: { code: string }) => e.code),
      ),
    );
    expect(all.filter((c) => c === 'access.sign_in_failed').length).toBeLessThanOrEqual(4);
    expect(all.filter((c) => c === 'access.slow_down').length).toBeGreaterThanOrEqual(4);
  });

  test('a session ends after 30 idle minutes and after twelve hours, and when the person is disabled', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const token = await signedIn(s);
    world.clock.moveTo('2026-03-02', 9 * 60 + 50);
    expect(await world.rt.session('staff', token, null)).toBeUndefined();
    const second = await signedIn(s);
    for (let minute = 9 * 60 + 70; minute < 21 * 60 + 40; minute += 20) {
      world.clock.moveTo('2026-03-02', minute);
      expect(await world.rt.session('staff', second, null)).toBeDefined();
    }
    world.clock.moveTo('2026-03-02', 21 * 60 + 55);
    expect(await world.rt.session('staff', second, null)).toBeUndefined();
    const third = await signedIn(s);
    await world.asOwner(`update access.staff set state = 'disabled' where id = $1`, [s.id]);
    expect(await world.rt.session('staff', third, null)).toBeUndefined();
    world.clock.moveTo('2026-03-03');
  });

  test('stepping up turns the token and its companion; the old one is dead', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const token = await signedIn(s);
    const before = (await asBrowser(token, me, {})).output.csrf;
    expect((await world.rt.session('staff', token, before))?.csrfFits).toBe(true);
    expect((await world.rt.session('staff', token, 'another'))?.csrfFits).toBe(false);
    const { output, token: fresh } = await asBrowser(token, stepUp, { code: await freshCode(s) });
    expect(await world.rt.session('staff', token, before)).toBeUndefined();
    expect((await world.rt.session('staff', fresh ?? '', output.csrf))?.csrfFits).toBe(true);
  });

  test('a new password needs the old one, obeys the policy and signs other devices out', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const [one, two] = [await signedIn(s), await signedIn(s)];
    await expect(asBrowser(two, changePassword, { oldPassword: 'wrong', newPassword: 'three carps under a bridge' })).rejects.toMatchObject({
      code: 'access.sign_in_failed',
    });
    await expect(asBrowser(two, changePassword, { oldPassword: TEST_PASSWORD, newPassword: 'short' })).rejects.toMatchObject({
      code: 'access.password_weak',
    });
    const { token } = await asBrowser(two, changePassword, { oldPassword: TEST_PASSWORD, newPassword: 'three carps under a bridge' });
    expect(await world.rt.session('staff', one, null)).toBeUndefined();
    expect(await world.rt.session('staff', token ?? '', null)).toBeDefined();
  });

  test('hints are shown in a demonstration only, with a code that works', async () => {
    expect((await asBrowser(null, demoHints, {})).output.items).toEqual([]);
    const s = await makeStaff(world, ['EXECUTIVE']);
    await world.rt.asSystem('t', (ctx) => ctx.tx.query('insert into access.demo_hint (staff_id, password) values ($1, $2)', [s.id, TEST_PASSWORD]));
    const [hint] = (await asBrowser(null, demoHints, {})).output.items;
    const { output } = await asBrowser(null, signIn, { login: hint.login, password: hint.password });
    await expect(asBrowser(null, secondFactor, { pending: output.pending, code: hint.code })).resolves.toMatchObject({ token: expect.any(String) });
    const plain = await openWorld([audit, access]);
    await expect(plain.rt.execute(demoHints, { input: {} })).rejects.toMatchObject({ code: 'platform.not_found' });
    await plain.close();
  });
});

describe('one-time codes', () => {
  const ask = (mobile: string) => world.rt.asSystem('t', (ctx) => issueCode(ctx, { purpose: 'sign_in', mobile }));
  const check = (mobile: string, code: string) =>
    world.rt
      .asSystem('t', (ctx) => checkCode(ctx, { purpose: 'sign_in', mobile, code }))
      .then(
        () => 'ok',
        (e: { code: string }) => e.code,
      );
  const other = (code: string): string => (code === '111111' ? '222222' : '111111');

  test('work once, for one purpose, within five minutes', async () => {
    const code = await ask('19900000001');
    expect(code).toMatch(/^\d{6}$/);
    await expect(world.rt.asSystem('t', (ctx) => checkCode(ctx, { purpose: 'sign_contract', mobile: '19900000001', code }))).rejects.toMatchObject({
      code: 'access.code_wrong',
    });
    expect([await check('19900000001', code), await check('19900000001', code)]).toEqual(['ok', 'access.code_wrong']);
    const late = await ask('19900000002');
    world.clock.moveTo('2026-03-03', 9 * 60 + 6);
    expect(await check('19900000002', late)).toBe('access.code_wrong');
  });
  test('die after five tries, even tried all at once, with the same answer as a number never seen', async () => {
    const code = await ask('19900000003');
    const guesses = await Promise.all(Array.from({ length: 5 }, () => check('19900000003', other(code))));
    expect(new Set(guesses)).toEqual(new Set(['access.code_wrong']));
    expect(await check('19900000003', code)).toBe('access.code_wrong');
    expect(await check('19900000099', code)).toBe('access.code_wrong');
  });
  test('come at most once a minute and five times an hour; a new one ends the one before', async () => {
    const first = await ask('19900000004');
    await expect(ask('19900000004')).rejects.toMatchObject({ code: 'access.code_too_soon', facts: { seconds: expect.any(Number) } });
    for (let n = 1; n <= 4; n += 1) {
      world.clock.moveTo('2026-03-03', 9 * 60 + 6 + 2 * n);
      await ask('19900000004');
    }
    expect(await check('19900000004', first)).toBe('access.code_wrong');
    world.clock.moveTo('2026-03-03', 9 * 60 + 20);
    await expect(ask('19900000004')).rejects.toMatchObject({ code: 'access.code_too_many' });
    world.clock.moveTo('2026-03-03', 10 * 60 + 20);
    await expect(ask('19900000004')).resolves.toMatch(/^\d{6}$/);
  });
  test('neither number nor code is stored readable', async () => {
    const code = await ask('19900000005');
    const [row] = await world.asOwner<{ all: string }>('select string_agg(c::text, chr(10)) as all from access.one_time_code c');
    expect(row?.all).not.toContain('19900000005');
    expect(row?.all.split(/\W/)).not.toContain(code);
  });
});

test('a borrower session belongs to its customer and ends when the account is locked', async () => {
  const sessions: { kind: 'staff' | 'borrower'; token: string | null }[] = [];
  const { csrf } = await world.rt.inTx({ actor: ANONYMOUS, sessions }, (ctx) => openBorrowerSession(ctx, CUSTOMER));
  const token = sessions[0]?.token ?? '';
  expect(await world.rt.session('borrower', token, csrf)).toMatchObject({ csrfFits: true, actor: { kind: 'borrower', customerId: CUSTOMER } });
  expect(await world.rt.session('staff', token, csrf)).toBeUndefined();
  await world.rt.asSystem('t', (ctx) => endBorrowerSessions(ctx, CUSTOMER, 'locked'));
  expect(await world.rt.session('borrower', token, csrf)).toBeUndefined();
});

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
    const roles = async () => (await world.rt.session('staff', await signedIn(trainee), null))?.actor as StaffActor;
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
    const first = await asBrowser(null, signIn, { login: 'zhang.new', password: input.password });
    const secret = new URL(first.output.enrol).searchParams.get('secret') ?? '';
    await asBrowser(null, secondFactor, { pending: first.output.pending, code: codeTakenNow(secret, world.clock.wall(), 0n) });
    expect((await asBrowser(null, signIn, { login: 'zhang.new', password: input.password })).output.enrol).toBeNull();
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
