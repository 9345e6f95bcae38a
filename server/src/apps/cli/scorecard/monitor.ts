import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Card, type CsvResult, columnOf, inputsOf, type Monitoring, MonthCounter, monitorCounts } from '@tallystick/engines/scorecard';
import { assertBadValue, outcomesIn, readParts } from './data.ts';
import { readCard } from './score.ts';

export type MonitorOptions = {
  readonly card: string;
  readonly data: string;
  readonly month: string;
  readonly target?: string;
  readonly bad?: string;
  readonly reference?: string;
  readonly out?: string;
};

/**
 * `tally scorecard monitor`: the score and every attribute by month against the rows the card was built on (or those of --reference), and, with
 * --target, how the months whose outcome is known turned out. Exit code 1 when something is to be done, so that a schedule notices. Rows are counted as
 * they stream through: memory does not grow with the file.
 */
export async function monitorCommand(options: MonitorOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const card = readCard(options.card);
  const { target, bad = '1', month } = options;
  const [rows, values] = [new MonthCounter(card), new Set<string>()];
  for await (const { table } of partsFor(card, options.data, [month, ...(target === undefined ? [] : [target])])) {
    const outcome = target === undefined ? undefined : columnOf(table, target);
    if (outcome?.kind === 'category') for (const level of outcome.levels) values.add(level);
    rows.add(table, columnOf(table, month), outcome && outcomesIn(outcome, bad));
  }
  if (target !== undefined) assertBadValue(target, bad, [...values]);
  const reference = options.reference === undefined ? undefined : new MonthCounter(card);
  if (reference) for await (const { table } of partsFor(card, options.reference ?? '', [])) reference.add(table);
  const watched = monitorCounts(card, rows, reference ? { reference } : {}, target !== undefined);
  if (options.out) {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, 'drift.json'), `${JSON.stringify(watched, null, 1)}\n`);
  }
  return { ok: !watched.actNow, data: watched, text: told(watched).join('\n') };
}

/** The columns of the card, and those named, which are read as texts; part by part. */
function partsFor(card: Card, file: string, texts: readonly string[]): AsyncGenerator<CsvResult> {
  const inputs = inputsOf(card);
  const names = new Set([...inputs.map((a) => a.name), ...texts]);
  const categories = [...texts, ...inputs.flatMap((a) => (a.kind === 'category' ? [a.name] : []))];
  return readParts(file, { ragged: 'refuse', only: (name) => names.has(name), categories });
}

function told({ drift, outcomes: months, levelAlarms, window, undated }: Monitoring): string[] {
  const outcomeOf = new Map(months?.map((m) => [m.month, m]));
  const lines = drift.score.map((d) => {
    const m = outcomeOf.get(d.month);
    const outcome = m
      ? `  bad rate ${(100 * m.badRate).toFixed(2)}%  mean PD ${(100 * m.meanPd).toFixed(2)}%  Gini ${m.gini.toFixed(3)}  KS ${m.ks.toFixed(3)}`
      : '';
    return `${d.month}  rows ${d.rows}  PSI ${d.index.toFixed(4)}  ${d.level}${outcome}`;
  });
  const against = drift.reference === 'card' ? 'the rows it was built on' : 'the reference rows';
  return [
    `${drift.card} ${drift.version} against ${against}`,
    ...lines,
    ...drift.alarms.map((a) => `ALARM ${a.month} ${a.attribute ?? 'score'}: ${a.level}, ${a.index.toFixed(4)}, month ${a.months} in a row`),
    ...levelAlarms.map(
      (a) =>
        `ALARM ${a.month} level of the PDs: expected ÷ observed ${a.expectedToObserved?.toFixed(2) ?? 'without a bad'}, p ${a.pValue.toExponential(1)}`,
    ),
    ...(window?.immature ? ['NOTE later months show clearly fewer bads: state a performance window before judging their level'] : []),
    ...(undated > 0 ? [`NOTE ${undated} rows without a month are in no line`] : []),
  ];
}
