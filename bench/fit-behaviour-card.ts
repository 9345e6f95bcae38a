// node tools/run.mjs bench/fit-behaviour-card.ts: fits the monthly behaviour card on the public card holders of bench/credit and writes
// engines/src/scorecard/cards/behaviour.json. The payments stay where they are; only the points table is written.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AttributeHint,
  auc,
  behaviourRow,
  buildCard,
  type Card,
  calibration,
  ks,
  pdOf,
  scoreTable,
  tableOf,
} from '../engines/src/scorecard/index.ts';
import { cardHolderHistories } from './credit/card-holders.ts';
import { readCreditSet, type Sample } from './credit/sets.ts';

/**
 * Lateness and frequency of payment alone: what a card holder shares with a borrower who pays by instalments. Bills, the share paid of them and the use
 * of the line mean other things there. The holders' lateness is told in whole months; days are cut so that up to a month late is one bin.
 */
const LATE_DAYS = { direction: 'rising', cuts: [1, 31, 61] } as const;
const ATTRIBUTES: Readonly<Record<string, AttributeHint>> = {
  days_late: { ...LATE_DAYS, label: { zh: '月末逾期天数', en: 'Days late at the end of the month' }, reasonCode: 'BH01' },
  late_months_6: { direction: 'rising', label: { zh: '近 6 个还款月逾期月数', en: 'Months late of the last 6' }, reasonCode: 'BH02' },
  worst_days_6: { ...LATE_DAYS, label: { zh: '近 6 个还款月最长逾期天数', en: 'Longest days late in the last 6 months' }, reasonCode: 'BH03' },
  payments_6: { direction: 'falling', label: { zh: '近 6 个还款月有还款的月数', en: 'Months with a payment of the last 6' }, reasonCode: 'BH04' },
  payments_3: { direction: 'falling', label: { zh: '近 3 个还款月有还款的月数', en: 'Months with a payment of the last 3' }, reasonCode: 'BH05' },
};
const tableFor = (sample: Sample) => tableOf(cardHolderHistories(sample.table).map(behaviourRow), Object.keys(ATTRIBUTES));

function measure(card: Card, sample: Sample) {
  const points = scoreTable(card, tableFor(sample));
  const { ratio, error } = calibration(
    Float64Array.from(points, (p) => pdOf(card, p)),
    sample.bad,
  );
  const risk = points.map((p) => -p);
  const places = (value: number): number => Number(value.toFixed(6));
  return {
    rows: sample.bad.length,
    bads: sample.bad.reduce((sum, b) => sum + b, 0),
    auc: places(auc(risk, sample.bad)),
    ks: places(ks(risk, sample.bad)),
    expectedToObserved: places(ratio),
    calibrationError: places(error),
  };
}

/** Everything the card file holds: the points table, where it comes from, how it was tested. */
export function fitBehaviourCard() {
  const { train, test } = readCreditSet('taiwan');
  const { card, record } = buildCard({ id: 'behaviour', version: '1.0.0', table: tableFor(train), bad: train.bad, hints: ATTRIBUTES });
  return {
    ...card,
    provenance: {
      source: 'Default of Credit Card Clients, I-C. Yeh, UCI Machine Learning Repository, CC BY 4.0: 30,000 card holders, six months of 2005',
      target: 'default in the month after: a ranking of borrowers by how they pay. Its PDs are those of card holders and are not used',
      split: 'row index mod 10 < 7 trains, the rest tests',
      neverUsed: ['LIMIT_BAL', 'SEX', 'EDUCATION', 'MARRIAGE', 'AGE', 'bills and shares paid of them'],
    },
    record,
    metrics: { train: measure(card, train), test: measure(card, test) },
  };
}

if (import.meta.main) {
  const fitted = fitBehaviourCard();
  console.table(fitted.metrics);
  console.table(fitted.record.fits);
  console.table(fitted.record.dropped);
  writeFileSync(join(import.meta.dirname, '../engines/src/scorecard/cards/behaviour.json'), `${JSON.stringify(fitted, null, 2)}\n`);
}
