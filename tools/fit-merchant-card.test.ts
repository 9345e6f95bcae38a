import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import committed from '../engines/src/scorecard/cards/merchant-credit.json' with { type: 'json' };
import { fitMerchantCard } from './fit-merchant-card.ts';

const DATA = join(import.meta.dirname, '../../shared/data');

test.skipIf(!existsSync(join(DATA, 'sba_loans.csv.gz')))(
  'S1-13 a refit on the shared loans gives the committed merchant card, calibrated on its test rows',
  () => {
    const fitted = fitMerchantCard(DATA);
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(committed);
    const { test: tested, outOfTime } = fitted.metrics;
    expect(tested.auc).toBeGreaterThan(0.63);
    expect(outOfTime.auc).toBeGreaterThan(0.62);
    expect(tested.expectedToObserved).toBeGreaterThan(0.95);
    expect(tested.expectedToObserved).toBeLessThan(1.05);
  },
);
