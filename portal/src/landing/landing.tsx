import { showPercent, showYuan, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Card, Explain, Rows, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useSession } from '../session.ts';
import { AskContact } from './ask-contact.tsx';
import { useVisit } from './visit.ts';

const useTerms = () =>
  useQuery({ queryKey: ['first-loan'], staleTime: 600_000, queryFn: async () => answered(await api.GET('/first-loan')).products });
type Terms = NonNullable<ReturnType<typeof useTerms>['data']>[number];
const PREREQUISITES = ['age', 'shop', 'credit', 'court', 'truth', 'use'] as const;

/** For a shop that never borrowed: what the loan is, what it costs, what it takes, and where to start. */
export function Landing() {
  const { t } = useTranslation();
  const terms = useTerms();
  const signedIn = Boolean(useSession().data);
  const { campaign } = useSearch({ strict: false });
  useVisit('first_loan', campaign);
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
    <Screen title={t('landing.title')} lead={t('landing.lead')} action={start} wide>
      <div className="columns">
        <Shown of={terms} lines={8}>
          {(products) => (
            <>
              {products.map((p) => (
                <Offered key={p.code} product={p} />
              ))}
              <Prerequisites />
              {signedIn ? null : <AskContact campaign={campaign} />}
              <Card title={t('landing.safe')}>
                <p>{t('landing.safeSays')}</p>
              </Card>
            </>
          )}
        </Shown>
      </div>
    </Screen>
  );
}

function Offered({ product }: { product: Terms }) {
  const { t } = useTranslation();
  const { example } = product;
  return (
    <>
      <Card title={told({ zh: product.nameZh, en: product.nameEn })}>
        <p className="muted">{told({ zh: product.saysZh, en: product.saysEn })}</p>
        <Rows
          items={[
            [t('landing.amount'), t('landing.range', { from: showYuan(product.minAmountMinor), to: showYuan(product.maxAmountMinor) })],
            [t('landing.term'), t('landing.months', { from: product.minMonths, to: product.maxMonths })],
            [t('landing.rate'), t('landing.rateAtMost', { rate: showPercent(example.ratePpm) })],
            [t('landing.security'), t('landing.noSecurity')],
            [t('landing.fee'), t('landing.noFee')],
            [t('landing.early'), t('landing.earlyFree')],
            [t('landing.answer'), t('landing.hours', { count: Math.ceil(product.decisionMinutes / 60) })],
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
        <p>
          {t('landing.exampleSays', {
            amount: showYuan(example.amountMinor),
            months: example.months,
            rate: showPercent(example.ratePpm),
            method: t(`method.${example.method}`),
          })}
        </p>
        <Rows
          items={[
            [t('cost.each'), showYuan(example.firstPaymentMinor)],
            [t('cost.interest'), showYuan(example.interestMinor)],
            [t('cost.fees'), showYuan('0.00')],
            [t('cost.total'), showYuan(example.totalMinor)],
            [t('cost.allIn'), <strong key="irr">{showPercent(example.allInPpm)}</strong>],
          ]}
        />
        <Explain what={t('cost.allInWhat')}>{t('cost.allInSays')}</Explain>
      </Card>
    </>
  );
}

/** What a loan rests on, told before anybody spends time on applying (S0-29). */
function Prerequisites() {
  const { t } = useTranslation();
  return (
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
  );
}
