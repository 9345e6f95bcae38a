import { type Grade, shiftGrade } from '@tallystick/engines/rating';
import { addDays } from '@tallystick/kernel';
import { enterprise, person, shop } from '@tallystick/simulators';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeDocument } from '#modules/documents';
import type { StaffActor } from '#test';
import { type Borrower, fillProfile, joinAs, makeBranch, makeStaff, type Outside, openOutside, openWorld, run, sign, type World } from '#test';
import { MOUNTS } from '../../apps/mounts.ts';
import { seedReference } from '../../apps/reference.ts';
import { type LateInstalment, noteLateness } from './rating/lateness.ts';
import { cardBasis } from './rating/repo.ts';

let world: World;
let outside: Outside;
let risk: StaffActor;
beforeAll(async () => {
  outside = await openOutside();
  world = await openWorld(MOUNTS, { day: '2026-03-02', env: outside.env });
  const branch = await makeBranch(world);
  await makeStaff(world, ['RELATIONSHIP_MANAGER'], branch);
  await makeStaff(world, ['REVIEWER'], branch);
  risk = await makeStaff(world, ['RISK_MANAGER']);
  await world.rt.asSystem('test', (ctx) => seedReference(ctx));
});
afterAll(async () => {
  await world.close();
  await outside.close();
});

type Truth = { bureau?: object; court?: object; tax?: object; registry?: object; platform?: object };
/** The n-th person as the outside world knows them: sound unless told otherwise. */
async function truth(n: number, t: Truth = {}): Promise<void> {
  await outside.about(person(n).idNo, {
    bureau: { case: 'perfect' },
    court: { case: 'clean' },
    ...(t.bureau && { bureau: t.bureau }),
    ...(t.court && { court: t.court }),
  });
  await outside.about(enterprise(n).uscc, { court: { case: 'clean' }, tax: t.tax ?? { grade: 'A' }, registry: t.registry ?? { case: 'normal' } });
  await outside.about(shop(n).shopId, { platform: t.platform ?? { case: 'growing', monthly_gmv: '400000.00', open_date: '2017-06-01' } });
}
async function settled(n: number, t: Truth = {}): Promise<Borrower> {
  await truth(n, t);
  const b = await joinAs(world, n);
  await sign(world, b);
  await fillProfile(world, b, n);
  await world.work();
  await run(world, b, 'decisioning.request_offer', { customerId: b.customerId });
  await world.work();
  return b;
}
const form = (n: number, more: object = {}) => ({
  amountMinor: '30000.00',
  months: 6,
  method: 'equal_instalment',
  purposeClass: 'BUSINESS',
  purposeText: '采购备货',
  purposeBudget: [{ item: '进货', amountMinor: '400000.00' }],
  payoutAccountTail: person(n).card.slice(-4),
  declaredDebts: [],
  declaredAnnualRevenueMinor: '4800000.00',
  declaredMonthlyIncomeMinor: '60000.00',
  ...more,
});
async function apply(n: number, b: Borrower, more: object = {}): Promise<string> {
  const own = { customerId: b.customerId };
  const asked = form(n, more);
  const made = await run(world, b, 'applications.create', { ...own, productCode: 'ECOM_MERCHANT_LOAN', form: asked });
  const pre = await run(world, b, 'applications.affordability', {
    ...own,
    productCode: 'ECOM_MERCHANT_LOAN',
    amountMinor: asked.amountMinor,
    months: asked.months,
    method: asked.method,
    monthlyIncomeMinor: asked.declaredMonthlyIncomeMinor,
    annualRevenueMinor: asked.declaredAnnualRevenueMinor,
  });
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  for (const kind of ['id_card_front', 'id_card_back']) {
    await world.rt.asSystem(
      'test',
      (ctx) => storeDocument(ctx, { customerId: b.customerId, kind, name: `${kind}.png`, bytes: png, source: 'upload' }),
      b.customerId,
    );
  }
  await run(world, b, 'applications.submit', {
    ...own,
    applicationId: made.applicationId,
    acknowledgement: { version: pre.acknowledgement.version, accepted: true },
  });
  await world.work();
  return made.applicationId;
}
const outcomeOf = (b: Borrower, applicationId: string) => run(world, b, 'decisioning.show_outcome', { customerId: b.customerId, applicationId });
const explained = (b: Borrower, applicationId: string) => run(world, risk, 'decisioning.show_decision', { customerId: b.customerId, applicationId });

const ago = async (days: number): Promise<string> => addDays(await world.rt.asSystem('test', async (ctx) => ctx.today), -days);
/** What servicing tells of a loan of ours: its instalments that were late. */
const late = (b: Borrower, ...of: LateInstalment[]) =>
  world.rt.asSystem('test', (ctx) => noteLateness(ctx, { customerId: b.customerId, loanId: 'loan_a', late: of }), b.customerId);

describe('how our own loans are paid', () => {
  test('an instalment paid late lowers the next grade, until twelve months have passed or the payment is corrected', async () => {
    const b = await settled(91);
    const rated = async (): Promise<Grade> => (await run(world, b, 'decisioning.show_grade', { customerId: b.customerId })).rating.grade;
    const next = async (): Promise<Grade> => {
      await run(world, b, 'decisioning.request_offer', { customerId: b.customerId });
      await world.work();
      return rated();
    };
    const grade = await rated();
    await late(b, { no: 1, dueOn: await ago(40), paidOn: await ago(36) });
    expect(await next()).toBe(shiftGrade(grade, -1));
    const { rating } = await run(world, b, 'decisioning.show_grade', { customerId: b.customerId });
    expect([rating.scoreGrade, rating.reasons[0].code, rating.caps[0].code]).toEqual([grade, 'OWN01', 'OWN01']);
    await late(b, { no: 1, dueOn: await ago(40), paidOn: await ago(36) }, { no: 2, dueOn: await ago(20), paidOn: null });
    expect(await next()).toBe(shiftGrade(grade, -2));
    await late(b, { no: 1, dueOn: await ago(420), paidOn: await ago(370) });
    expect(await next()).toBe(grade);
    await late(b);
    expect(await next()).toBe(grade);
  });
  test('who owes us something overdue gets no other loan, though the credit report is clean', async () => {
    const b = await settled(92);
    await late(b, { no: 1, dueOn: await ago(3), paidOn: null });
    const applicationId = await apply(92, b);
    expect(await outcomeOf(b, applicationId)).toMatchObject({ state: 'declined' });
    expect((await explained(b, applicationId)).reasons.map((r: { code: string }) => r.code)).toContain('ADM11');
  });
});

describe('an offer', () => {
  test('ends when a consent that it rests on is taken back, and the customer is told; another consent leaves it', async () => {
    const b = await settled(81);
    const own = { customerId: b.customerId };
    const offered = async () => (await run(world, b, 'decisioning.show_offers', own)).items.length;
    const before = await offered();
    expect(before).toBeGreaterThan(0);
    await run(world, b, 'customers.withdraw_consent', { ...own, scope: 'contact' });
    await world.work();
    expect(await offered()).toBe(before);
    await run(world, b, 'customers.withdraw_consent', { ...own, scope: 'bureau', why: '不想查征信' });
    await world.work();
    expect(await offered()).toBe(0);
    const inbox = (await run(world, b, 'notifications.my_messages', own)).items;
    expect(inbox[0]).toMatchObject({ template: 'offer_withdrawn', link: '/start/authorise' });
    await sign(world, b);
    await world.work();
    expect(await offered()).toBe(before);
  });
  test('is not made when the consent goes while the sources answer', async () => {
    const b = await settled(82);
    await run(world, b, 'decisioning.request_offer', { customerId: b.customerId });
    await run(world, b, 'customers.withdraw_consent', { customerId: b.customerId, scope: 'tax' });
    await world.work();
    expect((await run(world, b, 'decisioning.show_offers', { customerId: b.customerId })).items).toEqual([]);
  });
  test('S0-02 a merchant with consents has grade, limit, rate and term from the grade, without a hard query', async () => {
    const b = await settled(36);
    const { rating, features } = await run(world, b, 'decisioning.show_grade', { customerId: b.customerId });
    expect(rating.state).toBe('rated');
    const { items } = await run(world, b, 'decisioning.show_offers', { customerId: b.customerId });
    const offer = items.find((o: { productCode: string }) => o.productCode === 'ECOM_MERCHANT_LOAN');
    expect(offer.grade).toBe(rating.grade);
    expect(offer.limitMinor).toBeGreaterThan(0n);
    expect(offer.irrPpm).toBeGreaterThanOrEqual(offer.ratePpm);
    expect(offer.priceLines.reduce((s: bigint, l: { ppm: bigint }) => s + l.ppm, 0n)).toBe(offer.ratePpm);
    expect(features.find((f: { name: string }) => f.name === 'net_sales_12m')).toMatchObject({ source: 'platform' });
    const purposes = (await outside.calls()).filter((c) => c.source === 'bureau').map((c) => c.body['purpose_code']);
    expect(purposes.length).toBeGreaterThan(0);
    expect(purposes).not.toContain('loan_approval');
    const calls = (await run(world, risk, 'connectors.list_calls', { customerId: b.customerId, limit: 100 })).items;
    expect(calls.filter((c: { hard: boolean; source: string }) => c.source === 'bureau').map((c: { hard: boolean }) => c.hard)).not.toContain(true);
  });
  test('S0-42 the borrower sees which group lowered the grade and what would raise it', async () => {
    const b = await settled(52, { platform: { case: 'falling', monthly_gmv: '150000.00', open_date: '2023-01-01' }, bureau: { case: 'one_m1' } });
    const { rating } = await run(world, b, 'decisioning.show_grade', { customerId: b.customerId });
    expect(rating.reasons.length).toBeGreaterThan(0);
    expect(rating.subScores.map((s: { group: string }) => s.group)).toEqual(
      expect.arrayContaining(['credit', 'financial', 'operating', 'relationship']),
    );
    expect(rating.improvements.length + rating.noHelp.length).toBeGreaterThan(5);
    for (const h of rating.improvements) expect(h.gainTenths).toBeGreaterThan(0);
  });
});

describe('an automatic decision', () => {
  test('S1-41 S3-04 a sound application is approved by itself, within what was asked, with milestones', async () => {
    const b = await settled(37);
    const applicationId = await apply(37, b);
    expect(await outcomeOf(b, applicationId)).toMatchObject({ state: 'approved', automatic: true });
    const seen = await explained(b, applicationId);
    expect(seen).toMatchObject({ outcome: 'approve', replayEqual: true, sealed: true, terms: { amountMinor: 3_000_000n, months: 6 } });
    const tracked = await run(world, b, 'applications.track', { customerId: b.customerId, applicationId });
    expect(tracked.milestones.map((m: { kind: string }) => m.kind)).toEqual(
      expect.arrayContaining(['submitted', 'authorised', 'rated', 'decided', 'approved']),
    );
  });
  test('S3-15 a dishonest debtor is declined with the reason, and may ask for a person', async () => {
    const b = await settled(30, { court: { case: 'dishonest', dishonest_from: '2025-01-01' } });
    const applicationId = await apply(30, b);
    const outcome = await outcomeOf(b, applicationId);
    expect(outcome).toMatchObject({ state: 'declined', mayAskHuman: true });
    expect(outcome.reasons.map((r: { code: string }) => r.code)).toContain('ADM09');
    expect((await explained(b, applicationId)).riskLevel).toBe('VETO');
  });
  test('more than the limit gets a counter-offer that the borrower accepts or refuses', async () => {
    const b = await settled(57, { platform: { case: 'growing', monthly_gmv: '300000.00', open_date: '2017-06-01' } });
    const applicationId = await apply(57, b, { amountMinor: '280000.00', months: 12, declaredMonthlyIncomeMinor: '300000.00' });
    const before = await outcomeOf(b, applicationId);
    expect(before.reasons.map((r: { code: string }) => r.code)).toContain('RTE07');
    expect(before.state).toBe('counter_offered');
    const { terms } = await explained(b, applicationId);
    expect(terms.amountMinor).toBeLessThan(28_000_000n);
    await run(world, b, 'decisioning.accept_counter_offer', { customerId: b.customerId, applicationId });
    expect((await outcomeOf(b, applicationId)).state).toBe('approved');
    await expect(run(world, b, 'decisioning.accept_counter_offer', { customerId: b.customerId, applicationId })).rejects.toMatchObject({
      code: 'decisioning.nothing_offered',
    });
  });
  test('S0-43 falling sales send the case to a person', async () => {
    const b = await settled(48, {
      platform: { case: 'steady', monthly_gmv: '400000.00', open_date: '2019-06-01', fall_from: '2025-12-05', fall_pct: 60 },
    });
    const applicationId = await apply(48, b, { amountMinor: '10000.00' });
    expect((await outcomeOf(b, applicationId)).state).toBe('reviewing');
    expect((await explained(b, applicationId)).hits.map((h: { code: string }) => h.code)).toContain('RTE03');
  });
  test('S3-13 S3-14 the record shows every rule with value and threshold, and replays to the same bytes with the versions it names', async () => {
    const b = await settled(53);
    const seen = await explained(b, await apply(53, b));
    const age = seen.trace.find((r: { row: string }) => r.row === 'age-low');
    expect(age).toMatchObject({ result: 'not_hit', checks: [{ input: 'age', op: 'lt', threshold: ['18'], ok: false }] });
    expect(seen.versions.map((v: { what: string }) => v.what)).toEqual(
      expect.arrayContaining(['rating.merchant', 'policy.merchant', 'pricing.merchant', 'ECOM_MERCHANT_LOAN']),
    );
    const replayed = await run(world, risk, 'decisioning.replay', { customerId: b.customerId, decisionId: seen.decisionId });
    expect(replayed).toMatchObject({ equal: true, sealed: true });
    expect(replayed.replayedSha256).toBe(replayed.sha256);
  });
  test('a record altered with the owner’s rights is found', async () => {
    const verify = world.rt.mounts.flatMap((m) => m.verifies ?? []).find((v) => v.name === 'decisioning.records');
    expect(await world.rt.asSystem('t', (ctx) => verify?.run(ctx) ?? Promise.resolve([]))).toEqual([]);
    await world.asOwner('alter table decisioning.decision_record disable trigger user');
    await world.asOwner(
      `update decisioning.decision_record set record = replace(record, '"age":', '"age" :') where id = (select id from decisioning.decision_record limit 1)`,
    );
    const faults = await world.rt.asSystem('t', (ctx) => verify?.run(ctx) ?? Promise.resolve([]));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('no longer has its hash');
  });
});

test('the card is read against the figures in force on the day, each with its source', async () => {
  const on = (day: string) => world.rt.asSystem('t', (ctx) => cardBasis(ctx.tx, day));
  expect(await on('2026-02-27')).toEqual({ gdpPerHeadMinor: 9_574_900n, lenderProvince: '33' });
  expect(await on('2026-02-28')).toEqual({ gdpPerHeadMinor: 9_970_000n, lenderProvince: '33' });
  expect(await world.asOwner(`select name from decisioning.parameter where source = ''`)).toEqual([]);
});

describe('a source that does not answer', () => {
  test('S0-20 leaves the application waiting, says what is missing, and goes on when asked again', async () => {
    const b = await settled(61, { bureau: { case: 'no_record' } });
    await outside.fault('bureau', { mode: 'error', subject: person(61).idNo });
    const applicationId = await apply(61, b);
    for (let day = 3; day < 12; day += 1) {
      await world.jumpTo(`2026-03-${String(day).padStart(2, '0')}`);
      await world.work();
    }
    const waiting = await outcomeOf(b, applicationId);
    expect(waiting.state).toBe('collecting');
    expect(waiting.progress).toMatchObject({ state: 'waiting', missing: ['bureau'] });
    const asked = () =>
      world.asOwner<{ state: string }>(`select state from tasks.task where kind = 'data_missing' and subject = $1`, [applicationId]);
    expect(await asked()).toEqual([{ state: 'open' }]);
    await outside.noFaults();
    const rm = await makeStaff(world, ['RELATIONSHIP_MANAGER']);
    await run(world, rm, 'decisioning.gather_again', { customerId: b.customerId, applicationId });
    await world.work();
    expect(['approved', 'declined', 'counter_offered', 'reviewing']).toContain((await outcomeOf(b, applicationId)).state);
    expect(await asked()).toEqual([{ state: 'done' }]);
    expect((await explained(b, applicationId)).features.find((f: { name: string }) => f.name === 'bureau_record')).toMatchObject({
      source: 'bureau',
      missingReason: null,
    });
  });
});
