import type { CustomerId } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import { ANONYMOUS } from '#platform';
import { asBrowser, freshCode, loginOf, makeStaff, openWorld, signedIn, TEST_PASSWORD, type World } from '#test';
import { checkCode, endBorrowerSessions, issueCode, openBorrowerSession } from '../index.ts';
import { changePassword, demoHints, me, secondFactor, signIn, stepUp } from './commands.ts';

const CUSTOMER = 'cust_00000000000000000000000001' as CustomerId;
let world: World;
beforeAll(async () => {
  world = await openWorld([audit, access], { env: { SHOW_DEMO_HINTS: 'true' } });
});
afterAll(() => world.close());

describe('signing in', () => {
  test('needs the password and then the second factor; a code works once', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const { output } = await asBrowser(world, null, signIn, { login: await loginOf(world, s), password: TEST_PASSWORD });
    expect(await world.rt.session('staff', output.pending, null)).toBeUndefined();
    const code = await freshCode(world, s);
    const { token } = await asBrowser(world, null, secondFactor, { pending: output.pending, code });
    expect((await world.rt.session('staff', token ?? '', null))?.actor).toMatchObject({ kind: 'staff', id: s.id, roles: ['REVIEWER'] });
    await expect(asBrowser(world, null, secondFactor, { pending: output.pending, code })).rejects.toMatchObject({ code: 'access.sign_in_failed' });
    const again = await asBrowser(world, null, signIn, { login: await loginOf(world, s), password: TEST_PASSWORD });
    await expect(asBrowser(world, null, secondFactor, { pending: again.output.pending, code })).rejects.toMatchObject({
      code: 'access.sign_in_failed',
    });
    const stored = await world.asOwner<{ all: string }>('select string_agg(s::text, chr(10)) as all from access.session s');
    expect(stored[0]?.all).not.toContain(token);
  });

  test('an unknown login and a wrong password answer alike, and tries grow slow but never end', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const login = await loginOf(world, s);
    const wrong = (l: string) =>
      asBrowser(world, null, signIn, { login: l, password: 'not the password' }, '10.0.0.2').catch((e: { code: string; facts: unknown }) => ({
        code: e.code,
        facts: e.facts,
      }));
    expect(await wrong(login)).toEqual(await wrong('nobody.here'));
    await wrong(login);
    await wrong(login);
    await wrong(login);
    expect(await wrong(login)).toMatchObject({ code: 'access.slow_down' });
    await expect(asBrowser(world, null, signIn, { login, password: TEST_PASSWORD }, '10.0.0.3')).rejects.toMatchObject({ code: 'access.slow_down' });
    world.clock.moveTo('2026-03-02', 9 * 60 + 6);
    await expect(asBrowser(world, null, signIn, { login, password: TEST_PASSWORD }, '10.0.0.3')).resolves.toBeDefined();
  });

  test('parallel guesses are all counted', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const login = await loginOf(world, s);
    const all = await Promise.all(
      Array.from({ length: 8 }, () =>
        asBrowser(world, null, signIn, { login, password: 'guess guess guess' }, '10.0.0.4').catch((e: { code: string }) => e.code),
      ),
    );
    expect(all.filter((c) => c === 'access.sign_in_failed').length).toBeLessThanOrEqual(4);
    expect(all.filter((c) => c === 'access.slow_down').length).toBeGreaterThanOrEqual(4);
  });

  test('a session ends after 30 idle minutes and after twelve hours, and when the person is disabled', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const token = await signedIn(world, s);
    world.clock.moveTo('2026-03-02', 9 * 60 + 50);
    expect(await world.rt.session('staff', token, null)).toBeUndefined();
    const second = await signedIn(world, s);
    for (let minute = 9 * 60 + 70; minute < 21 * 60 + 40; minute += 20) {
      world.clock.moveTo('2026-03-02', minute);
      expect(await world.rt.session('staff', second, null)).toBeDefined();
    }
    world.clock.moveTo('2026-03-02', 21 * 60 + 55);
    expect(await world.rt.session('staff', second, null)).toBeUndefined();
    const third = await signedIn(world, s);
    await world.asOwner(`update access.staff set state = 'disabled' where id = $1`, [s.id]);
    expect(await world.rt.session('staff', third, null)).toBeUndefined();
    world.clock.moveTo('2026-03-03');
  });

  test('stepping up turns the token and its companion; the old one is dead', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const token = await signedIn(world, s);
    const before = (await asBrowser(world, token, me, {})).output.csrf;
    expect((await world.rt.session('staff', token, before))?.csrfFits).toBe(true);
    expect((await world.rt.session('staff', token, 'another'))?.csrfFits).toBe(false);
    const { output, token: fresh } = await asBrowser(world, token, stepUp, { code: await freshCode(world, s) });
    expect(await world.rt.session('staff', token, before)).toBeUndefined();
    expect((await world.rt.session('staff', fresh ?? '', output.csrf))?.csrfFits).toBe(true);
  });

  test('a new password needs the old one, obeys the policy and signs other devices out', async () => {
    const s = await makeStaff(world, ['REVIEWER']);
    const [one, two] = [await signedIn(world, s), await signedIn(world, s)];
    await expect(asBrowser(world, two, changePassword, { oldPassword: 'wrong', newPassword: 'three carps under a bridge' })).rejects.toMatchObject({
      code: 'access.sign_in_failed',
    });
    await expect(asBrowser(world, two, changePassword, { oldPassword: TEST_PASSWORD, newPassword: 'short' })).rejects.toMatchObject({
      code: 'access.password_weak',
    });
    const { token } = await asBrowser(world, two, changePassword, { oldPassword: TEST_PASSWORD, newPassword: 'three carps under a bridge' });
    expect(await world.rt.session('staff', one, null)).toBeUndefined();
    expect(await world.rt.session('staff', token ?? '', null)).toBeDefined();
  });

  test('hints are shown in a demonstration only, with a code that works', async () => {
    expect((await asBrowser(world, null, demoHints, {})).output.items).toEqual([]);
    const s = await makeStaff(world, ['EXECUTIVE']);
    await world.rt.asSystem('t', (ctx) => ctx.tx.query('insert into access.demo_hint (staff_id, password) values ($1, $2)', [s.id, TEST_PASSWORD]));
    const [hint] = (await asBrowser(world, null, demoHints, {})).output.items;
    const { output } = await asBrowser(world, null, signIn, { login: hint.login, password: hint.password });
    await expect(asBrowser(world, null, secondFactor, { pending: output.pending, code: hint.code })).resolves.toMatchObject({
      token: expect.any(String),
    });
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
