import { maskName, maskPhone, Refusal } from '@tallystick/kernel';
import { z } from 'zod';
import { branchScope, type Ctx, command, query } from '#platform';
import { funnel } from './funnel/service.ts';
import { firstLoanTerms } from './landing.ts';
import { campaignOrNone, leadPlace, moveLead, takeLead } from './leads.ts';
import { listLeads } from './list-repo.ts';
import { refuse } from './refusals.ts';
import * as repo from './repo.ts';
import * as s from './schema.ts';

const done = { done: true } as const;
const received = { received: true } as const;
const SELLERS = ['RELATIONSHIP_MANAGER', 'PRODUCT_MANAGER', 'SERVICE_AGENT'] as const;

export const landing = query({
  name: 'engagement.landing',
  says: { zh: '首贷专题页：产品条款与费用示例', en: 'First-loan page: terms and a worked example' },
  allow: ['PUBLIC'],
  input: z.object({}),
  output: s.zLanding,
  run: async (ctx) => ({ products: await firstLoanTerms(ctx) }),
});
export const visit = command({
  name: 'engagement.count_visit',
  says: { zh: '页面访问计数（不识别访客）', en: 'Count a visit; no visitor is known by it' },
  allow: ['PUBLIC'],
  keyless: true,
  input: s.zVisit,
  output: s.zReceived,
  run: async (ctx, i) => {
    await repo.countVisit(ctx.tx, ctx.today, await campaignOrNone(ctx, i.campaign ?? null), i.page);
    return received;
  },
});
const formOf = (i: z.output<typeof s.zLeadForm>) => ({
  name: i.name,
  mobile: i.mobile,
  campaign: i.campaign ?? 'none',
  needMinor: i.need ?? null,
  note: i.note ?? null,
  region: i.region ?? null,
  consent: i.consent,
});
export const ask = command({
  name: 'engagement.ask_contact',
  says: { zh: '留下联系方式（需同意联系）', en: 'Ask to be contacted, with consent' },
  allow: ['PUBLIC'],
  input: s.zLeadForm,
  output: s.zReceived,
  run: async (ctx, i) => {
    await takeLead(ctx, formOf(i), 'landing');
    return received;
  },
});
export const enter = command({
  name: 'engagement.enter_lead',
  says: { zh: '录入线索（须已取得联系同意）', en: 'Enter a lead who consented to contact' },
  allow: SELLERS,
  input: s.zLeadForm,
  output: s.zReceived,
  run: async (ctx, i) => {
    await takeLead(ctx, formOf(i), 'staff');
    return received;
  },
});
const opened = (ctx: Ctx, l: repo.LeadRow) => ({
  name: ctx.vault.open(leadPlace('name', l.id), l.nameSealed),
  mobile: ctx.vault.open(leadPlace('mobile', l.id), l.mobileSealed),
});
export const list = query({
  name: 'engagement.list_leads',
  says: { zh: '线索列表', en: 'List leads' },
  allow: SELLERS,
  input: s.zListLeads,
  output: s.zLeads,
  run: async (ctx, f) => {
    const { items, total } = await listLeads(ctx.tx, {
      branchId: branchScope(ctx.actor),
      state: f.state ?? null,
      campaign: f.campaign ?? null,
      ownerId: f.ownerId ?? null,
      mobileBlind: f.mobile === undefined ? null : ctx.vault.blind('mobile', f.mobile),
      sort: f.sort ?? '-createdAt',
      limit: f.limit,
      offset: f.offset,
    });
    return {
      items: items.map(({ nameSealed, mobileSealed, ...l }) => {
        const who = opened(ctx, { ...l, nameSealed, mobileSealed });
        return { ...l, name: maskName(who.name), mobile: maskPhone(who.mobile) };
      }),
      total,
    };
  },
});
/** To call somebody one needs the number: shown to the branch, with a reason, and the trail keeps who asked. */
export const showContact = query({
  name: 'engagement.show_contact',
  says: { zh: '查看线索联系方式（留痕）', en: 'See how to reach a lead; recorded' },
  allow: SELLERS,
  audited: true,
  input: s.zShowLead,
  output: s.zContact,
  run: async (ctx, i) => {
    const lead = await repo.findLead(ctx.tx, i.leadId);
    const branch = branchScope(ctx.actor);
    if (!lead || (branch !== null && lead.branchId !== branch)) throw new Refusal('platform.not_found');
    return opened(ctx, lead);
  },
});
export const move = command({
  name: 'engagement.move_lead',
  says: { zh: '更新线索状态', en: 'Move a lead on' },
  allow: SELLERS,
  input: s.zMoveLead,
  output: s.zDone,
  run: async (ctx, i) => {
    await moveLead(ctx, i);
    return done;
  },
});
export const listCampaigns = query({
  name: 'engagement.list_campaigns',
  says: { zh: '活动列表', en: 'List campaigns' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: s.zCampaigns,
  run: async (ctx) => {
    const items = await repo.campaigns(ctx.tx);
    return { items, total: items.length };
  },
});
export const saveCampaign = command({
  name: 'engagement.save_campaign',
  says: { zh: '新建或修改活动（双人复核）', en: 'Make or change a campaign (two persons)' },
  allow: ['PRODUCT_MANAGER'],
  dual: true,
  input: s.zCampaign,
  output: s.zDone,
  run: async (ctx, i) => {
    if (i.endsOn !== null && i.endsOn < i.startsOn) throw refuse('engagement.campaign_dates', { field: 'endsOn' });
    await repo.saveCampaign(ctx.tx, i);
    return done;
  },
});
export const showFunnel = query({
  name: 'engagement.funnel',
  says: { zh: '转化漏斗（按活动，含流失原因）', en: 'Funnel by campaign, with reasons of drop-out' },
  allow: [...SELLERS, 'EXECUTIVE', 'RISK_MANAGER'],
  input: s.zFunnelInput,
  output: s.zFunnel,
  run: (ctx, i) => funnel(ctx, i.from, i.to),
});
