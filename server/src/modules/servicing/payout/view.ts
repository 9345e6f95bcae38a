import { type CustomerId, type Instant, maskCard, maskName, msBetween } from '@tallystick/kernel';
import type { z } from 'zod';
import { application } from '#modules/applications';
import { approvalOf } from '#modules/decisioning';
import type { Ctx } from '#platform';
import type { PayoutId } from '../types.ts';
import { conditionsOf, limitsNow } from './conditions.ts';
import { payeeOf } from './prepare.ts';
import type { zPayout, zPayoutPage } from './schema.ts';
import { payout } from './service.ts';
import type { Payout } from './types.ts';

export const payoutRow = (p: Payout, today: string): z.output<typeof zPayout> => {
  const { payeeSealed: _sealed, trialOrderNo: _trial, stoppedZh, stoppedEn, loanId, ...rest } = p;
  const late = (p.state === 'open' || p.state === 'ordered') && p.dueOn !== null && today > p.dueOn;
  return {
    ...rest,
    loanId: p.state === 'paid' ? loanId : null,
    stopped: stoppedZh === null ? null : { zh: stoppedZh, en: stoppedEn ?? stoppedZh },
    late,
  };
};

const minutesBetween = (from: Instant, to: Instant): number => Math.max(0, Math.round(msBetween(from, to) / 60_000));
type Step = z.output<typeof zPayoutPage>['pipeline'][number];

/** When each step was reached, and how long it took since the step before (S0-38). */
export function pipelineOf(p: Payout, approvedAt: Instant | null): Step[] {
  const steps: [Step['step'], Instant | null][] = [
    ['approved', approvedAt],
    ['signed', p.signedAt],
    ['prepared', p.createdAt],
    ['checked', p.checkedAt],
    ['released', p.releasedAt],
    ['paid', p.paidAt],
  ];
  let before: Instant | null = null;
  return steps.map(([step, at]) => {
    const minutes = at === null || before === null ? null : minutesBetween(before, at);
    before = at ?? before;
    return { step, at, minutes };
  });
}

/** A payout with its conditions, the four values, the payee (masked) and the pipeline. */
export async function payoutPage(ctx: Ctx, customerId: CustomerId, id: PayoutId): Promise<z.output<typeof zPayoutPage>> {
  const p = await payout(ctx, customerId, id);
  const payee = await payeeOf(ctx, p);
  const approval = await approvalOf(ctx, customerId, p.applicationId);
  const approvedAt = approval?.approvedAt ?? (await application(ctx, customerId, p.applicationId)).decidedAt;
  return {
    payout: payoutRow(p, ctx.today),
    conditions: await conditionsOf(ctx, p),
    limits: await limitsNow(ctx, p),
    payee: payee === undefined ? null : { name: maskName(payee.name), account: maskCard(payee.account) },
    pipeline: pipelineOf(p, approvedAt),
    targetDueOn: p.dueOn,
    minutesToAccount: p.paidAt === null ? null : minutesBetween(approvedAt ?? p.signedAt, p.paidAt),
  };
}
