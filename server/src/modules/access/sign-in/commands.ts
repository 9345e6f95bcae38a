import { z } from 'zod';
import { type Ctx, command, query, refusePlatform, STAFF_ROLES, zId, zInstant, zText } from '#platform';
import { ownPermissions } from '../grants/service.ts';
import { refuse } from '../refusals.ts';
import { isWeakPassword } from '../rules.ts';
import { branchRow, listHints, type StaffRow, setPassword, staffByLogin, staffRow, useStep } from '../staff/repo.ts';
import { openSecret, withUsableRoles } from '../staff/service.ts';
import { countTry, forgiveTry, type Tried } from './attempts.ts';
import { hashPassword, passwordFits } from './password.ts';
import { endSessions, listSessions } from './repo.ts';
import { codeTakenNow, fittingStep, totpAddress } from './second-factor.ts';
import { currentSession, openPending, openStaffSession, pendingHolder, turnToken } from './sessions.ts';

const FREE_PER_ACCOUNT = 3;
const FREE_PER_ADDRESS = 30;
const passwordTries = (ctx: Ctx, login: string): Tried[] => [
  { kind: 'password', of: 'account', value: login.toLowerCase(), free: FREE_PER_ACCOUNT },
  { kind: 'password', of: 'address', value: ctx.origin.ip, free: FREE_PER_ADDRESS },
];
const codeTry = (id: string): Tried => ({ kind: 'second_factor', of: 'account', value: id, free: FREE_PER_ACCOUNT });
const zPassword = z.string().min(1).max(200);
const zTotp = z.string().regex(/^\d{6}$/);
const zPermissionList = z.array(z.string());
const zNames = z.object({ zh: z.string(), en: z.string() });

export const signIn = command({
  name: 'access.sign_in',
  says: { zh: '员工登录（第一步）', en: 'Staff sign-in, first step' },
  allow: ['PUBLIC'],
  keyless: true,
  input: z.object({ login: zText(60), password: zPassword }),
  /** `enrol` is the address for an authenticator app, at the first sign-in only. */
  output: z.object({ pending: z.string(), enrol: z.string().nullable() }),
  run: async (ctx, i) => {
    const tries = passwordTries(ctx, i.login);
    for (const t of tries) await countTry(ctx, t);
    const staff = await staffByLogin(ctx.tx, i.login);
    if (!(await passwordFits(staff?.passwordHash, i.password)) || staff?.state !== 'active') throw refuse('access.sign_in_failed');
    for (const t of tries) await forgiveTry(ctx, t);
    return { pending: await openPending(ctx, staff.id), enrol: staff.totpConfirmed ? null : totpAddress(openSecret(ctx, staff), staff.login) };
  },
});

/** Counts, checks and uses up a code of the second factor. Refuses access.slow_down, access.sign_in_failed. */
async function takeSecondFactor(ctx: Ctx, id: string, code: string): Promise<StaffRow> {
  await countTry(ctx, codeTry(id));
  const staff = await staffRow(ctx.tx, id);
  const step = staff?.state === 'active' ? fittingStep(openSecret(ctx, staff), code, ctx.wall, staff.totpStep) : undefined;
  if (staff === undefined || step === undefined || !(await useStep(ctx.tx, staff.id, step))) throw refuse('access.sign_in_failed', { field: 'code' });
  await forgiveTry(ctx, codeTry(id));
  return staff;
}

export const secondFactor = command({
  name: 'access.second_factor',
  says: { zh: '员工登录（动态口令）', en: 'Staff sign-in, second factor' },
  allow: ['PUBLIC'],
  keyless: true,
  input: z.object({ pending: z.string().min(20).max(100), code: zTotp }),
  output: z.object({ csrf: z.string() }),
  run: async (ctx, i) => {
    const pending = await pendingHolder(ctx, i.pending);
    if (pending === undefined) throw refuse('access.sign_in_failed');
    const staff = await takeSecondFactor(ctx, pending.holderId, i.code);
    await endSessions(ctx.tx, { holderId: staff.id, id: pending.id, now: ctx.wall, why: 'signed in' });
    await ctx.audit({ action: 'access.signed_in', subject: staff.id });
    return openStaffSession(ctx, staff.id);
  },
});

export const stepUp = command({
  name: 'access.step_up',
  says: { zh: '再次验证动态口令', en: 'Show the second factor once more' },
  allow: ['ANY_STAFF'],
  keyless: true,
  input: z.object({ code: zTotp }),
  output: z.object({ csrf: z.string() }),
  run: async (ctx, i) => {
    await takeSecondFactor(ctx, ctx.actor.id, i.code);
    return turnToken(ctx);
  },
});

export const signOut = command({
  name: 'access.sign_out',
  says: { zh: '退出登录', en: 'Sign out' },
  allow: ['ANY_STAFF', 'BORROWER'],
  keyless: true,
  input: z.object({}),
  output: z.object({}),
  run: async (ctx) => {
    if (ctx.actor.kind !== 'staff' && ctx.actor.kind !== 'borrower') throw refusePlatform('platform.sign_in_needed');
    await endSessions(ctx.tx, { holderId: ctx.actor.id, id: ctx.actor.sessionId, now: ctx.wall, why: 'signed out' });
    ctx.setSession({ kind: ctx.actor.kind, token: null });
    return {};
  },
});

export const me = query({
  name: 'access.me',
  says: { zh: '当前登录人', en: 'Who is signed in' },
  allow: ['ANY_STAFF', 'BORROWER'],
  input: z.object({}),
  output: z.object({
    kind: z.enum(['staff', 'borrower']),
    id: z.string(),
    name: z.string(),
    branchId: z.string().nullable(),
    branchName: zNames.nullable(),
    roles: z.array(z.enum(STAFF_ROLES)),
    /** Roles that wait for a course. */
    waitingRoles: z.array(z.enum(STAFF_ROLES)),
    permissions: zPermissionList,
    csrf: z.string(),
    sessionEndsAt: zInstant,
    businessDate: z.string(),
    now: zInstant,
  }),
  run: async (ctx) => {
    const { csrf, endsAt } = await currentSession(ctx);
    const session = { csrf, sessionEndsAt: endsAt, businessDate: ctx.today, now: ctx.now };
    const { actor } = ctx;
    if (actor.kind !== 'staff')
      return {
        kind: 'borrower' as const,
        id: actor.id,
        name: '',
        branchId: null,
        branchName: null,
        roles: [],
        waitingRoles: [],
        permissions: [],
        ...session,
      };
    const row = await staffRow(ctx.tx, actor.id);
    const [gated] = row === undefined ? [] : await withUsableRoles(ctx, [row]);
    const branch = actor.branchId === null ? undefined : await branchRow(ctx.tx, actor.branchId);
    return {
      kind: 'staff' as const,
      id: actor.id,
      name: actor.name,
      branchId: actor.branchId,
      branchName: branch ? { zh: branch.nameZh, en: branch.nameEn } : null,
      roles: [...actor.roles],
      waitingRoles: gated?.waiting ?? [],
      permissions: await ownPermissions(ctx),
      ...session,
    };
  },
});

const sessionItem = z.object({
  id: z.string(),
  openedAt: zInstant,
  seenAt: zInstant,
  endsAt: zInstant,
  ip: z.string(),
  device: z.string(),
  current: z.boolean(),
});
export const listOwnSessions = query({
  name: 'access.list_sessions',
  says: { zh: '我的登录设备', en: 'My signed-in devices' },
  allow: ['ANY_STAFF', 'BORROWER'],
  input: z.object({}),
  output: z.object({ items: z.array(sessionItem) }),
  run: async (ctx) => {
    const own = ctx.actor.kind === 'staff' || ctx.actor.kind === 'borrower' ? ctx.actor.sessionId : '';
    const rows = await listSessions(ctx.tx, ctx.actor.id, ctx.wall);
    return {
      items: rows.map((r) => ({
        id: r.id,
        openedAt: r.openedAt,
        seenAt: r.seenAt,
        endsAt: r.endsAt,
        ip: r.ip,
        device: r.device,
        current: r.id === own,
      })),
    };
  },
});
export const endSession = command({
  name: 'access.end_session',
  says: { zh: '远程退出一台设备', en: 'Sign one of my devices out' },
  allow: ['ANY_STAFF', 'BORROWER'],
  input: z.object({ sessionId: zId('sess') }),
  output: z.object({}),
  run: async (ctx, i) => {
    const ended = await endSessions(ctx.tx, { holderId: ctx.actor.id, id: i.sessionId, now: ctx.wall, why: 'ended from another device' });
    if (ended === 0) throw refusePlatform('platform.not_found');
    return {};
  },
});

export const changePassword = command({
  name: 'access.change_password',
  says: { zh: '修改本人密码', en: 'Change my password' },
  allow: ['ANY_STAFF'],
  keyless: true,
  input: z.object({ oldPassword: zPassword, newPassword: zPassword }),
  output: z.object({ csrf: z.string() }),
  run: async (ctx, i) => {
    const row = await staffRow(ctx.tx, ctx.actor.id);
    if (row === undefined || ctx.actor.kind !== 'staff') throw refusePlatform('platform.not_found');
    const tried = passwordTries(ctx, row.login);
    for (const t of tried) await countTry(ctx, t);
    if (!(await passwordFits(row.passwordHash, i.oldPassword))) throw refuse('access.sign_in_failed', { field: 'oldPassword' });
    for (const t of tried) await forgiveTry(ctx, t);
    if (i.oldPassword === i.newPassword) throw refuse('access.password_same', { field: 'newPassword' });
    if (isWeakPassword(row.login, i.newPassword)) throw refuse('access.password_weak', { field: 'newPassword' });
    await setPassword(ctx.tx, row.id, await hashPassword(i.newPassword));
    await endSessions(ctx.tx, { holderId: row.id, except: ctx.actor.sessionId, now: ctx.wall, why: 'password changed' });
    return turnToken(ctx);
  },
});

export const demoHints = query({
  name: 'access.demo_hints',
  says: { zh: '演示环境登录提示', en: 'Sign-in hints of a demonstration' },
  allow: ['PUBLIC'],
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        login: z.string(),
        name: z.string(),
        roles: z.array(z.enum(STAFF_ROLES)),
        branchName: zNames.nullable(),
        password: z.string(),
        code: z.string(),
      }),
    ),
  }),
  run: async (ctx) => {
    if (!ctx.config.SHOW_DEMO_HINTS) throw refusePlatform('platform.not_found');
    const rows = await listHints(ctx.tx);
    return {
      items: rows.map((r) => ({
        login: r.login,
        name: r.name,
        roles: r.roles,
        branchName: r.branchZh !== null && r.branchEn !== null ? { zh: r.branchZh, en: r.branchEn } : null,
        password: r.password,
        code: codeTakenNow(openSecret(ctx, r), ctx.wall, r.totpStep),
      })),
    };
  },
});
