import type { CustomerId } from '@tallystick/kernel';
import { enterprise, person, shop } from '@tallystick/simulators';
import type { Actor } from '#platform';
import { anybody, type Bank, type Json } from '../bank.ts';
import type { Rest } from '../together.ts';
import { cardPicture } from './papers.ts';

export type Kind = 'merchant' | 'enterprise' | 'person';
/** Somebody of the simulated world and what they would tell a bank. */
export type Who = {
  readonly n: number;
  readonly kind: Kind;
  readonly name: string;
  readonly idNo: string;
  readonly mobile: string;
  readonly card: string;
  /** Six digits of GB/T 2260. */
  readonly region: string;
  readonly firm: { readonly name: string; readonly uscc: string } | null;
  readonly shop: { readonly shopId: string; readonly platform: string; readonly shopName: string } | null;
};
export type Borrower = Who & { readonly customerId: CustomerId; readonly actor: Actor };

/** The n-th person of the outside world as a customer: a merchant brings firm and shop, an enterprise its firm. */
export function whoIs(n: number, kind: Kind): Who {
  const p = person(n);
  const firm = enterprise(n);
  const s = shop(n);
  return {
    n,
    kind,
    name: p.name,
    idNo: p.idNo,
    mobile: p.mobile,
    card: p.card,
    region: p.idNo.slice(0, 6),
    firm: kind === 'person' ? null : { name: firm.name, uscc: firm.uscc },
    shop: kind === 'merchant' ? { shopId: s.shopId, platform: s.platform, shopName: s.name } : null,
  };
}

const asBorrower = (customerId: CustomerId): Actor => ({ kind: 'borrower', id: customerId, customerId, sessionId: `demo-${customerId}` });

/** Signs in with the code that came by SMS; the first time this opens the customer. */
export async function signIn(bank: Bank, who: Who, rest: Rest, campaign?: string): Promise<Borrower> {
  await bank.call(anybody, 'customers.request_code', { mobile: who.mobile });
  await rest();
  const code = await bank.outside.codeFor(who.mobile);
  const { customerId } = await bank.call(anybody, 'customers.verify_code', {
    mobile: who.mobile,
    code,
    kind: who.kind,
    region: who.region,
    ...(campaign !== undefined && { campaign }),
  });
  return { ...who, customerId, actor: asBorrower(customerId) };
}

/** Opens the customer at the counter. */
export async function openAtCounter(bank: Bank, manager: Actor, who: Who): Promise<Borrower> {
  const { customerId } = await bank.call(manager, 'customers.add', { mobile: who.mobile, kind: who.kind, region: who.region });
  return { ...who, customerId, actor: asBorrower(customerId) };
}

export const ALL_SCOPES = ['contact', 'identity', 'bureau', 'court', 'registry', 'tax', 'platform'] as const;
/** Reads the wordings in force and agrees to those asked for, one by one. */
export async function consent(bank: Bank, b: Borrower, scopes: readonly string[] = ALL_SCOPES): Promise<void> {
  const { texts } = await bank.call(anybody, 'customers.list_consent_texts', {});
  const agreed = (texts as Json[]).filter((t) => scopes.includes(t.scope)).map((t) => ({ scope: t.scope, version: t.version, hash: t.hashZh }));
  await bank.call(b.actor, 'customers.give_consents', { customerId: b.customerId, language: 'zh', agreed });
}

/** Person, firm, shop and payout account, typed in by `by` (the borrower, or a manager at the counter). */
export async function fillIn(bank: Bank, b: Borrower, by: Actor = b.actor, staffCount?: number): Promise<void> {
  const { customerId } = b;
  await bank.call(by, 'customers.save_person', {
    customerId,
    name: b.name,
    idNo: b.idNo,
    maritalStatus: b.n % 3 === 0 ? 'single' : 'married',
    residence: `演示路 ${b.n} 号`,
  });
  if (b.firm)
    await bank.call(by, 'customers.save_enterprise', {
      customerId,
      name: b.firm.name,
      uscc: b.firm.uscc,
      legalPerson: b.name,
      legalPersonId: b.idNo,
      ...(staffCount !== undefined && { staffCount }),
    });
  if (b.shop) await bank.call(by, 'customers.save_shops', { customerId, shops: [b.shop] });
  await bank.call(by, 'customers.save_payout_account', { customerId, account: b.card, bankCode: '102100099996' });
}

const PAPERS = { id_card_front: '身份证正面', id_card_back: '身份证背面', income_proof: '收入证明' } as const;
export type Paper = keyof typeof PAPERS;
/** Uploads a picture of a paper; with a validity it is filed too. */
export async function handIn(bank: Bank, b: Borrower, kind: Paper, validUntil?: string): Promise<void> {
  const { customerId } = b;
  const picture = cardPicture(b.n * 4 + Object.keys(PAPERS).indexOf(kind));
  const { documentId } = await bank.call(b.actor, 'documents.upload', { customerId, kind, name: `${PAPERS[kind]}.png` }, picture);
  if (validUntil !== undefined) await bank.call(b.actor, 'customers.file_document', { customerId, documentId, kind, validUntil });
}

/**
 * Everything a new customer does before asking for money; the consents come last, so that the sources are asked once. `staffCount`: how many
 * people work there, as the customer says.
 */
export async function settleIn(
  bank: Bank,
  b: Borrower,
  { validUntil, staffCount }: { validUntil?: string; staffCount?: number } = {},
): Promise<void> {
  await fillIn(bank, b, b.actor, staffCount);
  for (const kind of ['id_card_front', 'id_card_back'] as const) await handIn(bank, b, kind, validUntil);
  await consent(bank, b);
}

export type Wish = {
  readonly productCode: string;
  readonly amount: string;
  readonly months: number;
  readonly method: string;
  readonly purpose: string;
};
/** What a borrower states about income and debts. */
export type Means = {
  readonly annualRevenue: string;
  readonly monthlyIncome: string;
  readonly debts?: readonly { lender: string; balance: string; monthly: string }[];
};

export function formOf(b: Borrower, w: Wish, m: Means): Json {
  return {
    amountMinor: w.amount,
    months: w.months,
    method: w.method,
    purposeClass: 'BUSINESS',
    purposeText: w.purpose,
    purposeBudget: [{ item: w.purpose, amountMinor: w.amount }],
    payoutAccountTail: b.card.slice(-4),
    declaredDebts: (m.debts ?? []).map((d) => ({ lender: d.lender, balanceMinor: d.balance, monthlyMinor: d.monthly })),
    declaredAnnualRevenueMinor: m.annualRevenue,
    declaredMonthlyIncomeMinor: m.monthlyIncome,
  };
}

/** Starts an application; answers its id. */
export async function draft(bank: Bank, b: Borrower, w: Wish, form: Json): Promise<string> {
  const made = await bank.call(b.actor, 'applications.create', { customerId: b.customerId, productCode: w.productCode, form });
  return made.applicationId;
}

/** Reads what the loan would cost against income, confirms it, and submits. */
export async function submit(bank: Bank, b: Borrower, applicationId: string, w: Wish, m: Means): Promise<void> {
  const { customerId } = b;
  const { acknowledgement } = await bank.call(b.actor, 'applications.affordability', {
    customerId,
    productCode: w.productCode,
    amountMinor: w.amount,
    months: w.months,
    method: w.method,
    monthlyIncomeMinor: m.monthlyIncome,
    annualRevenueMinor: m.annualRevenue,
  });
  await bank.call(b.actor, 'applications.submit', {
    customerId,
    applicationId,
    acknowledgement: { version: acknowledgement.version, accepted: true },
  });
}

const SECTIONS = ['summary', 'costs', 'clauses', 'plan'];
/** Reads the contract to its end, gets a code by SMS and signs with it. */
export async function signContract(bank: Bank, b: Borrower, contractId: string, rest: Rest): Promise<void> {
  const key = { customerId: b.customerId, contractId };
  const { contract } = await bank.call(b.actor, 'contracts.show', key);
  await bank.call(b.actor, 'contracts.acknowledge_reading', { ...key, textHash: contract.textHash, sections: SECTIONS, seconds: 95 });
  await bank.call(b.actor, 'contracts.request_sign_code', key);
  await rest();
  const code = await bank.outside.codeFor(b.mobile);
  await bank.call(b.actor, 'contracts.sign', { ...key, textHash: contract.textHash, code });
}
