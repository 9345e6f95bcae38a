import { addDays, type CalendarDate, must } from '@tallystick/kernel';
import type { Actor } from '#platform';
import type { Bank, Json } from '../bank.ts';
import { branchOf, type House } from '../desk/staff.ts';
import type { Rest } from '../together.ts';
import { type Borrower, draft, formOf, handIn, type Means, openAtCounter, settleIn, signContract, signIn, submit, type Wish } from './borrower.ts';
import type { Habit, Plan } from './plan.ts';

/** Where somebody stands with the bank, from their own side. */
type Stage = 'join' | 'look' | 'wait' | 'sign' | 'owe' | 'over';
export type Career = {
  readonly plan: Plan;
  /** The next day this person does something; never again when it is undefined. */
  next: CalendarDate | undefined;
  stage: Stage;
  borrower: Borrower | undefined;
  applicationId: string | undefined;
  loansLeft: number;
  triesLeft: number;
  wish: Wish | undefined;
  /** What the outside world is told to say by now: subject → overrides. */
  readonly world: Map<string, object>;
};
export type Place = { readonly bank: Bank; readonly house: House; readonly today: CalendarDate; readonly lastDay: CalendarDate };

export const begin = (plan: Plan): Career => ({
  plan,
  next: plan.joinsOn,
  stage: 'join',
  borrower: undefined,
  applicationId: undefined,
  loansLeft: plan.loans,
  triesLeft: 3,
  wish: undefined,
  world: new Map(plan.outside),
});

/** One day in somebody's dealings with the bank: what they do now, and when they will be back. */
export async function visit(place: Place, c: Career, rest: Rest): Promise<void> {
  c.next = undefined;
  if (c.stage === 'join') await join(place, c, rest);
  else if (c.stage === 'look') await apply(place, c, rest);
  else if (c.stage === 'wait') await hear(place, c);
  else if (c.stage === 'sign') await sign(place, c, rest);
  else if (c.stage === 'owe') await repayEarly(place, c);
}
const back = (place: Place, c: Career, days: number, stage: Stage): void => {
  c.stage = stage;
  if (c.plan.script?.stopsAt !== stage) c.next = addDays(place.today, days);
};

async function join(place: Place, c: Career, rest: Rest): Promise<void> {
  const { plan } = c;
  for (const [subject, overrides] of c.world) await place.bank.outside.about(subject, overrides);
  const manager = place.house.as(`rm.${branchOf(plan.who.region).toLowerCase()}`);
  c.borrower = plan.atCounter ? await openAtCounter(place.bank, manager, plan.who) : await signIn(place.bank, plan.who, rest, plan.campaign);
  if (plan.aim === 'look') return;
  await settleIn(place.bank, c.borrower, {
    ...((plan.script || plan.random.chance(0.3)) && { validUntil: '2038-06-30' }),
    ...(!plan.script && plan.random.chance(0.1) && { staffCount: plan.random.int(60, 90) }),
  });
  if (plan.script || plan.random.chance(0.5)) await acceptPapers(place, c.borrower, manager);
  if (plan.aim !== 'profile') back(place, c, plan.random.int(1, 4), 'look');
}

/** The relationship manager looks at what was handed in. */
async function acceptPapers(place: Place, b: Borrower, manager: Actor): Promise<void> {
  const { customerId } = b;
  const { items } = await place.bank.call(manager, 'documents.list', { customerId });
  for (const d of items) await place.bank.call(manager, 'documents.review', { customerId, documentId: d.id, verdict: 'accepted' });
}

const PURPOSES = ['采购备货', '大促备货', '补充流动资金', '更新打包设备', '支付推广费用', '租用仓库'];
const METHODS = ['equal_instalment', 'equal_instalment', 'equal_instalment', 'equal_principal', 'interest_only'];
const TERMS = [3, 3, 3, 3, 6, 6, 6, 9, 12];
/** Whole hundreds of yuan: the step of every product. */
const hundreds = (amount: number): string => `${Math.max(10, Math.round(amount / 100)) * 100}.00`;
/** What the products' pages say about smallest and largest amounts. */
const SPAN: Readonly<Record<string, readonly [number, number]>> = {
  MICRO: [1_000, 100_000],
  FIRST_LOAN: [3_000, 200_000],
  ECOM_MERCHANT_LOAN: [5_000, 3_000_000],
};

/** Looks at the offers and chooses: mostly within the limit, now and then above it. */
async function choose(place: Place, c: Career, b: Borrower): Promise<Wish> {
  const { random, script } = c.plan;
  const { items } = await place.bank.call(b.actor, 'decisioning.show_offers', { customerId: b.customerId });
  const offer: Json = script ? items[0] : items[random.int(0, Math.max(0, items.length - 1))];
  const longest: number = offer?.months ?? 12;
  const limit = offer === undefined ? 50_000 : Number(offer.limitMinor);
  const share = script?.share ?? (random.chance(0.08) ? 1.3 : random.int(30, 95) / 100);
  const productCode: string = offer?.productCode ?? (b.kind === 'merchant' ? 'ECOM_MERCHANT_LOAN' : 'MICRO');
  const [least, most] = must(SPAN[productCode], `${productCode} is offered`);
  return {
    productCode,
    amount: hundreds(Math.min(most, Math.max(least, limit * share))),
    months: Math.min(script?.months ?? random.pick(TERMS), longest),
    method: script ? 'equal_instalment' : random.pick(METHODS),
    purpose: random.pick(PURPOSES),
  };
}
/** What is declared: enough to carry the wish, as people do who fill in a form to its end. */
const meansFor = (w: Wish, c: Career): Means => ({
  annualRevenue: hundreds(Number(w.amount) * 12),
  monthlyIncome: hundreds(Math.max(c.plan.income, (Number(w.amount) / w.months) * 3)),
});

async function apply(place: Place, c: Career, rest: Rest): Promise<void> {
  const b = must(c.borrower, 'somebody who joined');
  const { random, aim } = c.plan;
  if (c.applicationId === undefined) {
    c.wish = await choose(place, c, b);
    if (c.wish.productCode === 'MICRO') await handIn(place.bank, b, 'income_proof');
    const { purposeText: _, ...half } = formOf(b, c.wish, meansFor(c.wish, c));
    const whole = formOf(b, c.wish, meansFor(c.wish, c));
    c.applicationId = await draft(place.bank, b, c.wish, aim === 'draft' && random.chance(0.5) ? half : whole);
    if (aim === 'draft') return;
    await rest();
  }
  const wish = must(c.wish, 'a wish with the application');
  await submit(place.bank, b, c.applicationId, wish, meansFor(wish, c));
  c.triesLeft -= 1;
  if (c.plan.script === undefined && random.chance(0.06)) {
    await place.bank.call(b.actor, 'applications.withdraw', { customerId: b.customerId, applicationId: c.applicationId, why: '暂时不需要了' });
    return again(place, c, random.int(20, 60));
  }
  back(place, c, 1, 'wait');
}

/** Comes back later for another try, if there is one left. */
function again(place: Place, c: Career, days: number): void {
  c.applicationId = undefined;
  if (c.triesLeft > 0) back(place, c, days, 'look');
  else c.stage = 'over';
}

async function hear(place: Place, c: Career): Promise<void> {
  const b = must(c.borrower, 'somebody who joined');
  const key = { customerId: b.customerId, applicationId: must(c.applicationId, 'an application') };
  const { random, script } = c.plan;
  const told = await place.bank.call(b.actor, 'decisioning.show_outcome', key);
  if (told.state === 'approved') return back(place, c, random.int(0, 2) === 0 ? 2 : 1, 'sign');
  if (told.state === 'counter_offered') {
    if (script?.stopsAt === 'counter') return;
    const takes = random.chance(0.7);
    await place.bank.call(b.actor, takes ? 'decisioning.accept_counter_offer' : 'decisioning.refuse_counter_offer', key);
    return takes ? back(place, c, 1, 'sign') : again(place, c, random.int(15, 40));
  }
  if (told.state === 'draft') return back(place, c, 1, 'look');
  if (told.state === 'declined') {
    if (script) return;
    if (!told.mayAskHuman || !random.chance(0.2)) return again(place, c, random.int(30, 90));
    await place.bank.call(b.actor, 'decisioning.ask_human_review', { ...key, why: '店铺经营一直正常，请人工复核' });
  }
  back(place, c, 1, 'wait');
}

async function sign(place: Place, c: Career, rest: Rest): Promise<void> {
  const b = must(c.borrower, 'somebody who joined');
  const { items } = await place.bank.call(b.actor, 'contracts.list_own', { customerId: b.customerId });
  const open: Json = items.find((i: Json) => i.state === 'draft' && i.applicationId === c.applicationId);
  const { script } = c.plan;
  if (open === undefined || (script === undefined && c.plan.random.chance(0.03))) return again(place, c, 45); // Thought better of it: the approval runs out.
  await signContract(place.bank, b, open.id, rest);
  c.loansLeft -= 1;
  c.triesLeft = 3;
  const months = must(c.wish, 'a wish').months;
  await liveUpTo(place, c, months);
  if (script) {
    if (script.settlesAfterDays !== undefined) back(place, c, script.settlesAfterDays, 'owe');
    return;
  }
  if (c.plan.habit === 'early') back(place, c, Math.min(months * 30 - 10, c.plan.random.int(35, 80)), 'owe');
  else if (c.loansLeft > 0 && c.plan.habit !== 'broken') {
    c.applicationId = undefined;
    back(place, c, months * 31 + c.plan.random.int(2, 15), 'look');
  } else c.stage = 'over';
}

/** How long the account is empty once an instalment falls due, in days; undefined: for good. */
const EMPTY: Readonly<Partial<Record<Habit, (days: (low: number, high: number) => number) => number | undefined>>> = {
  late: (days) => days(2, 12),
  slow: (days) => days(18, 48),
  broken: () => undefined,
};
/** The account of a late payer is empty from one due day on, for as long as the habit says; some businesses run into trouble. */
async function liveUpTo(place: Place, c: Career, months: number): Promise<void> {
  const { plan } = c;
  await runInto(place, c);
  const set = (payment: object): Promise<void> => befall(place, c, plan.who.idNo, { payment });
  if (plan.script?.emptyFrom !== undefined) return set({ insufficient_from: plan.script.emptyFrom });
  const empty = EMPTY[plan.habit];
  if (plan.script || empty === undefined) return;
  const from = addDays(place.today, 30 * plan.random.int(1, Math.min(3, months)) - 6);
  const length = empty(plan.random.int);
  const to = length === undefined ? {} : { insufficient_to: addDays(from, length + 8) };
  await set({ insufficient_from: from, ...to });
}

async function runInto(place: Place, c: Career): Promise<void> {
  const { who, trouble, random } = c.plan;
  const from = addDays(place.today, random.int(15, 60));
  if (trouble === 'court') await befall(place, c, who.idNo, { court: { case: 'clean', dishonest_from: from } });
  if (trouble !== 'sales' || who.shop === null) return;
  const { platform } = c.world.get(who.shop.shopId) as Json;
  await befall(place, c, who.shop.shopId, { platform: { ...platform, fall_from: from, fall_pct: random.int(35, 80) } });
}
/** Something changes in the world around somebody, on top of what was there. */
async function befall({ bank }: Place, c: Career, subject: string, change: object): Promise<void> {
  const now = { ...c.world.get(subject), ...change };
  c.world.set(subject, now);
  await bank.outside.about(subject, now);
}

async function repayEarly(place: Place, c: Career): Promise<void> {
  const b = must(c.borrower, 'somebody who joined');
  const { items } = await place.bank.call(b.actor, 'servicing.list_own_loans', { customerId: b.customerId });
  const loan: Json = items.find((i: Json) => i.status === 'active');
  if (loan === undefined) return;
  const key = { customerId: b.customerId, loanId: loan.id };
  const { payMinor } = await place.bank.call(b.actor, 'servicing.quote_payoff', key);
  await place.bank.call(b.actor, 'servicing.pay', { ...key, amount: payMinor, intent: 'settle' });
  c.applicationId = undefined;
  if (c.loansLeft > 0) back(place, c, c.plan.random.int(10, 30), 'look');
}
