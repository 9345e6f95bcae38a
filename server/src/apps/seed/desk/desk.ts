import { addDays, type CalendarDate, daysBetween } from '@tallystick/kernel';
import type { Json } from '../bank.ts';
import { colleague, type Day, each, isRipe, luck, luckOf, rowsOf } from '../day.ts';
import { collectDebts } from './collections.ts';
import { decideCases, reviewCases } from './reviews.ts';

/** Everybody at the bank does what lies on the desk, each desk at its own pace. */
export async function workday(day: Day): Promise<void> {
  const cases = async (): Promise<void> => {
    await reviewCases(day);
    await decideCases(day);
  };
  await Promise.all([callLeads(day), cases(), payOut(day), collectDebts(day), watch(day), restructure(day), secondPerson(day)]);
}

async function callLeads(day: Day): Promise<void> {
  await each(await rowsOf(day, 'service', 'engagement.list_leads', { state: 'new' }), async (lead) => {
    const random = luck(day, `lead:${lead.createdAt}`);
    if (!isRipe(day, lead.createdAt, 1) || random.chance(0.3)) return;
    const staff = colleague(day, 'rm', lead);
    await day.bank.call(staff, 'engagement.show_contact', { leadId: lead.id, why: '按约回电' });
    const lost = random.chance(0.25);
    const to = lost
      ? { to: 'lost', lostReason: random.pick(['not_interested', 'not_reachable', 'elsewhere']) }
      : { to: 'contacted', note: '已介绍产品，客户考虑中' };
    await day.bank.call(staff, 'engagement.move_lead', { leadId: lead.id, version: lead.version, ...to });
  });
}

/** The disbursement officer releases what has every condition met; for entrusted payments the manager names the counterparty first. */
async function payOut(day: Day): Promise<void> {
  const staff = day.house.as('disburse');
  await each(await rowsOf(day, 'disburse', 'servicing.list_payouts', { state: 'open' }), async (row) => {
    if (!isRipe(day, row.createdAt, 1)) return;
    const key = { customerId: row.customerId, payoutId: row.id };
    const { conditions } = await day.bank.call(staff, 'servicing.show_payout', key);
    if (conditions.every((c: Json) => c.met)) await day.bank.call(staff, 'servicing.release_payout', key);
  });
}

/** Days after an alert on which somebody works on it: at once, weekends aside; and once its closing is asked for. */
const CLOSED_AFTER = 6;
const ACTED_ON: ReadonlySet<number> = new Set([1, 2, 3, CLOSED_AFTER]);
/** Alerts are acted on, and most are closed with evidence some days later: the second person is the risk manager. */
async function watch(day: Day): Promise<void> {
  await each(await rowsOf(day, 'postloan', 'monitoring.list_alerts', { state: 'open' }), async (alert) => {
    const staff = colleague(day, 'postloan', alert);
    const key = { customerId: alert.customerId, alertId: alert.id };
    const random = luckOf(day, alert.code, alert);
    const age = daysBetween(alert.raisedOn, day.today);
    if (!ACTED_ON.has(age)) return;
    const { measures } = await day.bank.call(staff, 'monitoring.show_alert', key);
    if (measures.length === 0)
      await day.bank.call(staff, 'monitoring.record_measure', { ...key, kind: 'contact', note: '电话联系客户了解原因，客户说明情况' });
    if (age === CLOSED_AFTER && measures.length > 0 && random.chance(0.7))
      await day.bank.call(staff, 'monitoring.close_alert', {
        ...key,
        outcome: random.pick(['cured', 'false_alarm', 'cured']),
        evidence: '已核实经营数据与还款，风险消除',
      });
  });
}

/** The day of arrears on which the post-loan officer proposes new instalments to those who can pay, but not at once. */
const PROPOSED_AT = 18;
async function restructure(day: Day): Promise<void> {
  await each(await rowsOf(day, 'postloan', 'servicing.list_loans', { status: 'overdue' }), async (row) => {
    if (day.leave.has(row.customerId) || row.daysPastDue !== PROPOSED_AT || !luckOf(day, 'restructure', row).chance(0.5)) return;
    const change = { kind: 'restructure', periods: 12, arrears: 'principal', reason: '客户经营暂时困难，愿意还款，申请重组' };
    await day.bank.call(colleague(day, 'postloan', row), 'servicing.change_plan', { customerId: row.customerId, loanId: row.id, ...change });
  });
}

/** Requests under four eyes are looked at by the second risk manager, after a night. */
async function secondPerson(day: Day): Promise<void> {
  const staff = day.house.as('risk2');
  await each(await rowsOf(day, 'risk2', 'access.list_requests', { state: 'waiting' }), async (request) => {
    if (request.mine || !isRipe(day, request.createdAt, 1)) return;
    const key = { customerId: request.customerId, requestId: request.id };
    // What proves deceit is beyond doubt; of the rest some comes back.
    if (request.command !== 'customers.lock' && luckOf(day, request.command, request).chance(0.08))
      await day.bank.call(staff, 'access.reject_request', { ...key, reason: '依据不足，请补充' });
    else await day.bank.call(staff, 'access.approve_request', key);
  });
}

/** Courses of sensitive roles are repeated every half year, so that nobody's rights run out. */
export async function repeatCourses(day: Day): Promise<void> {
  const { items } = await day.bank.call(day.house.as('compliance'), 'access.list_courses', {});
  const staff = await rowsOf(day, 'compliance', 'access.list_staff');
  for (const person of staff)
    for (const { course } of items) {
      const recorder = day.house.as(person.login === 'compliance' ? 'product' : 'compliance');
      await day.bank.call(recorder, 'access.record_training', { staffId: person.id, course, completedOn: day.today });
    }
}
export const coursesOn = (first: CalendarDate): CalendarDate => addDays(first, 180);
