import { writeFileSync } from 'node:fs';
import {
  binTable,
  type Card,
  calibration,
  columnOf,
  inputsOf,
  pdOf,
  recalibrate,
  refuseScorecard,
  scorePlaces,
  takeRows,
} from '@tallystick/engines/scorecard';
import { outcomes, readTable, weightsOf } from './data.ts';
import { readCard } from './score.ts';

export type RecalibrateOptions = {
  readonly card: string;
  readonly data: string;
  readonly out: string;
  readonly cardVersion: string;
  readonly rate?: string;
  readonly target?: string;
  readonly bad?: string;
  readonly slope?: boolean;
  readonly weight?: string;
};

/**
 * `tally scorecard recalibrate`: the same points with PDs made true again, to a central tendency (`--rate`) or to the outcomes of recent rows (`--target`,
 * with `--slope` their spread too); tells the PD of every score before and after.
 */
export async function recalibrateCommand(options: RecalibrateOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const card = readCard(options.card);
  if ((options.rate === undefined) === (options.target === undefined))
    throw refuseScorecard('scorecard.option_invalid', {
      facts: { option: 'recalibrate', value: '', form: '--rate 0.05 | --target COLUMN [--slope]' },
    });
  if (options.cardVersion === card.version)
    throw refuseScorecard('scorecard.option_invalid', {
      facts: { option: '--card-version', value: options.cardVersion, form: 'a version of its own' },
    });
  const inputs = inputsOf(card);
  const more = [options.target, options.weight].filter((name) => name !== undefined);
  const categories = [...inputs.flatMap((a) => (a.kind === 'category' ? [a.name] : [])), ...(options.target ? [options.target] : [])];
  const names = new Set([...inputs.map((a) => a.name), ...more]);
  const { table } = await readTable(options.data, { ragged: 'refuse', only: (name) => names.has(name), categories });
  const outcome = options.target === undefined ? undefined : outcomes(table, options.target, options.bad ?? '1');
  const known = Uint32Array.from(Array.from({ length: table.rows }, (_, i) => i).filter((i) => outcome?.[i] !== -1));
  const rows = takeRows(table, known);
  const points = scorePlaces(card, binTable(card, rows), rows.rows);
  const weight = options.weight === undefined ? undefined : weightsOf(columnOf(rows, options.weight));
  const bad = outcome && Uint8Array.from(known, (i) => outcome[i] ?? 0);
  const target = bad ? { bad, ...(weight ? { weight } : {}), slope: options.slope === true } : { rate: Number(options.rate) };
  const { card: moved, intercept, slope, pds } = recalibrate(card, points, target);
  const mean = (of: Card): number =>
    points.reduce((sum, p, i) => sum + (weight?.[i] ?? 1) * pdOf(of, p), 0) / points.reduce((sum, _, i) => sum + (weight?.[i] ?? 1), 0);
  const told = { from: card.version, rows: rows.rows, rate: Math.round(1e6 * mean(moved)) / 1e6, intercept, slope };
  const written: Card = { ...moved, version: options.cardVersion, recalibrated: told };
  writeFileSync(options.out, `${JSON.stringify(written, null, 1)}\n`);
  const percent = (pd: number): string => `${(100 * pd).toFixed(2)}%`;
  const errorOf = (of: Card): number | null =>
    bad
      ? calibration(
          Float64Array.from(points, (p) => pdOf(of, p)),
          bad,
          weight,
        ).error
      : null;
  const data = { ...told, meanBefore: mean(card), meanAfter: mean(moved), errorBefore: errorOf(card), errorAfter: errorOf(moved), pds };
  const text = [
    `${card.id} ${card.version} to ${options.cardVersion} on ${rows.rows} rows: mean PD ${percent(data.meanBefore)} to ${percent(data.meanAfter)}, intercept ${intercept.toFixed(4)}, slope ${slope.toFixed(4)}; points unchanged`,
    ...(data.errorBefore === null ? [] : [`calibration error ${percent(data.errorBefore)} to ${percent(data.errorAfter ?? 0)}`]),
    ...pds.map((p) => `score ${p.points}  PD ${percent(p.before)} to ${percent(p.after)}`),
  ];
  return { ok: true, data, text: text.join('\n') };
}
