import type { CalendarDate } from '@tallystick/kernel';
import { fenOf, type Overrides, within } from '../overrides.ts';
import { yuan } from '../people/figures.ts';
import { holderOfAccount } from '../people/people.ts';
import { SourceRefusal } from '../source-server.ts';
import type { World } from '../world.ts';
import type { Order } from './orders.ts';

/** Why the rail says no. */
export const FAIL_CODES = {
  INSUFFICIENT_FUNDS: '余额不足 not enough money in the account',
  ACCOUNT_SUSPENDED: '账户已冻结 the account is suspended',
  ACCOUNT_MISMATCH: '户名与账号不符 name and account do not belong together',
  PAYEE_ACCOUNT_CLOSED: '收款账户已销户 the payee account is closed',
} as const;

export type Instruction = {
  readonly kind: 'disburse' | 'deduct';
  readonly account: string;
  readonly idNo: string;
  readonly name: string;
  readonly agreementNo: string;
  readonly amountFen: number;
  readonly split: boolean;
  readonly date: CalendarDate;
};
export type Decision = Pick<Order, 'state' | 'code'> & { readonly doneFen: number };

type Named = Pick<Instruction, 'account' | 'idNo' | 'agreementNo'>;
/** Under which keys something may be set: agreement, holder, ID, account; a later one comes before an earlier one. */
const keysOf = (i: Named): string[] => [i.agreementNo, holderOfAccount(i.account)?.idNo ?? '', i.idNo, i.account];
const settings = (world: World, i: Named): NonNullable<Overrides['payment']> =>
  Object.assign({}, ...keysOf(i).map((key) => world.about(key).payment));

/** Takes a deduction off the balance that was set, where one was. */
export function spend(world: World, i: Named, fen: number): void {
  const key = keysOf(i).findLast((k) => world.about(k).payment?.balance !== undefined);
  const balance = key === undefined ? undefined : world.about(key).payment?.balance;
  if (key === undefined || balance === undefined || fen === 0) return;
  const set = world.about(key);
  world.set(key, { ...set, payment: { ...set.payment, balance: yuan(fenOf(balance) - fen) } });
}

/** Whether name and account belong together: our own accounts only with their holder, any other unless flagged. */
export function accountMatches(
  world: World,
  i: { account: string; name: string; idNo: string; mobile: string },
): { name: boolean; id_no: boolean; mobile: boolean } {
  const flagged = settings(world, { account: i.account, idNo: i.idNo, agreementNo: '' }).account_mismatch === true;
  const holder = holderOfAccount(i.account);
  return {
    name: !flagged && (holder === undefined || holder.name === i.name),
    id_no: holder === undefined || i.idNo === '' || holder.idNo === i.idNo,
    mobile: holder === undefined || i.mobile === '' || holder.mobile === i.mobile,
  };
}

/** How an order ends. */
export function decide(world: World, i: Instruction): Decision {
  const set = settings(world, i);
  const no = (code: string): Decision => ({ state: 'failed', code, doneFen: 0 });
  if (set.outcome === 'processing') return { state: 'processing', code: '0001', doneFen: 0 };
  if (set.outcome === 'failed') return no(set.fail_code ?? (i.kind === 'disburse' ? 'PAYEE_ACCOUNT_CLOSED' : 'INSUFFICIENT_FUNDS'));
  if (set.suspended_from !== undefined && set.suspended_from <= i.date) return no('ACCOUNT_SUSPENDED');
  if (i.kind === 'disburse') {
    const match = accountMatches(world, { ...i, mobile: '' });
    return match.name && match.id_no ? { state: 'success', code: '0000', doneFen: i.amountFen } : no('ACCOUNT_MISMATCH');
  }
  const empty = within(set.insufficient_from, set.insufficient_to, i.date);
  const available = empty ? 0 : set.balance === undefined ? Number.POSITIVE_INFINITY : fenOf(set.balance);
  const done = available >= i.amountFen ? i.amountFen : i.split ? Math.max(0, available) : 0;
  return done === 0 ? no('INSUFFICIENT_FUNDS') : { state: 'success', code: '0000', doneFen: done };
}

/** Refuses a request the rail cannot read. */
export const unreadable = (field: string, wanted: string): SourceRefusal => new SourceRefusal(400, 'bad_request', `${field}: ${wanted}`);
