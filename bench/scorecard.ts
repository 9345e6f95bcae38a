import { auc, brier, buildCard, calibration, ks, pdOf, scoreTable } from '@tallystick/engines/scorecard';
import { CREDIT_SET_NAMES, type CreditSetName, haveCreditData, readCreditSet } from './credit/sets.ts';
import { sklearnBeside } from './credit/sklearn.ts';
import { measureRejects, measureSpeed } from './credit/speed.ts';

/** `npm run bench:scorecard`: accuracy of the cards beside the best anchor's figures, then speed. Prints; asserts nothing. */

/** AUC of the best Python or R scorecard, of the best boosted model without constraints, and the floors that close the work. */
const BESIDE: Record<CreditSetName, { anchor: number; boosted: number; floor: number; additive: number; trees: number | undefined }> = {
  german: { anchor: 0.7801, boosted: 0.7728, floor: 0.765, additive: 0.778, trees: 0.7628 },
  hmeq: { anchor: 0.9065, boosted: 0.9635, floor: 0.899, additive: 0.915, trees: undefined },
  taiwan: { anchor: 0.7672, boosted: 0.7824, floor: 0.765, additive: 0.773, trees: 0.7724 },
  lc18: { anchor: 0.6938, boosted: 0.7144, floor: 0.689, additive: 0.7, trees: 0.7044 },
  lc18oot: { anchor: 0.6852, boosted: 0.7116, floor: 0.682, additive: 0.6929, trees: 0.7016 },
  lc07: { anchor: 0.6763, boosted: 0.6768, floor: 0.674, additive: 0.679, trees: 0.6668 },
  sba: { anchor: 0.7058, boosted: 0.7746, floor: 0.704, additive: 0.719, trees: undefined },
  polish: { anchor: 0.9357, boosted: 0.9612, floor: 0.917, additive: 0.927, trees: undefined },
  olist: { anchor: 0.8829, boosted: 0.8881, floor: 0.875, additive: 0.882, trees: 0.8781 },
};

function accuracy(name: CreditSetName): void {
  const { train, test } = readCreditSet(name);
  const { anchor, boosted, floor, additive, trees } = BESIDE[name];
  for (const kind of ['points', 'additive', 'trees'] as const) {
    const { card, record } = buildCard({ id: name, version: '1.0.0', kind, ...train });
    const points = scoreTable(card, test.table);
    const pd = Float64Array.from(points, (p) => pdOf(card, p));
    const area = auc(pd, test.bad);
    const { ratio, error } = calibration(pd, test.bad);
    const needed = kind === 'points' ? floor : kind === 'additive' ? additive : trees;
    const wrong = record.fits.filter((f) => f.coefficient < 0).length;
    const against = kind === 'trees' ? boosted : anchor;
    const difference = `${area >= against ? '+' : '−'}${Math.abs(area - against).toFixed(4)}`;
    const held = needed === undefined ? '—' : area >= needed ? 'yes' : 'NO';
    console.log(
      `| ${name} | ${kind} | ${area.toFixed(4)} / ${ks(pd, test.bad).toFixed(3)} / ${brier(pd, test.bad).toFixed(4)} | ${against.toFixed(4)} | ${difference} | ${needed ?? '—'} | ${held} | ${ratio.toFixed(2)} / ${error.toFixed(3)} | ${wrong} of ${card.attributes.length} |`,
    );
  }
}

if (!haveCreditData) {
  console.error('The public credit data are not beside the repository; set TALLY_CREDIT_DATA to their folder.');
  process.exit(2);
}
console.log(
  '| set | card | test AUC / KS / Brier | best anchor (trees: best boosted model) | difference | floor or goal | held | PD to bad rate / error | wrong signs |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
for (const name of CREDIT_SET_NAMES) accuracy(name);
measureRejects();
await measureSpeed();
await sklearnBeside();
