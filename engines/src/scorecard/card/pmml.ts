import { refuseScorecard } from '../refusals.ts';
import type { Attribute, Bin, Card } from './types.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', ' ');

/**
 * The card as PMML 4.4 (`Scorecard`), reason codes on: points below the best bin, largest first. Missing, special and never-seen values have their
 * own predicates, so no consumer falls back to a default. Refuses scorecard.export_unsupported for trees.
 */
export function cardPmml(card: Card): string {
  if (card.trees) throw refuseScorecard('scorecard.export_unsupported', { facts: { kind: 'trees', format: 'PMML' } });
  const fields = card.attributes.map((a) => {
    const type = a.kind === 'numeric' ? 'optype="continuous" dataType="double"' : 'optype="categorical" dataType="string"';
    return `    <DataField name="${escaped(a.name)}" ${type}/>`;
  });
  const mining = card.attributes.map((a) => `      <MiningField name="${escaped(a.name)}" invalidValueTreatment="asIs"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">',
    `  <Header description="${escaped(`${card.id} ${card.version}`)}"/>`,
    `  <DataDictionary numberOfFields="${card.attributes.length + 1}">`,
    ...fields,
    '    <DataField name="points" optype="continuous" dataType="double"/>',
    '  </DataDictionary>',
    `  <Scorecard modelName="${escaped(card.id)}" functionName="regression" initialScore="${card.basePoints}" useReasonCodes="true" reasonCodeAlgorithm="pointsBelow">`,
    '    <MiningSchema>',
    ...mining,
    '      <MiningField name="points" usageType="target"/>',
    '    </MiningSchema>',
    '    <Output>',
    '      <OutputField name="score" feature="predictedValue" dataType="double" optype="continuous"/>',
    ...[1, 2, 3, 4].map(
      (rank) => `      <OutputField name="reason${rank}" feature="reasonCode" rank="${rank}" dataType="string" optype="categorical"/>`,
    ),
    '    </Output>',
    '    <Characteristics>',
    ...card.attributes.map(characteristic),
    '    </Characteristics>',
    '  </Scorecard>',
    '</PMML>',
    '',
  ].join('\n');
}

function characteristic(a: Attribute): string {
  const best = Math.max(...a.bins.map((b) => b.points));
  const order = [...a.bins].sort((x, y) => rank(x) - rank(y));
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
  if (listed) {
    const items = listed.map((v) => `&quot;${escaped(v).replaceAll('&quot;', '\\&quot;')}&quot;`.replaceAll('&quot;', '"')).join(' ');
    return `<SimpleSetPredicate ${field} booleanOperator="isIn"><Array n="${listed.length}" type="${b.values ? 'string' : 'real'}">${b.values ? items : listed.join(' ')}</Array></SimpleSetPredicate>`;
  }
  const low = b.lo == null ? '' : `<SimplePredicate ${field} operator="greaterOrEqual" value="${b.lo}"/>`;
  const high = b.hi == null ? '' : `<SimplePredicate ${field} operator="lessThan" value="${b.hi}"/>`;
  if (low && high) return `<CompoundPredicate booleanOperator="and">${low}${high}</CompoundPredicate>`;
  return low || high || `<SimplePredicate ${field} operator="isNotMissing"/>`;
}
