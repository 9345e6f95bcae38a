import { z } from 'zod';
import { command, query } from '#platform';
import * as s from '../schema.ts';
import { consentViews } from '../view/service.ts';
import { textsOn } from './repo.ts';
import { giveConsents, withdrawConsent } from './service.ts';

export const listTexts = query({
  name: 'customers.list_consent_texts',
  says: { zh: '授权文本（现行版本）', en: 'Consent wordings in force' },
  allow: ['PUBLIC'],
  input: z.object({}),
  output: s.zTexts,
  run: async (ctx) => ({
    texts: (await textsOn(ctx.tx, ctx.today)).map((t) => ({
      scope: t.scope,
      version: t.version,
      validMonths: t.valid_months,
      basis: t.basis,
      recipientZh: t.recipient_zh,
      recipientEn: t.recipient_en,
      titleZh: t.title_zh,
      titleEn: t.title_en,
      bodyZh: t.body_zh,
      bodyEn: t.body_en,
      hashZh: t.hash_zh,
      hashEn: t.hash_en,
    })),
  }),
});
export const give = command({
  name: 'customers.give_consents',
  says: { zh: '签署授权', en: 'Sign consents' },
  allow: ['BORROWER'],
  input: s.zGive,
  output: s.zConsents,
  run: async (ctx, i) => {
    await giveConsents(ctx, i);
    return { consents: await consentViews(ctx, i.customerId) };
  },
});
export const withdraw = command({
  name: 'customers.withdraw_consent',
  says: { zh: '撤回授权', en: 'Withdraw a consent' },
  allow: ['BORROWER'],
  input: s.zWithdraw,
  output: s.zConsents,
  run: async (ctx, i) => {
    await withdrawConsent(ctx, { customerId: i.customerId, scope: i.scope, why: i.why ?? null });
    return { consents: await consentViews(ctx, i.customerId) };
  },
});
export const listConsents = query({
  name: 'customers.list_consents',
  says: { zh: '授权记录', en: 'Consents of a customer' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER', 'REVIEWER', 'APPROVER', 'COMPLIANCE', 'SERVICE_AGENT'],
  input: s.zOwn,
  output: s.zConsents,
  run: async (ctx, i) => ({ consents: await consentViews(ctx, i.customerId) }),
});
