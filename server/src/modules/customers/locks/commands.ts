import { command, query } from '#platform';
import * as s from '../schema.ts';
import { listBlacklist } from './blacklist.ts';
import { appealLock, lockAccount, unlockAccount } from './service.ts';

const done = { done: true } as const;

export const appeal = command({
  name: 'customers.appeal_lock',
  says: { zh: '对账户锁定提出申诉', en: 'Appeal against a lock' },
  allow: ['BORROWER'],
  input: s.zAppeal,
  output: s.zOk,
  run: async (ctx, i) => {
    await appealLock(ctx, i.customerId, i.text);
    return done;
  },
});

export const lock = command({
  name: 'customers.lock',
  says: { zh: '锁定账户（可申诉，可恢复）', en: 'Lock an account; reversible, with appeal' },
  allow: ['REVIEWER', 'RISK_MANAGER', 'COMPLIANCE'],
  dual: true,
  input: s.zLock,
  output: s.zOk,
  run: async (ctx, i) => {
    await lockAccount(ctx, i);
    return done;
  },
});
export const unlock = command({
  name: 'customers.unlock',
  says: { zh: '解除账户锁定', en: 'Unlock an account' },
  allow: ['RISK_MANAGER', 'COMPLIANCE'],
  input: s.zUnlock,
  output: s.zOk,
  run: async (ctx, i) => {
    await unlockAccount(ctx, i);
    return done;
  },
});
export const showBlacklist = query({
  name: 'customers.list_blacklist',
  says: { zh: '内部黑名单（依据与解除）', en: 'Internal blacklist: evidence, and what was lifted' },
  allow: ['RISK_MANAGER', 'COMPLIANCE'],
  input: s.zBlacklistFilter,
  output: s.zBlacklist,
  run: (ctx, i) => listBlacklist(ctx, { state: i.state ?? null, limit: i.limit, offset: i.offset }),
});
