import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

const rows = [
  { id: 'a', name: '=SUM(A1)', amountMinor: '-12.50' },
  { id: 'b', name: 'two, "quoted"', amountMinor: null },
];

test('exports every column with a mark of who exported, formulas put out of action', () => {
  expect(toCsv(rows, 'who · when')).toBe('\ufeffid,name,amountMinor\r\na,\'=SUM(A1),-12.50\r\nb,"two, ""quoted""",\r\nwho · when\r\n');
});
test('exports the wanted columns in their order, and none the rows do not have', () => {
  expect(toCsv(rows, 'who', ['amountMinor', 'nobody', 'id'])).toBe('\ufeffamountMinor,id\r\n-12.50,a\r\n,b\r\nwho\r\n');
});
