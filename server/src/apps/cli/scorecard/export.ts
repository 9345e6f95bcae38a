import { cardPmml, cardSql, refuseScorecard } from '@tallystick/engines/scorecard';
import { readCard } from './score.ts';

export type ExportOptions = {
  readonly card: string;
  readonly sql?: boolean;
  readonly json?: boolean;
  readonly pmml?: boolean;
  readonly table: string;
};

/** `tally scorecard export`: the card as PostgreSQL text, as plain JSON or as PMML. */
export function exportCommand(options: ExportOptions): { ok: boolean; data: unknown; text: string } {
  const card = readCard(options.card);
  const wanted = [options.sql, options.json, options.pmml].filter(Boolean).length;
  if (wanted !== 1) throw refuseScorecard('scorecard.option_invalid', { facts: { option: 'export', value: '', form: '--sql | --json | --pmml' } });
  const text = options.sql ? cardSql(card, options.table) : options.pmml ? cardPmml(card) : JSON.stringify(card);
  return { ok: true, data: { text }, text };
}
