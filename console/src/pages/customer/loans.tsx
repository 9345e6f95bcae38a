import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api.ts';
import { Day, Figures, Money, Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { BehaviourPanel, useBehaviour } from './behaviour.tsx';

/** Loans of the customer, how they are repaid, and what stands below: shown together, so that nothing moves under the eyes. */
export function CustomerLoans({ customerId, children }: { customerId: string; children: ReactNode }) {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['customer-loans', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans', { params: { path: { customerId } } })).items,
  });
  const habit = useHabit(customerId);
  const behaviour = useBehaviour(customerId);
  if (habit.isPending || behaviour.isLoading) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  return (
    <PageState asked={asked}>
      {(items) => (
        <>
          {items.length > 0 && habit.data ? <HabitFigures habit={habit.data} /> : null}
          {behaviour.data && behaviour.data.length > 0 ? <BehaviourPanel scores={behaviour.data} /> : null}
          <Panel title={t('customer.loans')}>
            <Lines
              caption={t('customer.loans')}
              rows={items}
              rowKey={(l) => l.id}
              empty={<span className="muted">{t('customer.noLoans')}</span>}
              columns={[
                {
                  key: 'no',
                  title: t('collections.loan'),
                  render: (l) => (
                    <Link to="/customers/$customerId/loans/$loanId" params={{ customerId, loanId: l.id }} className="num">
                      {l.loanNo}
                    </Link>
                  ),
                },
                { key: 'state', title: t('customers.state'), render: (l) => <StateTag state={l.status} /> },
                { key: 'lent', title: t('loan.lent'), numeric: true, render: (l) => <Money value={l.lentMinor} /> },
                { key: 'balance', title: t('loan.balance'), numeric: true, render: (l) => <Money value={l.principalMinor} /> },
                { key: 'rate', title: t('applications.rate'), numeric: true, render: (l) => <Percent value={l.ratePpm} /> },
                { key: 'next', title: t('loan.nextDueOn'), render: (l) => <Day value={l.nextDueOn} /> },
                { key: 'overdue', title: t('collections.overdue'), numeric: true, render: (l) => <Money value={l.overdueMinor} /> },
              ]}
            />
          </Panel>
          {children}
        </>
      )}
    </PageState>
  );
}

const useHabit = (customerId: string) =>
  useQuery({
    queryKey: ['habit', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/repayment-habit', { params: { path: { customerId } } })),
  });
function HabitFigures({ habit: h }: { habit: NonNullable<ReturnType<typeof useHabit>['data']> }) {
  const { t } = useTranslation();
  return (
    <Figures
      items={[
        {
          key: 'onTime',
          label: t('customer.onTime'),
          value: <Percent value={h.onTimePpm} />,
          help: t('customer.onTimeHelp', { onTime: h.onTimeCount, due: h.dueCount }),
        },
        { key: 'streak', label: t('customer.streak'), value: h.streak },
        { key: 'late', label: t('customer.longestLate'), value: h.longestDaysLate, tone: h.longestDaysLate > 30 ? 'bad' : undefined },
        { key: 'score', label: t('customer.behaviour'), value: h.behaviourScore },
        {
          key: 'overdue',
          label: t('collections.overdue'),
          value: <Money value={h.overdueMinor} />,
          tone: h.overdueMinor === '0.00' ? undefined : 'bad',
        },
      ]}
    />
  );
}
