import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnOf, monitorCard } from '@tallystick/engines/scorecard';
import { outcomes, readTable } from './data.ts';
import { readCard } from './score.ts';

export type MonitorOptions = {
  readonly card: string;
  readonly data: string;
  readonly month: string;
  readonly target?: string;
  readonly bad?: string;
  readonly out?: string;
};

/**
 * `tally scorecard monitor`: stability of the score and of every attribute by month, against the rows the card was built on, and ranking and level by
 * month where outcomes are known. Exit code 1 when an alarm says act, so that a schedule notices.
 */
export async function monitorCommand(options: MonitorOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const card = readCard(options.card);
  const { target, bad } = options;
  const known = target === undefined ? [] : [target];
  const names = new Set([...card.attributes.map((a) => a.name), options.month, ...known]);
  const categories = [options.month, ...known, ...card.attributes.flatMap((a) => (a.kind === 'category' ? [a.name] : []))];
  const { table } = await readTable(options.data, { ragged: 'refuse', only: (name) => names.has(name), categories });
  const outcome = target === undefined ? {} : { bad: outcomes(table, target, bad ?? '1') };
  const found = monitorCard({ card, table, month: columnOf(table, options.month), ...outcome });
  if (options.out) {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, 'drift.json'), `${JSON.stringify(found, null, 1)}\n`);
  }
  const lines = found.drift.score.map((d) => `${d.month}  rows ${d.rows}  PSI ${d.index.toFixed(4)}  ${d.level}`);
  const drifted = found.drift.alarms.map((a) => `ALARM ${a.month} ${a.attribute ?? 'score'}: ${a.level}, ${a.index.toFixed(4)}, ${a.months} months`);
  const level = found.levelAlarms.map((a) => `ALARM ${a.month} level: expected to observed ${a.expectedToObserved?.toFixed(2) ?? '-'}`);
  return { ok: !found.actNow, data: found, text: [`${card.id} ${card.version}`, ...lines, ...drifted, ...level].join('\n') };
}
