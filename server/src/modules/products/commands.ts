import { z } from 'zod';
import { command, query, sha256Hex, zDate, zPercent, zText } from '#platform';
import { canonicalJson, readCanonical } from './canonical.ts';
import { refuse } from './refusals.ts';
import { insertLpr, insertProduct, insertSet, listLpr, listSets, listVersions, newestProduct, newestSet } from './repo.ts';
import { productFault } from './rules.ts';
import { zLpr, zParameterName, zParameterSet, zProduct, zProductBody, zProductCode, zPublished } from './schema.ts';
import { highestRate, products } from './service.ts';
import { checkParameters } from './sets/parameters.ts';

export const listOffered = query({
  name: 'products.list',
  says: { zh: '今日有效的产品', en: 'Products in force today' },
  allow: ['PUBLIC'],
  input: z.object({}),
  /** The highest rate is what an example and a first calculation are shown with (APR-01): nobody pays more. */
  output: z.object({ items: z.array(zProduct.extend({ highestRatePpm: zPercent })) }),
  run: async (ctx) => {
    const items = [];
    for (const p of await products(ctx)) items.push({ ...p, highestRatePpm: await highestRate(ctx, p) });
    return { items };
  },
});

export const listProductVersions = query({
  name: 'products.list_versions',
  says: { zh: '一个产品的全部版本', en: 'All versions of one product' },
  allow: ['ANY_STAFF'],
  input: z.object({ code: zProductCode }),
  output: z.object({ items: z.array(zProduct) }),
  run: async (ctx, { code }) => ({ items: await listVersions(ctx.tx, code) }),
});

export const publishProduct = command({
  name: 'products.publish_version',
  says: { zh: '发布产品的新版本（双人复核）', en: 'Publish a version of a product (two persons)' },
  allow: ['PRODUCT_MANAGER', 'RISK_MANAGER'],
  // Asked before a request is stored and again when it is run: what the law forbids never waits for a second person.
  dual: (_ctx, { body }) => {
    const fault = productFault(body);
    if (fault) throw refuse(fault.code, { field: 'body', facts: fault.facts });
    return true;
  },
  input: z.object({ code: zProductCode, effectiveFrom: zDate, source: zText(300), body: zProductBody }),
  output: zPublished,
  run: async (ctx, { code, effectiveFrom, source, body }) => {
    const newest = await newestProduct(ctx.tx, code);
    if (newest && effectiveFrom <= newest.effectiveFrom)
      throw refuse('products.version_gap', { field: 'effectiveFrom', facts: { from: newest.effectiveFrom } });
    const version = (newest?.version ?? 0) + 1;
    const text = canonicalJson({ ...body, kind: body.kind.toUpperCase() });
    await insertProduct(ctx.tx, { code, version, from: effectiveFrom, body: text, source, by: ctx.maker?.id ?? ctx.actor.id, at: ctx.now });
    await ctx.audit({ action: 'products.version_published', subject: code, after: { version, effectiveFrom } });
    return { code, version, effectiveFrom };
  },
});

export const listParameters = query({
  name: 'products.list_parameters',
  says: { zh: '参数集及其版本', en: 'Parameter sets and their versions' },
  allow: ['ANY_STAFF'],
  input: z.object({ name: zParameterName.optional() }),
  output: z.object({ items: z.array(zParameterSet) }),
  run: async (ctx, { name }) => ({
    items: (await listSets(ctx.tx, name ?? null)).map((s) => ({ ...s, name: zParameterName.parse(s.name), body: JSON.parse(s.text) as unknown })),
  }),
});

export const publishParameters = command({
  name: 'products.publish_parameters',
  says: { zh: '发布评级、策略、定价或受理参数的新版本（双人复核）', en: 'Publish rating, policy, pricing or intake parameters (two persons)' },
  allow: ['RISK_MANAGER', 'PRODUCT_MANAGER'],
  dual: (_ctx, { name, body }) => {
    checkParameters(name, readCanonical(JSON.stringify(body)));
    return true;
  },
  input: z.object({ name: zParameterName, effectiveFrom: zDate, source: zText(300), body: z.record(z.string(), z.unknown()) }),
  output: zPublished,
  run: async (ctx, { name, effectiveFrom, source, body }) => {
    const read = readCanonical<unknown>(JSON.stringify(body));
    const newest = await newestSet(ctx.tx, name);
    if (newest && effectiveFrom <= newest.effectiveFrom)
      throw refuse('products.version_gap', { field: 'effectiveFrom', facts: { from: newest.effectiveFrom } });
    const version = (newest?.version ?? 0) + 1;
    const text = canonicalJson(read);
    await insertSet(ctx.tx, {
      name,
      version,
      from: effectiveFrom,
      text,
      sha256: sha256Hex(text),
      source,
      by: ctx.maker?.id ?? ctx.actor.id,
      at: ctx.now,
    });
    await ctx.audit({ action: 'products.parameters_published', subject: name, after: { version, effectiveFrom } });
    return { code: name, version, effectiveFrom };
  },
});

export const listLprSeries = query({
  name: 'products.list_lpr',
  says: { zh: 'LPR 历史序列', en: 'The series of the loan prime rate' },
  allow: ['PUBLIC'],
  input: z.object({}),
  output: z.object({ items: z.array(zLpr) }),
  run: async (ctx) => ({ items: await listLpr(ctx.tx) }),
});

export const enterLpr = command({
  name: 'products.enter_lpr',
  says: { zh: '录入新公布的 LPR（双人复核）', en: 'Enter a newly published LPR (two persons)' },
  allow: ['PRODUCT_MANAGER', 'RISK_MANAGER'],
  dual: true,
  input: zLpr,
  output: zLpr,
  run: async (ctx, input) => {
    if (!(await insertLpr(ctx.tx, input)))
      throw refuse('products.lpr_known', { field: 'publishedOn', facts: { tenor: input.tenor, on: input.publishedOn } });
    await ctx.audit({
      action: 'products.lpr_entered',
      subject: input.tenor,
      after: { publishedOn: input.publishedOn, ratePpm: input.ratePpm.toString() },
    });
    return input;
  },
});
