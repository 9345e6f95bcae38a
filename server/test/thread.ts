import { addDays, assert, must, Refusal } from '@tallystick/kernel';
import type { Actor } from '#platform';
import type { Json } from '../src/apps/seed/bank.ts';
import * as person from '../src/apps/seed/borrower.ts';
import { together } from '../src/apps/seed/together.ts';
import { closeDay } from '../src/worker/close-of-business.ts';
import type { Stage } from './scenario.ts';
import { makeStaff } from './staff.ts';
import type { Open } from './whole.ts';

const NIGHT = 22 * 60 + 30;
const SOUND = { bureau: { case: 'perfect' }, court: { case: 'clean' } };
const CARD_UNTIL = '2038-06-30';

/** The people of the story and what is known of each while it is told. */
type Known = { readonly who: person.Who; b?: person.Borrower; applicationId?: string; overrides: object };

/** The stage of the whole thread: one line of the table is one act of one person, seen through the API as a screen would. */
export async function threadStage(open: Open, people: Readonly<Record<string, number>>): Promise<Stage> {
  const { bank, house, outside, world } = open;
  const known = new Map<string, Known>(
    Object.entries(people).map(([name, n]) => [name, { who: { ...person.whoIs(n, 'merchant'), region: '330106' }, overrides: SOUND }]),
  );
  const both = await makeStaff(world, ['REVIEWER', 'APPROVER'], house.branches.HZ);
  let today = await world.rt.asSystem('test', async (ctx) => must(ctx.today, 'a business date'));
  let now = must([...known.values()][0], 'somebody');
  let told: Json = {};

  const one = (name = ''): Known => {
    now = must(known.get(name), `${name} is in the story`);
    return now;
  };
  const own = (): { customerId: string } => ({ customerId: must(now.b, 'somebody who joined').customerId });
  const me = (): Actor => must(now.b, 'somebody who joined').actor;
  const asked = (): { customerId: string; applicationId: string } => ({ ...own(), applicationId: must(now.applicationId, 'an application') });
  const staff = (login: string): Actor => house.as(login);
  const call = async (actor: Actor, name: string, input: object): Promise<Json> => {
    told = await bank.call(actor, name, input);
    return told;
  };
  const alone = (act: (rest: () => Promise<void>) => Promise<void>): Promise<void> => together(bank, [act]);

  const loan = async (): Promise<Json> => (await bank.call(me(), 'servicing.list_own_loans', own())).items[0];
  const loanKey = async (): Promise<{ customerId: string; loanId: string }> => ({ ...own(), loanId: (await loan()).id });
  const review = async (): Promise<Json> =>
    (await bank.call(staff('reviewer'), 'decisioning.list_reviews', { applicationId: asked().applicationId })).items[0];
  const reviewKey = async (): Promise<{ customerId: string; reviewId: string }> => ({ ...own(), reviewId: (await review()).reviewId });
  const debtCase = async (): Promise<Json> =>
    (await bank.call(staff('collector'), 'collections.list_cases', { limit: 100 })).items.find((c: Json) => c.customerId === own().customerId);
  const caseKey = async (): Promise<{ customerId: string; caseId: string }> => ({ ...own(), caseId: (await debtCase()).id });
  const alerts = async (): Promise<Json[]> =>
    (await bank.call(staff('postloan'), 'monitoring.list_alerts', { limit: 100 })).items.filter((a: Json) => a.customerId === own().customerId);
  const offer = async (): Promise<Json> =>
    (await bank.call(me(), 'decisioning.show_offers', own())).items.find((o: Json) => o.productCode === 'ECOM_MERCHANT_LOAN');
  const openContract = async (): Promise<Json> =>
    (await bank.call(me(), 'contracts.list_own', own())).items.find((c: Json) => c.applicationId === now.applicationId);

  async function apply(amount: string, months: string): Promise<void> {
    const b = must(now.b, 'somebody who joined');
    const wish = { productCode: 'ECOM_MERCHANT_LOAN', amount, months: Number(months), method: 'equal_instalment', purpose: '采购备货' };
    const means = { annualRevenue: '3000000.00', monthlyIncome: '60000.00' };
    now.applicationId = await person.draft(bank, b, wish, person.formOf(b, wish, means));
    await person.submit(bank, b, now.applicationId, wish, means);
    await bank.work();
  }

  /** The reviewer's way: claim, tick everything, recommend as asked within the tables. */
  async function recommend(reviewer: Actor): Promise<void> {
    const key = await reviewKey();
    await bank.call(reviewer, 'decisioning.claim_review', key);
    const page = await bank.call(reviewer, 'decisioning.show_review', key);
    for (const point of page.checklist) await bank.call(reviewer, 'decisioning.tick_item', { ...key, item: point.item, verdict: 'passed' });
    const { amountMinor, months } = page.review;
    const terms = { amountMinor, months, ratePpm: page.matrix.ratePpm, guarantee: 'CREDIT', conditions: [] };
    await call(reviewer, 'decisioning.recommend', {
      ...key,
      ...terms,
      conclusion: 'approve',
      reasonCodes: ['RVA03'],
      opinion: '查询次数已核实，经营稳定',
    });
  }
  async function decide(approver: Actor): Promise<void> {
    const row = (await bank.call(staff('exec'), 'decisioning.list_approvals', {})).items.find((r: Json) => r.customerId === own().customerId);
    const { reviewId, version, proposedMinor, ratePpm, proposedMonths } = row;
    const terms = { amountMinor: proposedMinor, months: proposedMonths, ratePpm, guarantee: 'CREDIT', conditions: [] };
    await call(approver, 'decisioning.decide_case', {
      ...own(),
      reviewId,
      version,
      ...terms,
      conclusion: 'approve',
      reasonCodes: ['RVA01'],
      opinion: '同意',
    });
    await bank.work();
  }

  const acts: Record<string, (words: readonly string[]) => Promise<void>> = {
    lead: async ([name]) => {
      const { who } = one(name);
      const { texts } = await bank.call({ kind: 'anonymous', id: 'anonymous' }, 'customers.list_consent_texts', {});
      const contact = texts.find((t: Json) => t.scope === 'contact');
      const consent = { version: contact.version, hash: contact.hashZh };
      await call({ kind: 'anonymous', id: 'anonymous' }, 'engagement.ask_contact', {
        name: who.name,
        mobile: who.mobile,
        campaign: 'first-loan',
        region: who.region,
        consent,
      });
    },
    phone: async ([name]) => {
      const { who } = one(name);
      const [lead] = (await bank.call(staff('rm.hz'), 'engagement.list_leads', { mobile: who.mobile })).items;
      await call(staff('rm.hz'), 'engagement.move_lead', { leadId: lead.id, version: lead.version, to: 'contacted' });
    },
    join: async ([name, bureau]) => {
      const k = one(name);
      if (bureau !== undefined)
        k.overrides = { bureau: bureau === 'asked-often' ? { case: 'perfect', queries_3m: 6 } : { case: bureau }, court: { case: 'clean' } };
      await outside.about(k.who.idNo, k.overrides);
      await outside.about(must(k.who.firm, 'a firm').uscc, { court: { case: 'clean' }, registry: { case: 'normal' }, tax: { grade: 'A' } });
      await outside.about(must(k.who.shop, 'a shop').shopId, { platform: { case: 'growing', monthly_gmv: '300000.00', open_date: '2019-03-01' } });
      await alone(async (rest) => {
        k.b = await person.signIn(bank, k.who, rest);
      });
    },
    fill: async ([name]) => {
      const b = must(one(name).b, 'somebody who joined');
      await person.fillIn(bank, b);
      for (const kind of ['id_card_front', 'id_card_back'] as const) await person.handIn(bank, b, kind, CARD_UNTIL);
      for (const d of (await bank.call(staff('rm.hz'), 'documents.list', own())).items)
        await bank.call(staff('rm.hz'), 'documents.review', { ...own(), documentId: d.id, verdict: 'accepted' });
      await bank.work();
    },
    consent: async ([name, ...scopes]) => {
      await person.consent(bank, must(one(name).b, 'somebody who joined'), scopes.length > 0 ? scopes : undefined);
      await bank.work();
    },
    withdraw: async ([name, scope]) => {
      one(name);
      await call(me(), 'customers.withdraw_consent', { ...own(), scope });
    },
    'apply-badly': async ([name]) => {
      one(name);
      const form = {
        amountMinor: '4999.50',
        months: 120,
        method: 'equal_instalment',
        purposeClass: 'BUSINESS',
        purposeText: '炒股',
        declaredDebts: [],
      };
      now.applicationId = (await bank.call(me(), 'applications.create', { ...own(), productCode: 'ECOM_MERCHANT_LOAN', form })).applicationId;
      await call(me(), 'applications.submit', asked());
    },
    'drop-draft': async ([name]) => {
      one(name);
      await call(me(), 'applications.withdraw', { ...asked(), why: '重新填写' });
    },
    apply: async ([name, amount = '', months = '']) => {
      one(name);
      await apply(amount, months);
    },
    recommend: async ([name]) => {
      one(name);
      await recommend(both);
    },
    decide: async ([name, login]) => {
      one(name);
      await decide(login === 'both' ? both : staff(login ?? 'approver.hz'));
    },
    appeal: async ([name]) => {
      one(name);
      await call(me(), 'decisioning.ask_human_review', { ...asked(), why: '逾期是银行系统错误，请人工核实' });
      await bank.work();
    },
    accept: async ([name]) => {
      one(name);
      await call(me(), 'decisioning.accept_counter_offer', asked());
      await bank.work();
    },
    sign: async ([name]) => {
      const b = must(one(name).b, 'somebody who joined');
      const contract = await openContract();
      await alone((rest) => person.signContract(bank, b, contract.id, rest));
    },
    release: async ([name, login = 'disburse']) => {
      one(name);
      const payout = (await bank.call(staff('disburse'), 'servicing.list_own_payouts', own())).items[0];
      await call(staff(login), 'servicing.release_payout', { ...own(), payoutId: payout.id });
      await bank.work();
    },
    empty: async ([name, from, to]) => {
      const k = one(name);
      await outside.about(k.who.idNo, { ...k.overrides, payment: { insufficient_from: from, ...(to !== undefined && { insufficient_to: to }) } });
    },
    fall: async ([name, from]) => {
      const k = one(name);
      const platform = { case: 'growing', monthly_gmv: '300000.00', open_date: '2019-03-01', fall_from: from, fall_pct: 60 };
      await outside.about(must(k.who.shop, 'a shop').shopId, { platform });
    },
    court: async ([name, from]) => {
      const k = one(name);
      k.overrides = { ...k.overrides, court: { dishonest_from: from } };
      await outside.about(k.who.idNo, k.overrides);
    },
    watch: async ([name]) => {
      one(name);
      await call(staff('postloan.hz'), 'monitoring.look_now', own());
      await bank.work();
    },
    measure: async ([name]) => {
      one(name);
      const open = must(
        (await alerts()).find((a) => a.state === 'open'),
        'an open alert',
      );
      await call(staff('postloan.hz'), 'monitoring.record_measure', {
        ...own(),
        alertId: open.id,
        kind: 'contact',
        note: '已电话核实，促销结束后回落',
      });
    },
    'close-alert': async ([name]) => {
      one(name);
      const open = must(
        (await alerts()).find((a) => a.state === 'open'),
        'an open alert',
      );
      const asked = await bank.call(staff('postloan.hz'), 'monitoring.close_alert', {
        ...own(),
        alertId: open.id,
        outcome: 'cured',
        evidence: '销售已恢复',
      });
      await call(staff('risk'), 'access.approve_request', { ...own(), requestId: asked.requestId });
    },
    voice: async ([name]) => {
      one(name);
      const contact = { channel: 'voice', outcome: 'reached', ability: 3, willingness: 4, note: '本周回款后还款' };
      await call(staff('collector.hz'), 'collections.record_contact', { ...(await caseKey()), ...contact });
    },
    notice: async ([name]) => {
      one(name);
      await call(staff('collector.hz'), 'collections.send_notice', await caseKey());
      await bank.work();
    },
    promise: async ([name, amount, byOn]) => {
      one(name);
      await call(staff('collector.hz'), 'collections.record_promise', { ...(await caseKey()), amount, byOn });
    },
    pay: async ([name, amount]) => {
      one(name);
      await call(me(), 'servicing.pay', { ...(await loanKey()), amount });
      await bank.work();
    },
    settle: async ([name]) => {
      one(name);
      const key = await loanKey();
      const { payMinor } = await bank.call(me(), 'servicing.quote_payoff', key);
      await call(me(), 'servicing.pay', { ...key, amount: payMinor, intent: 'settle' });
      await bank.work();
    },
    /** "refused CODE act …": the act is refused with that code, and nothing else. */
    refused: async ([code, name = '', ...words]) => {
      const error = await must(
        acts[name],
        `an act ${name}`,
      )(words).then(
        () => undefined,
        (e: unknown) => e,
      );
      assert(error instanceof Refusal && error.code === code, `refused with ${(error as Refusal | undefined)?.code ?? 'nothing'}, not ${code}`);
      told = { faults: error.faults.map((f) => f.field).sort() };
    },
  };

  const sees: Record<string, () => Promise<string>> = {
    lead: async () => (await bank.call(staff('rm.hz'), 'engagement.list_leads', { mobile: now.who.mobile })).items[0].state,
    faults: async () => told.faults.join(' '),
    profile: async () => (await bank.call(me(), 'customers.show_profile', own())).summary.profileState,
    calls: async () => String((await bank.call(staff('compliance'), 'connectors.list_calls', own())).total),
    grade: async () => (await bank.call(me(), 'decisioning.show_grade', own())).rating?.grade ?? 'none',
    ratings: async () => String((await bank.call(me(), 'decisioning.list_ratings', own())).total),
    limit: async () => (await offer())?.limitMinor ?? 'none',
    rate: async () => (await offer())?.ratePpm ?? 'none',
    state: async () => (await bank.call(me(), 'applications.track', asked())).application.state,
    reasons: async () =>
      (await bank.call(me(), 'decisioning.show_outcome', asked())).reasons
        .filter((r: Json) => /^(ADM|REF|RTE)/.test(r.code))
        .map((r: Json) => r.code)
        .join(' '),
    replay: async () => String((await bank.call(staff('compliance'), 'decisioning.show_decision', asked())).replayEqual),
    approved: async () => (await bank.call(me(), 'applications.track', asked())).application.approvedAmountMinor,
    contract: async () => (await openContract()).state,
    signatures: async () => String((await bank.call(me(), 'contracts.verify', { ...own(), contractId: (await openContract()).id })).valid),
    loan: async () => (await loan())?.status ?? 'none',
    stage: async () => (await loan()).stage,
    late: async () => String((await loan()).daysPastDue),
    principal: async () => (await loan()).principalMinor,
    overdue: async () => (await loan()).overdueMinor,
    penalty: async () => (await loan()).penaltyMinor,
    case: async () => (await debtCase())?.state ?? 'none',
    promise: async () => (await bank.call(staff('collector'), 'collections.show_case', await caseKey())).promises[0].state,
    alert: async () => (await alerts()).map((a) => `${a.code}/${a.severity}/${a.state}`).join(' ') || 'none',
    line: async () => (await bank.call(staff('rm.hz'), 'credit_lines.show', own())).line?.state ?? 'none',
    dunned: async () => String(await open.messages(now.who.mobile, '催收')),
    certificate: async () =>
      String(
        (await bank.call(me(), 'documents.list', own())).items.some(
          (d: Json) => d.kind === 'settlement_certificate' && d.mediaType === 'application/pdf',
        ),
      ),
    story: async () => {
      const { items } = await bank.call(staff('compliance'), 'customers.timeline', { ...own(), limit: 100 });
      return [...new Set(items.map((e: Json) => e.kind))]
        .filter((k) => STORY.includes(k as string))
        .sort((a, b) => ((a as string) < (b as string) ? -1 : 1))
        .join(' ');
    },
  };

  return {
    async moveTo(day, minute) {
      for (; today < day; today = addDays(today, 1)) {
        world.clock.moveTo(today, NIGHT);
        const closed = await closeDay(world.rt);
        assert(closed.closed, `${today} could not be closed: ${closed.steps.find((s) => s.fault !== null)?.fault}`);
        world.clock.moveTo(addDays(today, 1), 0);
        await bank.work();
      }
      world.clock.moveTo(day, minute);
      await bank.work();
    },
    acts,
    sees,
  };
}
const STORY = ['applications.submitted', 'decisioning.approved', 'contracts.signed', 'servicing.paid_out', 'servicing.repaid', 'servicing.settled'];
