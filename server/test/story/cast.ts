import { must } from '@tallystick/kernel';
import type { Actor } from '#platform';
import { anybody, type Json } from '../../src/apps/seed/bank.ts';
import * as person from '../../src/apps/seed/people/borrower.ts';
import { together } from '../../src/apps/seed/together.ts';
import { makeStaff } from '../staff.ts';
import type { Open } from '../whole.ts';

/** Whom the world knows, and what is set about them out there. */
export type Known = {
  readonly who: person.Who;
  /** The customer, from joining on. */
  b?: person.Borrower;
  applicationId?: string;
  overrides: object;
};
export const SOUND = { bureau: { case: 'perfect' }, court: { case: 'clean' } };

/** Everybody of a story, the one whom it is about now, and what they see and hold. Everything is asked through the API, as a screen would. */
export type Cast = ReturnType<typeof castOf>;

/** People by name, each a merchant of the outside world by number. `both` is one person with the rights of maker and checker. */
export async function openCast(open: Open, people: Readonly<Record<string, number>>) {
  const known = Object.entries(people).map(([name, n]): [string, Known] => [
    name,
    { who: { ...person.whoIs(n, 'merchant'), region: '330106' }, overrides: SOUND },
  ]);
  return castOf(open, new Map(known), await makeStaff(open.world, ['REVIEWER', 'APPROVER'], open.house.branches.HZ));
}

function castOf(open: Open, known: ReadonlyMap<string, Known>, both: Actor) {
  const { bank, house } = open;
  let now = must([...known.values()][0], 'somebody');
  const customer = (): person.Borrower => must(now.b, 'somebody who joined');
  const staff = (login: string): Actor => (login === 'both' ? both : house.as(login));
  const own = (): { customerId: string } => ({ customerId: customer().customerId });
  const asked = (): { customerId: string; applicationId: string } => ({ ...own(), applicationId: must(now.applicationId, 'an application') });
  const mine = async (name: string, more: object = {}): Promise<Json> => bank.call(customer().actor, name, { ...own(), ...more });
  /** What a colleague's list shows of this customer. */
  const listed = async (login: string, name: string, more: object = {}): Promise<Json[]> =>
    (await bank.call(staff(login), name, { limit: 100, ...more })).items.filter((row: Json) => row.customerId === own().customerId);

  const loan = async (): Promise<Json> => (await mine('servicing.list_own_loans')).items[0];
  const contract = async (): Promise<Json> => (await mine('contracts.list_own')).items.find((c: Json) => c.applicationId === now.applicationId);
  const payout = async (): Promise<Json> => (await bank.call(staff('disburse'), 'servicing.list_own_payouts', own())).items[0];
  const review = async (): Promise<Json> =>
    (await listed('reviewer', 'decisioning.list_reviews')).find((r) => r.applicationId === asked().applicationId);
  const debt = async (): Promise<Json> => (await listed('collector', 'collections.list_cases'))[0];
  const alerts = (): Promise<Json[]> => listed('postloan', 'monitoring.list_alerts');

  return {
    open,
    bank,
    staff,
    customer,
    own,
    asked,
    mine,
    listed,
    loan,
    contract,
    payout,
    review,
    debt,
    alerts,
    /** The one whom the story is about now. */
    get now(): Known {
      return now;
    },
    turnTo(name: string): void {
      now = must(known.get(name), `${name} is in the story`);
    },
    anybody: (name: string, input: object): Promise<Json> => bank.call(anybody, name, input),
    /** As a colleague, about this customer. */
    as: (login: string, name: string, more: object = {}): Promise<Json> => bank.call(staff(login), name, { ...own(), ...more }),
    loanKey: async () => ({ ...own(), loanId: must(await loan(), 'a loan').id as string }),
    contractKey: async () => ({ ...own(), contractId: must(await contract(), 'a contract').id as string }),
    payoutKey: async () => ({ ...own(), payoutId: must(await payout(), 'a payout').id as string }),
    reviewKey: async () => ({ ...own(), reviewId: must(await review(), 'a review').reviewId as string }),
    caseKey: async () => ({ ...own(), caseId: must(await debt(), 'a collection case').id as string }),
    alertKey: async () => ({
      ...own(),
      alertId: must(
        (await alerts()).find((a) => a.state === 'open'),
        'an open alert',
      ).id as string,
    }),
    offer: async (): Promise<Json> => (await mine('decisioning.show_offers')).items.find((o: Json) => o.productCode === 'ECOM_MERCHANT_LOAN'),
    /** Somebody who waits for a code while the bank works. */
    alone: (act: (rest: () => Promise<void>) => Promise<void>): Promise<void> => together(bank, [act]),
  };
}
export type Acts = Readonly<Record<string, (...words: string[]) => Promise<unknown>>>;
export type Sights = Readonly<Record<string, () => Promise<string>>>;
