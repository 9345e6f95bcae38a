import type { CustomerId } from '@tallystick/kernel';
import { Refusal } from '@tallystick/kernel';
import { requireConsents } from '#modules/customers';
import type { Ctx } from '#platform';
import type { Source } from '../types.ts';
import { factsFor } from './answers.ts';
import * as repo from './repo.ts';
import { collect } from './service.ts';
import { sourceDef } from './sources.ts';

/** Which change of the profile makes which source worth asking. A new consent is worth its own source, and what rests on a proven identity. */
const WORTH: Readonly<Record<string, readonly Source[]>> = {
  'person.name': ['identity', 'registry', 'platform'],
  'person.id_no': ['identity', 'registry', 'platform'],
  'person.mobile': ['identity'],
  'enterprise.uscc': ['registry', 'tax', 'platform'],
  'enterprise.name': ['registry'],
  'enterprise.legal_person': ['registry'],
  shops: ['platform'],
  identity: ['identity', 'registry', 'platform'],
  registry: ['registry'],
  tax: ['tax'],
  platform: ['platform'],
};

/**
 * Fills in and checks the profile from the sources that the customer allowed, after something they answer about changed. Asks nothing without a
 * consent. Changes that come one after the other are asked about together, as long as the first has not been asked.
 */
export async function checkProfile(ctx: Ctx, customerId: CustomerId, changed: readonly string[]): Promise<void> {
  const worth = new Set(changed.flatMap((c) => WORTH[c] ?? []));
  if (worth.size === 0) return;
  const facts = await factsFor(ctx, customerId);
  const sources: Source[] = [];
  for (const source of worth)
    if (!('notApplicable' in sourceDef(source).questions(facts, 'profile', ctx.today)) && (await isAllowed(ctx, customerId, source)))
      sources.push(source);
  if (sources.length === 0) return;
  const unasked = await repo.lockUnaskedProfile(ctx.tx, customerId);
  if (unasked === undefined) return void (await collect(ctx, { customerId, purpose: 'profile', subject: customerId, sources }));
  const policy = (await repo.policyOn(ctx.tx, 'profile', ctx.today)).filter((p) => sources.includes(p.source));
  await repo.insertSources(ctx.tx, customerId, unasked, policy);
}

async function isAllowed(ctx: Ctx, customerId: CustomerId, source: Source): Promise<boolean> {
  try {
    await requireConsents(ctx, customerId, [sourceDef(source).scope]);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
