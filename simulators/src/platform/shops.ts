import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '@tallystick/kernel';
import type { Query } from '../envelope.ts';
import type { Overrides } from '../overrides.ts';
import { enterpriseByUscc, personByIdNo } from '../people/people.ts';
import type { QueryKind } from '../source-server.ts';
import type { World } from '../world.ts';
import { olistShops } from './olist.ts';
import { shopDaily, shopMonthly } from './shop-answers.ts';
import { type Given, generatedShop, type ShopModel, shopModel } from './shop-model.ts';
import { shopProfile } from './shop-profile.ts';

/** Every shop of the platforms: generated ones, those of the seller files, and whose they are. */
export type Shops = {
  find(shopId: string, asOf: CalendarDate): ShopModel | undefined;
  ofOwner(ownerId: string): string[];
  list(limit: number): string[];
};

/** Owners with a higher number belong to the seller files and have no generated shop beside. */
const GENERATED_OWNERS = 1_000_000;

/** Shops whose worked-out months are kept: some 60 kB each. */
const KEPT = 1_000;

export function openShops(world: World, shopsFile: string | undefined, dealsFile: string | undefined): Shops {
  const given: ReadonlyMap<string, Given> = olistShops(shopsFile, dealsFile);
  const byOwnerNumber = new Map([...given].map(([shopId, g]) => [g.n, shopId]));
  /** Models as they were made last: what was worked out about a shop holds until something about it changes. */
  const kept = new Map<string, { readonly set: Overrides['platform']; readonly model: ShopModel }>();
  const keep = (set: Overrides['platform'], made: ShopModel): ShopModel => {
    const before = kept.get(made.shopId);
    if (before?.set === set && isDeepStrictEqual([before?.model.events, before?.model.openDate], [made.events, made.openDate]))
      return before?.model ?? made;
    if (kept.size >= KEPT) kept.clear();
    kept.set(made.shopId, { set, model: made });
    return made;
  };
  const setOwner = (shopId: string): string | undefined => world.about(shopId).platform?.owner_id;
  return {
    find(shopId, asOf) {
      const set = world.about(shopId).platform;
      const known = given.get(shopId);
      const model = known ? shopModel(world.seed, shopId, known, set, asOf) : generatedShop(world.seed, shopId, set, asOf);
      return model && model.openDate < asOf ? keep(set, model) : undefined;
    },
    ofOwner(ownerId) {
      const n = (personByIdNo(ownerId) ?? enterpriseByUscc(ownerId))?.n;
      const own = n === undefined ? undefined : (byOwnerNumber.get(n) ?? (n < GENERATED_OWNERS ? `S${n}` : undefined));
      const assigned = [...world.subjects()]
        .filter(([, o]) => o.platform?.owner_id === ownerId || o.platform?.owner_uscc === ownerId)
        .map(([id]) => id);
      return own === undefined || assigned.includes(own) || setOwner(own) !== undefined ? assigned : [own, ...assigned];
    },
    list(limit) {
      const real = [...given.keys()].slice(0, limit);
      return [...real, ...Array.from({ length: Math.max(0, limit - real.length) }, (_, i) => `S${i}`)];
    },
  };
}

/** One line of the shop list. */
export function shopLine(shops: Shops, shopId: string, asOf: CalendarDate) {
  const m = shops.find(shopId, asOf);
  return (
    m && {
      shop_id: m.shopId,
      platform: m.platform,
      shop_name: m.name,
      owner_id: m.owner.idNo,
      owner_name: m.owner.name,
      owner_uscc: m.ownerUscc,
      category: m.category,
      open_date: m.openDate,
    }
  );
}

export function platformKinds(world: World, shops: Shops): Record<string, QueryKind> {
  const about = (answer: (m: ShopModel, query: Query) => unknown): QueryKind => ({
    subjects: ['shop'],
    cost: '0.10',
    answer(query) {
      const model = shops.find(query.subject.idNo, query.asOf);
      return model && answer(model, query);
    },
  });
  return {
    shop: about((m, query) => shopProfile(world.seed, m, shops.ofOwner(m.owner.idNo), query)),
    'shop-daily': about(shopDaily),
    'shop-monthly': about(shopMonthly),
  };
}
