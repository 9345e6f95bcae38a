import { showPercent, showYuan, told } from '@tallystick/ui';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Explain, Rows, Screen, Waiting } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { type Product, useProducts } from '../products.ts';
import { useSession } from '../session.ts';

const Example = lazy(() => import('./example.tsx'));
const PREREQUISITES = ['age', 'shop', 'credit', 'court', 'truth', 'use'] as const;

/** For a shop that never borrowed: what the loan is, what it costs, what it takes, and where to start. */
export function Landing() {
  const { t } = useTranslation();
  const products = useProducts();
  const signedIn = Boolean(useSession().data);
  const { campaign } = useSearch({ strict: false });
  const start = signedIn ? (
    <Link to="/start" className="button wide">
      {t('landing.start')}
    </Link>
  ) : (
    <Link to="/sign-in" search={{ back: '/start', ...(campaign ? { campaign } : {}) }} className="button wide">
      {t('landing.start')}
    </Link>
  );
  return (
    <Screen title={t('landing.title')} lead={t('landing.lead')} action={start}>
      <Shown of={products} lines={6}>
        {(all) => {
          const first = all.find((p) => p.firstLoanOnly);
          return first ? <Terms product={first} /> : null;
        }}
      </Shown>
      <Card title={t('landing.before')}>
        <p className="muted">{t('landing.beforeLead')}</p>
        <ul className="plainly">
          {PREREQUISITES.map((what) => (
            <li key={what}>
              <strong>{t(`landing.need.${what}`)}</strong> <span className="muted">{t(`landing.needWhy.${what}`)}</span>
            </li>
          ))}
        </ul>
        <p>{t('landing.noNeed')}</p>
        <Link to="/check" className="button second wide">
          {t('landing.check')}
        </Link>
        <p className="small muted">{t('landing.checkSays')}</p>
      </Card>
      <Card title={t('landing.safe')}>
        <p>{t('landing.safeSays')}</p>
      </Card>
    </Screen>
  );
}

function Terms({ product }: { product: Product }) {
  const { t } = useTranslation();
  return (
    <>
      <Card title={told(product.name)}>
        <p className="muted">{told(product.says)}</p>
        <Rows
          items={[
            [t('landing.amount'), t('landing.range', { from: showYuan(product.minAmountMinor), to: showYuan(product.maxAmountMinor) })],
            [t('landing.term'), t('landing.months', { from: product.minMonths, to: product.maxMonths })],
            [t('landing.rate'), t('landing.rateAtMost', { rate: showPercent(product.highestRatePpm) })],
            [t('landing.security'), product.guarantees.includes('CREDIT') ? t('landing.noSecurity') : t('landing.withSecurity')],
            [t('landing.fee'), t('landing.noFee')],
            [t('landing.early'), product.prepayment.feePpm === '0.0000' ? t('landing.earlyFree') : showPercent(product.prepayment.feePpm)],
          ]}
        />
        <Explain what={t('landing.howRepay')}>
          {product.methods.map((m) => (
            <p key={m}>
              <strong>{t(`method.${m}`)}</strong> {t(`methodSays.${m}`)}
            </p>
          ))}
        </Explain>
      </Card>
      <Card title={t('landing.example')}>
        <Suspense fallback={<Waiting lines={5} />}>
          <Example product={product} />
        </Suspense>
      </Card>
    </>
  );
}
