import type { CustomerId, Instant } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { countOf } from './repo.ts';

export type TimelineEntry = {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
  readonly link: string | null;
  readonly actor: string;
};

/** One line of the customer's story, shown to staff. `kind` is "module.what"; texts carry figures and ids, never personal data. */
export async function addTimeline(
  ctx: Ctx,
  e: { customerId: CustomerId; kind: string; subject: string; zh: string; en: string; link?: string },
): Promise<void> {
  ctx.tx.send(
    'insert into customers.timeline (customer_id, id, at, kind, subject, zh, en, link, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [e.customerId, ctx.newId('line'), ctx.now, e.kind, e.subject, e.zh, e.en, e.link ?? null, ctx.actor.id],
  );
}

/** The story, newest first. */
export async function timelineOf(
  ctx: Ctx,
  customerId: CustomerId,
  limit: number,
  offset: number,
): Promise<{ items: TimelineEntry[]; total: number }> {
  const items = await ctx.tx.query<TimelineEntry>(
    'select id, at, kind, subject, zh, en, link, actor from customers.timeline where customer_id = $1 order by at desc, id desc limit $2 offset $3',
    [customerId, limit, offset],
  );
  return { items, total: await countOf(ctx.tx, 'timeline', customerId) };
}
