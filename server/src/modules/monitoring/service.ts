import { addDays, CHINA_CALENDAR, type CustomerId, WorkingCalendar } from '@tallystick/kernel';
import { staffByRole } from '#modules/access';
import { collect, features } from '#modules/connectors';
import { freezeLine, line } from '#modules/credit-lines';
import { addTimeline, customer } from '#modules/customers';
import { refreshIfConsented } from '#modules/decisioning';
import { notifyStaff } from '#modules/notifications';
import { type LoanSummary, loansOf, openLoans } from '#modules/servicing';
import { closeTasks, openTask } from '#modules/tasks';
import { type Ctx, refusePlatform } from '#platform';
import { alertRaised } from './events.ts';
import { refuse } from './refusals.ts';
import {
  type AlertRow,
  alertById,
  alertsOf,
  batchDueWatches,
  batchWatchedCustomers,
  closeAlert,
  insertAlert,
  insertMeasure,
  measuresOf,
  parameter,
  putWatch,
  removeWatch,
  signalsOn,
  watchEnded,
  watched,
} from './repo.ts';
import { aggregated, deadline, hitsOf, type WatchFacts } from './rules.ts';
import type { AlertId, Hit, Measure, Outcome } from './types.ts';

const calendar = new WorkingCalendar(CHINA_CALENDAR);
const SOURCES = ['court', 'platform'] as const;
const live = (loans: readonly LoanSummary[]): LoanSummary[] => loans.filter((l) => l.status !== 'settled');

/** From payout on, a customer is watched. */
export async function beginWatch(ctx: Ctx, customerId: CustomerId): Promise<void> {
  const { branchId } = await customer(ctx, customerId);
  await putWatch(ctx.tx, { customerId, branchId, nextOn: addDays(ctx.today, await parameter(ctx.tx, 'watch_every_days', ctx.today)) });
}
/** The watch ends with the last open loan; a settled loan is a reason to look at the grade anew, under the consents that stand. */
export async function endWatch(ctx: Ctx, customerId: CustomerId): Promise<void> {
  if (live(await loansOf(ctx, customerId)).length === 0) await removeWatch(ctx.tx, customerId);
  await refreshIfConsented(ctx, customerId, 'settled');
}

export const dueWatches = (ctx: Ctx): Promise<{ customerId: CustomerId }[]> => batchDueWatches(ctx.tx, ctx.today);
/** Asks courts and platforms about one customer; what they answer is judged by `judge`. Refuses customers.consent_*. */
export async function look(ctx: Ctx, customerId: CustomerId): Promise<void> {
  const [loan] = live(await loansOf(ctx, customerId));
  await watched(ctx.tx, customerId, ctx.today, addDays(ctx.today, await parameter(ctx.tx, 'watch_every_days', ctx.today)));
  if (loan) await collect(ctx, { customerId, purpose: 'monitoring', subject: loan.id, sources: SOURCES });
}

/** Judges what the outside world told: each signal that is hit becomes an alert with owner and deadline. */
export async function judge(
  ctx: Ctx,
  told: { customerId: CustomerId; collectionId: `coll_${string}`; subject: string; outcome: string },
): Promise<void> {
  await watchEnded(ctx.tx, told.customerId, told.outcome);
  if (told.outcome === 'failed') return;
  const f = await features(ctx, told.customerId, told.collectionId);
  const amount = (name: string): bigint | null => (typeof f[name]?.value === 'bigint' ? f[name].value : null);
  const dishonest = f['dishonest_debtor']?.value;
  const [month, quarter] = [amount('gmv_30d'), amount('gmv_90d')];
  const facts: WatchFacts = {
    gmvNowMinor: month,
    // The two stretches of 30 days before this one, as their mean.
    gmvBeforeMinor: month === null || quarter === null ? null : (quarter - month) / 2n,
    dishonest: typeof dishonest === 'boolean' ? dishonest : null,
  };
  for (const hit of hitsOf(await signalsOn(ctx.tx, ctx.today), facts)) await raise(ctx, told.customerId, told.subject, hit);
}

/** CR-07: the very first instalment was missed. */
export async function firstPaymentDefault(ctx: Ctx, m: { customerId: CustomerId; loanId: string; dueOn: string; first: boolean }): Promise<void> {
  if (!m.first) return;
  const signal = (await signalsOn(ctx.tx, ctx.today)).find((s) => s.code === 'CR-07');
  if (signal) await raise(ctx, m.customerId, m.loanId, { signal, severity: signal.severity, facts: { dueOn: m.dueOn } });
}

/** Raises one alert: owner, deadline, task, story; a red one also stops new drawing at once (S2-47). Nothing when one is open already. */
export async function raise(ctx: Ctx, customerId: CustomerId, loanId: string, hit: Hit): Promise<void> {
  const open = (await alertsOf(ctx.tx, customerId)).filter((a) => a.state === 'open');
  const categories = new Map((await signalsOn(ctx.tx, ctx.today)).map((s) => [s.code, s.category]));
  const severity = aggregated(
    { severity: hit.severity, category: hit.signal.category },
    open.map((a) => ({ severity: a.severity, category: categories.get(a.code) ?? a.code })),
  );
  const { branchId } = await customer(ctx, customerId);
  const owner = (await staffByRole(ctx, hit.signal.ownerRole, branchId))[0];
  const id: AlertId = ctx.newId('aler');
  const dueAt = deadline(severity, ctx.now, ctx.today, calendar);
  const isNew = await insertAlert(ctx.tx, {
    customerId,
    id,
    code: hit.signal.code,
    severity,
    raisedSeverity: hit.severity,
    loanId,
    branchId,
    ownerRole: hit.signal.ownerRole,
    ownerId: owner?.id ?? null,
    facts: hit.facts,
    raisedOn: ctx.today,
    raisedAt: ctx.now,
    dueAt,
  });
  if (!isNew) return;
  const link = `/alerts/${customerId}/${id}`;
  await openTask(ctx, {
    customerId,
    kind: 'alert',
    subject: id,
    zh: `预警 ${hit.signal.code} ${hit.signal.nameZh}`,
    en: `Alert ${hit.signal.code} ${hit.signal.nameEn}`,
    ownerRole: hit.signal.ownerRole,
    ...(owner ? { ownerId: owner.id } : {}),
    branchId,
    dueAt,
    priority: severity === 'red' ? 1 : severity === 'orange' ? 2 : 3,
    link,
  });
  if (owner)
    await notifyStaff(ctx, {
      staffId: owner.id,
      template: 'staff_alert',
      params: { subject: `${hit.signal.code} ${hit.signal.nameZh} ${hit.signal.nameEn}`, text: dueAt },
      link,
    });
  if (severity === 'red' && (await line(ctx, customerId))?.state === 'active') {
    await freezeLine(ctx, customerId, { zh: `预警 ${hit.signal.code}：${hit.signal.nameZh}`, en: `Alert ${hit.signal.code}: ${hit.signal.nameEn}` });
  }
  await addTimeline(ctx, {
    customerId,
    kind: 'monitoring.alert_raised',
    subject: id,
    zh: `预警：${hit.signal.nameZh}`,
    en: `Alert: ${hit.signal.nameEn}`,
    link,
  });
  await ctx.announce(alertRaised, { customerId, alertId: id, code: hit.signal.code, severity });
}

async function openAlert(ctx: Ctx, customerId: CustomerId, id: AlertId): Promise<AlertRow> {
  const alert = await alertById(ctx.tx, customerId, id, true);
  if (!alert) throw refusePlatform('platform.not_found');
  if (alert.state === 'closed') throw refuse('monitoring.alert_closed');
  return alert;
}

/** Writes down what was done. `line_freeze` also does it. Refuses monitoring.alert_closed. */
export async function recordMeasure(ctx: Ctx, m: { customerId: CustomerId; alertId: AlertId; kind: Measure; note: string }): Promise<void> {
  await openAlert(ctx, m.customerId, m.alertId);
  await insertMeasure(ctx.tx, { ...m, id: ctx.newId('meas'), staffId: ctx.actor.id, at: ctx.now });
  if (m.kind === 'line_freeze' && (await line(ctx, m.customerId))?.state === 'active')
    await freezeLine(ctx, m.customerId, { zh: m.note, en: m.note });
}

/** Closes an alert with evidence, by two persons (the command is dual). Refuses monitoring.no_measure, monitoring.alert_closed. */
export async function close(ctx: Ctx, c: { customerId: CustomerId; alertId: AlertId; outcome: Outcome }): Promise<void> {
  const alert = await openAlert(ctx, c.customerId, c.alertId);
  if ((await measuresOf(ctx.tx, c.customerId, c.alertId)).length === 0) throw refuse('monitoring.no_measure');
  await closeAlert(ctx.tx, { customerId: c.customerId, id: c.alertId, outcome: c.outcome, at: ctx.now, by: ctx.actor.id });
  await closeTasks(ctx, { customerId: c.customerId, kind: 'alert', subject: c.alertId, outcome: c.outcome });
  await addTimeline(ctx, {
    customerId: c.customerId,
    kind: 'monitoring.alert_closed',
    subject: c.alertId,
    zh: `预警关闭：${alert.code}`,
    en: `Alert closed: ${alert.code}`,
    link: `/alerts/${c.customerId}/${c.alertId}`,
  });
}

/** Customers with open loans whom nobody watches: the coverage report is empty when all is well (S1-37). */
export async function unwatched(ctx: Ctx): Promise<CustomerId[]> {
  const seen = new Set((await batchWatchedCustomers(ctx.tx)).map((w) => w.customerId));
  return [...new Set((await openLoans(ctx)).map((l) => l.customerId))].filter((id) => !seen.has(id));
}
