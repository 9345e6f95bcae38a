import { type LoanTerms, planFor } from '@tallystick/engines/loan-engine';
import { addDays, type CalendarDate, displayMoney, must } from '@tallystick/kernel';
import { markMilestone, setState } from '#modules/applications';
import { contract, monthsOf } from '#modules/contracts';
import { followPrincipal } from '#modules/credit-lines';
import { addTimeline, identity, markFirstPaidOut } from '#modules/customers';
import { notify } from '#modules/notifications';
import { canonicalJson } from '#modules/products';
import type { Ctx } from '#platform';
import { EMPTY_BOOKS } from '../book/lines.ts';
import { recordEvent } from '../book/post.ts';
import { insertState, parameter } from '../book/repo.ts';
import { paidOut } from '../events.ts';
import type { Payout } from './types.ts';

/**
 * The money reached the account: the loan, its plan, the posting, the audit row, the reminders and the message are written in the one
 * transaction that learned it (S0-50). The first day that bears interest is the day of payment.
 */
export async function openLoan(ctx: Ctx, p: Payout, paidOn: CalendarDate): Promise<void> {
  const { customerId, loanId } = p;
  const c = await contract(ctx, customerId, p.contractId);
  const terms: LoanTerms = { ...c.terms, start: paidOn };
  const plan = planFor(terms);
  const loanNo = `JJ${paidOn.replaceAll('-', '')}-${loanId.slice(-8).toUpperCase()}`;
  const last = must(plan.rows.at(-1), 'a plan has rows');
  ctx.tx.send(
    `insert into servicing.loan (customer_id, id, loan_no, contract_id, application_id, product_code, branch_id, currency, principal_minor, rate_ppm, months, method, terms,
       start_on, maturity_on, first_loan, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      customerId,
      loanId,
      loanNo,
      p.contractId,
      p.applicationId,
      p.productCode,
      p.branchId,
      p.currency,
      terms.principalMinor,
      terms.ratePpm,
      monthsOf(terms),
      terms.method,
      canonicalJson(terms),
      paidOn,
      last.due,
      p.firstLoan,
      ctx.now,
    ],
  );
  const empty = {
    ...EMPTY_BOOKS,
    status: 'active' as const,
    asOf: paidOn,
    lastSeq: 0,
    prepaidMinor: 0n,
    daysPastDue: 0,
    overdueMinor: 0n,
    stage: 'current' as const,
  };
  await insertState(ctx.tx, customerId, loanId, { ...empty, overdueSince: null, nextDueOn: null, nextDueMinor: 0n, settledOn: null }, paidOn);
  await followPrincipal(ctx, { customerId, subject: loanId, outstandingMinor: terms.principalMinor, from: p.id });
  const event = { kind: 'disburse' as const, valueOn: paidOn, amountMinor: terms.principalMinor, detail: {}, reference: p.orderNo, channel: 'rail' };
  await recordEvent(ctx, customerId, loanId, event, { kind: 'payout', zh: '贷款发放', en: 'Loan paid out' });
  await layReminders(ctx, p, plan.rows);
  await ctx.audit({
    action: 'servicing.loan_opened',
    subject: loanId,
    customerId,
    after: { loanNo, contractId: p.contractId, amount: displayMoney(terms.principalMinor) },
  });
  await tell(ctx, p, { loanNo, paidOn, firstDue: must(plan.rows[0], 'a first row').due });
}

/** The reminder schedule (S4-33): some days before each instalment. */
async function layReminders(ctx: Ctx, p: Payout, rows: readonly { no: number; due: CalendarDate }[]): Promise<void> {
  const days = Number(await parameter(ctx.tx, 'reminder_days', ctx.today));
  ctx.tx.send('insert into servicing.reminder (customer_id, loan_id, no, remind_on) select $1, $2, * from unnest($3::int[], $4::date[])', [
    p.customerId,
    p.loanId,
    rows.map((r) => r.no),
    rows.map((r) => addDays(r.due, -days)),
  ]);
}

async function tell(ctx: Ctx, p: Payout, facts: { loanNo: string; paidOn: CalendarDate; firstDue: CalendarDate }): Promise<void> {
  const { customerId, loanId, applicationId, contractId } = p;
  const amount = displayMoney(p.amountMinor);
  await setState(ctx, { customerId, applicationId, to: 'paid_out', zh: '贷款已到账', en: 'The money is in your account' });
  await markMilestone(ctx, { customerId, applicationId, kind: 'disbursed', evidence: p.orderNo });
  await markFirstPaidOut(ctx, customerId, facts.paidOn);
  const { mobile } = await identity(ctx, customerId);
  await notify(ctx, {
    customerId,
    template: 'paid_out',
    params: { amount, date: facts.firstDue },
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'service',
  });
  await addTimeline(ctx, {
    customerId,
    kind: 'servicing.paid_out',
    subject: loanId,
    zh: `贷款 ${facts.loanNo} 已发放 ${amount} 元`,
    en: `Loan ${facts.loanNo}: ${amount} paid out`,
    link: `/customers/${customerId}/loans/${loanId}`,
  });
  await ctx.announce(paidOut, { customerId, loanId, applicationId, contractId, amountMinor: p.amountMinor, startOn: facts.paidOn });
}
