import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import {
  binTable,
  type Card,
  type CsvResult,
  inputsOf,
  parseCard,
  pdOf,
  reasonTable,
  refuseScorecard,
  scorePlaces,
} from '@tallystick/engines/scorecard';
import { readParts } from './data.ts';

export type ScoreOptions = { readonly card: string; readonly data: string; readonly out: string; readonly words?: string };
const MOST = 4;

/** Reads a card file. Refuses scorecard.card_invalid, also for what is no JSON. */
export function readCard(file: string): Card {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw refuseScorecard('scorecard.card_invalid', { facts: { where: file, problem: 'the file is missing or no JSON' } });
  }
  return parseCard(json);
}

/** A field of CSV, quoted when it must be. */
const field = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The lines of one part: `pd,score,reason1 … reason4,refusal` for each row, in order. */
function linesOf(card: Card, told: readonly (readonly string[])[], { table, ragged }: CsvResult): string {
  const places = binTable(card, table);
  const points = scorePlaces(card, places, table.rows);
  const reasons = reasonTable(card, places, table.rows, MOST);
  const refused = new Set(ragged);
  const pds = new Map<number, string>();
  let text = '';
  for (let i = 0; i < table.rows; i += 1) {
    if (refused.has(i)) {
      text += `${','.repeat(MOST + 2)}scorecard.row_ragged\n`;
      continue;
    }
    const score = points[i] ?? 0;
    let pd = pds.get(score);
    if (pd === undefined) {
      pd = String(pdOf(card, score));
      pds.set(score, pd);
    }
    text += `${pd},${score}`;
    for (let k = 0; k < MOST; k += 1) {
      const j = reasons[i * MOST + k] ?? -1;
      text += j < 0 ? ',' : `,${told[j]?.[places[j]?.[i] ?? -1] ?? ''}`;
    }
    text += ',\n';
  }
  return text;
}

/**
 * `tally scorecard score`: one line a row, in order: pd, score, up to four reasons, and a refusal code for a row that cannot be scored (too few or too
 * many cells). Absent, unreadable and never-seen values are scored by their documented bin. Rows stream through: memory does not grow with the file. The
 * answer stands under its name only when it is whole.
 */
export async function scoreCommand(options: ScoreOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const card = readCard(options.card);
  const inputs = inputsOf(card);
  const names = new Set(inputs.map((a) => a.name));
  const categories = inputs.flatMap((a) => (a.kind === 'category' ? [a.name] : []));
  const told = card.attributes.map(({ bins }) =>
    bins.map(({ reason }) => field(options.words === 'zh' ? reason.zh : options.words === 'en' ? reason.en : reason.code)),
  );
  const unfinished = `${options.out}.part`;
  const file = openSync(unfinished, 'w');
  let [rows, refused] = [0, 0];
  try {
    writeSync(file, `pd,score,${Array.from({ length: MOST }, (_, k) => `reason${k + 1}`).join(',')},refusal\n`);
    for await (const part of readParts(options.data, { ragged: 'keep', only: (name) => names.has(name), categories })) {
      writeSync(file, linesOf(card, told, part));
      rows += part.table.rows;
      refused += part.ragged.length;
    }
    renameSync(unfinished, options.out);
  } finally {
    closeSync(file);
    rmSync(unfinished, { force: true });
  }
  const text = `${rows} rows scored into ${options.out}${refused > 0 ? `, ${refused} of them refused` : ''}`;
  return { ok: true, data: { rows, refused }, text };
}
