import { type CustomerId, formatMoney, formatPercent } from '@tallystick/kernel';
import { recordAnswers, recordCheck, recordSourced } from '#modules/customers';
import type { Ctx } from '#platform';
import { dataOf } from '../caller/source.ts';
import { identityMatch } from '../identity/features.ts';
import { zShopProfile } from '../platform/parse.ts';
import { ownedBy } from '../platform/profile-features.ts';
import { zRegistryRecord } from '../registry/parse.ts';
import { zTaxpayer } from '../tax/parse.ts';
import { factsFor } from './answers.ts';
import type { SourceParts } from './feature-set.ts';
import type * as repo from './repo.ts';

/**
 * What the answers say about the customer goes into the profile: facts with their source, points of the verification list. Identity first: what
 * belongs to a person counts only once the person is who they say.
 */
export async function takeIn(ctx: Ctx, customerId: CustomerId, c: repo.CollectionRow, answers: readonly SourceParts[]): Promise<void> {
  const of = (source: SourceParts['source']) => answers.find((a) => a.source === source)?.parts ?? [];
  const answered = [
    { source: 'identity' as const, reference: identityMatch(of('identity'))?.callId },
    { source: 'tax' as const, reference: dataOf(of('tax'), 'taxpayer', zTaxpayer)?.callId },
    { source: 'platform' as const, reference: dataOf(of('platform'), 'shop', zShopProfile)?.callId },
  ];
  await recordAnswers(ctx, {
    customerId,
    asOf: c.as_of,
    answers: answered.flatMap(({ source, reference }) => (reference === undefined ? [] : [{ source, reference }])),
  });
  await takeIdentity(ctx, customerId, of('identity'));
  await takeRegistry(ctx, customerId, c, of('registry'));
  await takeShops(ctx, customerId, of('platform'));
}

async function takeIdentity(ctx: Ctx, customerId: CustomerId, parts: SourceParts['parts']): Promise<void> {
  const match = identityMatch(parts);
  if (!match) return;
  await recordCheck(ctx, {
    customerId,
    item: 'id_two_element',
    outcome: match.matched ? 'passed' : 'failed',
    source: 'identity',
    reference: match.callId,
  });
}

async function takeRegistry(ctx: Ctx, customerId: CustomerId, c: repo.CollectionRow, parts: SourceParts['parts']): Promise<void> {
  const answer = dataOf(parts, 'enterprise', zRegistryRecord);
  if (!answer) {
    const unknown = parts.find((p) => p.state === 'no_record');
    if (unknown)
      await recordCheck(ctx, {
        customerId,
        item: 'registry_uscc',
        outcome: 'failed',
        source: 'registry',
        reference: unknown.callId,
        why: 'no_record',
      });
    return;
  }
  const { data: r, callId } = answer;
  const before = await factsFor(ctx, customerId);
  const employees = [...(r.annual_reports ?? [])].sort((a, b) => b.year - a.year)[0]?.employees;
  await recordSourced(ctx, {
    customerId,
    source: 'registry',
    reference: callId,
    asOf: c.as_of,
    values: {
      ...(r.name !== undefined && { 'enterprise.name': r.name }),
      ...(r.legal_person !== undefined && { 'enterprise.legal_person': r.legal_person }),
      ...(r.registered_capital !== undefined && { 'enterprise.registered_capital': formatMoney(r.registered_capital) }),
      ...(r.establish_date !== undefined && { 'enterprise.established_on': r.establish_date }),
      ...(r.address !== undefined && { 'enterprise.address': r.address }),
      ...(r.industry !== undefined && { 'enterprise.industry': r.industry }),
      ...(employees !== undefined && { 'enterprise.staff_count': String(employees) }),
      ...(r.shareholders !== undefined && {
        'enterprise.shareholders': JSON.stringify(r.shareholders.map((h) => ({ name: h.name, ratio: formatPercent(h.ratio) }))),
      }),
    },
  });
  const now = await factsFor(ctx, customerId);
  const live = r.status === '存续' && r.uscc === now.uscc && r.name === now.enterpriseName;
  await recordCheck(ctx, {
    customerId,
    item: 'registry_uscc',
    outcome: live ? 'passed' : 'failed',
    source: 'registry',
    reference: callId,
    ...(!live && { why: `status ${r.status ?? '?'}` }),
  });
  if (before.idNo === null || r.legal_person_id === undefined) return;
  const own = r.legal_person_id === before.idNo;
  await recordCheck(ctx, { customerId, item: 'registry_legal_person', outcome: own ? 'passed' : 'failed', source: 'registry', reference: callId });
}

async function takeShops(ctx: Ctx, customerId: CustomerId, parts: SourceParts['parts']): Promise<void> {
  if (parts.length === 0) return;
  const facts = await factsFor(ctx, customerId);
  for (const { shopId } of facts.shops) {
    const answer = dataOf(parts, 'shop', zShopProfile, shopId);
    const unknown = parts.find((p) => p.part === shopId && p.state === 'no_record');
    const reference = answer?.callId ?? unknown?.callId;
    const owned = answer ? ownedBy(answer.data, facts) : false;
    if (reference === undefined || owned === undefined) continue;
    await recordCheck(ctx, { customerId, item: 'shop_owner', shopId, outcome: owned ? 'passed' : 'failed', source: 'platform', reference });
  }
}
