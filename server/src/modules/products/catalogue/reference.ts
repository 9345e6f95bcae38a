import { type Ctx, sha256Hex } from '#platform';
import { canonicalJson } from '../canonical.ts';
import { insertLpr, insertProduct, insertSet, newestProduct, newestSet } from '../repo.ts';
import { PARAMETERS } from '../sets/parameters.ts';
import { PARAMETER_NAMES } from '../types.ts';
import { LPR_SERIES, REFERENCE_FROM, TEMPLATES } from './templates.ts';

const BY = 'system';

/** Products, parameter sets and the LPR series an installation starts with. What is there already is left alone. */
export async function seedReference(ctx: Ctx): Promise<void> {
  for (const name of PARAMETER_NAMES) {
    if (await newestSet(ctx.tx, name)) continue;
    const text = canonicalJson(PARAMETERS[name].first);
    await insertSet(ctx.tx, {
      name,
      version: 1,
      from: REFERENCE_FROM,
      text,
      sha256: sha256Hex(text),
      source: PARAMETERS[name].source,
      by: BY,
      at: ctx.now,
    });
  }
  for (const [code, body] of Object.entries(TEMPLATES)) {
    if (await newestProduct(ctx.tx, code)) continue;
    await insertProduct(ctx.tx, { code, version: 1, from: REFERENCE_FROM, body: canonicalJson(body), source: 'first version', by: BY, at: ctx.now });
  }
  for (const entry of LPR_SERIES) await insertLpr(ctx.tx, entry);
}
