import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { personByIdNo } from '@tallystick/simulators';
import { afterEach, expect, test } from 'vitest';
import { faultsOf, type Open, openAll } from '../../test/whole.ts';
import { consent, draft, fillIn, formOf, handIn, signIn, submit, whoIs } from './seed/people/borrower.ts';
import { together } from './seed/together.ts';

let open: Open | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const [SHOPS, DEALS] = ['olist_seller_behaviour.csv', 'olist_closed_deals.csv'].map((name) =>
  join(import.meta.dirname, '../../../../shared/data', name),
);
const SELLERS = 56;
test.skipIf(SHOPS === undefined || DEALS === undefined || !existsSync(SHOPS) || !existsSync(DEALS))(
  'the thread on real marketplace sellers: all are rated, those with an offer apply and are decided, and every decision replays to the same bytes',
  async () => {
    open = await openAll('2026-05-04', { shopsFile: SHOPS as string, dealsFile: DEALS as string });
    const { bank, house } = open;
    const grades = new Map<string, number>();
    const outcomes = new Map<string, number>();
    const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
    const sellers = (await open.shops(SELLERS, '2026-05-04')).filter((s) => s.shop_id.startsWith('OL'));
    await together(
      bank,
      sellers.map((s) => async (rest) => {
        const n = personByIdNo(s.owner_id)?.n ?? 0;
        const who = { ...whoIs(n, 'merchant'), shop: { shopId: s.shop_id, platform: s.platform, shopName: s.shop_name } };
        const b = await signIn(bank, who, rest);
        await fillIn(bank, b);
        for (const kind of ['id_card_front', 'id_card_back'] as const) await handIn(bank, b, kind);
        await consent(bank, b);
        await rest();
        const own = { customerId: b.customerId };
        const { rating } = await bank.call(b.actor, 'decisioning.show_grade', own);
        add(grades, rating.grade ?? 'none');
        const [offer] = (await bank.call(b.actor, 'decisioning.show_offers', own)).items;
        if (offer === undefined) return;
        const wish = {
          productCode: offer.productCode,
          amount: offer.limitMinor,
          months: Math.min(6, offer.months),
          method: 'equal_instalment',
          purpose: '采购备货',
        };
        const means = { annualRevenue: `${Math.ceil(Number(offer.limitMinor)) * 12}.00`, monthlyIncome: `${Math.ceil(Number(offer.limitMinor))}.00` };
        if (offer.productCode === 'MICRO') await handIn(bank, b, 'income_proof');
        const applicationId = await draft(bank, b, wish, formOf(b, wish, means));
        await submit(bank, b, applicationId, wish, means);
        await rest();
        const decision = await bank.call(house.as('compliance'), 'decisioning.show_decision', { ...own, applicationId });
        expect(decision.replayEqual).toBe(true);
        add(outcomes, decision.outcome);
      }),
    );
    const applied = [...outcomes.values()].reduce((sum, n) => sum + n, 0);
    expect(sellers.length).toBeGreaterThanOrEqual(50);
    expect([...grades.values()].reduce((sum, n) => sum + n, 0)).toBe(sellers.length);
    expect(grades.size).toBeGreaterThanOrEqual(4);
    expect(applied).toBeGreaterThan(10);
    expect([...outcomes.keys()].every((o) => ['approve', 'refer', 'decline', 'counter_offer'].includes(o))).toBe(true);
    const stuck = await open.world.asOwner(`select name, last_error from platform.job where attempts > 0`);
    expect(stuck).toEqual([]);
    expect(await faultsOf(open.world)).toEqual([]);
  },
  120_000,
);
