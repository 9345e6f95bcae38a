import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Card, columnOf, inputsOf, type Monitoring, monitorCard, type Table } from '@tallystick/engines/scorecard';
import { outcomes, readTable } from './data.ts';
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
 * --target, how the months whose outcome is known turned out. Exit code 1 when something is to be done, so that a schedule notices.
 */
export async function monitorCommand(options: MonitorOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const card = readCard(options.card);
  const known = options.target === undefined ? undefined : { target: options.target, bad: options.bad ?? '1' };
  const table = await tableFor(card, options.data, [options.month, ...(known ? [known.target] : [])]);
  const reference = options.reference === undefined ? undefined : await tableFor(card, options.reference, []);
  const watched = monitorCard({
    card,
    table,
    month: columnOf(table, options.month),
    ...(known ? { bad: outcomes(table, known.target, known.bad) } : {}),
    ...(reference ? { reference } : {}),
  });
  if (options.out) {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, 'drift.json'), `${JSON.stringify(watched, null, 1)}\n`);
  }
  return { ok: !watched.actNow, data: watched, text: told(watched).join('\n') };
}

/** The columns of the card, and those named, which are read as texts. */
async function tableFor(card: Card, file: string, texts: readonly string[]): Promise<Table> {
  const inputs = inputsOf(card);
  const names = new Set([...inputs.map((a) => a.name), ...texts]);
  const categories = [...texts, ...inputs.flatMap((a) => (a.kind === 'category' ? [a.name] : []))];
  return (await readTable(file, { ragged: 'refuse', only: (name) => names.has(name), categories })).table;
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
