import { z } from 'zod';
import { type BranchId, branchScope, command, listInput, listOf, query, refusePlatform, STAFF_ROLES, zDate, zId, zInstant, zText } from '#platform';
import { assertOtherPerson } from '../four-eyes/service.ts';
import { refuse } from '../refusals.ts';
import { isWeakPassword } from '../rules.ts';
import { hashPassword } from '../sign-in/password.ts';
import { endSessions } from '../sign-in/repo.ts';
import { newTotpSecret } from '../sign-in/second-factor.ts';
import { assertBranchOpen, branches, createBranch } from './branches.ts';
import {
  branchRow,
  courses,
  insertTraining,
  listBranches,
  listStaff,
  preferenceOf,
  savePreference,
  setPassword,
  setSecondFactor,
  staffRow,
  updateBranch,
  updateStaff,
} from './repo.ts';
import { createStaff, sealSecret, withUsableRoles } from './service.ts';

const zRoles = z.array(z.enum(STAFF_ROLES)).min(1).max(STAFF_ROLES.length);
const zLogin = z.string().regex(/^[a-z][a-z0-9._-]{2,39}$/);
const zBranch = zId('bran').nullable();
const staffItem = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(STAFF_ROLES)),
  waitingRoles: z.array(z.enum(STAFF_ROLES)),
  branchId: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  createdAt: zInstant,
  version: z.number(),
});

export const listStaffQuery = query({
  name: 'access.list_staff',
  says: { zh: '员工列表', en: 'Staff' },
  allow: ['ADMIN', 'COMPLIANCE', 'EXECUTIVE'],
  input: z.object({
    ...listInput,
    sort: z.enum(['login']).default('login'),
    role: z.enum(STAFF_ROLES).optional(),
    state: z.enum(['active', 'disabled']).optional(),
  }),
  output: listOf(staffItem),
  run: async (ctx, i) => {
    const found = await listStaff(ctx.tx, { branchId: branchScope(ctx.actor), role: i.role, state: i.state, limit: i.limit, offset: i.offset });
    const gated = await withUsableRoles(ctx, found.items);
    return {
      items: gated.map((s) => ({
        id: s.id,
        login: s.login,
        name: s.name,
        roles: s.roles,
        waitingRoles: s.waiting,
        branchId: s.branchId,
        state: s.state,
        createdAt: s.createdAt,
        version: s.version,
      })),
      total: found.total,
    };
  },
});
export const addStaff = command({
  name: 'access.create_staff',
  says: { zh: '新增员工', en: 'Add a staff member' },
  allow: ['ADMIN'],
  dual: true,
  stepUp: true,
  input: z.object({ login: zLogin, name: zText(60), password: z.string().min(12).max(200), roles: zRoles, branchId: zBranch }),
  output: z.object({ staffId: z.string() }),
  run: async (ctx, i) => ({ staffId: await createStaff(ctx, { ...i, totpSecret: newTotpSecret(), confirmed: false }) }),
});
export const changeStaff = command({
  name: 'access.change_staff',
  says: { zh: '修改员工岗位、机构或状态', en: "Change a staff member's roles, branch or state" },
  allow: ['ADMIN'],
  dual: true,
  stepUp: true,
  input: z.object({
    staffId: zId('staf'),
    name: zText(60),
    roles: zRoles,
    branchId: zBranch,
    state: z.enum(['active', 'disabled']),
    version: z.number().int(),
  }),
  output: z.object({ version: z.number() }),
  run: async (ctx, i) => {
    const before = await staffRow(ctx.tx, i.staffId, true);
    if (before === undefined) throw refusePlatform('platform.not_found');
    assertOtherPerson(ctx, i.staffId); // Nobody checks a change of their own rights.
    await assertBranchOpen(ctx, i.branchId as BranchId | null);
    if (!(await updateStaff(ctx.tx, { id: i.staffId, name: i.name, roles: i.roles, branchId: i.branchId, state: i.state, version: i.version })))
      throw refusePlatform('platform.state_changed');
    await endSessions(ctx.tx, { holderId: i.staffId, now: ctx.wall, why: 'rights changed' });
    await ctx.audit({
      action: 'access.staff_changed',
      subject: i.staffId,
      before: { roles: before.roles, branchId: before.branchId, state: before.state },
      after: { roles: i.roles, branchId: i.branchId, state: i.state },
    });
    return { version: i.version + 1 };
  },
});
export const resetStaff = command({
  name: 'access.reset_staff',
  says: { zh: '重置员工密码与动态口令', en: "Reset a staff member's password and second factor" },
  allow: ['ADMIN'],
  dual: true,
  stepUp: true,
  input: z.object({ staffId: zId('staf'), password: z.string().min(12).max(200) }),
  output: z.object({}),
  run: async (ctx, i) => {
    const row = await staffRow(ctx.tx, i.staffId, true);
    if (row === undefined) throw refusePlatform('platform.not_found');
    if (isWeakPassword(row.login, i.password)) throw refuse('access.password_weak', { field: 'password' });
    await setPassword(ctx.tx, row.id, await hashPassword(i.password));
    await setSecondFactor(ctx.tx, row.id, sealSecret(ctx, row.id, newTotpSecret()));
    await endSessions(ctx.tx, { holderId: row.id, now: ctx.wall, why: 'reset' });
    return {};
  },
});
export const signStaffOut = command({
  name: 'access.sign_staff_out',
  says: { zh: '强制员工下线', en: 'Sign a staff member out everywhere' },
  allow: ['ADMIN', 'COMPLIANCE'],
  input: z.object({ staffId: zId('staf') }),
  output: z.object({ ended: z.number() }),
  run: async (ctx, i) => ({ ended: await endSessions(ctx.tx, { holderId: i.staffId, now: ctx.wall, why: 'signed out by the bank' }) }),
});

export const listCourses = query({
  name: 'access.list_courses',
  says: { zh: '岗位培训课程', en: 'Courses that roles need' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ course: z.string(), nameZh: z.string(), nameEn: z.string() })) }),
  run: async (ctx) => ({ items: await courses(ctx.tx, ctx.today) }),
});
export const recordTraining = command({
  name: 'access.record_training',
  says: { zh: '登记培训完成', en: 'Record a completed course' },
  allow: ['COMPLIANCE', 'PRODUCT_MANAGER'],
  input: z.object({ staffId: zId('staf'), course: z.string().max(60), completedOn: zDate }),
  output: z.object({}),
  run: async (ctx, i) => {
    assertOtherPerson(ctx, i.staffId);
    if ((await staffRow(ctx.tx, i.staffId)) === undefined) throw refusePlatform('platform.not_found');
    if (i.completedOn > ctx.today || !(await courses(ctx.tx, ctx.today)).some((c) => c.course === i.course))
      throw refuse('access.course_unknown', { field: 'course' });
    await insertTraining(ctx.tx, { staffId: i.staffId, course: i.course, completedOn: i.completedOn, recordedBy: ctx.actor.id });
    return {};
  },
});

const branchItem = z.object({ id: z.string(), code: z.string(), nameZh: z.string(), nameEn: z.string(), region: z.string() });
const zRegion = z.string().regex(/^\d{2}(\d{2}){0,2}$/);
export const listBranchesQuery = query({
  name: 'access.list_branches',
  says: { zh: '机构列表', en: 'Branches' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: z.object({ items: z.array(branchItem.extend({ state: z.enum(['open', 'closed']), version: z.number() })) }),
  run: async (ctx) => ({ items: await listBranches(ctx.tx) }),
});
export const listOpenBranches = query({
  name: 'access.list_open_branches',
  says: { zh: '营业机构', en: 'Branches open to customers' },
  allow: ['PUBLIC'],
  input: z.object({}),
  output: z.object({ items: z.array(branchItem) }),
  run: async (ctx) => ({ items: await branches(ctx) }),
});
export const addBranch = command({
  name: 'access.create_branch',
  says: { zh: '新增机构', en: 'Add a branch' },
  allow: ['ADMIN'],
  dual: true,
  stepUp: true,
  input: z.object({ code: z.string().regex(/^[A-Z0-9]{2,12}$/), nameZh: zText(60), nameEn: zText(80), region: zRegion }),
  output: z.object({ branchId: z.string() }),
  run: async (ctx, i) => ({ branchId: await createBranch(ctx, i) }),
});
export const changeBranch = command({
  name: 'access.change_branch',
  says: { zh: '修改机构', en: 'Change a branch' },
  allow: ['ADMIN'],
  dual: true,
  stepUp: true,
  input: z.object({
    branchId: zId('bran'),
    nameZh: zText(60),
    nameEn: zText(80),
    region: zRegion,
    state: z.enum(['open', 'closed']),
    version: z.number().int(),
  }),
  output: z.object({ version: z.number() }),
  run: async (ctx, i) => {
    const before = await branchRow(ctx.tx, i.branchId);
    if (before === undefined) throw refusePlatform('platform.not_found');
    if (i.state === 'closed' && (await listStaff(ctx.tx, { branchId: i.branchId, state: 'active', limit: 1, offset: 0 })).total > 0)
      throw refuse('access.branch_has_staff');
    if (!(await updateBranch(ctx.tx, { ...before, ...i, id: before.id }))) throw refusePlatform('platform.state_changed');
    return { version: i.version + 1 };
  },
});

const zKey = z.string().regex(/^[a-z][a-z0-9_.-]{0,59}$/);
export const getPreference = query({
  name: 'access.get_preference',
  says: { zh: '读取个人设置', en: 'Read a setting of mine' },
  allow: ['ANY_STAFF'],
  input: z.object({ key: zKey }),
  output: z.object({ value: z.string().nullable() }),
  run: async (ctx, i) => ({ value: ctx.actor.kind === 'staff' ? ((await preferenceOf(ctx.tx, ctx.actor.id, i.key)) ?? null) : null }),
});
export const putPreference = command({
  name: 'access.put_preference',
  says: { zh: '保存个人设置', en: 'Keep a setting of mine' },
  allow: ['ANY_STAFF'],
  input: z.object({ key: zKey, value: zText(20_000) }),
  output: z.object({}),
  run: async (ctx, i) => {
    if (ctx.actor.kind === 'staff') await savePreference(ctx.tx, ctx.actor.id, i.key, i.value);
    return {};
  },
});
