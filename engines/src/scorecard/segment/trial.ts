import { scoreTable } from '../card/batch.ts';
import { pdOf } from '../card/pd.ts';
import { segmentsOf } from '../card/segments.ts';
import type { Bilingual, Build, SegmentTrial, Table } from '../card/types.ts';
import { auc } from '../measures/index.ts';
import type { BuildRequest, Settings } from '../settings.ts';
import { takeRows } from '../table/table.ts';
import { foldsOf, partOf } from '../validate/folds.ts';
import { routeOf, type Split, splitCandidates } from './candidates.ts';

export type BuildOne = (request: BuildRequest) => Build;

/** So many promising splits are tried on rows that were not seen. */
const TRIED = 3;
const FOLDS = 3;
/** A split stays when its gain is this many times its own error: one chance in twenty that any of three splits that are none would pass, on one side. */
const BEYOND_CHANCE = 2.13;

/** The best split of these rows, if any gains beyond chance, and what was tried. */
export function findSplit(
  request: BuildRequest,
  buildOne: BuildOne,
  settings: Settings,
  words: Bilingual,
): { found: { split: Split; gain: number } | undefined; tried: SegmentTrial[] } {
  const least = { rows: settings.segmentMinRows, bads: settings.segmentMinBads };
  const bads = request.bad.reduce((sum, b) => sum + b, 0);
  if (request.bad.length < 2 * least.rows || bads < 2 * least.bads || request.bad.length - bads < 2 * least.bads)
    return { found: undefined, tried: [] };
  const whole = buildOne(request).card;
  const kept = new Set(request.protectedNames);
  const asked = request.segments?.by;
  const names = request.table.columns.map((c) => c.name).filter((name) => !kept.has(name) && (asked ? asked.includes(name) : true));
  const candidates = oneEach(splitCandidates(request, whole, names, least));
  const fold = foldsOf(request.table, request.bad, FOLDS);
  const one = heldOut(request, fold, (part, table) => pdsOf(buildOne(part), table));
  const trials = candidates.slice(0, TRIED).flatMap((split) => {
    const apart = attempt(() => heldOut(request, fold, (part, table) => apartPds(split, part, table, buildOne)));
    return apart ? [{ split, ...comparison(request, one, apart) }] : [];
  });
  const best = trials.filter((t) => t.gain > BEYOND_CHANCE * t.standardError).sort((a, b) => b.gain - a.gain)[0];
  const tried = trials.map(({ split: { attribute, left }, ...figures }): SegmentTrial => {
    const told = (language: 'zh' | 'en', and: string): string =>
      [words[language], attribute.bins[left[0]!]!.reason[language]].filter((t) => t !== '').join(and);
    return { split: { zh: told('zh', '；'), en: told('en', '; ') }, rows: request.bad.length, ...figures, kept: figures.gain === best?.gain };
  });
  return { found: best && { split: best.split, gain: best.gain * request.bad.length }, tried };
}

/** The best way of each column, columns by what they promise. Columns that part the rows alike promise the same: one of them is enough. */
function oneEach(splits: readonly Split[]): Split[] {
  const seen = new Set<string | number>();
  return splits.filter(({ attribute: { name }, promise }) => !seen.has(name) && !seen.has(promise) && seen.add(name) && seen.add(promise));
}

const pdsOf = ({ card }: Build, table: Table): Float64Array => Float64Array.from(scoreTable(card, table), (p) => pdOf(card, p));

/** The PD of every row by a model that did not see it. */
function heldOut(request: BuildRequest, fold: Uint8Array, pds: (seen: BuildRequest, table: Table) => Float64Array): Float64Array {
  const out = new Float64Array(fold.length);
  for (let k = 0; k < FOLDS; k += 1) {
    const rows = (inside: boolean): Uint32Array => Uint32Array.from(Array.from(fold.keys()).filter((i) => (fold[i] === k) === inside));
    const held = rows(true);
    const found = pds(partOf(request, rows(false)), takeRows(request.table, held));
    held.forEach((row, i) => {
      out[row] = found[i]!;
    });
  }
  return out;
}

/** Two cards, one a side. */
function apartPds(split: Split, seen: BuildRequest, table: Table, buildOne: BuildOne): Float64Array {
  const route = routeOf(split);
  const [trained, asked] = [segmentsOf(route, seen.table), segmentsOf(route, table)];
  const out = new Float64Array(table.rows);
  for (const side of [0, 1]) {
    const rows = (of: Uint8Array): Uint32Array => Uint32Array.from(Array.from(of.keys()).filter((i) => of[i] === side));
    const build = buildOne(partOf(seen, rows(trained)));
    const mine = rows(asked);
    const found = pdsOf(build, takeRows(table, mine));
    mine.forEach((row, i) => {
      out[row] = found[i]!;
    });
  }
  return out;
}

/** A side without a card of its own (one outcome only, nothing to go by) is no segment. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('scorecard.')) return undefined;
    throw error;
  }
}

/** Mean fall of the log loss, row by row, with its error; to six places, so that the order of the rows cannot show. */
function comparison({ bad, weights }: BuildRequest, one: Float64Array, apart: Float64Array): Omit<SegmentTrial, 'split' | 'rows' | 'kept'> {
  const loss = (pd: number, i: number): number => -Math.log(bad[i] === 1 ? pd : 1 - pd);
  const falls = one.map((pd, i) => loss(pd, i) - loss(apart[i]!, i));
  const weight = (i: number): number => weights?.[i] ?? 1;
  const all = falls.reduce((sum, _, i) => sum + weight(i), 0);
  const gain = falls.reduce((sum, f, i) => sum + weight(i) * f, 0) / all;
  const squares = falls.reduce((sum, f, i) => sum + (weight(i) * (f - gain)) ** 2, 0);
  const places = (value: number): number => Math.round(value * 1e8) / 1e8 + 0;
  return {
    gain: places(gain),
    standardError: places(Math.sqrt(squares) / all),
    aucOne: places(auc(one, bad, weights)),
    aucApart: places(auc(apart, bad, weights)),
  };
}
