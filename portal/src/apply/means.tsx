import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Choices, Field, faultOf, Refused } from '../parts/form.tsx';
import { useKept } from '../parts/kept.ts';
import { MoneyField } from '../parts/money.tsx';
import { Screen } from '../parts/screen.tsx';
import { AffordabilityCard } from './affordability.tsx';
import { type Application, useSaveDraft } from './applications.ts';
import { Draft } from './draft.tsx';
import { WALK } from './walk.ts';

type Debt = { lender: string; balanceMinor: string; monthlyMinor: string };
const EMPTY: Debt = { lender: '', balanceMinor: '', monthlyMinor: '' };

/** What comes in and what already goes out: the instalment is then shown against it. */
export function Means() {
  return <Draft>{(application) => <Form key={application.version} application={application} />}</Draft>;
}

function Form({ application }: { application: Application }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { form, applicationId } = application;
  const [value, setValue, forget] = useKept<{ income: string; revenue: string; owes: 'yes' | 'no' | ''; debts: readonly Debt[] }>(
    `means:${applicationId}`,
    {
      income: form.declaredMonthlyIncomeMinor ?? '',
      revenue: form.declaredAnnualRevenueMinor ?? '',
      owes: form.declaredDebts === undefined ? '' : form.declaredDebts.length > 0 ? 'yes' : 'no',
      debts: form.declaredDebts && form.declaredDebts.length > 0 ? form.declaredDebts : [EMPTY],
    },
  );
  const save = useSaveDraft(application);
  const debts = value.owes === 'yes' ? value.debts.filter((d) => d.lender !== '' || d.balanceMinor !== '' || d.monthlyMinor !== '') : [];
  const put = (at: number, change: Partial<Debt>): void =>
    setValue({ ...value, debts: value.debts.map((d, i) => (i === at ? { ...d, ...change } : d)) });

  const submit = async (): Promise<void> => {
    const saved = await save.act({
      form: { declaredMonthlyIncomeMinor: value.income, declaredAnnualRevenueMinor: value.revenue, declaredDebts: debts },
    });
    if (saved === undefined) return;
    forget();
    await navigate({ to: '/applications/$applicationId', params: { applicationId } });
  };
  return (
    <Screen
      title={t('means.title')}
      lead={t('means.lead')}
      progress={WALK.means}
      action={
        <button type="button" className="button wide" disabled={save.busy || value.owes === ''} onClick={() => void submit()}>
          {t('next')}
        </button>
      }
    >
      <MoneyField
        label={t('means.income')}
        help={t('means.incomeHelp')}
        name="income"
        value={value.income}
        onChange={(income) => setValue({ ...value, income })}
        fault={faultOf(save.refusal, 'form.declaredMonthlyIncomeMinor')}
      />
      <MoneyField
        label={t('means.revenue')}
        help={t('means.revenueHelp')}
        name="revenue"
        value={value.revenue}
        onChange={(revenue) => setValue({ ...value, revenue })}
        fault={faultOf(save.refusal, 'form.declaredAnnualRevenueMinor')}
      />
      <Choices
        legend={t('means.owes')}
        name="owes"
        value={[value.owes]}
        onChange={([owes]) => setValue({ ...value, owes: owes as 'yes' | 'no' })}
        options={[
          { value: 'no', label: t('means.no') },
          { value: 'yes', label: t('means.yes'), help: t('means.yesHelp') },
        ]}
      />
      {value.owes === 'yes' ? (
        <>
          {value.debts.map((d, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a debt being typed has no other name yet.
            <fieldset className="group" key={i}>
              <legend>{t('means.debt', { no: i + 1 })}</legend>
              <Field
                label={t('means.lender')}
                name={`lender${i}`}
                maxLength={80}
                value={d.lender}
                onChange={(e) => put(i, { lender: e.target.value })}
                fault={faultOf(save.refusal, `form.declaredDebts.${i}.lender`)}
              />
              <MoneyField
                label={t('means.balance')}
                name={`balance${i}`}
                value={d.balanceMinor}
                onChange={(balanceMinor) => put(i, { balanceMinor })}
                fault={faultOf(save.refusal, `form.declaredDebts.${i}.balanceMinor`)}
              />
              <MoneyField
                label={t('means.monthly')}
                name={`monthly${i}`}
                value={d.monthlyMinor}
                onChange={(monthlyMinor) => put(i, { monthlyMinor })}
                fault={faultOf(save.refusal, `form.declaredDebts.${i}.monthlyMinor`)}
              />
              <button
                type="button"
                className="button quiet"
                onClick={() => setValue({ ...value, debts: value.debts.length > 1 ? value.debts.filter((_, k) => k !== i) : [EMPTY] })}
              >
                {t('means.remove')}
              </button>
            </fieldset>
          ))}
          <button type="button" className="button second wide" onClick={() => setValue({ ...value, debts: [...value.debts, EMPTY] })}>
            {t('means.add')}
          </button>
        </>
      ) : null}
      {value.owes === '' ? null : <AffordabilityCard application={application} income={value.income} revenue={value.revenue} debts={debts} />}
      <Refused refusal={save.refusal} at={save.refusal?.faults.map((f) => f.field) ?? []} />
    </Screen>
  );
}
