import { must } from '@tallystick/kernel';
import * as person from '../../src/apps/seed/people/borrower.ts';
import type { Acts, Cast } from './cast.ts';

const CARD_UNTIL = '2038-06-30';
const PAPERS = ['id_card_front', 'id_card_back'] as const;
const MEANS = { annualRevenue: '3600000.00', monthlyIncome: '120000.00' };
const wishOf = (amount: string, months: string, method = 'equal_instalment'): person.Wish => ({
  productCode: 'ECOM_MERCHANT_LOAN',
  amount,
  months: Number(months),
  method,
  purpose: '采购备货',
});
const GROWING = { case: 'growing', monthly_gmv: '300000.00', open_date: '2019-03-01' };

/** How the sources speak of somebody: sound, asked often lately, or a case of the bureau's. */
const bureauOf = (word: string): object => ({
  bureau: word === 'asked-often' ? { case: 'perfect', queries_3m: 6 } : { case: word },
  court: { case: 'clean' },
});

/** What customers do: from the first call to their profile and consents. */
export function joiningActs(c: Cast): Acts {
  const { bank, open } = c;
  return {
    async lead() {
      const { who } = c.now;
      const { texts } = await c.anybody('customers.list_consent_texts', {});
      const contact = texts.find((t: { scope: string }) => t.scope === 'contact');
      const consent = { version: contact.version, hash: contact.hashZh };
      await c.anybody('engagement.ask_contact', { name: who.name, mobile: who.mobile, campaign: 'first-loan', region: who.region, consent });
    },
    async guess() {
      await c.anybody('customers.request_code', { mobile: c.now.who.mobile });
      await bank.work();
      const right = await open.outside.codeFor(c.now.who.mobile);
      await c.anybody('customers.verify_code', { mobile: c.now.who.mobile, code: right === '123456' ? '654321' : '123456' });
    },
    async join(bureau) {
      const { who } = c.now;
      if (bureau !== undefined) c.now.overrides = bureauOf(bureau);
      await open.outside.about(who.idNo, c.now.overrides);
      await open.outside.about(must(who.firm, 'a firm').uscc, { court: { case: 'clean' }, registry: { case: 'normal' }, tax: { grade: 'A' } });
      await open.outside.about(must(who.shop, 'a shop').shopId, { platform: GROWING });
      await c.alone(async (rest) => {
        c.now.b = await person.signIn(bank, who, rest);
      });
    },
    mistype: () =>
      c.mine('customers.save_person', { name: c.now.who.name, idNo: `${c.now.who.idNo.slice(0, 17)}${c.now.who.idNo.endsWith('1') ? 2 : 1}` }),
    pretend: () =>
      bank.call(
        c.customer().actor,
        'documents.upload',
        { ...c.own(), kind: 'id_card_front', name: '身份证.png' },
        new TextEncoder().encode('a letter'),
      ),
    async fill() {
      await person.fillIn(bank, c.customer());
      for (const kind of PAPERS) await person.handIn(bank, c.customer(), kind, CARD_UNTIL);
      for (const d of (await c.as('rm.hz', 'documents.list')).items)
        await c.as('rm.hz', 'documents.review', { documentId: d.id, verdict: 'accepted' });
      await bank.work();
    },
    async consent(...scopes) {
      await person.consent(bank, c.customer(), scopes.length > 0 ? scopes : undefined);
      await bank.work();
    },
    withdraw: (scope) => c.mine('customers.withdraw_consent', { scope }),
    'sign-in': () => c.alone(async (rest) => void (await person.signIn(bank, c.now.who, rest))),
    /** Without signing in: by the code that came. */
    async 'appeal-lock'() {
      const { mobile } = c.now.who;
      await c.anybody('customers.request_code', { mobile });
      await bank.work();
      const code = await open.outside.codeFor(mobile);
      await c.anybody('customers.appeal_by_code', { mobile, code, text: '资料均为真实，请复核' });
    },
    /** Says that somebody else of the story leads the firm. */
    async 'name-head'(name = '') {
      const me = c.now;
      c.turnTo(name);
      const head = c.now.who;
      await bank.call(must(me.b, 'somebody who joined').actor, 'customers.save_enterprise', {
        customerId: me.b?.customerId,
        name: me.who.firm?.name,
        uscc: me.who.firm?.uscc,
        legalPerson: head.name,
        legalPersonId: head.idNo,
      });
    },
    async 'ask-offer'() {
      await c.mine('decisioning.request_offer');
      await bank.work();
    },
  };
}

/** What customers do with an application and its contract. */
export function applyingActs(c: Cast): Acts {
  const { bank } = c;
  return {
    async 'apply-badly'() {
      const form = {
        amountMinor: '4999.50',
        months: 120,
        method: 'equal_instalment',
        purposeClass: 'BUSINESS',
        purposeText: '炒股',
        declaredDebts: [],
      };
      c.now.applicationId = (await c.mine('applications.create', { productCode: 'ECOM_MERCHANT_LOAN', form })).applicationId;
      await c.mine('applications.submit', c.asked());
    },
    'drop-draft': () => c.mine('applications.withdraw', { ...c.asked(), why: '重新填写' }),
    async draft(amount = '', months = '', method) {
      const wish = wishOf(amount, months, method);
      c.now.applicationId = await person.draft(bank, c.customer(), wish, person.formOf(c.customer(), wish, MEANS));
    },
    'submit-unread': () => c.mine('applications.submit', c.asked()),
    async submit(amount = '', months = '', method) {
      await person.submit(bank, c.customer(), c.asked().applicationId, wishOf(amount, months, method), MEANS);
      await bank.work();
    },
    async apply(amount = '', months = '', method) {
      const wish = wishOf(amount, months, method);
      c.now.applicationId = await person.draft(bank, c.customer(), wish, person.formOf(c.customer(), wish, MEANS));
      await person.submit(bank, c.customer(), c.now.applicationId, wish, MEANS);
      await bank.work();
    },
    async appeal() {
      await c.mine('decisioning.ask_human_review', { ...c.asked(), why: '逾期是银行系统错误，请人工核实' });
      await bank.work();
    },
    async accept() {
      await c.mine('decisioning.accept_counter_offer', c.asked());
      await bank.work();
    },
    async 'sign-unread'() {
      const { contract } = await c.mine('contracts.show', await c.contractKey());
      await c.mine('contracts.sign', { ...(await c.contractKey()), textHash: contract.textHash, code: '123456' });
    },
    async sign() {
      const { contractId } = await c.contractKey();
      await c.alone((rest) => person.signContract(bank, c.customer(), contractId, rest));
    },
    async pay(amount) {
      await c.mine('servicing.pay', { ...(await c.loanKey()), amount });
      await bank.work();
    },
    async prepay(amount) {
      await c.mine('servicing.pay', { ...(await c.loanKey()), amount, intent: 'prepay' });
      await bank.work();
    },
    async settle() {
      const { payMinor } = await c.mine('servicing.quote_payoff', await c.loanKey());
      await c.mine('servicing.pay', { ...(await c.loanKey()), amount: payMinor, intent: 'settle' });
      await bank.work();
    },
    /** Somebody else's loan, by its number. */
    async peek(name = '') {
      const me = c.customer().actor;
      c.turnTo(name);
      await bank.call(me, 'servicing.show_loan', await c.loanKey());
    },
  };
}

/** What happens in the world outside. */
export function outsideActs(c: Cast): Acts {
  const { outside } = c.open;
  const about = (more: object): Promise<void> => {
    c.now.overrides = { ...c.now.overrides, ...more };
    return outside.about(c.now.who.idNo, c.now.overrides);
  };
  return {
    empty: (from, to) => about({ payment: { insufficient_from: from, ...(to !== undefined && { insufficient_to: to }) } }),
    court: (from) => about({ court: { dishonest_from: from } }),
    fall: (from) => outside.about(must(c.now.who.shop, 'a shop').shopId, { platform: { ...GROWING, fall_from: from, fall_pct: 60 } }),
    disturb: (source = '', mode = '', times = '1') => c.open.disturb(source, { mode, times: Number(times) }),
  };
}
