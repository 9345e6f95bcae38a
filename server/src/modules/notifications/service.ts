import { type Instant, plusMinutes } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { contactWindow } from './contact.ts';
import { deliver } from './dispatcher.ts';
import { insertMessage, insertStaffMessage, preferenceOf, template } from './repo.ts';
import { assertFilled } from './rules.ts';
import { sealedFields } from './sealing.ts';
import type { Channel, Notice, StaffNotice } from './types.ts';

/** As long as the code itself lives: a code that comes later only confuses. */
const CODE_MINUTES = 5;

/** When a message may be seen: collection messages wait for the hours of contact, whoever sends them. */
async function earliest(ctx: Ctx, n: Notice): Promise<Instant> {
  const wanted = n.at !== undefined && n.at > ctx.now ? n.at : ctx.now;
  if (n.purpose !== 'collection') return wanted;
  const { nextAllowedAt } = await contactWindow({ ...ctx, now: wanted }, n.customerId, 'message');
  return nextAllowedAt;
}

/** Writes one message a channel; SMS and e-mail leave by the dispatcher, which holds the rules of contact once more. A channel without an address is left out. */
export async function notify(ctx: Ctx, n: Notice): Promise<void> {
  assertFilled(await template(ctx.tx, n.template), n.params);
  const { language } = await preferenceOf(ctx.tx, n.customerId);
  const sendAt = await earliest(ctx, n);
  const address: Record<Channel, string | undefined> = { in_app: '', sms: n.to.mobile, email: n.to.email };
  for (const channel of n.channels) {
    const to = address[channel];
    if (to === undefined) continue;
    const id = ctx.newId('mesg');
    const inApp = channel === 'in_app';
    await insertMessage(ctx.tx, {
      customerId: n.customerId,
      id,
      channel,
      purpose: n.purpose,
      template: n.template,
      ...sealedFields(ctx, n.customerId, id, inApp ? null : to, n.params),
      link: n.link ?? null,
      language,
      state: inApp ? 'sent' : 'waiting',
      createdAt: ctx.now,
      sendAt,
      expiresAt: n.purpose === 'code' ? plusMinutes(ctx.wall, CODE_MINUTES) : null,
      sentAt: inApp ? sendAt : null,
      readAt: null,
      attempts: 0,
      postponed: 0,
      fault: null,
    });
    if (!inApp) await ctx.enqueue(deliver, { messageId: id }, { key: `${id}:0`, runAt: sendAt, customerId: n.customerId });
  }
}

/** Puts a message into a staff member's inbox. */
export async function notifyStaff(ctx: Ctx, n: StaffNotice): Promise<void> {
  assertFilled(await template(ctx.tx, n.template), n.params);
  await insertStaffMessage(ctx.tx, {
    id: ctx.newId('mesg'),
    staffId: n.staffId,
    template: n.template,
    params: n.params,
    link: n.link ?? null,
    createdAt: ctx.now,
    readAt: null,
  });
}
