import { enterprise, person, shop } from '@tallystick/simulators';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeDocument } from '#modules/documents';
import type { StaffRole } from '#platform';
import {
  type Borrower,
  fillProfile,
  joinAs,
  makeBranch,
  makeStaff,
  type Outside,
  openOutside,
  openWorld,
  run,
  type StaffActor,
  sign,
  type World,
} from '#test';
import { MOUNTS } from '../../../apps/mounts.ts';
import { seedReference } from '../../../apps/reference.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
// biome-ignore lint/suspicious/noExplicitAny: answers as a client sees them
type Seen = any;
let world: World;
let outside: Outside;
const staff = {} as Record<'manager' | 'reviewer' | 'second' | 'approver' | 'colleague' | 'risk' | 'committee' | 'both', StaffActor>;
beforeAll(async () => {
  outside = await openOutside();
  world = await openWorld(MOUNTS, { day: '2026-03-02', env: outside.env });
  const branch = await makeBranch(world);
  const inBranch = (...roles: StaffRole[]) => makeStaff(world, roles, branch);
  staff.manager = await inBranch('RELATIONSHIP_MANAGER');
  staff.reviewer = await inBranch('REVIEWER');
  staff.second = await inBranch('REVIEWER');
  staff.both = await inBranch('REVIEWER', 'APPROVER');
  staff.approver = await inBranch('APPROVER');
  staff.colleague = await inBranch('APPROVER');
  staff.risk = await makeStaff(world, ['RISK_MANAGER']);
  staff.committee = await makeStaff(world, ['COMMITTEE']);
  await world.rt.asSystem('test', (ctx) => seedReference(ctx));
});
afterAll(async () => {
  await world.close();
  await outside.close();
});

type Truth = { bureau?: object; court?: object; platform?: object };
async function settled(n: number, t: Truth = {}): Promise<Borrower> {
  await outside.about(person(n).idNo, { bureau: t.bureau ?? { case: 'perfect' }, court: t.court ?? { case: 'clean' } });
  await outside.about(enterprise(n).uscc, { court: { case: 'clean' }, tax: { grade: 'A' }, registry: { case: 'normal' } });
  await outside.about(shop(n).shopId, { platform: t.platform ?? { case: 'growing', monthly_gmv: '400000.00', open_date: '2017-06-01' } });
  const b = await joinAs(world, n);
  await sign(world, b);
  await fillProfile(world, b, n);
  for (const kind of ['id_card_front', 'id_card_back'])
    await world.rt.asSystem(
      't',
      (ctx) => storeDocument(ctx, { customerId: b.customerId, kind, name: 'a.png', bytes: PNG, source: 'upload' }),
      b.customerId,
    );
  await world.work();
  return b;
}
const form = (n: number, more: object) => ({
  amountMinor: '30000.00',
  months: 6,
  method: 'equal_instalment',
  purposeClass: 'BUSINESS',
  purposeText: '采购备货',
  purposeBudget: [{ item: '进货', amountMinor: '2000000.00' }],
  payoutAccountTail: person(n).card.slice(-4),
  declaredDebts: [],
  declaredAnnualRevenueMinor: '24000000.00',
  declaredMonthlyIncomeMinor: '900000.00',
  ...more,
});
/** Applies and lets the rules decide. */
async function apply(n: number, b: Borrower, more: object = {}): Promise<string> {
  const own = { customerId: b.customerId };
  const { applicationId } = await run(world, b, 'applications.create', { ...own, productCode: 'ECOM_MERCHANT_LOAN', form: form(n, more) });
  await run(world, b, 'applications.submit', { ...own, applicationId, acknowledgement: { version: '1.0.0', accepted: true } });
  await world.work();
  return applicationId;
}

const reviewOf = async (applicationId: string): Promise<Seen> =>
  (await run(world, staff.risk, 'decisioning.list_reviews', {})).items.find((r: Seen) => r.applicationId === applicationId);
const keyOf = (r: Seen) => ({ customerId: r.customerId, reviewId: r.reviewId });
const pageOf = (r: Seen, who: StaffActor = staff.reviewer): Promise<Seen> => run(world, who, 'decisioning.show_review', keyOf(r));
const stateOf = async (b: Borrower, applicationId: string): Promise<string> =>
  (await run(world, b, 'applications.track', { customerId: b.customerId, applicationId })).application.state;
async function tickAll(r: Seen, who: StaffActor, except: readonly string[] = []): Promise<void> {
  for (const { item } of (await pageOf(r, who)).checklist)
    if (!except.includes(item)) await run(world, who, 'decisioning.tick_item', { ...keyOf(r), item, verdict: 'passed' });
}
const said = (more: object = {}) => ({
  conclusion: 'approve',
  amountMinor: '10000.00',
  ratePpm: '6.8000',
  months: 6,
  guarantee: 'CREDIT',
  conditions: [],
  reasonCodes: ['RVA01'],
  opinion: '经营稳定，还款来源充足，建议同意。',
  ...more,
});
const recommend = (r: Seen, who: StaffActor, more: object = {}): Promise<Seen> =>
  run(world, who, 'decisioning.recommend', { ...keyOf(r), ...said(more) });
const decide = (r: Seen, who: StaffActor, more: object = {}): Promise<Seen> =>
  run(world, who, 'decisioning.decide_case', { ...keyOf(r), version: r.version, ...said(more) });
const FALLING = { platform: { case: 'steady', monthly_gmv: '400000.00', open_date: '2019-06-01', fall_from: '2025-12-05', fall_pct: 60 } };

describe('a large sound case', () => {
  const million = { amountMinor: '1200000.00', months: 12 };
  let b: Borrower;
  let applicationId: string;
  let review: Seen;
  beforeAll(async () => {
    b = await settled(301, { platform: { case: 'growing', monthly_gmv: '3000000.00', open_date: '2017-06-01' } });
    applicationId = await apply(301, b, million);
    review = await reviewOf(applicationId);
  });

  test('S3-16 a rule diverts it from the automatic path into the reviewers’ queue, with its clock', async () => {
    expect(await stateOf(b, applicationId)).toBe('reviewing');
    expect(review).toMatchObject({ kind: 'referred', state: 'open', productCode: 'ECOM_MERCHANT_LOAN', amountMinor: 120_000_000n, late: false });
    expect(Date.parse(review.dueAt) - Date.parse(review.openedAt)).toBe(8 * 3_600_000);
    expect((await pageOf(review)).decision.hits.map((h: Seen) => h.code)).toContain('RTE06');
    const task = await world.asOwner<{ owner_role: string }>(`select owner_role from tasks.task where kind = 'review' and subject = $1`, [
      review.reviewId,
    ]);
    expect(task).toEqual([{ owner_role: 'REVIEWER' }]);
  });

  test('S3-02 S0-49 the risk report is on the reviewer’s page at once: red flags first, capacity beside willingness, each fact with its source, each side with its papers', async () => {
    const page = await pageOf(review);
    expect(Object.keys(page).indexOf('redFlags')).toBe(1);
    expect(page.redFlags[0]).toMatchObject({ code: 'RTE06', weight: 'refer' });
    const weights: number[] = page.redFlags.map((f: Seen) => ['decline', 'refer', 'cap', 'weakness'].indexOf(f.weight));
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    const fact = (side: string, name: string): Seen => page[side].facts.find((f: Seen) => f.name === name);
    expect(fact('capacity', 'net_sales_12m')).toMatchObject({ source: 'platform', missingReason: null, callId: expect.stringMatching(/^call_/) });
    expect(fact('capacity', 'dtiPpm').value).toMatch(/^\d+\.\d{4}$/);
    expect(fact('willingness', 'total_overdue_24m')).toMatchObject({ source: 'bureau', value: '0', callId: expect.stringMatching(/^call_/) });
    expect(page.willingness.documents.map((d: Seen) => d.kind)).toEqual(expect.arrayContaining(['id_card_front', 'id_card_back']));
    expect(page.exposure).toEqual({ elsewhereMinor: 0n, afterMinor: 120_000_000n });
    expect(page.matrix.ratePpm).toBeGreaterThan(0n);
  });

  test('S4-28 S2-30 the checklist is tied to the papers; every tick keeps person, time and file, and nothing is recommended for approval before all of it is passed', async () => {
    await expect(recommend(review, staff.reviewer, million)).rejects.toMatchObject({ code: 'decisioning.review_unclaimed' });
    await run(world, staff.reviewer, 'decisioning.claim_review', keyOf(review));
    await expect(run(world, staff.second, 'decisioning.claim_review', keyOf(review))).rejects.toMatchObject({ code: 'decisioning.review_taken' });
    const failed = { ...keyOf(review), item: 'income', verdict: 'failed' };
    await expect(run(world, staff.reviewer, 'decisioning.tick_item', failed)).rejects.toMatchObject({ code: 'decisioning.remark_missing' });
    await run(world, staff.reviewer, 'decisioning.tick_item', { ...failed, remark: '流水缺一个月' });
    await tickAll(review, staff.reviewer, ['income']);
    await expect(recommend(review, staff.reviewer, million)).rejects.toMatchObject({ facts: { zh: '收入或经营流水真实' } });
    await run(world, staff.reviewer, 'decisioning.tick_item', { ...keyOf(review), item: 'income', verdict: 'passed' });
    const { checklist, ticks } = await pageOf(review);
    const front = checklist.find((c: Seen) => c.item === 'document.id_card_front');
    expect(front.documentId).toMatch(/^docu_/);
    expect(front.tick).toMatchObject({
      verdict: 'passed',
      documentId: front.documentId,
      tickedBy: staff.reviewer.id,
      tickedAt: expect.stringMatching(/^2026-03-02T/),
    });
    expect(ticks.filter((t: Seen) => t.item === 'income').map((t: Seen) => t.verdict)).toEqual(['failed', 'passed']);
    await expect(world.asOwner(`update decisioning.review_tick set verdict = 'passed'`)).rejects.toThrow('never changed');
  });

  test('S4-29 an opinion needs conclusion, amount, rate, term, guarantee and conditions; terms outside product or request are refused', async () => {
    const missing = { amountMinor: undefined, ratePpm: undefined, months: undefined, guarantee: undefined };
    const refused = await recommend(review, staff.reviewer, missing).catch((e: Seen) => e);
    expect(refused.code).toBe('decisioning.opinion_incomplete');
    expect(refused.faults.map((f: Seen) => f.field)).toEqual(['amountMinor', 'ratePpm', 'months', 'guarantee']);
    for (const gap of [{ conclusion: undefined }, { conditions: undefined }, { reasonCodes: [] }, { opinion: '' }])
      await expect(recommend(review, staff.reviewer, { ...million, ...gap })).rejects.toMatchObject({ code: 'platform.input_invalid' });
    for (const [wrong, code] of [
      [{ amountMinor: '1300000.00' }, 'terms_above_asked'],
      [{ amountMinor: '1199900.00' }, 'terms_differ'],
      [{ amountMinor: '1200000.50' }, 'terms_outside_product'],
      [{ guarantee: 'INSURANCE' }, 'terms_outside_product'],
      [{ ratePpm: '24.0001' }, 'rate_above_cap'],
    ] as const)
      await expect(recommend(review, staff.reviewer, { ...million, ...wrong })).rejects.toMatchObject({ code: `decisioning.${code}` });
    review = await recommend(review, staff.reviewer, { ...million, conditions: ['提供门店租赁合同'] });
    expect(review).toMatchObject({ state: 'recommended', approverRole: 'RISK_MANAGER' });
    expect(await stateOf(b, applicationId)).toBe('approving');
    await expect(world.asOwner(`update decisioning.opinion set opinion = ''`)).rejects.toThrow('never changed');
  });

  test('S3-16 authority has a limit: the head of the branch sees the case is over it and cannot decide; the next level can, once', async () => {
    const [line] = (await run(world, staff.approver, 'decisioning.list_approvals', {})).items;
    expect(line).toMatchObject({ reviewId: review.reviewId, proposedMinor: 120_000_000n, exposureMinor: 120_000_000n, mayDecide: true });
    expect(line.matrixLimitMinor).toBe(50_000_000n);
    expect(line.authorityLeftMinor).toBeLessThan(0n);
    expect((await run(world, staff.risk, 'decisioning.list_approvals', { mine: 'true' })).items[0].authorityLeftMinor).toBeGreaterThan(0n);
    const over = await decide(review, staff.approver, million).catch((e: Seen) => e);
    expect([over.code, over.facts.level]).toEqual(['access.over_authority', 'division_risk']);
    await expect(decide(review, staff.reviewer, million)).rejects.toMatchObject({ code: 'platform.forbidden' });
    const conditions = ['提供门店租赁合同', '结算账户归集'];
    await expect(decide({ ...review, version: review.version - 1 }, staff.risk, million)).rejects.toMatchObject({ code: 'platform.state_changed' });
    expect(await decide(review, staff.risk, { ...million, conditions })).toMatchObject({ state: 'closed', outcome: 'approved' });
    expect(await stateOf(b, applicationId)).toBe('approved');
    const [approval] = await world.asOwner<Seen>('select * from decisioning.approval where application_id = $1', [applicationId]);
    expect(approval).toMatchObject({
      source: 'person',
      state: 'standing',
      amount_minor: '120000000',
      rate_ppm: '68000',
      months: 12,
      approved_by: staff.risk.id,
    });
    expect(JSON.parse(approval.conditions)).toEqual(conditions);
    const { opinions } = await pageOf(review);
    expect(opinions.map((o: Seen) => [o.stage, o.byStaff, o.authority.split('@')[0]])).toEqual([
      ['review', staff.reviewer.id, ''],
      ['approval', staff.risk.id, 'division_risk'],
    ]);
    await expect(decide(review, staff.risk, million)).rejects.toMatchObject({ code: 'decisioning.review_state' });
    expect(await world.asOwner(`select 1 from tasks.task where subject = $1 and state in ('open', 'claimed')`, [review.reviewId])).toEqual([]);
  });
});

describe('a high-risk case', () => {
  const asked = { amountMinor: '400000.00', ratePpm: '7.7000', guarantee: 'GUARANTEE' };
  let b: Borrower;
  let applicationId: string;
  let review: Seen;
  beforeAll(async () => {
    b = await settled(303, { platform: { case: 'falling', monthly_gmv: '3000000.00', open_date: '2024-06-01' }, bureau: { case: 'one_m1' } });
    applicationId = await apply(303, b, { amountMinor: '400000.00' });
    review = await reviewOf(applicationId);
    await run(world, staff.reviewer, 'decisioning.claim_review', keyOf(review));
  });

  test('S0-22 a grade goes up by one notch at most, only when another person with authority approves; the model’s own grade stays on record', async () => {
    const ask = (grade: string, who = staff.reviewer) =>
      run(world, who, 'decisioning.ask_grade_override', { ...keyOf(review), grade, reason: '新增长期采购合同' });
    expect(review.grade).toBe('BBB');
    await expect(ask('A')).rejects.toMatchObject({ code: 'rating.override_too_far' });
    await expect(ask('BBB')).rejects.toMatchObject({ code: 'decisioning.override_same' });
    const asked = await ask('A−');
    expect(asked).toMatchObject({ fromGrade: 'BBB', toGrade: 'A−', direction: 'up', state: 'asked' });
    expect((await reviewOf(applicationId)).grade).toBe('BBB');
    await expect(ask('A−')).rejects.toMatchObject({ code: 'decisioning.override_open' });
    const decideGrade = (who: StaffActor) =>
      run(world, who, 'decisioning.decide_grade_override', { customerId: b.customerId, overrideId: asked.overrideId, approve: true });
    await expect(decideGrade(staff.reviewer)).rejects.toMatchObject({ code: 'platform.forbidden' });
    expect(await decideGrade(staff.approver)).toMatchObject({ state: 'approved', askedBy: staff.reviewer.id, decidedBy: staff.approver.id });
    expect((await reviewOf(applicationId)).grade).toBe('A−');
    const [row] = await world.asOwner<Seen>('select grade from decisioning.rating_case where id = $1', [asked.ratingId]);
    expect(row.grade).toBe('BBB');
    await expect(decideGrade(staff.colleague)).rejects.toMatchObject({ code: 'decisioning.override_closed' });
  });

  test('S3-32 stricter rules hold: security instead of pure credit, less authority at each level, and the committee decides', async () => {
    await tickAll(review, staff.reviewer);
    expect((await pageOf(review)).checklist.map((c: Seen) => c.item)).toContain('red_flags');
    await expect(recommend(review, staff.reviewer, { ...asked, guarantee: 'CREDIT' })).rejects.toMatchObject({
      code: 'decisioning.high_risk_security',
    });
    review = await recommend(review, staff.reviewer, asked);
    expect(review.approverRole).toBe('COMMITTEE');
    const { authority } = await pageOf(review);
    const [row] = await world.asOwner<{ level: string }>(
      `select level from access.matrix_row where column_key = 'A' and product_code is null and up_to_minor >= 40000000 order by up_to_minor limit 1`,
    );
    expect([row?.level, authority.level]).toEqual(['branch_reviewer', 'branch_head']);
    for (const who of [staff.approver, staff.risk])
      await expect(decide(review, who, asked)).rejects.toMatchObject({ code: 'decisioning.high_risk_committee' });
    expect(await decide(review, staff.committee, asked)).toMatchObject({ outcome: 'approved' });
    expect(await stateOf(b, applicationId)).toBe('approved');
  });
});

describe('a case that goes back and forth', () => {
  let b: Borrower;
  let applicationId: string;
  let review: Seen;
  beforeAll(async () => {
    b = await settled(300, FALLING);
    applicationId = await apply(300, b, { amountMinor: '10000.00' });
    review = await reviewOf(applicationId);
    await run(world, staff.both, 'decisioning.claim_review', keyOf(review));
  });

  test('S3-18 an investigation has reason, day and findings; while it lasts the clock stands still and says why', async () => {
    await world.jumpTo('2026-03-02', 10 * 60);
    await run(world, staff.both, 'decisioning.pause_review', {
      ...keyOf(review),
      kind: 'investigation',
      reason: '核实近三个月销量下降原因',
      dueOn: '2026-03-06',
    });
    await world.jumpTo('2026-03-05', 10 * 60);
    const paused = await reviewOf(applicationId);
    expect(paused).toMatchObject({ state: 'paused', late: false, pausedFor: '核实近三个月销量下降原因' });
    const { application, late } = await run(world, b, 'applications.track', { customerId: b.customerId, applicationId });
    expect([application.dueAt, late]).toEqual([null, false]);
    await expect(recommend(review, staff.both)).rejects.toMatchObject({ code: 'decisioning.review_state' });
    await run(world, staff.manager, 'decisioning.resume_review', { ...keyOf(review), findings: '换季清仓，新品已上架' });
    expect(Math.round((Date.parse((await reviewOf(applicationId)).dueAt) - Date.parse(review.dueAt)) / 60_000)).toBe(3 * 24 * 60);
    const [pause] = (await pageOf(review)).pauses;
    expect(pause).toMatchObject({
      kind: 'investigation',
      dueOn: '2026-03-06',
      findings: '换季清仓，新品已上架',
      pausedBy: staff.both.id,
      resumedBy: staff.manager.id,
    });
  });

  test('S2-30 an application that does not qualify goes back to the applicant with the reasons, and comes again as a new attempt', async () => {
    await run(world, staff.both, 'decisioning.return_application', { ...keyOf(review), reasonCodes: ['RVR02'], words: '申报收入请按近12个月填写' });
    const { application, path } = await run(world, b, 'applications.track', { customerId: b.customerId, applicationId });
    expect(application.state).toBe('draft');
    expect(path.at(-1).zh).toContain('申请内容与核实情况不一致，请更正；申报收入请按近12个月填写');
    const { items } = await run(world, b, 'notifications.my_messages', { customerId: b.customerId });
    expect(items.map((m: Seen) => m.template)).toContain('application_returned');
    expect(await reviewOf(applicationId)).toBeUndefined();
    await run(world, b, 'applications.submit', { customerId: b.customerId, applicationId, acknowledgement: { version: '1.0.0', accepted: true } });
    await world.work();
    const again = await reviewOf(applicationId);
    expect(again.reviewId).not.toBe(review.reviewId);
    review = again;
  });

  test('the reviewer cannot decide their own case, whatever other roles they have; the approver may give it back or up', async () => {
    await run(world, staff.both, 'decisioning.claim_review', keyOf(review));
    await tickAll(review, staff.both);
    review = await recommend(review, staff.both);
    await expect(decide(review, staff.both)).rejects.toMatchObject({ code: 'access.maker_cannot_check' });
    const pass = (conclusion: string) =>
      run(world, staff.approver, 'decisioning.pass_case', {
        ...keyOf(review),
        version: review.version,
        conclusion,
        reasonCodes: ['RVR03'],
        opinion: '请补充说明',
      });
    review = await pass('return');
    expect([review.state, await stateOf(b, applicationId)]).toEqual(['open', 'reviewing']);
    review = await recommend(review, staff.both);
    review = await pass('escalate');
    expect(review.approverRole).toBe('RISK_MANAGER');
  });

  test('S0-56 two approvers at once have one effect; other terms than asked are a counter-offer with its conditions, which the applicant accepts', async () => {
    review = await reviewOf(applicationId);
    const less = { conclusion: 'counter_offer', amountMinor: '8000.00', months: 3, conditions: ['门店续租'], reasonCodes: ['RVC01'] };
    const both = await Promise.allSettled([decide(review, staff.approver, less), decide(review, staff.colleague, less)]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((both.find((r) => r.status === 'rejected') as PromiseRejectedResult).reason.code).toBe('decisioning.review_state');
    expect(await stateOf(b, applicationId)).toBe('counter_offered');
    const rows = await world.asOwner<Seen>('select state, amount_minor, months, conditions from decisioning.approval where application_id = $1', [
      applicationId,
    ]);
    expect(rows).toEqual([{ state: 'offered', amount_minor: '800000', months: 3, conditions: '["门店续租"]' }]);
    await run(world, b, 'decisioning.accept_counter_offer', { customerId: b.customerId, applicationId });
    expect(await stateOf(b, applicationId)).toBe('approved');
  });
});

describe('an automatic decline', () => {
  test('S3-15 the borrower asks for people, once; another person looks and decides, and the borrower reads the reasons', async () => {
    const b = await settled(310, { court: { case: 'dishonest', dishonest_from: '2025-01-01' } });
    const applicationId = await apply(310, b);
    expect(await stateOf(b, applicationId)).toBe('declined');
    const ask = () => run(world, b, 'decisioning.ask_human_review', { customerId: b.customerId, applicationId, why: '判决已履行完毕，名单尚未更新' });
    await ask();
    expect(await stateOf(b, applicationId)).toBe('reviewing');
    let review = await reviewOf(applicationId);
    expect(review).toMatchObject({ kind: 'appeal', appeal: '判决已履行完毕，名单尚未更新', riskLevel: 'VETO' });
    await expect(ask()).rejects.toMatchObject({ code: 'decisioning.appeal_none' });
    await run(world, staff.reviewer, 'decisioning.claim_review', keyOf(review));
    expect((await pageOf(review)).redFlags[0]).toMatchObject({ code: 'ADM09', weight: 'decline' });
    const no = { conclusion: 'reject', amountMinor: undefined, ratePpm: undefined, months: undefined, guarantee: undefined, reasonCodes: ['RVD02'] };
    review = await recommend(review, staff.reviewer, no);
    await decide(review, staff.approver, no);
    const { application, path } = await run(world, b, 'applications.track', { customerId: b.customerId, applicationId });
    expect(application.state).toBe('declined');
    expect(path.at(-1).zh).toContain('信用记录不符合要求');
    await expect(ask()).rejects.toMatchObject({ code: 'decisioning.appeal_none' });
  });
  test('after thirty days people can no longer be asked for', async () => {
    const b = await settled(311, { court: { case: 'dishonest', dishonest_from: '2025-01-01' } });
    const applicationId = await apply(311, b);
    await world.jumpTo('2026-04-05', 10 * 60);
    await expect(run(world, b, 'decisioning.ask_human_review', { customerId: b.customerId, applicationId, why: '请复核' })).rejects.toMatchObject({
      code: 'decisioning.appeal_late',
    });
  });
});

test('S2-39 the share decided by rules, the touches of people, the same result for the same case, and overrides by person are reported', async () => {
  const seen = await run(world, staff.risk, 'decisioning.review_figures', { from: '2026-03-01', to: '2026-03-31' });
  expect(seen).toMatchObject({
    decisions: 6,
    automatic: 2,
    automaticPpm: 333_333n,
    referred: 4,
    reviewed: 5,
    appeals: 1,
    appealsChanged: 0,
    replayed: 6,
    same: 6,
  });
  expect(seen.touches).toBeGreaterThan(20);
  const of = (who: StaffActor): Seen => seen.persons.find((p: Seen) => p.staffId === who.id);
  expect(of(staff.risk)).toMatchObject({ opinions: 1, approved: 1, betterThanTables: 1, overridePpm: 1_000_000n });
  expect(of(staff.reviewer)).toMatchObject({ gradesAsked: 1, gradesRaised: 1 });
  expect(of(staff.committee)).toMatchObject({ approved: 1, rejected: 0 });
});

test('whoever made an application may not review it', async () => {
  const b = await settled(312, FALLING);
  const maker = await makeStaff(world, ['RELATIONSHIP_MANAGER', 'REVIEWER'], staff.reviewer.branchId);
  const own = { customerId: b.customerId };
  const { applicationId } = await run(world, maker, 'applications.create', {
    ...own,
    productCode: 'ECOM_MERCHANT_LOAN',
    form: form(312, { amountMinor: '10000.00' }),
  });
  await run(world, b, 'applications.submit', { ...own, applicationId, acknowledgement: { version: '1.0.0', accepted: true } });
  await world.work();
  const review = await reviewOf(applicationId);
  await expect(run(world, maker, 'decisioning.claim_review', keyOf(review))).rejects.toMatchObject({ code: 'access.maker_cannot_check' });
  await run(world, b, 'applications.withdraw', { ...own, applicationId, why: '暂不需要' });
  await world.work();
  expect(await reviewOf(applicationId)).toBeUndefined();
});
