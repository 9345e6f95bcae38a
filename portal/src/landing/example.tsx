import { showPercent, showYuan } from '@tallystick/ui';
import { bankDate, instant } from '@tallystick/kernel';
import { useTranslation } from 'react-i18next';
import { Explain, Rows } from '../parts/screen.tsx';
import { quote } from '../apply/quote.ts';
import type { Product } from '../products.ts';

/** What a loan of this product costs at its highest rate: every figure worked out by the loan engine, nothing left out. */
export default function Example({ product }: { product: Product }) {
  const { t } = useTranslation();
  const amount = '50000.00';
  const months = product.maxMonths;
  const shown = quote(product, { amount, months, method: 'equal_instalment', rate: product.highestRatePpm, start: bankDate(instant(Date.now())) });
  if (shown === undefined) return null;
  return (
    <>
      <p>{t('landing.exampleSays', { amount: showYuan(amount), months, rate: showPercent(product.highestRatePpm) })}</p>
      <Rows
        items={[
          [t('cost.each'), showYuan(shown.each)],
          [t('cost.interest'), showYuan(shown.interest)],
          [t('cost.fees'), showYuan('0.00')],
          [t('cost.total'), showYuan(shown.total)],
          [t('cost.allIn'), <strong key="irr">{showPercent(shown.allIn)}</strong>],
        ]}
      />
      <Explain what={t('cost.allInWhat')}>{t('cost.allInSays')}</Explain>
    </>
  );
}
