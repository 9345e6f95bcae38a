import { inputsOf } from './segments.ts';
import type { Attribute, Bin, Card, SegmentNode, TreeNode } from './types.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', ' ');

/**
 * The card as PMML 4.4. Missing, special and never-seen values have their own predicates, so no consumer falls back to a default. A points table is a
 * `Scorecard` with reason codes on (points below the best bin, largest first); segments are one Scorecard each, of which the first that fits is used;
 * trees are summed thousandths of points, rounded in the output exactly as everywhere else, and carry no reason codes.
 */
export function cardPmml(card: Card): string {
  const fields = new Map(inputsOf(card).map((a) => [a.name, a.kind]));
  const types = { numeric: 'optype="continuous" dataType="double"', category: 'optype="categorical" dataType="string"', segment: '' };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">',
    `  <Header description="${escaped(`${card.id} ${card.version}`)}"/>`,
    `  <DataDictionary numberOfFields="${fields.size + 1}">`,
    ...Array.from(fields, ([name, kind]) => `    <DataField name="${escaped(name)}" ${types[kind]}/>`),
    '    <DataField name="points" optype="continuous" dataType="double"/>',
    '  </DataDictionary>',
    ...(card.trees ? treesModel(card, [...fields.keys()]) : card.segmentation ? segmentsModel(card, [...fields.keys()]) : tableModel(card)),
    '</PMML>',
    '',
  ].join('\n');
}

const schema = (names: readonly string[], target = true): string[] => [
  '    <MiningSchema>',
  ...names.map((name) => `      <MiningField name="${escaped(name)}" invalidValueTreatment="asIs"/>`),
  ...(target ? ['      <MiningField name="points" usageType="target"/>'] : []),
  '    </MiningSchema>',
];
const OUTPUT = [
  '    <Output>',
  '      <OutputField name="score" feature="predictedValue" dataType="double" optype="continuous"/>',
  ...[1, 2, 3, 4].map(
    (rank) => `      <OutputField name="reason${rank}" feature="reasonCode" rank="${rank}" dataType="string" optype="categorical"/>`,
  ),
  '    </Output>',
];

const tableModel = (card: Card): string[] => scorecard(card, card.attributes, card.basePoints);

function scorecard(card: Card, attributes: readonly Attribute[], initial: number): string[] {
  return [
    `  <Scorecard modelName="${escaped(card.id)}" functionName="regression" initialScore="${initial}" useReasonCodes="true" reasonCodeAlgorithm="pointsBelow">`,
    ...schema(attributes.map((a) => a.name)),
    ...OUTPUT,
    '    <Characteristics>',
    ...attributes.map(characteristic),
    '    </Characteristics>',
    '  </Scorecard>',
  ];
}

function characteristic(a: Attribute): string {
  const bins = a.bins.filter((b) => !b.outside);
  const best = Math.max(...bins.map((b) => b.points));
  const order = bins.toSorted((x, y) => rank(x) - rank(y));
  const arms = order.map(
    (b) => `        <Attribute partialScore="${b.points}" reasonCode="${escaped(b.reason.code)}">${predicate(a, b)}</Attribute>`,
  );
  return [`      <Characteristic name="${escaped(a.name)}" baselineScore="${best}">`, ...arms, '      </Characteristic>'].join('\n');
}

/** The first true predicate wins: missing, then codes and levels, then ranges, then everything else. */
const rank = (b: Bin): number => (b.missing ? 0 : b.special || b.values ? 1 : b.other ? 3 : 2);

function predicate(a: Attribute, b: Bin): string {
  const field = `field="${escaped(a.name)}"`;
  if (b.missing) return `<SimplePredicate ${field} operator="isMissing"/>`;
  if (b.other) return '<True/>';
  const listed = b.values ?? b.special?.map(String);
  if (listed) return setPredicate(a, listed, 'isIn');
  const low = b.lo == null ? '' : `<SimplePredicate ${field} operator="greaterOrEqual" value="${b.lo}"/>`;
  const high = b.hi == null ? '' : `<SimplePredicate ${field} operator="lessThan" value="${b.hi}"/>`;
  if (low && high) return `<CompoundPredicate booleanOperator="and">${low}${high}</CompoundPredicate>`;
  return low || high || `<SimplePredicate ${field} operator="isNotMissing"/>`;
}

function setPredicate(a: Attribute, listed: readonly string[], operator: 'isIn' | 'isNotIn'): string {
  const text = a.kind === 'category';
  const items = listed.map((v) => `&quot;${escaped(v).replaceAll('&quot;', '\\&quot;')}&quot;`.replaceAll('&quot;', '"')).join(' ');
  const array = `<Array n="${listed.length}" type="${text ? 'string' : 'real'}">${text ? items : listed.join(' ')}</Array>`;
  return `<SimpleSetPredicate field="${escaped(a.name)}" booleanOperator="${operator}">${array}</SimpleSetPredicate>`;
}

/** A bin where no order of questions can be relied on: ranges leave the codes out, the other bin everything that has a bin. */
function alone(a: Attribute, b: Bin): string {
  const field = `field="${escaped(a.name)}"`;
  const both = (one: string, other: string): string => `<CompoundPredicate booleanOperator="and">${one}${other}</CompoundPredicate>`;
  if (b.other) {
    const known = a.bins.flatMap((x) => x.values ?? []);
    const present = `<SimplePredicate ${field} operator="isNotMissing"/>`;
    return known.length === 0 ? present : both(present, setPredicate(a, known, 'isNotIn'));
  }
  const codes = a.bins.flatMap((x) => x.special ?? []).map(String);
  return b.lo === undefined || codes.length === 0 ? predicate(a, b) : both(predicate(a, b), setPredicate(a, codes, 'isNotIn'));
}

/** Is the row in one of these bins? */
function anyOf(a: Attribute, places: readonly number[]): string {
  const arms = places.map((p) => alone(a, a.bins[p]!));
  if (arms.length === 0) return '<False/>';
  return arms.length === 1 ? arms[0]! : `<CompoundPredicate booleanOperator="or">${arms.join('')}</CompoundPredicate>`;
}

function segmentsModel(card: Card, names: readonly string[]): string[] {
  const { splits, tree } = card.segmentation!;
  const [first, ...attributes] = card.attributes;
  const paths: string[][] = [];
  const walk = (node: SegmentNode, path: readonly string[]): void => {
    if (!('split' in node)) paths[node.segment] = [...path];
    else {
      const split = splits[node.split]!;
      const rest = split.bins.map((_, p) => p).filter((p) => !node.left.includes(p));
      walk(node.yes, [...path, anyOf(split, node.left)]);
      walk(node.no, [...path, anyOf(split, rest)]);
    }
  };
  walk(tree, []);
  return [
    `  <MiningModel modelName="${escaped(card.id)}" functionName="regression">`,
    ...schema(names),
    ...OUTPUT,
    '    <Segmentation multipleModelMethod="selectFirst">',
    ...paths.flatMap((path, k) => [
      `    <Segment id="${k + 1}">`,
      path.length === 1 ? path[0]! : `<CompoundPredicate booleanOperator="and">${path.join('')}</CompoundPredicate>`,
      ...scorecard(
        card,
        attributes.filter((a) => a.segment === k),
        card.basePoints + first!.bins[k]!.points,
      ),
      '    </Segment>',
    ]),
    '    </Segmentation>',
    '  </MiningModel>',
  ];
}

function treesModel(card: Card, names: readonly string[]): string[] {
  const node = (of: TreeNode, when: string): string => {
    if (!('attribute' in of)) return `<Node score="${of.milliPoints}">${when}</Node>`;
    return `<Node>${when}${node(of.yes, anyOf(card.attributes[of.attribute]!, of.left))}${node(of.no, '<True/>')}</Node>`;
  };
  return [
    `  <MiningModel modelName="${escaped(card.id)}" functionName="regression">`,
    ...schema(names),
    '    <Output>',
    '      <OutputField name="thousandths" feature="predictedValue" dataType="double" optype="continuous"/>',
    '      <OutputField name="score" feature="transformedValue" dataType="double" optype="continuous">',
    `        <Apply function="+"><Constant>${card.basePoints}</Constant><Apply function="floor"><Apply function="/"><Apply function="+"><FieldRef field="thousandths"/><Constant>500</Constant></Apply><Constant>1000</Constant></Apply></Apply></Apply>`,
    '      </OutputField>',
    '    </Output>',
    '    <Segmentation multipleModelMethod="sum">',
    ...(card.trees ?? []).map((tree, k) =>
      [
        `    <Segment id="${k + 1}"><True/><TreeModel functionName="regression" missingValueStrategy="none" splitCharacteristic="multiSplit">`,
        ...schema(names, false),
        node(tree, '<True/>'),
        '    </TreeModel></Segment>',
      ].join('\n'),
    ),
    '    </Segmentation>',
    '  </MiningModel>',
  ];
}
