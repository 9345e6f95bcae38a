import { type CustomerId, formatMoney, formatPercent } from '@tallystick/kernel';
import { type Ctx, command, query } from '#platform';
import * as s from '../schema.ts';
import { chooseKind } from '../service.ts';
import { profileOf, toHandIn } from '../view/service.ts';
import type { FieldName } from './fields.ts';
import { fileDocument, papersOf } from './papers.ts';
import { saveProfile } from './service.ts';
import { saveShops as storeShops } from './shops.ts';

const WRITERS = ['BORROWER', 'RELATIONSHIP_MANAGER'] as const;
type Saved<N extends string> = { readonly [field in N]: FieldName };

/** Saves what is given under the names of the form; what is left out stays as it is. */
async function save<N extends string>(
  ctx: Ctx,
  customerId: CustomerId,
  names: Saved<N>,
  values: { readonly [field in NoInfer<N>]?: string | undefined },
) {
  const byField = Object.fromEntries((Object.entries(names) as [N, FieldName][]).map(([input, field]) => [field, input])) as Record<FieldName, N>;
  const entries = (Object.entries(names) as [N, FieldName][]).filter(([input]) => values[input] !== undefined);
  await saveProfile(ctx, customerId, Object.fromEntries(entries.map(([input, field]) => [field, values[input]])), (field) => byField[field]);
  return profileOf(ctx, customerId);
}
const money = (minor: bigint | undefined): string | undefined => (minor === undefined ? undefined : formatMoney(minor));
const whole = (n: number | undefined): string | undefined => (n === undefined ? undefined : String(n));

export const savePerson = command({
  name: 'customers.save_person',
  says: { zh: '保存个人资料', en: 'Save personal details' },
  allow: WRITERS,
  input: s.zPerson,
  output: s.zProfile,
  run: (ctx, i) =>
    save(
      ctx,
      i.customerId,
      {
        name: 'person.name',
        idNo: 'person.id_no',
        email: 'person.email',
        maritalStatus: 'person.marital_status',
        children: 'person.children',
        residence: 'person.residence',
        education: 'person.education',
      },
      { ...i, children: whole(i.children) },
    ),
});
export const saveEnterprise = command({
  name: 'customers.save_enterprise',
  says: { zh: '保存企业信息（企业信息报备）', en: 'Save enterprise details' },
  allow: WRITERS,
  input: s.zEnterprise,
  output: s.zProfile,
  run: (ctx, i) =>
    save(
      ctx,
      i.customerId,
      {
        name: 'enterprise.name',
        uscc: 'enterprise.uscc',
        legalPerson: 'enterprise.legal_person',
        legalPersonId: 'enterprise.legal_person_id',
        registeredCapital: 'enterprise.registered_capital',
        establishedOn: 'enterprise.established_on',
        address: 'enterprise.address',
        industry: 'enterprise.industry',
        staffCount: 'enterprise.staff_count',
        shareholders: 'enterprise.shareholders',
      },
      {
        ...i,
        registeredCapital: money(i.registeredCapital),
        staffCount: whole(i.staffCount),
        shareholders: i.shareholders && JSON.stringify(i.shareholders.map((h) => ({ name: h.name, ratio: formatPercent(h.ratio) }))),
      },
    ),
});
export const saveFinance = command({
  name: 'customers.save_finance',
  says: { zh: '保存财务数据', en: 'Save financial figures' },
  allow: WRITERS,
  input: s.zFinance,
  output: s.zProfile,
  run: (ctx, i) =>
    save(
      ctx,
      i.customerId,
      {
        annualRevenue: 'finance.annual_revenue',
        netProfit: 'finance.net_profit',
        totalAssets: 'finance.total_assets',
        totalLiabilities: 'finance.total_liabilities',
        currentAssets: 'finance.current_assets',
        currentLiabilities: 'finance.current_liabilities',
      },
      {
        annualRevenue: money(i.annualRevenue),
        netProfit: money(i.netProfit),
        totalAssets: money(i.totalAssets),
        totalLiabilities: money(i.totalLiabilities),
        currentAssets: money(i.currentAssets),
        currentLiabilities: money(i.currentLiabilities),
      },
    ),
});
export const savePayout = command({
  name: 'customers.save_payout_account',
  says: { zh: '保存收款账户', en: 'Save the payout account' },
  allow: WRITERS,
  input: s.zPayout,
  output: s.zProfile,
  run: (ctx, i) => save(ctx, i.customerId, { account: 'payout.account', bankCode: 'payout.bank_code' }, i),
});
export const saveShops = command({
  name: 'customers.save_shops',
  says: { zh: '登记店铺', en: 'Register shops' },
  allow: WRITERS,
  input: s.zShops,
  output: s.zProfile,
  run: async (ctx, i) => {
    await storeShops(ctx, i.customerId, i.shops);
    return profileOf(ctx, i.customerId);
  },
});
export const saveKind = command({
  name: 'customers.choose_kind',
  says: { zh: '选择客户类型', en: 'Choose the kind of customer' },
  allow: WRITERS,
  input: s.zKindChoice,
  output: s.zProfile,
  run: async (ctx, i) => {
    await chooseKind(ctx, i.customerId, i.kind);
    return profileOf(ctx, i.customerId);
  },
});
export const fileIn = command({
  name: 'customers.file_document',
  says: { zh: '证照归档（含有效期）', en: 'File a document with its validity' },
  allow: WRITERS,
  input: s.zFileDocument,
  output: s.zPapers,
  run: async (ctx, i) => {
    await fileDocument(ctx, i);
    return papersView(ctx, i.customerId);
  },
});
export const showPapers = query({
  name: 'customers.show_papers',
  says: { zh: '证照与材料清单（接口可取得的不再要求提交）', en: 'Papers: what must be handed in and what interfaces deliver' },
  allow: [...WRITERS, 'REVIEWER', 'APPROVER', 'SERVICE_AGENT'],
  input: s.zOwn,
  output: s.zPapers,
  run: (ctx, i) => papersView(ctx, i.customerId),
});
const papersView = async (ctx: Ctx, customerId: CustomerId) => {
  const papers = await papersOf(ctx, customerId);
  return { papers, toHandIn: toHandIn(papers) };
};
export const showProfile = query({
  name: 'customers.show_profile',
  says: { zh: '客户资料（脱敏）', en: 'Profile, masked' },
  allow: [...WRITERS, 'REVIEWER', 'APPROVER', 'POST_LOAN', 'SERVICE_AGENT'],
  input: s.zOwn,
  output: s.zProfile,
  run: (ctx, i) => profileOf(ctx, i.customerId),
});
