import { describe, expect, test } from 'vitest';
import { haveCreditData, readCreditSet } from '../../../../bench/credit/sets.ts';
import { buildCard, type Card, cardPmml, cellOf, parseCard, type Row, readyCard, type Table, tableOf } from '../index.ts';

/** A reader of PMML that shares nothing with the engine: elements, then the few rules of the standard that scores need. */
type Element = { readonly tag: string; readonly at: Readonly<Record<string, string>>; readonly kids: Element[]; text: string };
const plain = (t: string): string => t.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function read(xml: string): Element {
  const root: Element = { tag: '', at: {}, kids: [], text: '' };
  const open = [root];
  const pattern = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)|<\?[^>]*\?>/gy;
  let end = 0;
  for (const found of xml.matchAll(pattern)) {
    end = found.index + found[0].length;
    const [, closing, tag, attributes, empty, text] = found;
    const top = open.at(-1) as Element;
    if (text !== undefined) top.text += plain(text);
    else if (closing) {
      if (top.tag !== tag) throw new Error(`${top.tag} is closed by ${tag}`);
      open.pop();
    } else if (tag) {
      const at = Object.fromEntries(Array.from((attributes ?? '').matchAll(/([\w:-]+)="([^"]*)"/g), ([, k, v]) => [k, plain(v ?? '')]));
      const element: Element = { tag, at, kids: [], text: '' };
      top.kids.push(element);
      if (!empty) open.push(element);
    }
  }
  if (end !== xml.length || open.length !== 1) throw new Error('not well formed');
  return root.kids[0] as Element;
}
const kids = (e: Element, tag: string): Element[] => e.kids.filter((k) => k.tag === tag);
const kid = (e: Element, tag: string): Element => kids(e, tag)[0] as Element;
const PREDICATES = new Set(['True', 'False', 'SimplePredicate', 'SimpleSetPredicate', 'CompoundPredicate']);
const predicateOf = (e: Element): Element => e.kids.find((k) => PREDICATES.has(k.tag)) as Element;

/** True, false, or unknown (null) where a value is missing. */
function holds(e: Element, row: Row): boolean | null {
  if (e.tag === 'True' || e.tag === 'False') return e.tag === 'True';
  if (e.tag === 'CompoundPredicate') {
    const each = e.kids.map((k) => holds(k, row));
    const decided = e.at['booleanOperator'] === 'or';
    return each.includes(decided) ? decided : each.includes(null) ? null : !decided;
  }
  const value = row[e.at['field'] ?? ''];
  const missing = value === null || value === undefined || value === '';
  const operator = e.at['operator'] ?? e.at['booleanOperator'];
  if (operator === 'isMissing' || operator === 'isNotMissing') return missing === (operator === 'isMissing');
  if (missing) return null;
  if (e.tag === 'SimpleSetPredicate') {
    const array = kid(e, 'Array');
    const listed =
      array.at['type'] === 'real'
        ? array.text.split(' ').map(Number)
        : Array.from(array.text.matchAll(/"((?:\\"|[^"])*)"/g), ([, t]) => t?.replaceAll('\\"', '"'));
    if (listed.length !== Number(array.at['n'])) throw new Error('an array of another length than it says');
    const found: readonly unknown[] = listed;
    return found.includes(array.at['type'] === 'real' ? Number(value) : String(value)) === (operator === 'isIn');
  }
  return operator === 'lessThan' ? Number(value) < Number(e.at['value']) : Number(value) >= Number(e.at['value']);
}

function scorecard(e: Element, row: Row): number {
  const shares = kids(kid(e, 'Characteristics'), 'Characteristic').map((c) => {
    const hit = kids(c, 'Attribute').find((a) => holds(predicateOf(a), row) === true) as Element;
    return Number(hit.at['partialScore']);
  });
  return shares.reduce((a, b) => a + b, Number(e.at['initialScore']));
}

function tree(node: Element, row: Row): number {
  const next = kids(node, 'Node').find((n) => holds(predicateOf(n), row) === true);
  return next ? tree(next, row) : Number(node.at['score']);
}

function applied(e: Element, fields: Row): number {
  if (e.tag === 'Constant') return Number(e.text);
  if (e.tag === 'FieldRef') return Number(fields[e.at['field'] ?? '']);
  const [a = Number.NaN, b = Number.NaN] = e.kids.map((k) => applied(k, fields));
  return { '+': a + b, '/': a / b, floor: Math.floor(a) }[e.at['function'] ?? ''] ?? Number.NaN;
}

function evaluate(pmml: Element, row: Row): number {
  const card = kids(pmml, 'Scorecard')[0];
  if (card) return scorecard(card, row);
  const model = kid(pmml, 'MiningModel');
  const segments = kids(kid(model, 'Segmentation'), 'Segment');
  if (kid(model, 'Segmentation').at['multipleModelMethod'] === 'selectFirst') {
    const first = segments.find((s) => holds(predicateOf(s), row) === true) as Element;
    return scorecard(kid(first, 'Scorecard'), row);
  }
  const thousandths = segments.reduce((sum, s) => sum + tree(kid(kid(s, 'TreeModel'), 'Node'), row), 0);
  const score = kids(kid(model, 'Output'), 'OutputField').find((f) => f.at['name'] === 'score') as Element;
  return applied(kid(score, 'Apply'), { thousandths });
}

const rowOf = (table: Table, i: number): Row => Object.fromEntries(table.columns.map((c) => [c.name, cellOf(c, i)]));
const asWritten = (card: Card): Card => parseCard(JSON.parse(JSON.stringify(card)));

function prove(card: Card, rows: readonly Row[]): void {
  const pmml = read(cardPmml(card));
  const scorer = readyCard(asWritten(card));
  expect(rows.map((row) => evaluate(pmml, row))).toEqual(rows.map((row) => scorer.points(row)));
}

const unit = (i: number, k: number): number => {
  const h = Math.imul(Math.imul(i * 8 + k, 0x9e3779b1) ^ 0x5bd1e995, 0x85ebca6b);
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32;
};
const SAMPLE = Array.from(
  { length: 4000 },
  (_, i): Row => ({
    'years "open"': i % 30 === 0 ? null : 10 * unit(i, 1),
    staff: i % 20 === 0 ? -1 : Math.floor(30 * unit(i, 2)),
    turnover: 100 * unit(i, 3),
    'trade <kind>': i % 25 === 0 ? null : (['a "b"', 'c & d', "it's"][i % 3] ?? null),
  }),
);
const NAMES = Object.keys(SAMPLE[0] ?? {});
const table = tableOf(SAMPLE, NAMES);
const bad = Uint8Array.from(SAMPLE, (r, i) => {
  const z =
    Number(r['years "open"'] ?? 5) < 3
      ? 2.5 - 0.25 * Number(r['staff'])
      : 2.5 - 0.07 * Number(r['turnover']) + (r['trade <kind>'] === "it's" ? 1 : 0);
  return unit(i, 4) < 1 / (1 + Math.exp(-z)) ? 1 : 0;
});
const request = { id: 'a <card> & "more"', version: '1', table, bad, hints: { staff: { specials: [-1] } } };
const HOSTILE: Row[] = [
  {},
  { staff: 1e12, turnover: -5 },
  { 'trade <kind>': 'never seen', staff: -1 },
  { 'years "open"': 3, staff: 0, turnover: null },
];

describe('PMML, read back by an evaluator of its own, gives every row the points of the card', () => {
  test.each(['points', 'additive', 'trees'] as const)('%s, with codes, missing and never-seen values, and names that need escaping', (kind) => {
    const { card } = buildCard({ ...request, kind, settings: { treeRounds: 40 } });
    prove(card, [...(kind === 'trees' ? SAMPLE.slice(0, 1000) : SAMPLE), ...HOSTILE]);
  });

  test('a segmented card', () => {
    const { card } = buildCard({ ...request, segments: { most: 3 } });
    expect(card.segmentation).toBeDefined();
    prove(card, [...SAMPLE, ...HOSTILE]);
  });

  test('what a consumer must find is in it: every field once, targets, reason codes for points', () => {
    const { card } = buildCard(request);
    const pmml = read(cardPmml(card));
    const fields = kids(kid(pmml, 'DataDictionary'), 'DataField').map((f) => f.at['name']);
    expect(fields).toEqual([...card.attributes.map((a) => a.name), 'points']);
    expect(kid(pmml, 'DataDictionary').at['numberOfFields']).toBe(String(fields.length));
    expect(pmml.at).toMatchObject({ version: '4.4', xmlns: 'http://www.dmg.org/PMML-4_4' });
    const characteristics = kids(kid(kid(pmml, 'Scorecard'), 'Characteristics'), 'Characteristic');
    expect(characteristics.every((c) => kids(c, 'Attribute').every((a) => a.at['reasonCode']))).toBe(true);
  });
});

describe.skipIf(!haveCreditData)('on shared sets', () => {
  test.each(['german', 'hmeq', 'taiwan'] as const)('%s: points, additive and trees', { timeout: 120_000 }, (name) => {
    const { all, train } = readCreditSet(name);
    for (const kind of ['points', 'additive', 'trees'] as const) {
      const step = Math.ceil(all.table.rows / (kind === 'trees' ? 200 : 3000));
      const rows = Array.from({ length: Math.floor(all.table.rows / step) }, (_, i) => rowOf(all.table, i * step));
      prove(buildCard({ id: name, version: '1', kind, ...train }).card, rows);
    }
  });
});
