import { bankMinuteOfDay, isMobile } from '@tallystick/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Body } from '../envelope.ts';
import { bodyOf, SourceRefusal } from '../source-server.ts';
import { MESSAGES_KEPT, type Message, type World } from '../world.ts';

const BIZ_TYPES: Readonly<Record<string, string>> = { otp: '验证码', notice: '通知', collection: '催收', marketing: '营销' };
/** Messages to one number within an hour; more are refused as flooding. */
export const HOURLY_LIMIT = 20;
const HOUR_MS = 3_600_000;
/** Collection contact only from 08:00 to 22:00 (handbook COL-02). */
const [OPENS, CLOSES] = [8 * 60, 22 * 60];

const bad = (message: string): SourceRefusal => new SourceRefusal(400, 'bad_request', message);
const text = (body: Body, field: string, most = 2000): string => {
  const value = body[field];
  if (typeof value !== 'string' || value === '' || value.length > most) throw bad(`${field}: required, at most ${most} characters`);
  return value;
};

function sendTime(body: Body): string {
  if (body.at === undefined) return new Date().toISOString();
  const at = new Date(text(body, 'at'));
  if (Number.isNaN(at.getTime())) throw bad('at: must be an ISO moment');
  return at.toISOString();
}

/** What the gateway itself refuses, whatever the lender's dispatcher thinks. */
function checkRules(world: World, to: string, bizType: string, at: string): void {
  const set = world.about(to).messaging;
  const minute = bankMinuteOfDay(at);
  if (bizType === '催收' && (minute < OPENS || minute >= CLOSES))
    throw new SourceRefusal(422, 'outside_contact_window', '22:00 至 08:00 不得催收 no collection contact at this hour');
  if (bizType === '营销' && set?.opted_out === true)
    throw new SourceRefusal(422, 'opted_out', '对方已拒收营销信息 the recipient opted out of marketing');
  if (set?.undeliverable === true) throw new SourceRefusal(422, 'undeliverable', '号码或地址不可达 the number or address cannot be reached');
  const hour = world.messages.newest(MESSAGES_KEPT, (m) => m.to === to && Math.abs(Date.parse(at) - Date.parse(m.send_time)) < HOUR_MS);
  if (hour.length >= HOURLY_LIMIT)
    throw new SourceRefusal(429, 'too_many_messages', `一小时内最多 ${HOURLY_LIMIT} 条 at most ${HOURLY_LIMIT} messages an hour`);
}

export function messagingRoutes(app: FastifyInstance, world: World): void {
  let sent = 0;
  const send =
    (channel: Message['channel'], read: (body: Body) => Pick<Message, 'to' | 'template_id' | 'subject' | 'params'>) =>
    async (request: FastifyRequest) => {
      const body = bodyOf(request);
      const raw = text(body, 'biz_type', 20);
      const bizType = BIZ_TYPES[raw] ?? raw;
      if (!Object.values(BIZ_TYPES).includes(bizType)) throw bad(`biz_type: must be one of ${Object.values(BIZ_TYPES).join(', ')}`);
      const at = sendTime(body);
      const content = text(body, 'text', 20_000);
      const addressed = read(body);
      checkRules(world, addressed.to, bizType, at);
      sent += 1;
      const message: Message = {
        message_id: `M${String(sent).padStart(8, '0')}`,
        channel,
        biz_type: bizType,
        text: content,
        send_time: at,
        status: 'delivered',
        ...addressed,
      };
      world.messages.add(message);
      return { message_id: message.message_id, status: message.status, send_time: at };
    };
  app.post(
    '/sms',
    send('sms', (body) => {
      const to = text(body, 'mobile', 20);
      if (!isMobile(to)) throw bad('mobile: not a mobile number');
      const params = typeof body.params === 'object' && body.params !== null ? (body.params as Record<string, unknown>) : {};
      return { to, template_id: text(body, 'template_id', 100), subject: '', params };
    }),
  );
  app.post(
    '/email',
    send('email', (body) => ({ to: text(body, 'to', 254), template_id: '', subject: text(body, 'subject', 300), params: {} })),
  );
  app.get<{ Querystring: { to?: string; limit?: string } }>('/messages', async ({ query }) => ({ messages: listMessages(world, query) }));
}

/** Newest first, at most 2,000, one recipient's or all. */
export function listMessages(world: World, query: { to?: string | undefined; limit?: string | undefined }): Message[] {
  const limit = Math.max(1, Math.min(MESSAGES_KEPT, Number(query.limit ?? 100) || 100));
  return world.messages.newest(limit, (m) => query.to === undefined || query.to === '' || m.to === query.to);
}
