import { describe, expect, test } from 'vitest';
import { cardHolderHistories } from '../../../../bench/credit/card-holders.ts';
import { haveCreditData, readCreditSet } from '../../../../bench/credit/sets.ts';
import { auc, BEHAVIOUR_CARD, buildCard, pdOf, scoreTable, tableOf } from '../index.ts';
import { behaviourMove, behaviourRow } from './index.ts';

describe.skipIf(!haveCreditData)('behaviour windows of 30,000 card holders', () => {
  test('six months of payments alone, without limit, age or sex, rank the next month; a card on them scores one account by the same windows', () => {
    const { train, test: held } = readCreditSet('taiwan');
    const [trained, judged] = [cardHolderHistories(train.table), cardHolderHistories(held.table)];
    const rows = trained.map(behaviourRow);
    const names = Object.keys(rows[0] ?? {});
    const { card, record } = buildCard({ id: 'behaviour', version: '1.0.0', table: tableOf(rows, names), bad: train.bad });
    expect(record.dropped.find((d) => d.name === 'months_on_book')?.why).toBe('constant'); // Everybody has six months here.
    expect(record.fits.every((f) => f.coefficient > 0)).toBe(true);
    const points = scoreTable(card, tableOf(judged.map(behaviourRow), names));
    const risk = Float64Array.from(points, (p) => pdOf(card, p));
    expect(auc(risk, held.bad)).toBeGreaterThan(0.74);
    const policy = { raiseFrom: 540, cutBelow: 460, collectFirstBelow: 420, collectSecondBelow: 480, alertDrop: 40, fewestMonths: 6 };
    for (const i of [0, 1, 2, 500, 8999])
      expect(behaviourMove(card, judged[i] ?? [], policy)).toMatchObject({ scored: true, score: { points: points[i] } });
  });

  test('the card that the bank starts with ranks them by lateness and frequency of payment alone, and a longer delay never scores better', () => {
    const { test: held } = readCreditSet('taiwan');
    const rows = cardHolderHistories(held.table).map(behaviourRow);
    const points = scoreTable(
      BEHAVIOUR_CARD,
      tableOf(
        rows,
        BEHAVIOUR_CARD.attributes.map((a) => a.name),
      ),
    );
    expect(
      auc(
        points.map((p) => -p),
        held.bad,
      ),
    ).toBeGreaterThan(0.74);
    for (const { trend, bins } of BEHAVIOUR_CARD.attributes) {
      const steps = bins.filter((b) => b.lo !== undefined).map((b) => (trend === 'rising' ? -b.points : b.points));
      expect(steps).toEqual([...steps].sort((x, y) => x - y));
    }
  });
});
