import { formatMoney, parseMoney } from '@tallystick/kernel';
import { showPercent, showYuan } from '@tallystick/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Card, Explain, Rows } from '../parts/screen.tsx';
import type { Application } from './applications.ts';

type Debt = { readonly balanceMinor: string; readonly monthlyMinor: string };
const sumOf = (amounts: readonly string[]): string => formatMoney(amounts.reduce((sum, a) => sum + (parseMoney(a) ?? 0n), 0n));

/** What the loan takes of the income, worked out by the server without any credit query. */
export function useAffordability(application: Application, means: { income: string; revenue: string; debts: readonly Debt[] }) {
  const { customerId, productCode, form } = application;
  const ready =
    form.amountMinor !== undefined &&
    form.months !== undefined &&
    form.method !== undefined &&
    parseMoney(means.income) !== undefined &&
    parseMoney(means.revenue) !== undefined;
  const query = {
    productCode,
    amountMinor: form.amountMinor ?? '',
    months: form.months ?? 0,
    method: form.method ?? 'equal_instalment',
    monthlyIncomeMinor: means.income,
    annualRevenueMinor: means.revenue,
    otherDebtMinor: sumOf(means.debts.map((d) => d.balanceMinor)),
    otherMonthlyMinor: sumOf(means.debts.map((d) => d.monthlyMinor)),
    otherLenders: means.debts.length,
  } as const;
  return useQuery({
    queryKey: ['affordability', customerId, query],
    enabled: ready,
    placeholderData: keepPreviousData,
    queryFn: async () => answered(await api.GET('/customers/{customerId}/affordability', { params: { path: { customerId }, query } })),
  });
}

export function AffordabilityCard({
  application,
  income,
  revenue,
  debts,
}: {
  application: Application;
  income: string;
  revenue: string;
  debts: readonly Debt[];
}) {
  const { t } = useTranslation();
  const answer = useAffordability(application, { income, revenue, debts }).data;
  if (answer === undefined) return null;
  const a = answer.affordability;
  return (
    <Card title={t('afford.title')}>
      <Rows
        items={[
          [t('afford.instalment'), showYuan(a.instalmentMinor)],
          [t('afford.all'), showYuan(a.monthlyDebtMinor)],
          [
            t('afford.share'),
            a.dtiPpm === null ? t('afford.noIncome') : t('afford.shareOf', { share: showPercent(a.dtiPpm), cap: showPercent(a.dtiCapPpm) }),
          ],
        ]}
      />
      {a.faults.length === 0 ? <p className="notice good">{t('afford.fits')}</p> : null}
      {a.faults.map((f) => (
        <p className="notice watch" key={f}>
          {t(`afford.fault.${f}`, {
            fitting: showYuan(a.fittingMinor),
            lenders: a.lenders,
            max: a.maxLenders,
            room: showYuan(a.debtRoomMinor),
            debt: showYuan(a.totalDebtMinor),
          })}
        </p>
      ))}
      <Explain what={t('afford.how')}>{t('afford.howSays', { rate: showPercent(a.ratePpm) })}</Explain>
    </Card>
  );
}
