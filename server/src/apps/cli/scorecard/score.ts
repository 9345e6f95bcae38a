import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { binTable, type Card, parseCard, pdOf, reasonTable, refuseScorecard, scorePlaces } from '@tallystick/engines/scorecard';
import { readTable } from './data.ts';

export type ScoreOptions = { readonly card: string; readonly data: string; readonly out: string; readonly words?: string };
const MOST = 4;
const FLUSH = 1 << 16;

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

/**
 * `tally scorecard score`: one line a row, in order: pd, score, up to four reasons, and a refusal code for a row that cannot be scored (too few or too
 * many cells). Absent, unreadable and never-seen values are scored by their documented bin.
 */
export async function scoreCommand(options: ScoreOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const card = readCard(options.card);
  const names = new Set(card.attributes.map((a) => a.name));
  const categories = card.attributes.flatMap((a) => (a.kind === 'category' ? [a.name] : []));
  const { table, ragged } = await readTable(options.data, { ragged: 'keep', only: (name) => names.has(name), categories });
  const places = binTable(card, table);
  const points = scorePlaces(card, places, table.rows);
  const reasons = reasonTable(card, places, table.rows, MOST);
  const told = card.attributes.map(({ bins }) =>
    bins.map(({ reason }) => field(options.words === 'zh' ? reason.zh : options.words === 'en' ? reason.en : reason.code)),
  );
  const refused = new Set(ragged);
  const pds = new Map<number, string>();
  const file = openSync(options.out, 'w');
  try {
    let text = `pd,score,${Array.from({ length: MOST }, (_, k) => `reason${k + 1}`).join(',')},refusal\n`;
    for (let i = 0; i < table.rows; i += 1) {
      if (refused.has(i)) text += `${','.repeat(MOST + 2)}scorecard.row_ragged\n`;
      else {
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
      if (text.length > FLUSH) {
        writeSync(file, text);
        text = '';
      }
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  const data = { rows: table.rows, refused: ragged.length };
  return { ok: true, data, text: `${table.rows} rows scored into ${options.out}${ragged.length > 0 ? `, ${ragged.length} of them refused` : ''}` };
}
