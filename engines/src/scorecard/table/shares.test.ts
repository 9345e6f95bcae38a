import { describe, expect, test } from 'vitest';
import { creditBytes, haveCreditData } from '../../../../bench/credit/sets.ts';
import { buildCard, CsvReader, columnOf, fitLogistic, pdOf, scoreTable, shareFigures, sharesAsOutcomes, tableOf, takeRows } from '../index.ts';

test('each row stands twice, with its share and with the rest; the fit of a constant is the mean share', () => {
  const table = tableOf([{ x: 1 }, { x: 2 }, { x: 3 }], ['x']);
  const { bad, weights, table: twice } = sharesAsOutcomes({ table, share: Float64Array.from([0, 0.25, 1]), weights: Float64Array.from([1, 2, 1]) });
  expect(Array.from(bad)).toEqual([1, 1, 1, 0, 0, 0]);
  expect(Array.from(weights)).toEqual([0, 0.5, 1, 1, 1.5, 0]);
  expect(twice.columns[0]).toMatchObject({ values: Float64Array.from([1, 2, 3, 1, 2, 3]) });
  const { intercept } = fitLogistic([], bad, weights);
  expect(1 / (1 + Math.exp(-intercept))).toBeCloseTo(1.5 / 4, 9);
  expect(shareFigures([0.5, 0.5], [0, 1])).toEqual({ mean: 0.5, expected: 0.5, meanAbsoluteError: 0.5, explained: 0 });
});

describe.skipIf(!haveCreditData)('loss given default of the SBA set', () => {
  test('a card of expected loss is level and explains loss on loans it has not seen', { timeout: 60_000 }, () => {
    const reader = new CsvReader({ ragged: 'refuse', categories: ['MIS_Status'] });
    reader.push(creditBytes('sba_loans.csv.gz'));
    const { table: all } = reader.end();
    const status = columnOf(all, 'MIS_Status');
    const [lost, paid] = ['ChgOffPrinGr', 'DisbursementGross']
      .map((n) => columnOf(all, n))
      .map((c) => (c.kind === 'numeric' ? c.values : new Float64Array(0))) as [Float64Array, Float64Array];
    const rows = Array.from(lost.keys()).filter((i) => status.kind === 'category' && status.levels[status.codes[i] ?? -1] === 'CHGOFF');
    const names = ['NoEmp', 'GrAppv', 'SBA_Appv', 'RetainedJob', 'CreateJob', 'State', 'UrbanRural', 'RevLineCr', 'NewExist', 'ApprovalFY', 'NAICS'];
    const inputs = { rows: all.rows, columns: all.columns.filter((c) => names.includes(c.name)) };
    const part = (trains: boolean) => {
      const at = Uint32Array.from(rows.filter((_, i) => i % 10 < 7 === trains));
      return { table: takeRows(inputs, at), share: Float64Array.from(at, (i) => Math.min(1, (lost[i] ?? 0) / (paid[i] ?? 1))) };
    };
    const [train, later] = [part(true), part(false)];
    const { card, record } = buildCard({ id: 'lgd', version: '1', ...sharesAsOutcomes(train), settings: { calibrate: 0 } });
    expect(record.fits.every((f) => f.coefficient > 0)).toBe(true);
    const figures = shareFigures(
      Float64Array.from(scoreTable(card, later.table), (p) => pdOf(card, p)),
      later.share,
    );
    expect(Math.abs(figures.expected / figures.mean - 1)).toBeLessThan(0.05);
    expect(figures.explained).toBeGreaterThan(0.04);
  });
});
