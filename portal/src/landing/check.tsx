import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, refusalOf } from '../api.ts';
import { Area, Field, faultOf, Refused } from '../parts/form.tsx';
import { MoneyField } from '../parts/money.tsx';
import { Card, Screen } from '../parts/screen.tsx';
import { useProducts } from '../products.ts';
import { useCustomerId } from '../session.ts';
import { useVisit } from './visit.ts';

const EMPTY = {
  amountMinor: '',
  months: '12',
  purposeText: '',
  monthlyIncomeMinor: '',
  annualRevenueMinor: '',
  otherDebtMinor: '',
  otherMonthlyMinor: '',
  otherLenders: '0',
};
type Asked = typeof EMPTY;

/** A first answer by the bank's own rules. No credit query is made, and the bureau learns nothing. */
export function Check() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  useVisit('self_check');
  const [form, setForm] = useState(EMPTY);
  const [asked, setAsked] = useState<Asked>();
  const answer = useQuery({
    queryKey: ['eligibility', customerId, asked],
    enabled: asked !== undefined,
    retry: false,
    queryFn: async () => {
      const q = asked ?? EMPTY;
      const query = {
        ...q,
        months: Number(q.months),
        otherLenders: Number(q.otherLenders),
        otherDebtMinor: q.otherDebtMinor || '0',
        otherMonthlyMinor: q.otherMonthlyMinor || '0',
        method: 'equal_instalment',
        purposeClass: 'BUSINESS',
      } as const;
      return answered(await api.GET('/customers/{customerId}/eligibility', { params: { path: { customerId }, query } }));
    },
  });
  const refusal = refusalOf(answer.error);
  const put = (field: keyof Asked) => (value: string) => setForm({ ...form, [field]: value });
  const money = (field: keyof Asked, help?: string) => (
    <MoneyField
      label={t(`check.${field}`)}
      {...(help ? { help } : {})}
      name={field}
      value={form[field]}
      onChange={put(field)}
      fault={faultOf(refusal, field)}
    />
  );
  return (
    <form
      noValidate
      onSubmit={(e: FormEvent) => {
        e.preventDefault();
        setAsked(form);
      }}
    >
      <Screen
        title={t('check.title')}
        lead={t('check.lead')}
        action={
          <button type="submit" className="button wide" disabled={answer.isFetching}>
            {t('check.ask')}
          </button>
        }
      >
        {answer.data ? <Answer items={answer.data.products} /> : null}
        {money('amountMinor')}
        <Field
          label={t('check.months')}
          name="months"
          inputMode="numeric"
          value={form.months}
          onChange={(e) => put('months')(e.target.value)}
          fault={faultOf(refusal, 'months')}
        />
        <Area
          label={t('check.purposeText')}
          name="purposeText"
          maxLength={500}
          value={form.purposeText}
          onChange={(e) => put('purposeText')(e.target.value)}
          fault={faultOf(refusal, 'purposeText')}
        />
        {money('monthlyIncomeMinor', t('means.incomeHelp'))}
        {money('annualRevenueMinor', t('means.revenueHelp'))}
        {money('otherDebtMinor')}
        {money('otherMonthlyMinor')}
        <Field
          label={t('check.otherLenders')}
          name="otherLenders"
          inputMode="numeric"
          value={form.otherLenders}
          onChange={(e) => put('otherLenders')(e.target.value)}
          fault={faultOf(refusal, 'otherLenders')}
        />
        <Refused refusal={refusal} at={Object.keys(EMPTY)} />
      </Screen>
    </form>
  );
}

type Item = { productCode: string; result: 'likely' | 'unclear' | 'unlikely'; faults: { field: string; code: string; zh: string; en: string }[] };
function Answer({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  const products = useProducts().data ?? [];
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Each answer is shown anew, where the eye and the reader are taken.
    if (items.length === 0) return;
    place.current?.focus();
    window.scrollTo(0, 0);
  }, [items]);
  // Products for another kind of customer are not worth a word.
  const shown = items.filter((i) => !i.faults.some((f) => f.code === 'applications.segment'));
  return (
    <section role="status" ref={place} tabIndex={-1}>
      {shown.map((i) => {
        const product = products.find((p) => p.code === i.productCode);
        return (
          <Card key={i.productCode} title={product ? told(product.name) : i.productCode}>
            <p className={i.result === 'likely' ? 'notice good' : 'notice watch'}>{t(`check.result.${i.result}`)}</p>
            <ul className="plainly">
              {i.faults.map((f) => (
                <li key={`${f.field}:${f.code}`}>{told(f)}</li>
              ))}
            </ul>
          </Card>
        );
      })}
      <p className="small muted">{t('check.noPromise')}</p>
      <Link to="/start" className="button second wide">
        {t('landing.start')}
      </Link>
    </section>
  );
}
