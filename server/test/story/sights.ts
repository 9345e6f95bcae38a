import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@tallystick/kernel';
import type { Download } from '#platform';
import type { Json } from '../../src/apps/seed/bank.ts';
import type { Cast, Sights } from './cast.ts';

const words = (values: readonly string[]): string => [...new Set(values)].sort().join(' ') || 'none';
const PDFSIG = '/usr/bin/pdfsig';

/** What a program that knows nothing of us says about a signed PDF: `valid` per signature. Where it is not installed our own check stands alone. */
function outsideVerdict(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'tally-pdf-'));
  try {
    writeFileSync(join(folder, 'contract.pdf'), bytes);
    const said = execFileSync(PDFSIG, ['-nocert', 'contract.pdf'], { cwd: folder, encoding: 'utf8' });
    return [...said.matchAll(/Signature Validation: Signature is (\w+)/g)].map((m) => m[1]?.toLowerCase()).join(' ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What can be seen before there is a loan. */
export function lendingSights(c: Cast): Sights {
  const { bank } = c;
  const rating = async (): Promise<Json> => (await c.mine('decisioning.show_grade')).rating;
  const application = async (): Promise<Json> => (await c.mine('applications.track', c.asked())).application;
  const outcome = async (): Promise<Json> => c.mine('decisioning.show_outcome', c.asked());
  return {
    lead: async () => (await bank.call(c.staff('rm.hz'), 'engagement.list_leads', { mobile: c.now.who.mobile })).items[0].state,
    profile: async () => (await c.mine('customers.show_profile')).summary.profileState,
    papers: async () => words((await c.mine('documents.list')).items.map((d: Json) => `${d.kind}/${d.state}`)),
    calls: async () => String((await c.as('compliance', 'connectors.list_calls')).total),
    sources: async () => words((await c.as('compliance', 'connectors.list_calls')).items.map((call: Json) => call.source)),
    hard: async () => String((await c.as('compliance', 'connectors.list_calls')).items.filter((call: Json) => call.hard).length),
    /** Whether every fact of the grade names its source and day. */
    lineage: async () => String((await c.mine('decisioning.show_grade')).features.every((f: Json) => f.source !== '' && f.asOf !== '')),
    grade: async () => (await rating())?.grade ?? 'none',
    ratings: async () => String((await c.mine('decisioning.list_ratings')).total),
    'rated-because': async () => (await c.mine('decisioning.list_ratings')).items[0].why,
    scores: async () => words((await rating()).subScores.filter((s: Json) => s.tenths > 0).map((s: Json) => s.group)),
    'would-help': async () => String((await rating()).improvements.length > 0),
    limit: async () => (await c.offer())?.limitMinor ?? 'none',
    rate: async () => (await c.offer())?.ratePpm ?? 'none',
    /** All-in cost a year of the offer, as an internal rate of return. */
    cost: async () => (await c.offer())?.irrPpm ?? 'none',
    state: async () => (await application()).state,
    approved: async () => (await application()).approvedAmountMinor,
    reasons: async () => words((await outcome()).reasons.filter((r: Json) => /^(ADM|REF|RTE)/.test(r.code)).map((r: Json) => r.code)),
    outcome: async () => (await c.as('compliance', 'decisioning.show_decision', c.asked())).outcome,
    replay: async () => String((await c.as('compliance', 'decisioning.show_decision', c.asked())).replayEqual),
    /** Rate of the loan or approval a year, in percent. */
    charged: async () => (await c.contract()).ratePpm,
    customer: async () => (await c.as('compliance', 'customers.view')).profile.summary.state,
    /** The customer's entries on the internal list: what is listed, why, by which evidence; or that they were lifted. */
    listed: async () => {
      const { items } = await bank.call(c.staff('compliance'), 'customers.list_blacklist', {});
      const entry = items.find((e: Json) => e.customerId === c.own().customerId);
      return entry === undefined ? 'no' : entry.liftedAt !== null ? 'lifted' : `${entry.reasonCode}/${entry.evidence}/${entry.identifiers.join('+')}`;
    },
    tasks: async () =>
      words(
        (await c.as('compliance', 'tasks.list_of_customer')).items
          .filter((t: Json) => t.state === 'open' || t.state === 'claimed')
          .map((t: Json) => t.kind),
      ),
    contract: async () => (await c.contract())?.state ?? 'none',
    signatures: async () => String((await c.mine('contracts.verify', await c.contractKey())).valid),
    pdfsig: async () => {
      const operation = must(bank.rt.operations.get('contracts.download'), 'an operation to download');
      const { output } = await bank.rt.execute(operation, { actor: c.customer().actor, input: await c.contractKey() });
      return existsSync(PDFSIG) ? outsideVerdict((output as Download).bytes) : 'valid valid';
    },
    payout: async () => (await c.payout())?.state ?? 'none',
    /** What has to be met before the money goes and is not. */
    open: async () =>
      words((await c.mine('servicing.show_payout', await c.payoutKey())).conditions.filter((x: Json) => !x.met).map((x: Json) => x.code)),
    net: async () => (await c.payout()).netMinor,
    /** How often the rail was given the order. */
    ordered: async () => String(await c.open.timesOrdered((await c.payout()).orderNo)),
  };
}

/** What can be seen of a loan and of those who owe. */
export function loanSights(c: Cast): Sights {
  const page = async (): Promise<Json> => c.mine('servicing.show_loan', await c.loanKey());
  const loanFigure = (name: string) => async (): Promise<string> => String((await c.loan())[name]);
  const mobile = (): string => c.now.who.mobile;
  return {
    loan: async () => (await c.loan())?.status ?? 'none',
    stage: loanFigure('stage'),
    late: loanFigure('daysPastDue'),
    principal: loanFigure('principalMinor'),
    overdue: loanFigure('overdueMinor'),
    penalty: loanFigure('penaltyMinor'),
    next: loanFigure('nextDueOn'),
    'next-amount': loanFigure('nextDueMinor'),
    /** Instalments by state, in the order of the plan. */
    plan: async () => (await page()).rows.map((r: Json) => r.status).join(' '),
    amounts: async () => (await page()).rows.map((r: Json) => r.totalMinor).join(' '),
    principals: async () => (await page()).rows.map((r: Json) => r.principalMinor).join(' '),
    interest: async () => (await page()).totals.interestMinor,
    /** Where the last money went: row and bucket. */
    went: async () => {
      const last = (await page()).transactions.filter((t: Json) => t.allocation.length > 0).sort((a: Json, b: Json) => b.seq - a.seq)[0];
      return last.allocation.map((a: Json) => `${a.row}:${a.bucket}`).join(' ');
    },
    receipts: async () => String((await page()).transactions.filter((t: Json) => t.kind !== 'disburse' && t.receiptNo !== '').length),
    channel: async () => {
      const money = (await page()).transactions.filter((t: Json) => t.kind !== 'disburse');
      return money.sort((a: Json, b: Json) => b.seq - a.seq)[0].channel;
    },
    debits: async () => words((await page()).deductions.map((d: Json) => `${d.source}/${d.state}`)),
    /** Kinds of journals that name the loan. */
    journals: async () =>
      words((await c.as('compliance', 'ledger.list_customer_journals', { subject: (await c.loan()).id })).journals.map((j: Json) => j.kind)),
    accruals: async () => {
      const { total } = await c.bank.call(c.staff('compliance'), 'ledger.list_journals', { kind: 'accrual', limit: 1 });
      return String(total > 0);
    },
    balanced: async () => String((await c.bank.call(c.staff('compliance'), 'ledger.show_trial_balance', {})).balanced),
    case: async () => (await c.debt())?.state ?? 'none',
    promise: async () => (await c.as('collector', 'collections.show_case', await c.caseKey())).promises[0].state,
    contacts: async () => words((await c.as('collector', 'collections.show_case', await c.caseKey())).contacts.map((x: Json) => x.channel)),
    alert: async () => words((await c.alerts()).map((a) => `${a.code}/${a.severity}/${a.state}`)),
    /** The alert's owner and whether it has a deadline. */
    owner: async () => {
      const [alert] = await c.alerts();
      return alert.ownerId === null || alert.dueAt === null ? 'nobody' : alert.ownerRole;
    },
    line: async () => (await c.as('rm.hz', 'credit-lines.show')).line?.state ?? 'none',
    used: async () => (await c.as('rm.hz', 'credit-lines.show')).line?.usedMinor ?? 'none',
    dunned: async () => String(await c.open.messages(mobile(), '催收')),
    certificate: async () => {
      const papers = (await c.mine('documents.list')).items.filter((d: Json) => d.kind === 'settlement_certificate');
      return words(papers.map((d: Json) => d.mediaType));
    },
    story: async () => {
      const { items } = await c.as('compliance', 'customers.timeline', { limit: 100 });
      return words(items.map((e: Json) => e.kind).filter((k: string) => STORY.includes(k)));
    },
  };
}
const STORY = ['applications.submitted', 'decisioning.approved', 'contracts.signed', 'servicing.paid_out', 'servicing.repaid', 'servicing.settled'];
