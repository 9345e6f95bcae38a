import { assert, type CustomerId } from '@tallystick/kernel';
import { z } from 'zod';
import { type Ctx, callOutside, type OutsideAnswer, outsideJob, outsideUrl } from '#platform';
import { contactWindow } from './contact.ts';
import { lockMessage, markEnded, markPostponed, markSent, markTried, preferenceOf, template } from './repo.ts';
import { rendered } from './rules.ts';
import { addressOf, paramsOf } from './sealing.ts';
import type { Message, Purpose } from './types.ts';

const BIZ_TYPE: Readonly<Record<Purpose, string>> = { code: '验证码', service: '通知', collection: '催收', marketing: '营销' };
type Request = { readonly url: string; readonly body: Record<string, unknown>; readonly timeoutMs: number };

/** The next round at the end of the quiet hours, as a job of its own. */
async function postpone(ctx: Ctx, m: Message): Promise<void> {
  const { nextAllowedAt } = await contactWindow(ctx, m.customerId, 'message');
  await markPostponed(ctx.tx, m.customerId, m.id, nextAllowedAt);
  await ctx.enqueue(deliver, { messageId: m.id }, { key: `${m.id}:${m.postponed + 1}`, runAt: nextAllowedAt, customerId: m.customerId });
}

/** What keeps a message from leaving for good; nothing when it may. */
async function blockedBy(ctx: Ctx, m: Message): Promise<string | undefined> {
  if (m.expiresAt !== null && m.expiresAt <= ctx.wall) return 'expired';
  if (m.purpose === 'marketing' && !(await preferenceOf(ctx.tx, m.customerId)).marketing) return 'no_marketing_consent';
  return undefined;
}

async function prepare(ctx: Ctx, p: { messageId: string }): Promise<Request | undefined> {
  const m = await lockMessage(ctx.tx, ctx.customerId, p.messageId);
  if (m?.state !== 'waiting') return undefined;
  const blocked = await blockedBy(ctx, m);
  if (blocked !== undefined) await markEnded(ctx.tx, m.customerId, m.id, 'blocked', blocked);
  else if (m.purpose === 'collection' && !(await contactWindow(ctx, m.customerId, 'message')).allowed) await postpone(ctx, m);
  else return requestFor(ctx, m);
  return undefined;
}

async function requestFor(ctx: Ctx, m: Message): Promise<Request> {
  await markTried(ctx.tx, m.customerId, m.id);
  const params = paramsOf(ctx, m);
  const { title, body } = rendered(await template(ctx.tx, m.template), params, m.language);
  const shared = { text: body, biz_type: BIZ_TYPE[m.purpose], at: ctx.now };
  const address = addressOf(ctx, m);
  assert(address !== '', 'a message that leaves has an address');
  const own = m.channel === 'sms' ? { mobile: address, template_id: m.template, params } : { to: address, subject: title };
  return {
    url: `${outsideUrl(ctx.config, 'messaging')}/${m.channel === 'sms' ? 'sms' : 'email'}`,
    body: { ...own, ...shared },
    timeoutMs: ctx.config.CONNECTOR_TIMEOUT_MS,
  };
}

const answerShape = z.object({ message_id: z.string().optional(), code: z.string().optional() });
function read(answer: OutsideAnswer): { status: number; ref: string; code: string } {
  if (answer.state !== 'answered') return { status: 0, ref: '', code: answer.state };
  try {
    const body = answerShape.parse(JSON.parse(answer.text));
    return { status: answer.status, ref: body.message_id ?? '', code: body.code ?? '' };
  } catch {
    return { status: 0, ref: '', code: 'unreadable' };
  }
}

/** Refused for good, refused for the hour, or worth another try (the job's own waits grow). */
async function settle(ctx: Ctx, p: { messageId: string }, _request: Request, answer: OutsideAnswer): Promise<void> {
  const m = await lockMessage(ctx.tx, ctx.customerId, p.messageId);
  if (m?.state !== 'waiting') return;
  const told = read(answer);
  if (told.status === 200) await markSent(ctx.tx, m.customerId, m.id, ctx.now, told.ref);
  else if (told.code === 'outside_contact_window') await postpone(ctx, m);
  else if (told.status >= 400 && told.status < 500 && told.status !== 429)
    await markEnded(ctx.tx, m.customerId, m.id, told.code === 'opted_out' ? 'blocked' : 'failed', told.code);
  else throw new Error(`the message gateway did not take it: ${told.status} ${told.code}`);
}

/** One message on its way out. At least once: when the gateway's answer is lost, the same message may come twice. */
export const deliver = outsideJob({
  name: 'notifications.deliver',
  payload: z.object({ messageId: z.string() }),
  prepare,
  call: (r: Request) => callOutside(r),
  settle,
  gaveUp: (ctx, p) => markEnded(ctx.tx, ctx.customerId as CustomerId, p.messageId, 'failed', 'gateway'),
});
