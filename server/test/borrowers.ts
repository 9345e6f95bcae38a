import type { CustomerId } from '@tallystick/kernel';
import { enterprise, person, shop } from '@tallystick/simulators';
import { issueCode } from '#modules/access';
import type { ConsentScope } from '#modules/customers';
import { type Actor, ANONYMOUS } from '#platform';
import type { World } from './world.ts';

export type Borrower = Extract<Actor, { kind: 'borrower' }>;
const EVERY: readonly ConsentScope[] = ['contact', 'bureau', 'tax', 'court', 'registry', 'platform', 'identity'];
let keys = 0;

/** Runs an operation of the mounted modules by its name. */
// biome-ignore lint/suspicious/noExplicitAny: any operation's output
export async function run(world: World, actor: Actor, name: string, input: object): Promise<any> {
  const operation = world.rt.operations.get(name);
  if (!operation) throw new Error(`no operation ${name} is mounted`);
  keys += 1;
  const origin = { ip: '10.1.2.3', device: 'test phone', requestId: `r${keys}` };
  return (await world.rt.execute(operation, { actor, input, key: `borrower-key-${keys}`, origin })).output;
}

/** A fresh one-time code for a number, as the phone would get it. */
export const codeFor = (world: World, purpose: 'sign_in' | 'change_mobile', mobile: string): Promise<string> =>
  world.rt.asSystem('test', (ctx) => issueCode(ctx, { purpose, mobile }));

/** The n-th test person signs in for the first time, through the real commands. A branch with staff must exist. */
export async function joinAs(
  world: World,
  n: number,
  more: { kind?: 'merchant' | 'enterprise' | 'person'; campaign?: string } = {},
): Promise<Borrower> {
  const { mobile } = person(n);
  const signedIn = await run(world, ANONYMOUS, 'customers.verify_code', { mobile, code: await codeFor(world, 'sign_in', mobile), ...more });
  const customerId = signedIn.customerId as CustomerId;
  return { kind: 'borrower', id: customerId, customerId, sessionId: 'sess_test' };
}

/** Signs consents as the portal would: with the wording that is shown. */
export async function sign(world: World, b: Borrower, scopes: readonly ConsentScope[] = EVERY): Promise<void> {
  const { texts } = await run(world, ANONYMOUS, 'customers.list_consent_texts', {});
  const agreed = scopes.map((scope) => {
    const text = texts.find((t: { scope: string }) => t.scope === scope);
    return { scope, version: text.version, hash: text.hashZh };
  });
  await run(world, b, 'customers.give_consents', { customerId: b.customerId, language: 'zh', agreed });
}

/** Fills in what the n-th test person would: identity, firm (unless left out), shop, payout account. All of it true in the simulated world. */
export async function fillProfile(world: World, b: Borrower, n: number, more: { firm?: boolean; shop?: boolean } = {}): Promise<void> {
  const [p, firm, s] = [person(n), enterprise(n), shop(n)];
  const own = { customerId: b.customerId };
  await run(world, b, 'customers.save_person', { ...own, name: p.name, idNo: p.idNo, maritalStatus: 'married', residence: `${p.city}市测试路1号` });
  if (more.firm !== false) await run(world, b, 'customers.save_enterprise', { ...own, uscc: firm.uscc });
  if (more.shop !== false)
    await run(world, b, 'customers.save_shops', { ...own, shops: [{ platform: s.platform, shopId: s.shopId, shopName: s.name }] });
  await run(world, b, 'customers.save_payout_account', { ...own, account: p.card, bankCode: '102100099996' });
}
