import { assert } from '@tallystick/kernel';
import { binTable, scorePlaces } from '../card/batch.ts';
import { segmentsOf } from '../card/segments.ts';
import type { Attribute, Bilingual, Bin, Build, BuildRecord, Card, SegmentNode, SegmentTrial } from '../card/types.ts';
import { scoreBandsOf } from '../monitoring/drift.ts';
import { refuseScorecard } from '../refusals.ts';
import { type BuildRequest, DEFAULTS } from '../settings.ts';
import { takeRows } from '../table/table.ts';
import { partOf } from '../validate/folds.ts';
import { routeOf, type Split } from './candidates.ts';
import { type BuildOne, findSplit } from './trial.ts';

/** A part of the population while the tree grows. */
type Leaf = { readonly rows: Uint32Array; readonly words: Bilingual; found?: { split: Split; gain: number } | undefined; children?: [Leaf, Leaf] };

/**
 * One card with sub-populations: the part whose best split gains most on rows not seen is parted first, until there are `most` parts or no split gains
 * beyond chance. Each part gets attributes of its own; all stand in one card on one scale. Refuses scorecard.option_invalid for trees.
 */
export function buildSegmented(request: BuildRequest, buildOne: BuildOne): Build {
  const { segments } = request;
  assert(segments !== undefined, 'segments were asked for');
  if (request.kind === 'trees')
    throw refuseScorecard('scorecard.option_invalid', { facts: { option: 'segments', value: 'trees', form: 'kind points | additive' } });
  const settings = { ...DEFAULTS, ...request.settings };
  const trials: SegmentTrial[] = [];
  const look = (leaf: Leaf): Leaf => {
    const { found, tried } = findSplit(partOf(request, leaf.rows), buildOne, settings, leaf.words);
    trials.push(...tried);
    leaf.found = found;
    return leaf;
  };
  const root = look({ rows: Uint32Array.from(request.bad.keys()), words: { zh: '', en: '' } });
  const leaves = [root];
  while (leaves.length < segments.most) {
    const best = leaves.filter((l) => l.found).sort((a, b) => b.found!.gain - a.found!.gain)[0];
    if (!best) break;
    best.children = partedBy(request, best);
    const [yes, no] = best.children;
    leaves.splice(leaves.indexOf(best), 1, yes, no);
    if (leaves.length < segments.most) for (const leaf of best.children) look(leaf);
  }
  if (leaves.length === 1) {
    const alone = buildOne(request);
    return { ...alone, record: { ...alone.record, segmentTrials: trials } };
  }
  const inOrder = leavesOf(root);
  return joined(
    request,
    root,
    inOrder,
    inOrder.map((leaf) => buildOne(partOf(request, leaf.rows))),
    trials,
  );
}

function partedBy(request: BuildRequest, { rows, words, found }: Leaf): [Leaf, Leaf] {
  const { attribute, left } = found!.split;
  const side = segmentsOf(routeOf(found!.split), takeRows(request.table, rows));
  const named = (places: readonly number[]): Bilingual => {
    const text = (language: 'zh' | 'en', or: string, and: string): string =>
      [words[language], places.map((p, k) => shortened(attribute, attribute.bins[p]!, language, k)).join(or)].filter((t) => t !== '').join(and);
    return { zh: text('zh', ' 或 ', '；'), en: text('en', ' or ', '; ') };
  };
  const others = attribute.bins.map((_, p) => p).filter((p) => !left.includes(p));
  return [
    { rows: rows.filter((_, i) => side[i] === 0), words: named(left) },
    { rows: rows.filter((_, i) => side[i] === 1), words: named(others) },
  ];
}

/** The words of a bin; the name of the attribute stands before the first one only. */
function shortened(attribute: Attribute, bin: Bin, language: 'zh' | 'en', place: number): string {
  const text = bin.reason[language];
  const name = `${attribute.label[language]}${language === 'zh' ? '：' : ': '}`;
  return place > 0 && text.startsWith(name) ? text.slice(name.length) : text;
}

const leavesOf = (leaf: Leaf): Leaf[] => (leaf.children ? leaf.children.flatMap(leavesOf) : [leaf]);

/** The tree of the card; splits and segments are numbered as they are met. */
function treeOf(leaf: Leaf, splits: Attribute[], count: { leaves: number }): SegmentNode {
  if (!leaf.children) {
    count.leaves += 1;
    return { segment: count.leaves - 1 };
  }
  const { attribute, left } = leaf.found!.split;
  const split = splits.push(attribute) - 1;
  const [yes, no] = leaf.children;
  return { split, left, yes: treeOf(yes, splits, count), no: treeOf(no, splits, count) };
}

/** One card out of the cards of the parts. */
function joined(request: BuildRequest, root: Leaf, leaves: readonly Leaf[], builds: readonly Build[], trials: readonly SegmentTrial[]): Build {
  const splits: Attribute[] = [];
  const segmentation = { splits, tree: treeOf(root, splits, { leaves: 0 }) };
  const base = Math.min(...builds.map((b) => b.card.basePoints));
  const [goods, bads] = [sumOf(builds, 'goods'), sumOf(builds, 'bads')];
  const first: Attribute = {
    name: 'segment',
    label: { zh: '分群', en: 'Segment' },
    kind: 'segment',
    bins: builds.map(({ card, record }, k) => ({
      woe: Math.round(1e6 * Math.log((record.goods + 0.5) / goods / ((record.bads + 0.5) / bads))) / 1e6,
      points: card.basePoints - base,
      reason: { code: `SEG${k + 1}`, ...leaves[k]!.words },
      goods: record.goods,
      bads: record.bads,
    })),
  };
  const codes = new Map<string, string>();
  const codeOf = (a: Attribute): string => {
    const given = request.hints?.[a.name]?.reasonCode;
    if (!codes.has(a.name)) codes.set(a.name, given ?? `R${String(codes.size + 1).padStart(2, '0')}`);
    return codes.get(a.name)!;
  };
  const attributes = builds.flatMap(({ card, record }, segment) =>
    card.attributes.map((a): Attribute => {
      const code = codeOf(a);
      const reason = { code, zh: `${a.label.zh}：其他分群`, en: `${a.label.en}: another segment` };
      const outside: Bin = { outside: true, woe: 0, points: 0, reason, goods: goods - record.goods, bads: bads - record.bads };
      return { ...a, segment, bins: [...a.bins.map((b) => ({ ...b, reason: { ...b.reason, code } })), outside] };
    }),
  );
  const { scoreBands: _, ...scale } = builds[0]!.card;
  const card: Card = { ...scale, basePoints: base, attributes: [first, ...attributes], segmentation };
  const points = new Int32Array(request.bad.length);
  builds.forEach((b, k) => {
    leaves[k]!.rows.forEach((row, i) => {
      points[row] = b.points[i]!;
    });
  });
  assert(
    scorePlaces(card, binTable(card, request.table), points.length).every((p, i) => p === points[i]),
    'the card gives what its parts gave',
  );
  return { card: { ...card, scoreBands: scoreBandsOf(points, request.weights) }, record: recordOf(builds, goods, bads, trials), points };
}

const sumOf = (builds: readonly Build[], what: 'goods' | 'bads' | 'rows'): number => builds.reduce((sum, b) => sum + b.record[what], 0);

function recordOf(builds: readonly Build[], goods: number, bads: number, trials: readonly SegmentTrial[]): BuildRecord {
  const { record } = builds[0]!;
  const of = <K extends 'fits' | 'dropped' | 'forced'>(what: K): BuildRecord[K] =>
    builds.flatMap((b, segment) => b.record[what].map((entry) => ({ ...entry, segment }))) as unknown as BuildRecord[K];
  const warnings = new Map(builds.flatMap((b) => b.record.warnings).map((w) => [`${w.code} ${w.name}`, w]));
  const counts = { rows: sumOf(builds, 'rows'), goods, bads };
  return {
    ...record,
    ...counts,
    fits: of('fits'),
    dropped: of('dropped'),
    forced: of('forced'),
    warnings: [...warnings.values()],
    segmentTrials: trials,
  };
}
