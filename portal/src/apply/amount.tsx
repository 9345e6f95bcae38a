import { formatMoney, parseMoney } from '@tallystick/kernel';
import { showPercent, showYuan, told } from '@tallystick/ui';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Choices, faultOf, Refused } from '../parts/form.tsx';
import { useKept } from '../parts/kept.ts';
import { MoneyField } from '../parts/money.tsx';
import { PlanTable } from '../parts/plan-table.tsx';
import { Card, Explain, Rows, Screen, Waiting } from '../parts/screen.tsx';
import type { Method, Product } from '../products.ts';
import { useToday } from '../session.ts';
import { type Application, useSaveDraft } from './applications.ts';
import { Draft } from './draft.tsx';
import { type Offer, OfferCard, useOffersWaited } from './offer.tsx';
import { OtherProducts } from './other-products.tsx';
import { type Quote, quote } from './quote.ts';
import { WALK } from './walk.ts';

const MONTHS = [1, 3, 6, 9, 12, 18, 24, 36];
const least = (...amounts: string[]): string => amounts.reduce((m, a) => ((parseMoney(a) ?? 0n) < (parseMoney(m) ?? 0n) ? a : m));
const yuan = (amount: string): number => Number((parseMoney(amount) ?? 0n) / 100n);

/** How much, for how long, paid back how: every instalment worked out while the finger moves. */
export function Amount() {
  return <Draft>{(application, product) => <WithOffer key={application.version} application={application} product={product} />}</Draft>;
}
function WithOffer({ application, product }: { application: Application; product: Product }) {
  const { t } = useTranslation();
  const { items, gathering } = useOffersWaited(application.customerId);
  const offer = items.find((o) => o.productCode === product.code) ?? null;
  if (offer === null && gathering)
    return (
      <Screen title={t('amount.title')} lead={t('amount.gathering')} progress={WALK.amount}>
        <Waiting lines={6} />
      </Screen>
    );
  return <Form key={offer?.offerId ?? 'none'} application={application} product={product} offer={offer} />;
}

function Form({ application, product, offer }: { application: Application; product: Product; offer: Offer | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const most = offer ? least(offer.limitMinor, product.maxAmountMinor) : product.maxAmountMinor;
  const longest = offer ? Math.min(offer.months, product.maxMonths) : product.maxMonths;
  const rate = offer?.ratePpm ?? product.highestRatePpm;
  const { form } = application;
  const [value, setValue, forget] = useKept<{ amount: string; months: number; method: Method }>(`amount:${application.applicationId}`, {
    amount: form.amountMinor ?? least(most, product.firstLoanOnly ? '50000.00' : '100000.00'),
    months: form.months ?? Math.min(12, longest),
    method: form.method ?? product.methods[0] ?? 'equal_instalment',
  });
  const save = useSaveDraft(application);
  const of = (method: Method): Quote | undefined => (today ? quote(product, { ...value, method, rate, start: today }) : undefined);
  const shown = of(value.method);
  const months = [...new Set([...MONTHS.filter((m) => m >= product.minMonths && m <= longest), longest])].sort((a, b) => a - b);

  const submit = async (): Promise<void> => {
    const saved = await save.act({ form: { amountMinor: value.amount, months: value.months, method: value.method } });
    if (saved === undefined) return;
    forget();
    await navigate({ to: '/apply/$applicationId/purpose', params: { applicationId: application.applicationId } });
  };
  return (
    <Screen
      title={t('amount.title')}
      progress={WALK.amount}
      action={
        <button type="button" className="button wide" disabled={save.busy || shown === undefined} onClick={() => void submit()}>
          {t('next')}
        </button>
      }
    >
      {offer ? (
        <OfferCard offer={offer} />
      ) : (
        <p className="notice">{t('amount.noOffer', { product: told(product.name), rate: showPercent(rate) })}</p>
      )}
      <Card>
        <MoneyField
          label={t('amount.ask')}
          name="amountMinor"
          value={value.amount}
          onChange={(amount) => setValue({ ...value, amount })}
          fault={faultOf(save.refusal, 'form.amountMinor')}
          help={t('amount.range', { from: showYuan(product.minAmountMinor), to: showYuan(most), step: showYuan(product.stepMinor) })}
        />
        <input
          type="range"
          className="slider"
          aria-label={t('amount.slider')}
          aria-valuetext={showYuan(formatMoney(parseMoney(value.amount) ?? 0n))}
          min={yuan(product.minAmountMinor)}
          max={yuan(most)}
          step={yuan(product.stepMinor)}
          value={Math.min(yuan(value.amount), yuan(most))}
          onChange={(e) => setValue({ ...value, amount: formatMoney(BigInt(e.target.value) * 100n) })}
        />
        <fieldset className="months">
          <legend>{t('amount.months')}</legend>
          {months.map((m) => (
            <label key={m}>
              <input type="radio" name="months" checked={m === value.months} onChange={() => setValue({ ...value, months: m })} />
              <span>{t('amount.monthsOf', { count: m })}</span>
            </label>
          ))}
        </fieldset>
      </Card>
      <Result shown={shown} rate={rate} firm={offer !== null} />
      <Card>
        <Choices
          legend={t('amount.method')}
          name="method"
          value={[value.method]}
          onChange={([method]) => setValue({ ...value, method: method as Method })}
          fault={faultOf(save.refusal, 'form.method')}
          options={product.methods.map((m) => ({ value: m, label: t(`method.${m}`), help: <MethodPreview method={m} shown={of(m)} /> }))}
        />
      </Card>
      <OtherProducts application={application} />
      {shown ? <Explain what={t('amount.plan')}>{<PlanTable rows={shown.rows} />}</Explain> : null}
      <Refused refusal={save.refusal} at={['form.amountMinor', 'form.method']} />
    </Screen>
  );
}

function Result({ shown, rate, firm }: { shown: Quote | undefined; rate: string; firm: boolean }) {
  const { t } = useTranslation();
  if (shown === undefined) return <p className="muted">{t('amount.noQuote')}</p>;
  return (
    <Card>
      <div aria-live="polite">
        <p className="muted">{shown.level ? t('amount.each') : t('amount.first')}</p>
        <p className="big">{showYuan(shown.each)}</p>
      </div>
      <Rows
        items={[
          ...(shown.level ? [] : [[t('amount.largest'), showYuan(shown.largest)] as const]),
          [firm ? t('cost.rate') : t('amount.rateAtMost'), showPercent(rate)],
          [t('cost.interest'), showYuan(shown.interest)],
          [t('cost.total'), showYuan(shown.total)],
          [t('cost.allIn'), <strong key="irr">{showPercent(shown.allIn)}</strong>],
        ]}
      />
      <Explain what={t('cost.allInWhat')}>{t('cost.allInSays')}</Explain>
    </Card>
  );
}

const MethodPreview = ({ method, shown }: { method: Method; shown: Quote | undefined }) => {
  const { t } = useTranslation();
  return (
    <>
      {t(`methodSays.${method}`)}
      {shown ? (
        <span className="block">
          {t('amount.preview', {
            first: showYuan(shown.each),
            last: showYuan(shown.rows.at(-1)?.total ?? '0.00'),
            interest: showYuan(shown.interest),
          })}
        </span>
      ) : null}
    </>
  );
};
