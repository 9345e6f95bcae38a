import { randomUUID } from 'node:crypto';
import { addDays, addMonths, type CalendarDate } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedModels } from '#modules/models';
import collections from '#mount/collections';
import models from '#mount/models';
import monitoring from '#mount/monitoring';
import { type Borrower, type Json, type Lending, openLending } from '../../../../test/lending.ts';
import { isFirstBusinessDay, scoreMonthly } from './service.ts';

/** Loans of 120,000.00 over twelve months, paid out on 2 March 2026, 10,327.97 due on the 2nd of every month; accounts are empty, payments are booked by hand. */
const INSTALMENT = '10327.97';
const PAID_OUT = '2026-03-02';
type Story = { readonly b: Borrower; readonly loanId: string };
let bank: Lending;
let [prompt, late, young, fresh, settled]: Story[] = [];

async function begin(n: number): Promise<Story> {
  const b = await bank.borrower(n);
  const { loanId } = await bank.plant(b);
  await bank.control('PUT', `/subjects/${b.card}`, { payment: { balance: '0.00' } });
  return { b, loanId };
}
const booked = (s: Story, valueOn: CalendarDate, amount = INSTALMENT, intent = 'repay'): Promise<Json> =>
  bank.call(bank.staff('DISBURSEMENT'), 'servicing.record_repayment', {
    customerId: s.b.customerId,
    loanId: s.loanId,
    amount,
    intent,
    valueOn,
    reference: `bank-${randomUUID().slice(0, 8)}`,
  });
const due = (no: number): CalendarDate => addMonths(PAID_OUT, no);
async function paid(s: Story, from: number, to: number): Promise<void> {
  for (let no = from; no <= to; no += 1) await booked(s, due(no));
}
const told = async (s: Story): Promise<Json[]> =>
  (await bank.call(bank.staff('POST_LOAN'), 'monitoring.behaviour_scores', { customerId: s.b.customerId })).items;
const closeOn = async (day: CalendarDate): Promise<void> => {
  await bank.world.jumpTo(day);
  const next = await bank.untilDay(addDays(day, 1));
  expect(next?.steps.filter((s) => s.fault)).toEqual([]);
};
const scored = (): Promise<Json[]> => bank.world.asOwner('select customer_id, month::text from monitoring.behaviour_score');

beforeAll(async () => {
  // These borrowers consented to no outside source, so nobody looks at courts and shops.
  bank = await openLending({ day: PAID_OUT, more: [models, { ...monitoring, daily: [scoreMonthly] }, collections] });
  await bank.world.rt.asSystem('test', seedModels);
  [prompt, late, settled] = [await begin(701), await begin(702), await begin(703)];
  await bank.world.jumpTo('2026-07-02');
  young = await begin(704);
  await bank.world.jumpTo('2026-08-10');
  fresh = await begin(705);
});
afterAll(() => bank.close());

describe('S1-20 the behaviour score is computed anew each month from what is on the books', () => {
  test('S1-20 on the first business day every borrower with enough months has a score of his own payments, with reasons; it moves line and place in collection', async () => {
    await bank.world.jumpTo('2026-08-31');
    await paid(prompt!, 1, 5);
    await paid(late!, 1, 3);
    await paid(settled!, 1, 3);
    const quote = await bank.call(settled!.b.actor, 'servicing.quote_payoff', { customerId: settled!.b.customerId, loanId: settled!.loanId });
    await booked(settled!, '2026-08-31', quote.payMinor, 'settle');
    await closeOn('2026-08-31');
    expect(await scored()).toEqual([]);
    await closeOn('2026-09-01');

    const [calm] = await told(prompt!);
    expect(calm).toMatchObject({ month: '2026-08-01', months: 5, line: 'keep', collectionPriority: 3, fall: null, scoredOn: '2026-09-01' });
    expect(calm.windows).toMatchObject({ days_late: 0, late_months_3: 0, payments_3: 3, paid_of_due_3: 1, late_months_6: null });
    expect(calm.reasons).toEqual([]);
    // Two instalments are open: the one of 2 July was 60 days late on 31 August.
    const [behind] = await told(late!);
    expect(behind).toMatchObject({ months: 5, line: 'cut', collectionPriority: 1, modelId: 'behaviour', modelVersion: '1.0.0' });
    expect(behind.windows).toMatchObject({ days_late: 60, late_months_3: 2, worst_days_3: 60, payments_3: 1 });
    expect(behind.points).toBeLessThan(calm.points - 80);
    expect(behind.reasons[0]).toMatchObject({ code: 'BH01', label: { zh: expect.stringContaining('逾期'), en: expect.stringContaining('late') } });
    expect(await told(young!)).toMatchObject([{ months: 1, points: null, line: null, reasons: [] }]);
    expect(await told(fresh!)).toEqual([]); // Nothing was due yet.
    expect(await told(settled!)).toEqual([]); // No living loan at the end of August.

    // Who collects calls the riskiest first.
    const tasks = await bank.world.asOwner(
      `select customer_id, priority from tasks.task where kind = 'collection' and state = 'open' order by priority`,
    );
    expect(tasks[0]).toEqual({ customer_id: late!.b.customerId, priority: 1 });
  });

  test('S1-25 a fall raises an alert with the factors before and after', async () => {
    const [score] = await told(late!);
    expect(score.fall).toBeGreaterThanOrEqual(40);
    const { items } = await bank.call(bank.staff('POST_LOAN'), 'monitoring.list_alerts', { code: 'BH-01', limit: 10, offset: 0 });
    expect(items).toMatchObject([
      {
        customerId: late!.b.customerId,
        loanId: late!.loanId,
        facts: { score: `${score.points + score.fall} → ${score.points}`, days_late: '-20 → -68' },
      },
    ]);
  });

  test('a score stands: the month is not scored again, and nobody can change it', async () => {
    const before = await scored();
    const again = await bank.world.rt.asSystem('test', (ctx) => scoreMonthly.list(ctx, '2026-09-01'));
    for (const unit of again) await bank.world.rt.asSystem('test', (ctx) => scoreMonthly.run(ctx, unit, '2026-09-01'));
    expect(await scored()).toEqual(before);
    await expect(bank.world.asOwner('update monitoring.behaviour_score set points = 600')).rejects.toThrow('only grow');
    await expect(bank.call(late!.b.actor, 'monitoring.behaviour_scores', { customerId: late!.b.customerId })).rejects.toThrow();
  });

  test('the next month tells of what was paid since; holidays move the day', async () => {
    await bank.world.jumpTo('2026-09-30');
    await booked(prompt!, due(6));
    await booked(late!, '2026-09-20', '31500.00');
    await closeOn('2026-10-01'); // National holiday.
    expect((await told(prompt!)).length).toBe(1);
    await closeOn('2026-10-08');
    expect(await told(prompt!)).toMatchObject([{ month: '2026-09-01', months: 6, line: 'raise' }, { month: '2026-08-01' }]);
    const [now, then] = await told(late!);
    expect(now).toMatchObject({ windows: { days_late: 0, late_months_6: 2, worst_days_6: 60 } });
    expect(now.points).toBeGreaterThan(then.points);
  });

  test('one statement reads many customers: all of them are one unit of work', async () => {
    expect(await bank.world.rt.asSystem('test', (ctx) => scoreMonthly.list(ctx, '2026-11-02'))).toHaveLength(1);
  });
});

test.each([
  ['2026-03-02', true], // Monday after a weekend.
  ['2026-03-01', false],
  ['2026-03-03', false],
  ['2026-10-01', false],
  ['2026-10-08', true],
  ['2031-03-03', true], // No holidays are published for this year: its first weekday.
  ['2031-03-01', false],
])('%s is the first business day of its month: %s', (day, first) => expect(isFirstBusinessDay(day)).toBe(first));
