import { addDays } from '@tallystick/kernel';
import { anybody, type Json } from '../bank.ts';
import { type Day, luck } from '../day.ts';
import { whoIs } from './borrower.ts';
import type { Career } from './career.ts';

/** People who only ask; they have numbers that no customer has. */
const FIRST_ASKING = 6_001;

/** Visits to the first-loan page; some leave a number, and those who join by the campaign did so days before. */
export async function askAround(day: Day, people: readonly Career[]): Promise<void> {
  const { bank, today } = day;
  const random = luck(day, 'asking');
  const visits = random.int(0, 3);
  for (let i = 0; i < visits; i += 1) await bank.call(anybody, 'engagement.count_visit', { page: 'first_loan', campaign: 'first-loan' });
  const coming = people.filter((c) => c.plan.campaign !== undefined && addDays(today, 4) === c.plan.joinsOn).map((c) => c.plan.who);
  const asking = random.chance(0.15) ? [...coming, whoIs(FIRST_ASKING + random.int(0, 2_000), 'merchant')] : coming;
  if (asking.length === 0) return;
  const { texts } = await bank.call(anybody, 'customers.list_consent_texts', {});
  const contact = texts.find((t: Json) => t.scope === 'contact');
  const consent = { version: contact.version, hash: contact.hashZh };
  for (const who of asking) {
    const need = `${random.int(2, 30)}0000.00`;
    await bank.call(anybody, 'engagement.ask_contact', {
      name: who.name,
      mobile: who.mobile,
      campaign: 'first-loan',
      need,
      region: who.region,
      consent,
    });
  }
}
