import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binTable, columnOf, monthlyDrift, referenceOfCard, refuseScorecard, scorePlaces } from '@tallystick/engines/scorecard';
import { levelAt, readTable } from './data.ts';
import { readCard } from './score.ts';

export type MonitorOptions = { readonly card: string; readonly data: string; readonly month: string; readonly out?: string };

/**
 * `tally scorecard monitor`: stability of the score and of every attribute by month, against the rows the card was built on. Exit code 1 when an alarm
 * says act, so that a schedule notices.
 */
export async function monitorCommand(options: MonitorOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const card = readCard(options.card);
  const reference = referenceOfCard(card);
  if (!reference)
    throw refuseScorecard('scorecard.card_invalid', { facts: { where: options.card, problem: 'it carries no counts of the rows it was built on' } });
  const names = new Set([...card.attributes.map((a) => a.name), options.month]);
  const categories = [options.month, ...card.attributes.flatMap((a) => (a.kind === 'category' ? [a.name] : []))];
  const { table } = await readTable(options.data, { ragged: 'refuse', only: (name) => names.has(name), categories });
  const dates = columnOf(table, options.month);
  const months = [...new Set((dates.kind === 'category' ? dates.levels : []).map((level) => level.slice(0, 7)))].sort();
  const place = new Map(months.map((m, i) => [m, i]));
  const monthOf = Uint16Array.from({ length: table.rows }, (_, i) => place.get(levelAt(dates, i).slice(0, 7)) ?? 0);
  const bins = binTable(card, table);
  const drift = monthlyDrift(card, { months, monthOf, bins, points: scorePlaces(card, bins, table.rows) }, reference);
  if (options.out) {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, 'drift.json'), `${JSON.stringify(drift, null, 1)}\n`);
  }
  const lines = drift.score.map((d) => `${d.month}  rows ${d.rows}  PSI ${d.index.toFixed(4)}  ${d.level}`);
  const alarms = drift.alarms.map((a) => `ALARM ${a.month} ${a.attribute ?? 'score'}: ${a.level}, ${a.index.toFixed(4)}, ${a.months} months`);
  return { ok: drift.alarms.every((a) => a.level !== 'act'), data: drift, text: [`${card.id} ${card.version}`, ...lines, ...alarms].join('\n') };
}
