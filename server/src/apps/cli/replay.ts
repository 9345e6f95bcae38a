import { readFileSync, writeFileSync } from 'node:fs';
import { judgeCase, type Verdict } from '@tallystick/engines/loan-engine';

export type ReplayOptions = { emit?: string };

function totals(verdicts: readonly Verdict[]): Map<string, { match: number; all: number }> {
  const families = new Map<string, { match: number; all: number }>();
  for (const v of verdicts) {
    const family = families.get(v.family) ?? { match: 0, all: 0 };
    family.all += 1;
    if (v.verdict === 'match') family.match += 1;
    families.set(v.family, family);
  }
  return families;
}

function lineOf(v: Verdict): string {
  if (v.verdict === 'match') return `match   ${v.family} ${v.id}`;
  if (v.verdict === 'played') return `played  ${v.family} ${v.id} (nothing expected)`;
  return `DIFFERS ${v.family} ${v.id}: ${v.difference}`;
}

/**
 * `tally engine replay FILE.jsonl`: plays every case of a file of reference loans and says for each whether schedule, allocation of
 * each transaction and loan status match to the cent, or the first cell that differs; with `emit` it also writes what came out.
 */
export function replayCases(file: string, o: ReplayOptions): { ok: boolean; data: unknown; text: string } {
  const verdicts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => judgeCase(line));
  if (o.emit !== undefined) writeFileSync(o.emit, verdicts.map((v) => `${JSON.stringify(v.result ?? { id: v.id, error: v.difference })}\n`).join(''));
  const families = totals(verdicts);
  const match = verdicts.filter((v) => v.verdict === 'match').length;
  const differs = verdicts.filter((v) => v.verdict === 'differs').length;
  const table = [...families].map(([name, f]) => `${name}: ${f.match} of ${f.all}`);
  return {
    ok: differs === 0,
    data: { match, cases: verdicts.length, families: Object.fromEntries(families), verdicts: verdicts.map(({ result: _, ...rest }) => rest) },
    text: [...verdicts.map(lineOf), ...table, `${match} of ${verdicts.length} match`].join('\n'),
  };
}
