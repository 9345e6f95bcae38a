import { columnOf, type Table } from '@tallystick/engines/scorecard';
import type { AccountMonth } from '../../engines/src/scorecard/monitoring/index.ts';

const STATUS = ['PAY_6', 'PAY_5', 'PAY_4', 'PAY_3', 'PAY_2', 'PAY_0'];
const MONTHS = [6, 5, 4, 3, 2, 1];

/** Six months of each card holder of the Taiwan set, oldest first: months late as days, the bill, what was paid on it. Whole dollars are enough here. */
export function cardHolderHistories(table: Table): AccountMonth[][] {
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
