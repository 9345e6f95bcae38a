import { must } from '@tallystick/kernel';
import { createBranch, createStaff } from '#modules/access';
import type { Actor, BranchId, Runtime, StaffRole } from '#platform';

export type Staff = Extract<Actor, { kind: 'staff' }>;
export const BRANCH_CODES = ['HZ', 'YW', 'SZ'] as const;
export type BranchCode = (typeof BRANCH_CODES)[number];

const BRANCHES: Readonly<Record<BranchCode, { nameZh: string; nameEn: string; region: string }>> = {
  HZ: { nameZh: '杭州支行', nameEn: 'Hangzhou branch', region: '3301' },
  YW: { nameZh: '义乌支行', nameEn: 'Yiwu branch', region: '330782' },
  SZ: { nameZh: '深圳支行', nameEn: 'Shenzhen branch', region: '4403' },
};

/** The branch whose region is nearest: what the bank itself decides for a new customer. */
export const branchOf = (region: string): BranchCode =>
  [...BRANCH_CODES].sort((a, b) => BRANCHES[b].region.length - BRANCHES[a].region.length).find((code) => region.startsWith(BRANCHES[code].region)) ??
  'HZ';

/** One password for every demo login: it is printed, and shown on the sign-in page. */
export const DEMO_PASSWORD = 'tally-demo-2026';

/** Login, name, roles; those with a dot sit in that branch, the others in the head office. Two for whatever needs four eyes. */
const PEOPLE: readonly (readonly [string, string, ...StaffRole[]])[] = [
  ...BRANCH_CODES.flatMap((code): [string, string, ...StaffRole[]][] => {
    const at = code.toLowerCase();
    const place = BRANCHES[code].nameZh.slice(0, 2);
    return [
      [`rm.${at}`, `${place}客户经理甲（演示）`, 'RELATIONSHIP_MANAGER'],
      [`rm2.${at}`, `${place}客户经理乙（演示）`, 'RELATIONSHIP_MANAGER'],
      [`reviewer.${at}`, `${place}审查员（演示）`, 'REVIEWER'],
      [`approver.${at}`, `${place}审批人（演示）`, 'APPROVER'],
      [`postloan.${at}`, `${place}贷后（演示）`, 'POST_LOAN'],
      [`collector.${at}`, `${place}催收（演示）`, 'COLLECTOR'],
    ];
  }),
  ['reviewer', '总行审查员（演示）', 'REVIEWER'],
  ['approver', '总行审批人（演示）', 'APPROVER'],
  ['committee', '贷审会委员（演示）', 'COMMITTEE'],
  ['disburse', '放款岗甲（演示）', 'DISBURSEMENT'],
  ['disburse2', '放款岗乙（演示）', 'DISBURSEMENT'],
  ['postloan', '总行贷后（演示）', 'POST_LOAN'],
  ['collector', '总行催收（演示）', 'COLLECTOR'],
  ['risk', '风险经理甲（演示）', 'RISK_MANAGER'],
  ['risk2', '风险经理乙（演示）', 'RISK_MANAGER'],
  ['compliance', '合规官（演示）', 'COMPLIANCE'],
  ['exec', '行长（演示）', 'EXECUTIVE'],
  ['service', '客服（演示）', 'SERVICE_AGENT'],
  ['product', '产品经理（演示）', 'PRODUCT_MANAGER'],
  ['admin', '系统管理员甲（演示）', 'ADMIN'],
  ['admin2', '系统管理员乙（演示）', 'ADMIN'],
];

/** 160 random bits in the alphabet that authenticator apps take. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const newSecret = (): string => Array.from(crypto.getRandomValues(new Uint8Array(32)), (b) => ALPHABET[b % ALPHABET.length]).join('');

/** Who works here, by login; acting as one of them is being signed in with a fresh second factor. */
export type House = { readonly branches: Readonly<Record<BranchCode, BranchId>>; as(login: string): Staff };

/** Sets up branches and staff with their courses done, as a bank does before it opens its doors. */
export async function openHouse(rt: Runtime): Promise<House> {
  const branches = {} as Record<BranchCode, BranchId>;
  for (const code of BRANCH_CODES) branches[code] = await rt.asSystem('seed.branch', (ctx) => createBranch(ctx, { code, ...BRANCHES[code] }));
  const staff = new Map<string, Staff>();
  // Hashing a password is slow on purpose; side by side it takes both cores.
  await Promise.all(
    PEOPLE.map(async ([login, name, ...roles]) => {
      const code = BRANCH_CODES.find((c) => login.endsWith(`.${c.toLowerCase()}`));
      const branchId = code === undefined ? null : branches[code];
      const id = await rt.asSystem('seed.staff', (ctx) =>
        createStaff(ctx, { login, password: DEMO_PASSWORD, name, roles, branchId, totpSecret: newSecret(), trained: true, demoHint: true }),
      );
      staff.set(login, { kind: 'staff', id, name, branchId, roles, sessionId: `demo-${login}`, steppedUpAt: null });
    }),
  );
  return { branches, as: (login) => ({ ...must(staff.get(login), `${login} works here`), steppedUpAt: '2999-01-01T00:00:00.000Z' }) };
}
