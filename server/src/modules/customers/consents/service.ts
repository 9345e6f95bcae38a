import { addMonths, type CustomerId, listed } from '@tallystick/kernel';
import { type Ctx, sameText } from '#platform';
import { consentsGiven, consentWithdrawn } from '../events.ts';
import { lockedCustomer } from '../profile/service.ts';
import { refuse } from '../refusals.ts';
import { addTimeline } from '../timeline.ts';
import type { ConsentId, ConsentRef, ConsentScope } from '../types.ts';
import { SCOPE_WORDS } from '../words.ts';
import * as repo from './repo.ts';

export type ConsentState = 'live' | 'ended' | 'withdrawn';
export const consentState = (c: repo.ConsentRow, today: string): ConsentState =>
  c.withdrawn_at !== null ? 'withdrawn' : c.valid_until < today ? 'ended' : 'live';

/** What the signature covers: every column of the row. */
const signedText = (c: Omit<repo.ConsentRow, 'signature' | 'withdrawn_at'>): string =>
  JSON.stringify([c.customer_id, c.id, c.scope, c.text_version, c.language, c.text_hash, c.signer, c.signed_at, c.ip, c.device, c.valid_until]);

export type Agreed = { readonly scope: ConsentScope; readonly version: string; readonly hash: string };
/**
 * Signs consents: the wording must be the one in force, named by version and SHA-256 as the customer saw it; time, address and device are kept
 * and the whole row carries a keyed signature. Refuses customers.consent_text_changed.
 */
export async function giveConsents(ctx: Ctx, g: { customerId: CustomerId; language: 'zh' | 'en'; agreed: readonly Agreed[] }): Promise<ConsentId[]> {
  await lockedCustomer(ctx, g.customerId);
  const texts = new Map((await repo.textsOn(ctx.tx, ctx.today)).map((t) => [t.scope, t]));
  const ids: ConsentId[] = [];
  for (const a of g.agreed) {
    const text = texts.get(a.scope);
    if (!text || text.version !== a.version || (g.language === 'zh' ? text.hash_zh : text.hash_en) !== a.hash)
      throw refuse('customers.consent_text_changed', { facts: { scope: a.scope } });
    const row = {
      customer_id: g.customerId,
      id: ctx.newId('cons'),
      scope: a.scope,
      text_version: a.version,
      language: g.language,
      text_hash: a.hash,
      signer: ctx.actor.id,
      signed_at: ctx.now,
      ip: ctx.origin.ip,
      device: ctx.origin.device,
      valid_until: addMonths(ctx.today, text.valid_months),
    };
    await repo.insertConsent(ctx.tx, { ...row, signature: ctx.vault.mac('consent', signedText(row)) });
    ids.push(row.id);
  }
  const scopes = g.agreed.map((a) => a.scope);
  const said = listed(SCOPE_WORDS, scopes);
  await addTimeline(ctx, {
    customerId: g.customerId,
    kind: 'customers.consents_given',
    subject: ids.join(','),
    zh: `签署授权：${said.zh}`,
    en: `Consents signed: ${said.en}`,
  });
  await ctx.announce(consentsGiven, { customerId: g.customerId, scopes });
  return ids;
}

/** Takes a consent back: from this moment nothing is queried under it (PIP-02). All live consents of the scope end. Refuses customers.consent_not_live. */
export async function withdrawConsent(ctx: Ctx, w: { customerId: CustomerId; scope: ConsentScope; why: string | null }): Promise<void> {
  await lockedCustomer(ctx, w.customerId);
  const live = (await repo.consentsOf(ctx.tx, w.customerId)).filter((c) => c.scope === w.scope && consentState(c, ctx.today) === 'live');
  if (live.length === 0) throw refuse('customers.consent_not_live');
  for (const c of live)
    await repo.insertWithdrawal(ctx.tx, {
      customerId: w.customerId,
      consentId: c.id,
      at: ctx.now,
      ip: ctx.origin.ip,
      device: ctx.origin.device,
      why: w.why,
    });
  await addTimeline(ctx, {
    customerId: w.customerId,
    kind: 'customers.consent_withdrawn',
    subject: w.scope,
    zh: `撤回授权：${SCOPE_WORDS[w.scope].zh}`,
    en: `Consent withdrawn: ${SCOPE_WORDS[w.scope].en}`,
  });
  await ctx.announce(consentWithdrawn, { customerId: w.customerId, scope: w.scope });
}

/**
 * The consents in force for these scopes, in the same order; call it in the transaction that writes the outside call. Refuses
 * customers.consent_missing, consent_withdrawn, consent_expired, naming the scope (BUR-01, PIP-01).
 */
export async function requireConsents(ctx: Ctx, customerId: CustomerId, scopes: readonly ConsentScope[]): Promise<ConsentRef[]> {
  const all = await repo.consentsOf(ctx.tx, customerId);
  return scopes.map((scope) => {
    const own = all.filter((c) => c.scope === scope);
    const live = own.find((c) => consentState(c, ctx.today) === 'live');
    if (live) return { id: live.id, scope, version: live.text_version, hash: live.text_hash, signedAt: live.signed_at, validUntil: live.valid_until };
    const newest = own[0];
    if (!newest) throw refuse('customers.consent_missing', { facts: { scope } });
    throw refuse(newest.withdrawn_at === null ? 'customers.consent_expired' : 'customers.consent_withdrawn', { facts: { scope } });
  });
}

/** Whether a wording, named by version and hash as it was shown, is the one in force for a scope. Refuses customers.consent_text_changed. */
export async function consentWording(ctx: Ctx, a: Agreed): Promise<void> {
  const text = (await repo.textsOn(ctx.tx, ctx.today)).find((t) => t.scope === a.scope);
  if (text?.version !== a.version || (a.hash !== text.hash_zh && a.hash !== text.hash_en))
    throw refuse('customers.consent_text_changed', { facts: { scope: a.scope } });
}

const SLICE = 1000;
/** Recomputes the signature of every consent; names those whose row is not what was signed. */
export async function verifyConsents(ctx: Ctx): Promise<string[]> {
  const faults: string[] = [];
  for (let after = ''; ; ) {
    const rows = await repo.batchConsents(ctx.tx, after, SLICE);
    for (const c of rows)
      if (!sameText(c.signature, ctx.vault.mac('consent', signedText(c)))) faults.push(`consent ${c.id} was changed after it was signed`);
    if (rows.length < SLICE) return faults;
    after = rows.at(-1)?.id ?? after;
  }
}
