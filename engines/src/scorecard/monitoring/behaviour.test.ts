import { describe, expect, test } from 'vitest';
import { haveCreditData, readCreditSet } from '../../../../bench/credit/sets.ts';
import { auc, buildCard, columnOf, pdOf, scoreTable, type Table, tableOf } from '../index.ts';
import { type AccountMonth, behaviourMove, behaviourRow } from './index.ts';

const STATUS = ['PAY_6', 'PAY_5', 'PAY_4', 'PAY_3', 'PAY_2', 'PAY_0'];
const MONTHS = [6, 5, 4, 3, 2, 1];

/** Six months of each card holder, oldest first: months late as days, the bill, what was paid on it. Amounts in whole dollars are enough here. */
function histories(table: Table): AccountMonth[][] {
  const numbers = (name: string): Float64Array => {
    const column = columnOf(table, name);
    return column.kind === 'numeric' ? column.values : new Float64Array(table.rows);
  };
  const [status, bill, paid] = [STATUS.map(numbers), MONTHS.map((m) => numbers(`BILL_AMT${m}`)), MONTHS.map((m) => numbers(`PAY_AMT${m}`))];
  const limit = numbers('LIMIT_BAL');
  const money = (value: number | undefined): bigint => BigInt(Math.round(value ?? 0));
  return Array.from({ length: table.rows }, (_, i) =>
    MONTHS.map((_, m) => ({
      dueMinor: money(Math.max(0, bill[m]?.[i] ?? 0)),
      paidMinor: money(paid[m]?.[i]),
      balanceMinor: money(bill[m]?.[i]),
      limitMinor: money(limit[i]),
      daysLate: 30 * Math.max(0, status[m]?.[i] ?? 0),
    })),
  );
}

describe.skipIf(!haveCreditData)('behaviour windows of 30,000 card holders', () => {
  test('six months of payments alone, without limit, age or sex, rank the next month; a card on them scores one account by the same windows', () => {
    const { train, test: held } = readCreditSet('taiwan');
    const [trained, judged] = [histories(train.table), histories(held.table)];
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
});
