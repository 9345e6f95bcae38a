import { maskPhone } from '@tallystick/kernel';
import { z } from 'zod';
import { type Ctx, command, get, listInput, listOf, post, put, query, refusePlatform, zCustomerId, zId, zInstant } from '#platform';
import { contactWindow } from './contact.ts';
import { inbox, listStaffMessages, markRead, markStaffRead, outbox, preferenceOf, savePreference, templates } from './repo.ts';
import { inBoth } from './rules.ts';
import { addressOf, paramsOf } from './sealing.ts';
import type { Message, Template } from './types.ts';

const texts = z.object({ zh: z.string(), en: z.string() });
const paging = { limit: listInput.limit, offset: listInput.offset };
const newest = z.enum(['-at']).default('-at');
const byCode = async (ctx: Ctx): Promise<Map<string, Template>> => new Map((await templates(ctx.tx)).map((t) => [t.code, t]));
const NOTHING = { title: { zh: '', en: '' }, body: { zh: '', en: '' } };
const read = (known: Map<string, Template>, code: string, params: Readonly<Record<string, string>>) => {
  const t = known.get(code);
  return t === undefined ? NOTHING : inBoth(t, params);
};

const inboxItem = z.object({
  id: z.string(),
  template: z.string(),
  title: texts,
  body: texts,
  link: z.string().nullable(),
  at: zInstant,
  readAt: zInstant.nullable(),
});
export const myMessages = query({
  name: 'notifications.my_messages',
  says: { zh: '我的消息', en: 'My messages' },
  allow: ['BORROWER'],
  input: z.object({ customerId: zCustomerId, ...paging, sort: newest }),
  output: listOf(inboxItem).extend({ unread: z.number() }),
  run: async (ctx, i) => {
    const found = await inbox(ctx.tx, i.customerId, ctx.now, i.limit, i.offset);
    const known = await byCode(ctx);
    const items = found.items.map((m) => ({
      id: m.id,
      template: m.template,
      ...read(known, m.template, paramsOf(ctx, m)),
      link: m.link,
      at: m.sendAt,
      readAt: m.readAt,
    }));
    return { items, total: found.total, unread: found.unread };
  },
});
export const readMessages = command({
  name: 'notifications.read_messages',
  says: { zh: '标记消息已读', en: 'Mark messages as read' },
  allow: ['BORROWER'],
  input: z.object({ customerId: zCustomerId, messageId: zId('mesg').optional() }),
  output: z.object({ read: z.number() }),
  run: async (ctx, i) => ({ read: await markRead(ctx.tx, i.customerId, i.messageId ?? null, ctx.now) }),
});

const sentItem = z.object({
  id: z.string(),
  channel: z.enum(['in_app', 'sms', 'email']),
  purpose: z.enum(['code', 'service', 'collection', 'marketing']),
  template: z.string(),
  title: texts,
  body: texts,
  address: z.string(),
  state: z.enum(['waiting', 'sent', 'blocked', 'failed']),
  createdAt: zInstant,
  sendAt: zInstant,
  sentAt: zInstant.nullable(),
  readAt: zInstant.nullable(),
  attempts: z.number(),
  postponed: z.number(),
  fault: z.string().nullable(),
});
/** Staff see where a message went, not the whole address, and never a code. */
const masked = (m: Message, address: string): string => (m.channel === 'sms' ? maskPhone(address) : address.replace(/^(.).*@/, '$1***@'));
export const sentMessages = query({
  name: 'notifications.list_sent',
  says: { zh: '客户消息记录', en: 'Messages sent to a customer' },
  allow: ['RELATIONSHIP_MANAGER', 'SERVICE_AGENT', 'POST_LOAN', 'COLLECTOR', 'COMPLIANCE', 'RISK_MANAGER', 'APPROVER', 'REVIEWER'],
  input: z.object({ customerId: zCustomerId, ...paging, sort: newest }),
  output: listOf(sentItem),
  run: async (ctx, i) => {
    const found = await outbox(ctx.tx, i.customerId, i.limit, i.offset);
    const known = await byCode(ctx);
    const items = found.items.map((m) => {
      const params = m.purpose === 'code' ? { ...paramsOf(ctx, m), code: '******' } : paramsOf(ctx, m);
      const { id, channel, purpose, template, state, createdAt, sendAt, sentAt, readAt, attempts, postponed, fault } = m;
      return {
        id,
        channel,
        purpose,
        template,
        ...read(known, template, params),
        address: masked(m, addressOf(ctx, m)),
        state,
        createdAt,
        sendAt,
        sentAt,
        readAt,
        attempts,
        postponed,
        fault,
      };
    });
    return { items, total: found.total };
  },
});

const preferenceShape = z.object({ language: z.enum(['zh', 'en']), marketing: z.boolean() });
export const getPreferences = query({
  name: 'notifications.get_preferences',
  says: { zh: '消息设置', en: 'Message settings' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER', 'SERVICE_AGENT'],
  input: z.object({ customerId: zCustomerId }),
  output: preferenceShape,
  run: (ctx, i) => preferenceOf(ctx.tx, i.customerId),
});
export const putPreferences = command({
  name: 'notifications.put_preferences',
  says: { zh: '修改消息设置', en: 'Change message settings' },
  allow: ['BORROWER', 'SERVICE_AGENT'],
  input: z.object({ customerId: zCustomerId, ...preferenceShape.shape }),
  output: preferenceShape,
  run: async (ctx, i) => {
    const wanted = { language: i.language, marketing: i.marketing };
    // Only the customer can ask for advertising; staff may only take it away (PIP-05).
    if (ctx.actor.kind === 'staff' && i.marketing && !(await preferenceOf(ctx.tx, i.customerId)).marketing)
      throw refusePlatform('platform.forbidden', { facts: { permission: 'marketing' } });
    await savePreference(ctx.tx, i.customerId, wanted, ctx.now);
    return wanted;
  },
});
export const readWindow = query({
  name: 'notifications.contact_window',
  says: { zh: '可联系时段', en: 'May the customer be contacted now' },
  allow: ['COLLECTOR', 'POST_LOAN', 'COMPLIANCE', 'RELATIONSHIP_MANAGER', 'SERVICE_AGENT'],
  input: z.object({ customerId: zCustomerId, kind: z.enum(['message', 'voice', 'visit']).default('voice') }),
  output: z.object({
    allowed: z.boolean(),
    reason: z.enum(['', 'outside_hours', 'daily_limit']),
    nextAllowedAt: zInstant,
    attemptsLeft: z.number().nullable(),
  }),
  run: (ctx, i) => contactWindow(ctx, i.customerId, i.kind),
});

const staffItem = inboxItem;
export const staffMessages = query({
  name: 'notifications.staff_messages',
  says: { zh: '我的通知（员工）', en: 'My notices (staff)' },
  allow: ['ANY_STAFF'],
  input: z.object({ ...paging, sort: newest }),
  output: listOf(staffItem).extend({ unread: z.number() }),
  run: async (ctx, i) => {
    const found = await listStaffMessages(ctx.tx, ctx.actor.id, i.limit, i.offset);
    const known = await byCode(ctx);
    return {
      items: found.items.map((m) => ({
        id: m.id,
        template: m.template,
        ...read(known, m.template, m.params),
        link: m.link,
        at: m.createdAt,
        readAt: m.readAt,
      })),
      total: found.total,
      unread: found.unread,
    };
  },
});
export const readStaffMessages = command({
  name: 'notifications.read_staff_messages',
  says: { zh: '标记通知已读（员工）', en: 'Mark notices as read (staff)' },
  allow: ['ANY_STAFF'],
  input: z.object({ messageId: zId('mesg').optional() }),
  output: z.object({ read: z.number() }),
  run: async (ctx, i) => ({ read: await markStaffRead(ctx.tx, ctx.actor.id, i.messageId ?? null, ctx.now) }),
});
export const listTemplates = query({
  name: 'notifications.list_templates',
  says: { zh: '消息模板', en: 'Message templates' },
  allow: ['ADMIN', 'COMPLIANCE', 'PRODUCT_MANAGER', 'SERVICE_AGENT', 'COLLECTOR'],
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ code: z.string(), title: texts, body: texts })) }),
  run: async (ctx) => ({
    items: (await templates(ctx.tx)).map((t) => ({ code: t.code, title: { zh: t.titleZh, en: t.titleEn }, body: { zh: t.bodyZh, en: t.bodyEn } })),
  }),
});

export const routes = [
  get('/customers/:customerId/messages', myMessages),
  post('/customers/:customerId/messages/read', readMessages),
  get('/customers/:customerId/messages/sent', sentMessages),
  get('/customers/:customerId/message-settings', getPreferences),
  put('/customers/:customerId/message-settings', putPreferences),
  get('/customers/:customerId/contact-window', readWindow),
  get('/me/messages', staffMessages),
  post('/me/messages/read', readStaffMessages),
  get('/message-templates', listTemplates),
];
