import { type CalendarDate, type CustomerId, Refusal } from '@tallystick/kernel';
import { checklist, type DocumentId, documentsOf } from '#modules/documents';
import type { Ctx } from '#platform';
import * as repo from '../repo.ts';
import { OPTIONAL_SLOTS, type Slot, slotsFor } from '../rules.ts';
import { customer } from '../service.ts';
import type { ConsentScope, CustomerSummary } from '../types.ts';
import { factsOf, lockedCustomer, refresh } from './service.ts';
import { saveResult } from './sourced.ts';

/** by_interface: the source answered, the paper is not needed. expired: handed in, past its day. */
export type PaperState = 'by_interface' | 'missing' | 'uploaded' | 'accepted' | 'rejected' | 'expired';
export type Paper = {
  readonly kind: string;
  readonly required: boolean;
  readonly state: PaperState;
  readonly documentId: DocumentId | null;
  readonly validUntil: CalendarDate | null;
  /** The source that stands in for the paper, if there is one: with a consent for it the paper need not be handed in. */
  readonly source: ConsentScope | null;
  readonly reference: string | null;
  readonly comment: string | null;
};

/** Every typed place for a paper and what is in it; required ones first. What an interface delivers is not asked for again (simplified application). */
export async function papersOf(ctx: Ctx, customerId: CustomerId): Promise<Paper[]> {
  const found = await customer(ctx, customerId);
  const required = slotsFor(await factsOf(ctx, customerId, found.kind));
  const optional = OPTIONAL_SLOTS.filter((o) => !required.some((r) => r.kind === o.kind));
  const slots = [...required, ...optional];
  const items = new Map(
    (
      await checklist(
        ctx,
        customerId,
        slots.map((s) => s.kind),
        '',
      )
    ).map((i) => [i.kind, i]),
  );
  const filed = new Map((await repo.slotsOf(ctx.tx, customerId)).map((f) => [f.kind, f]));
  const answered = new Map((await repo.sourcesOf(ctx.tx, customerId)).map((a) => [a.source, a]));
  return slots.map((slot): Paper => {
    const [item, file] = [items.get(slot.kind), filed.get(slot.kind)];
    const answer = slot.source === null ? undefined : answered.get(slot.source);
    const expired = file?.valid_until != null && file.valid_until < ctx.today;
    const handedIn = item === undefined || item.state === 'missing' ? undefined : expired ? 'expired' : item.state;
    const byInterface = answer !== undefined && handedIn !== 'accepted';
    return {
      kind: slot.kind,
      required: required.includes(slot),
      state: byInterface ? 'by_interface' : (handedIn ?? 'missing'),
      documentId: item?.documentId ?? null,
      validUntil: file?.valid_until ?? null,
      source: slot.source,
      reference: answer?.reference ?? null,
      comment: item?.comment ?? null,
    };
  });
}

/** Puts a stored document into its place, with the day it stops being valid. Refuses platform.not_found for a document of another kind or customer. */
export async function fileDocument(
  ctx: Ctx,
  f: { customerId: CustomerId; documentId: DocumentId; kind: string; validUntil: CalendarDate | null },
): Promise<void> {
  await lockedCustomer(ctx, f.customerId);
  const document = (await documentsOf(ctx, f.customerId)).find((d) => d.id === f.documentId && d.kind === f.kind);
  if (!document) throw new Refusal('platform.not_found');
  await repo.saveSlot(ctx.tx, f.customerId, {
    kind: f.kind,
    document_id: f.documentId,
    valid_until: f.validUntil,
    filed_by: ctx.actor.id,
    filed_at: ctx.now,
  });
  await refresh(ctx, f.customerId);
}

/** A reviewer's word about a file decides the point of the verification list that rests on it; a point with two papers needs both. */
export async function onReviewed(
  ctx: Ctx,
  e: { customerId: CustomerId; kind: string; documentId: string; state: 'accepted' | 'rejected' },
): Promise<void> {
  const found: CustomerSummary = await lockedCustomer(ctx, e.customerId);
  const slots = slotsFor(await factsOf(ctx, e.customerId, found.kind));
  const item = slots.find((s) => s.kind === e.kind)?.item;
  if (!item) return;
  const kinds = slots.filter((s: Slot) => s.item === item).map((s) => s.kind);
  const states = (await checklist(ctx, e.customerId, kinds, '')).map((i) => i.state);
  if (e.state === 'accepted' && !states.every((s) => s === 'accepted')) return;
  await saveResult(ctx, found, {
    customerId: e.customerId,
    item,
    outcome: e.state === 'accepted' ? 'passed' : 'failed',
    source: 'reviewer',
    reference: e.documentId,
  });
  await refresh(ctx, e.customerId);
}
