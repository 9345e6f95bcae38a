import { binTable, scorePlaces } from '../card/batch.ts';
import type { Card, Column, Table } from '../card/types.ts';
import { pdOf } from '../card.ts';
import { countByEdges, type Levels, levelsOfCounts } from '../measures/index.ts';
import { type CountedRows, type Reference, scoreBandsOf } from './drift.ts';

const [GOOD, BAD, OPEN] = [0, 1, 2] as const;
const all = (counts: Float64Array): number => counts[GOOD]! + counts[BAD]! + counts[OPEN]!;

/** The rows of one month, counted: by bin of each attribute, and by whole score as good, bad or still open. */
type Counted = { rows: number; readonly bins: readonly Float64Array[]; readonly scores: Map<number, Float64Array> };

/**
 * Rows of a card counted by month as they come by, part after part: everything that monitoring tells can be read off the counts, so memory does not grow
 * with the rows.
 */
export class MonthCounter {
  readonly #card: Card;
  readonly #months = new Map<string, Counted>();
  /** Rows whose month is not known; they are in no month. */
  undated = 0;

  constructor(card: Card) {
    this.#card = card;
  }

  /** `month`: a category column of months or dates, the first seven characters (YYYY-MM) count; without it all rows are one. `bad`: 1 bad, 0 good, else open. */
  add(table: Table, month?: Column, bad?: ArrayLike<number>): void {
    const bins = binTable(this.#card, table);
    const points = scorePlaces(this.#card, bins, table.rows);
    const { counted, placeOf } = this.#placesOf(table.rows, month);
    for (let i = 0; i < table.rows; i += 1) {
      const at = counted[placeOf[i]!];
      if (at === undefined) {
        this.undated += 1;
        continue;
      }
      at.rows += 1;
      const score = at.scores.get(points[i]!) ?? new Float64Array(3);
      if (all(score) === 0) at.scores.set(points[i]!, score);
      const outcome = bad?.[i];
      score[outcome === 1 ? BAD : outcome === 0 ? GOOD : OPEN]! += 1;
    }
    bins.forEach((places, a) => {
      const counts = counted.map((c) => c.bins[a]!);
      for (let i = 0; i < table.rows; i += 1) if (placeOf[i]! >= 0) counts[placeOf[i]!]![places[i]!]! += 1;
    });
  }

  /** The months that rows were seen in, in order. */
  end(): CountedMonth[] {
    const seen = [...this.#months].filter(([, c]) => c.rows > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    return seen.map(([month, { rows, bins, scores }]) => ({ month, rows, bins, scores: [...scores].sort(([a], [b]) => a - b) }));
  }

  #placesOf(rows: number, month: Column | undefined): { counted: readonly Counted[]; placeOf: Int32Array } {
    if (month === undefined) return { counted: [this.#month('all')], placeOf: new Int32Array(rows) };
    if (month.kind !== 'category') return { counted: [], placeOf: new Int32Array(rows).fill(-1) };
    const names = [...new Set(month.levels.map((l) => l.slice(0, 7)))].filter((m) => m !== '');
    const places = month.levels.map((l) => names.indexOf(l.slice(0, 7)));
    return { counted: names.map((m) => this.#month(m)), placeOf: Int32Array.from(month.codes, (code) => places[code] ?? -1) };
  }

  #month(name: string): Counted {
    const known = this.#months.get(name);
    if (known) return known;
    const made = { rows: 0, bins: this.#card.attributes.map((a) => new Float64Array(a.bins.length)), scores: new Map<number, Float64Array>() };
    this.#months.set(name, made);
    return made;
  }
}

/** What is known of one month; scores from the lowest to the highest, each with its goods, bads and open rows. */
export type CountedMonth = {
  readonly month: string;
  readonly rows: number;
  readonly bins: readonly Float64Array[];
  readonly scores: readonly (readonly [points: number, counts: Float64Array])[];
};

/** The months as drift looks at them. */
export const driftRows = (months: readonly CountedMonth[]): CountedRows => ({
  months: months.map((m) => m.month),
  bins: (a) => months.map((m) => m.bins[a]!),
  bands: (edges) =>
    months.map(({ scores }) =>
      countByEdges(
        scores.map(([points]) => points),
        edges,
        scores.map(([, counts]) => all(counts)),
      ),
    ),
});

/** A month to compare others with. */
export const referenceOfMonth = ({ bins, scores }: CountedMonth): Reference => ({
  source: 'rows',
  scoreBands: scoreBandsOf(Float64Array.from(scores.flatMap(([points, counts]) => Array.from({ length: all(counts) }, () => points)))),
  bins: bins.map((counts) => Array.from(counts)),
});

/** Goods and bads of a month by PD, riskiest last; undefined where no outcome is known. */
export function outcomesOf(card: Card, { scores }: CountedMonth): Levels | undefined {
  const known = scores.filter(([, counts]) => counts[GOOD]! + counts[BAD]! > 0).reverse();
  if (known.length === 0) return undefined;
  const count = (which: number): Float64Array => Float64Array.from(known, ([, counts]) => counts[which]!);
  return levelsOfCounts(
    Float64Array.from(known, ([points]) => pdOf(card, points)),
    count(GOOD),
    count(BAD),
  );
}
