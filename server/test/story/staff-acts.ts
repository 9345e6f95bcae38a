import type { Acts, Cast } from './cast.ts';

const NO = { conclusion: 'reject', conditions: [], reasonCodes: ['RVD01'] };

/** Review, approval and payout: each by the person named, where one is named. */
export function lendingActs(c: Cast): Acts {
  const { bank } = c;
  return {
    async phone() {
      const [lead] = (await bank.call(c.staff('rm.hz'), 'engagement.list_leads', { mobile: c.now.who.mobile })).items;
      await bank.call(c.staff('rm.hz'), 'engagement.move_lead', { leadId: lead.id, version: lead.version, to: 'contacted' });
    },
    async reject(login = 'reviewer.hz') {
      const key = await c.reviewKey();
      await c.as(login, 'decisioning.claim_review', key);
      await c.as(login, 'decisioning.recommend', { ...key, ...NO, opinion: '逾期属实，现有负债较高' });
    },
    /** Claims the case, ticks its checklist and says yes to what was asked, at the tables' rate. */
    async recommend(login = 'reviewer.hz') {
      const key = await c.reviewKey();
      await c.as(login, 'decisioning.claim_review', key);
      const page = await c.as(login, 'decisioning.show_review', key);
      for (const point of page.checklist) await c.as(login, 'decisioning.tick_item', { ...key, item: point.item, verdict: 'passed' });
      const { amountMinor, months } = page.review;
      const terms = { amountMinor, months, ratePpm: page.matrix.ratePpm, guarantee: 'CREDIT', conditions: [] };
      const words = { conclusion: 'approve', reasonCodes: ['RVA03'], opinion: '查询次数已核实，经营稳定' };
      await c.as(login, 'decisioning.recommend', { ...key, ...terms, ...words });
    },
    /** Decides as recommended. */
    async decide(login = 'approver.hz') {
      const [row] = await c.listed('exec', 'decisioning.list_approvals');
      const { reviewId, version, proposedMinor, ratePpm, proposedMonths } = row;
      const terms = { amountMinor: proposedMinor, months: proposedMonths, ratePpm, guarantee: 'CREDIT', conditions: [] };
      const said = row.conclusion === 'reject' ? NO : { ...terms, conclusion: 'approve', reasonCodes: ['RVA01'] };
      await c.as(login, 'decisioning.decide_case', { reviewId, version, ...said, opinion: '同意审查意见' });
      await bank.work();
    },
    async release(login = 'disburse', method = 'transfer') {
      await c.as(login, 'servicing.release_payout', { ...(await c.payoutKey()), method });
      await bank.work();
    },
  };
}

/** Locks: two persons close, a third opens. */
export function guardActs(c: Cast): Acts {
  return {
    async lock(reasonCode, evidence) {
      const { requestId } = await c.as('reviewer.hz', 'customers.lock', { reasonCode, evidence });
      await c.as('risk', 'access.approve_request', { requestId });
      await c.bank.work();
    },
    unlock: (login = 'compliance') => c.as(login, 'customers.unlock', { why: '原件核对无误' }),
  };
}

/** Loans after payout: counter, watch, collection. */
export function careActs(c: Cast): Acts {
  const { bank } = c;
  return {
    /** Money that came over the counter, with its value date. */
    async book(amount, valueOn) {
      const { loanId } = await c.loanKey();
      const reference = `CASH-${valueOn}-${amount}`;
      await c.as('disburse', 'servicing.record_repayment', { loanId, amount, valueOn, reference });
      await bank.work();
    },
    async watch() {
      await c.as('postloan.hz', 'monitoring.look_now');
      await bank.work();
    },
    async measure() {
      const words = { kind: 'contact', note: '已电话核实，促销结束后回落' };
      await c.as('postloan.hz', 'monitoring.record_measure', { ...(await c.alertKey()), ...words });
    },
    async 'close-alert'() {
      const words = { outcome: 'cured', evidence: '销售已恢复' };
      const { requestId } = await c.as('postloan.hz', 'monitoring.close_alert', { ...(await c.alertKey()), ...words });
      await c.as('risk', 'access.approve_request', { requestId });
    },
    async voice() {
      const contact = { channel: 'voice', outcome: 'reached', ability: 3, willingness: 4, note: '本周回款后还款' };
      await c.as('collector.hz', 'collections.record_contact', { ...(await c.caseKey()), ...contact });
    },
    async notice() {
      await c.as('collector.hz', 'collections.send_notice', await c.caseKey());
      await bank.work();
    },
    async promise(amount, byOn) {
      await c.as('collector.hz', 'collections.record_promise', { ...(await c.caseKey()), amount, byOn });
    },
  };
}
