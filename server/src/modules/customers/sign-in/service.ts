import { type CustomerId, HOUSE } from '@tallystick/kernel';
import { checkCode, issueCode, openBorrowerSession } from '#modules/access';
import { notify } from '#modules/notifications';
import type { Ctx } from '#platform';
import { appealLock, assertMaySignIn } from '../locks/service.ts';
import { afterChange, changeableCustomer, openField, writeFields } from '../profile/service.ts';
import { refuse } from '../refusals.ts';
import * as repo from '../repo.ts';
import { openCustomer } from '../service.ts';
import type { CustomerKind } from '../types.ts';

type Purpose = 'sign_in' | 'change_mobile';
/** Sends a one-time code. The same for every number, known or not: nobody learns from it who is a customer. */
export async function sendCode(ctx: Ctx, purpose: Purpose, mobile: string, customerId: CustomerId = HOUSE): Promise<void> {
  const code = await issueCode(ctx, { purpose, mobile });
  await notify(ctx, { customerId, template: 'one_time_code', params: { code, minutes: '5' }, to: { mobile }, channels: ['sms'], purpose: 'code' });
}

/** Signs a borrower in; whoever proves a number for the first time becomes a customer. Refuses access.code_wrong, customers.no_branch, login_locked. */
export async function signIn(
  ctx: Ctx,
  s: { mobile: string; code: string; kind: CustomerKind; region?: string; campaign?: string },
): Promise<{ customerId: CustomerId; csrf: string; joined: boolean }> {
  await checkCode(ctx, { purpose: 'sign_in', mobile: s.mobile, code: s.code });
  const { customerId, opened } = await openCustomer(ctx, s);
  await assertMaySignIn(ctx, customerId);
  return { customerId, csrf: (await openBorrowerSession(ctx, customerId)).csrf, joined: opened };
}

/** Whoever may not sign in can still appeal: the code proves the phone. Refuses access.code_wrong, customers.not_locked, customers.appeal_made. */
export async function appealByCode(ctx: Ctx, a: { mobile: string; code: string; text: string }): Promise<void> {
  await checkCode(ctx, { purpose: 'sign_in', mobile: a.mobile, code: a.code });
  const customerId = await repo.claimant(ctx.tx, 'mobile', ctx.vault.blind('mobile', a.mobile));
  if (customerId === undefined) throw refuse('customers.not_locked');
  await appealLock(ctx, customerId, a.text);
}

const mobileOf = async (ctx: Ctx, customerId: CustomerId): Promise<string> => {
  const row = (await repo.fieldsOf(ctx.tx, customerId)).find((f) => f.field === 'person.mobile');
  return row ? openField(ctx, customerId, 'person.mobile', row.sealed) : '';
};
/** First step of a change of number: a code to the old phone and one to the new. Refuses customers.same_mobile. */
export async function requestMobileChange(ctx: Ctx, customerId: CustomerId, newMobile: string): Promise<void> {
  await changeableCustomer(ctx, customerId);
  const old = await mobileOf(ctx, customerId);
  if (old === newMobile) throw refuse('customers.same_mobile', { field: 'newMobile' });
  for (const mobile of [old, newMobile]) await sendCode(ctx, 'change_mobile', mobile, customerId);
}
/** Second step: both codes must fit. Before and after are kept. Refuses access.code_wrong, customers.identifier_unusable. */
export async function changeMobile(ctx: Ctx, c: { customerId: CustomerId; newMobile: string; oldCode: string; newCode: string }): Promise<void> {
  const found = await changeableCustomer(ctx, c.customerId);
  const old = await mobileOf(ctx, c.customerId);
  await checkCode(ctx, { purpose: 'change_mobile', mobile: old, code: c.oldCode });
  await checkCode(ctx, { purpose: 'change_mobile', mobile: c.newMobile, code: c.newCode });
  const holder = await repo.claim(ctx.tx, 'mobile', ctx.vault.blind('mobile', c.newMobile), c.customerId, ctx.now);
  if (holder !== c.customerId) throw refuse('customers.identifier_unusable', { field: 'newMobile' });
  await repo.releaseClaim(ctx.tx, 'mobile', ctx.vault.blind('mobile', old), c.customerId);
  await writeFields(ctx, c.customerId, { 'person.mobile': c.newMobile }, { source: ctx.actor.kind === 'borrower' ? 'typed' : 'staff' });
  await afterChange(ctx, found, ['person.mobile']);
}
