import { addDays } from '@tallystick/kernel';
import type { Json } from '../bank.ts';
import { colleague, type Day, each, luckOf, rowsOf } from '../day.ts';
import type { Random } from '../people/random.ts';
import type { Staff } from './staff.ts';

/** Channels in the order a collector would try them. */
const PREFERRED = ['visit', 'letter', 'voice'];
const NOTES = ['客户表示资金周转困难，正在催收货款', '客户承诺尽快还款', '无人接听', '已说明逾期后果与协商渠道'];

/** Every case that is due for contact gets one: a notice while it is young, a call or letter later, and a promise when the borrower gives one. */
export async function collectDebts(day: Day): Promise<void> {
  await each(await rowsOf(day, 'collector', 'collections.list_cases'), async (row) => {
    if (row.state === 'closed' || row.nextContactOn > day.today) return;
    const staff = colleague(day, 'collector', row);
    const key = { customerId: row.customerId, caseId: row.id };
    const { strategy } = await day.bank.call(staff, 'collections.show_case', key);
    const random = luckOf(day, 'debt', row);
    const channel = PREFERRED.find((c) => strategy.actions.includes(c) && (c === 'voice' || random.chance(0.25)));
    if (channel === undefined) await day.bank.call(staff, 'collections.send_notice', key);
    else await contact(day, random, staff, { ...key, channel }, row);
  });
}

async function contact(
  day: Day,
  random: Random,
  staff: Staff,
  to: { customerId: string; caseId: string; channel: string },
  row: Json,
): Promise<void> {
  const reached = random.chance(0.7);
  const judged = reached ? { ability: random.int(1, 5), willingness: random.int(1, 5) } : {};
  const outcome = reached ? 'reached' : 'not_reached';
  await day.bank.call(staff, 'collections.record_contact', { ...to, outcome, ...judged, note: random.pick(NOTES) });
  if (!reached || row.state === 'promised' || !random.chance(0.4)) return;
  const { customerId, caseId } = to;
  await day.bank.call(staff, 'collections.record_promise', {
    customerId,
    caseId,
    amount: row.overdueMinor,
    byOn: addDays(day.today, random.int(3, 9)),
  });
}
