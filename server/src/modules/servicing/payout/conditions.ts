import { Refusal } from '@tallystick/kernel';
import { application } from '#modules/applications';
import { type AmountLimits, type Contract, contract, monthsOf } from '#modules/contracts';
import { line } from '#modules/credit-lines';
import { customer } from '#modules/customers';
import { assertApproved } from '#modules/decisioning';
import type { Ctx } from '#platform';
import { loansOfCustomer } from '../loans-repo.ts';
import type { Condition, ConditionCode, Payout } from './types.ts';

export const CONDITION_WORDS: Readonly<Record<ConditionCode, { zh: string; en: string }>> = {
  contract_signed: { zh: '合同已由双方签署', en: 'Both parties signed the contract' },
  customer_in_order: { zh: '客户未被锁定或终止', en: 'The customer is neither locked nor closed' },
  approval_stands: { zh: '审批仍有效且与合同一致', en: 'The approval stands and equals the contract' },
  payee_matched: { zh: '收款账户户名与账号核验一致', en: 'Name and account of the payee match' },
  trial_payment: { zh: '首次使用账户小额验证成功', en: 'A small trial payment reached an account used for the first time' },
  line_available: { zh: '可用额度充足', en: 'The credit line holds the amount' },
  net_equals_principal: { zh: '实付金额等于本金（不预扣息费）', en: 'What is paid equals the principal: nothing is deducted' },
  still_first_loan: { zh: '首贷身份复核', en: 'First-time borrower, checked again' },
};

/** LOAN-11: what reaches the borrower is the principal. */
export const netFits = (p: Pick<Payout, 'netMinor'>, c: Pick<Contract, 'terms'>): boolean => p.netMinor === c.terms.principalMinor;

async function approvalStands(ctx: Ctx, c: Contract): Promise<boolean> {
  try {
    const asked = {
      customerId: c.customerId,
      applicationId: c.applicationId,
      amountMinor: c.terms.principalMinor,
      ratePpm: c.terms.ratePpm,
      months: monthsOf(c.terms),
    };
    return (await assertApproved(ctx, asked)).decisionId === c.decisionId;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Every condition before the money goes out, met or open, asked anew each time (S0-59, S4-31, LOAN-11, FST-03). What was released had met them all. */
export async function conditionsOf(ctx: Ctx, p: Payout): Promise<Condition[]> {
  const c = await contract(ctx, p.customerId, p.contractId);
  const { state } = await customer(ctx, p.customerId);
  const available = (await line(ctx, p.customerId))?.availableMinor ?? 0n;
  const lentBefore = (await loansOfCustomer(ctx.tx, p.customerId)).length > 0;
  const met: Record<ConditionCode, boolean> = {
    contract_signed: c.state === 'signed',
    customer_in_order: state !== 'locked' && state !== 'closed',
    approval_stands: await approvalStands(ctx, c),
    payee_matched: p.payeeCheck === 'matched',
    trial_payment: p.trialState === 'not_needed' || p.trialState === 'success',
    line_available: p.state !== 'open' || available >= p.amountMinor,
    net_equals_principal: netFits(p, c),
    still_first_loan: !p.firstLoan || p.state === 'paid' || !lentBefore,
  };
  const released = p.state === 'ordered' || p.state === 'paid';
  return (Object.keys(CONDITION_WORDS) as ConditionCode[]).map((code) => ({ code, met: released || met[code], ...CONDITION_WORDS[code] }));
}

/** The four values that bound a payout, as they stand now (S0-57), and the smallest of them. */
export async function limitsNow(ctx: Ctx, p: Payout): Promise<AmountLimits & { readonly mostMinor: bigint }> {
  const c = await contract(ctx, p.customerId, p.contractId);
  const held = p.state === 'open' ? 0n : p.amountMinor;
  const availableMinor = ((await line(ctx, p.customerId))?.availableMinor ?? 0n) + held;
  const approvedMinor = (await application(ctx, p.customerId, p.applicationId)).approvedAmountMinor ?? c.limits.approvedMinor;
  const { needMinor, capMinor } = c.limits;
  const mostMinor = [availableMinor, needMinor, capMinor].reduce((m, v) => (v < m ? v : m), approvedMinor);
  return { approvedMinor, availableMinor, needMinor, capMinor, mostMinor };
}
/** "net_equals_principal, payee_matched": what stands in the way, for refusals. */
export const openOnes = (conditions: readonly Condition[]): Condition[] => conditions.filter((k) => !k.met);
