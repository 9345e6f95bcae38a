import { outsideOf } from './segments.ts';
import type { Attribute, Bin, Card, SegmentNode, TreeNode } from './types.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
/** A number PostgreSQL reads back as the same double. */
const number = (value: number): string => `${value < 0 ? `(${value})` : value}::float8`;

/**
 * The card as one PostgreSQL select over `source` (a table or view name): all its columns are kept, `points`, `pd` and, for each attribute, the place
 * of its bin (`bin_1` …) are added; with segments `bin_1` is the segment, found first from the places `split_1` … of what parts them. Numeric attributes are read as float8, categories as text; NaN, infinity, null and '' are missing, as everywhere.
 */
export function cardSql(card: Card, source: string): string {
  const bins = card.attributes.flatMap((a, j) => (a.kind === 'segment' ? [] : [`    ${withinSql(a)} as bin_${j + 1}`]));
  const table = source.split('.').map(quoted).join('.');
  return [
    `-- ${card.id.replaceAll(/[\r\n]/g, ' ')} ${card.version.replaceAll(/[\r\n]/g, ' ')}: whole points; pd = 1 / (1 + odds)`,
    `select scored.*, 1 / (1 + ${number(card.baseOdds)} * power(2::float8, (${levelSql(card)} - ${card.baseScore}) / ${number(card.pdo)})) as pd`,
    `from (`,
    `  select binned.*, ${pointsSql(card)} as points`,
    `  from (`,
    `    select source.*,`,
    bins.join(',\n'),
    // The fence keeps each bin found once: without it the planner would copy its expression into every tree that asks it.
    `    from ${card.segmentation ? segmentSql(card.segmentation, table) : table} as source offset 0`,
    `  ) as binned`,
    `) as scored`,
  ].join('\n');
}

/** The source with the segment of each row. */
function segmentSql({ splits, tree }: NonNullable<Card['segmentation']>, table: string): string {
  const places = splits.map((s, k) => `${placeSql(s)} as split_${k + 1}`);
  const segment = (node: SegmentNode): string =>
    'split' in node
      ? `case when split_${node.split + 1} in (${node.left.length > 0 ? node.left.join(',') : '-1'}) then ${segment(node.yes)} else ${segment(node.no)} end`
      : String(node.segment);
  return `(select parted.*, ${segment(tree)} as bin_1 from (select source.*, ${places.join(', ')} from ${table} as source offset 0) as parted offset 0)`;
}

const withinSql = (a: Attribute): string =>
  a.segment === undefined ? placeSql(a) : `case when bin_1 = ${a.segment} then ${placeSql(a)} else ${outsideOf(a)} end`;

/** The points the PD is read at, piece by piece of the card's curve. */
function levelSql({ pdCurve }: Card): string {
  if (!pdCurve) return 'points';
  const pieces = pdCurve.slice(1).map((to, k) => {
    const from = pdCurve[k]!;
    const level = `${number(from.level)} + (points - ${number(from.points)}) * (${number(to.level)} - ${number(from.level)}) / ${number(to.points - from.points)}`;
    return k === pdCurve.length - 2 ? `else ${level}` : `when points < ${to.points} then ${level}`;
  });
  return pieces.length === 1 ? `(${pieces[0]!.slice('else '.length)})` : `(case ${pieces.join(' ')} end)`;
}

/** The place of the bin, by the same order of questions as every other executor: missing, special code, range; or missing, level, other. */
function placeSql(attribute: Attribute): string {
  const column = `source.${quoted(attribute.name)}`;
  const place = (wanted: (b: Bin) => boolean | undefined): number => attribute.bins.findIndex((b) => wanted(b));
  if (attribute.kind === 'category') {
    const arms = attribute.bins.flatMap((b, i) => (b.values ? [`when ${column}::text in (${b.values.map(text).join(', ')}) then ${i}`] : []));
    return `case when coalesce(${column}::text, '') = '' then ${place((b) => b.missing)} ${arms.join(' ')} else ${place((b) => b.other)} end`;
  }
  const value = `${column}::float8`;
  const specials = attribute.bins.flatMap((b, i) => (b.special ? [`when ${value} in (${b.special.map(number).join(', ')}) then ${i}`] : []));
  const ranges = attribute.bins.flatMap((b, i) => (b.lo === undefined ? [] : [{ hi: b.hi ?? null, i }]));
  const arms = ranges.map(({ hi, i }) => (hi === null ? `else ${i}` : `when ${value} < ${number(hi)} then ${i}`));
  const absent = `${value} is null or ${value} in ('NaN'::float8, 'Infinity'::float8, '-Infinity'::float8)`;
  return `case when ${absent} then ${place((b) => b.missing)} ${[...specials, ...arms].join(' ')} end`;
}

function pointsSql(card: Card): string {
  if (card.trees) return `${card.basePoints} + floor((${card.trees.map(treeSql).join(' + ')} + 500) / 1000.0)::int`;
  const shares = card.attributes.map((a, j) => `(array[${a.bins.map((b) => b.points).join(',')}])[bin_${j + 1} + 1]`);
  return [card.basePoints, ...shares].join(' + ');
}

const treeSql = (node: TreeNode): string =>
  'attribute' in node
    ? `case when bin_${node.attribute + 1} in (${node.left.length > 0 ? node.left.join(',') : '-1'}) then ${treeSql(node.yes)} else ${treeSql(node.no)} end`
    : `(${node.milliPoints})`;
