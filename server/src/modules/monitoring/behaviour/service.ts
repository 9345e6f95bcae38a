import { type AccountMonth, type BehaviourMove, behaviourMove, behaviourRow, type CardScore } from '@tallystick/engines/scorecard';
import {
  addDays,
  type CalendarDate,
  CHINA_CALENDAR,
  type CustomerId,
  daysBetween,
  endOfMonth,
  HOUSE,
  must,
  startOfMonth,
  WorkingCalendar,
  weekday,
} from '@tallystick/kernel';
import type { z } from 'zod';
import { liveModel, type Model } from '#modules/models';
import { borrowersOn, loansOf, type PaymentMonth, paymentMonths } from '#modules/servicing';
import type { Ctx, DayStep } from '#platform';
import { behaviourScored } from '../events.ts';
import { signalsOn } from '../repo.ts';
import { raise } from '../service.ts';
import { type BehaviourScore, batchInsertScores, batchScored, behaviourPolicy, type ScoreReason, scoresOf } from './repo.ts';

/** How far back the windows of the engine reach. */
const LOOK_BACK = 12;
/** Customers scored in one transaction: read by one statement, written by one. */
const TOGETHER = 500;
/** The usual place in collection. */
const LAST = 3;
const calendar = new WorkingCalendar(CHINA_CALENDAR);

/** The first day of its month on which the bank works; a year whose holidays are not published yet has its weekdays. */
export function isFirstBusinessDay(date: CalendarDate): boolean {
  const works = (day: CalendarDate): boolean => (calendar.knows(Number(day.slice(0, 4))) ? calendar.isWorkingDay(day) : weekday(day) <= 5);
  const before = Array.from({ length: daysBetween(startOfMonth(date), date) }, (_, k) => addDays(startOfMonth(date), k));
  return works(date) && !before.some(works);
}
const monthBefore = (date: CalendarDate): CalendarDate => startOfMonth(addDays(startOfMonth(date), -1));

/** Scores the months up to the one that is over, once: what a range of customers paid is read by one statement and their scores are written by one. */
async function scoreRange(ctx: Ctx, range: { from: CustomerId; to: CustomerId }, date: CalendarDate): Promise<void> {
  const month = monthBefore(date);
  const [model, policy] = [await liveModel(ctx, 'behaviour'), await behaviourPolicy(ctx.tx, date)];
  const moves = [...byCustomer(await paymentMonths(ctx, range, month, LOOK_BACK))].map(([customerId, paid]) => {
    const history = paid.map(asAccountMonth);
    return { customerId, history, move: behaviourMove(model.card, history, policy) };
  });
  if (moves.length === 0) return;
  const isNew = await batchInsertScores(
    ctx.tx,
    moves.map(({ customerId, history, move }) => scoreOf(customerId, history, move, { month, model, date })),
    ctx.now,
  );
  for (const { customerId, move } of moves) {
    if (!isNew.has(customerId) || !move.scored || (move.collectionPriority === LAST && !move.alert)) continue;
    const { alert, collectionPriority, score } = move;
    const fall = alert && { before: alert.before, factors: [...alert.factors] };
    await ctx.announce(behaviourScored, { customerId, month, points: score.points, collectionPriority, fall });
  }
}

/** Loans have no line of their own here, and what is left of them says nothing about how they are paid. */
const asAccountMonth = ({ dueMinor, paidMinor, daysLate }: PaymentMonth): AccountMonth => ({
  dueMinor,
  paidMinor,
  daysLate,
  balanceMinor: null,
  limitMinor: null,
});

function byCustomer(months: readonly PaymentMonth[]): Map<CustomerId, PaymentMonth[]> {
  const grouped = new Map<CustomerId, PaymentMonth[]>();
  for (const m of months) {
    const own = grouped.get(m.customerId);
    if (own) own.push(m);
    else grouped.set(m.customerId, [m]);
  }
  return grouped;
}

function scoreOf(
  customerId: CustomerId,
  history: readonly AccountMonth[],
  move: BehaviourMove,
  at: { month: CalendarDate; model: Model; date: CalendarDate },
): BehaviourScore {
  return {
    customerId,
    month: at.month,
    modelId: at.model.modelId,
    modelVersion: at.model.version,
    months: history.length,
    points: move.scored ? move.score.points : null,
    line: move.scored ? move.line : null,
    collectionPriority: move.scored ? move.collectionPriority : null,
    fall: move.scored && move.alert ? move.alert.drop : null,
    reasons: move.scored ? reasonsOf(move.score) : [],
    windows: behaviourRow(history),
    scoredOn: at.date,
  };
}

/** What cost points, worst first. A window longer than the history is no reason. */
const reasonsOf = ({ reasons, contributions }: CardScore): ScoreReason[] =>
  reasons
    .filter((r) => contributions.some((c) => c.attribute === r.attribute && c.value !== null))
    .map(({ code, zh, en, lostPoints }) => ({ code, label: { zh, en }, lostPoints }));

/** S1-25: a score that fell far is an alert with what it was before and after, on the customer's oldest living loan. */
export async function raiseFall(ctx: Ctx, scored: z.output<typeof behaviourScored.payload>): Promise<void> {
  const { customerId, points, fall } = scored;
  if (!fall) return;
  const loan = (await loansOf(ctx, customerId)).findLast((l) => l.status !== 'settled');
  const signal = (await signalsOn(ctx.tx, ctx.today)).find((s) => s.code === 'BH-01');
  if (!loan || !signal) return;
  const facts = Object.fromEntries(fall.factors.map((f) => [f.attribute, `${f.before} → ${f.after}`]));
  await raise(ctx, customerId, loan.id, { signal, severity: signal.severity, facts: { score: `${fall.before} → ${points}`, ...facts } });
}

/** A customer's monthly scores, newest first. */
export const behaviourScores = (ctx: Ctx, customerId: CustomerId): Promise<BehaviourScore[]> => scoresOf(ctx.tx, customerId, LOOK_BACK);
/** How urgent collection is by the last score (1 is first); undefined where there is none. */
export const collectionPriority = async (ctx: Ctx, customerId: CustomerId): Promise<1 | 2 | 3 | undefined> =>
  (await scoresOf(ctx.tx, customerId, 1))[0]?.collectionPriority ?? undefined;

/** S1-20: on the first business day of a month, everybody who had a living loan when the last one ended. */
export const scoreMonthly: DayStep = {
  name: 'monitoring.score_behaviour',
  says: { zh: '月度行为评分', en: 'Score the behaviour of the month' },
  list: async (ctx, date) => {
    if (!isFirstBusinessDay(date)) return [];
    const month = monthBefore(date);
    const done = await batchScored(ctx.tx, month);
    const open = (await borrowersOn(ctx, endOfMonth(month))).filter((c) => !done.has(c));
    return Array.from({ length: Math.ceil(open.length / TOGETHER) }, (_, k) => open.slice(k * TOGETHER, (k + 1) * TOGETHER)).map((some) => ({
      customerId: HOUSE,
      id: `${must(some[0], 'a first')}|${must(some.at(-1), 'a last')}`,
    }));
  },
  run: async (ctx, unit, date) => {
    const [from, to] = unit.id.split('|') as CustomerId[];
    await scoreRange(ctx, { from: must(from, 'a first'), to: must(to, 'a last') }, date);
  },
};
