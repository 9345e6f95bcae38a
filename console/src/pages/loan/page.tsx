import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api, useMe } from '../../api.ts';
import { Day, Facts, Money, Percent } from '../../parts/figures.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { NextCase } from '../../parts/next-case.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { PageTabs } from '../../parts/page-tabs.tsx';
import { Panel, RecordHead } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import { useTab } from '../../parts/view-in-address.ts';
import type { Reply } from '../../reply.ts';
import { LoanActions } from './actions.tsx';
import { Amounts } from './amounts.tsx';
import { ExtensionAsked } from './extension-asked.tsx';
import { LoanJournals } from './journals.tsx';
import { PlanTable } from './plan.tsx';
import { Statement, Transactions } from './transactions.tsx';

export type LoanView = Reply<'/customers/{customerId}/loans/{loanId}'>;

/** The living loan: what is owed and why, what was paid and where it went, the journals behind it, and what may be done. */
export function LoanPage() {
  const path = useParams({ strict: false }) as { customerId: string; loanId: string };
  const asked = useQuery({
    queryKey: ['loan', path.loanId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans/{loanId}', { params: { path } })),
  });
  return (
    <PageState asked={asked} rows={16}>
      {(view) => <Loaded view={view} />}
    </PageState>
  );
}

function Loaded({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const { loan } = view;
  const tab = useTab('plan');
  return (
    <>
      <RecordHead
        title={<span className="num">{loan.loanNo}</span>}
        state={<StateTag state={loan.status} />}
        says={
          <>
            {t(`products.${loan.productCode}`, { defaultValue: loan.productCode })} · {t(`methods.${loan.method}`)} ·{' '}
            <Link to="/customers/$customerId/contracts/$contractId" params={{ customerId: loan.customerId, contractId: loan.contractId }}>
              {t('loan.contract')}
            </Link>{' '}
            · <CustomerLink id={loan.customerId} />
          </>
        }
        figures={[
          { label: t('loan.balance'), value: <Money value={loan.principalMinor} /> },
          {
            label: t('loan.nextDue'),
            value: loan.nextDueOn ? (
              <>
                <Money value={loan.nextDueMinor} /> <span className="muted small num">{loan.nextDueOn}</span>
              </>
            ) : (
              '—'
            ),
          },
          {
            label: t('collections.overdue'),
            value:
              view.daysPastDue > 0 ? (
                <Mark tone="bad">
                  <Money value={view.overdueMinor} /> · {t('loan.daysLate', { n: view.daysPastDue })}
                </Mark>
              ) : (
                <Money value={view.overdueMinor} />
              ),
          },
        ]}
        actions={<NextCase />}
      />
      <div className="split split-late">
        <PageTabs
          {...tab}
          items={[
            { key: 'plan', label: t('loan.plan'), children: <PlanTable view={view} /> },
            { key: 'transactions', label: t('loan.transactions'), children: <Transactions view={view} /> },
            { key: 'journals', label: t('ledger.journals'), children: <LoanJournals view={view} /> },
            { key: 'statement', label: t('loan.statement'), children: <Statement view={view} /> },
          ]}
        />
        <aside>
          <Balances view={view} />
          <ExtensionAsked view={view} />
          <LoanActions view={view} />
          <Terms view={view} />
        </aside>
      </div>
    </>
  );
}

function Balances({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const { balances: b, loan, totals } = view;
  const { data: me } = useMe();
  return (
    <Panel title={t('loan.balances')} extra={t('cockpit.asOf', { date: me?.businessDate ?? loan.asOf })}>
      <Amounts
        parts={[
          ['principal', b.principalMinor],
          ['interestDue', b.interestDueMinor],
          ['interestAccrued', b.interestAccruedMinor],
          ['penalty', b.penaltyMinor],
          ['fee', b.feeMinor],
        ]}
        label={t('loan.of.total')}
        sum={b.totalMinor}
      />
      <p className="muted small" style={{ marginBottom: 0 }}>
        {t('loan.paidSoFar')} <Money value={totals.paidMinor} /> · {t('loan.interestInAll')} <Money value={totals.interestMinor} />
        {loan.onBooks ? '' : ` · ${t('loan.offBooks')}`}
      </p>
    </Panel>
  );
}

function Terms({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const { loan } = view;
  return (
    <Panel title={t('loan.terms')}>
      <Facts
        items={[
          { key: 'lent', label: t('loan.lent'), value: <Money value={loan.lentMinor} /> },
          { key: 'rate', label: t('applications.rate'), value: <Percent value={loan.ratePpm} /> },
          { key: 'months', label: t('applications.months'), value: loan.months },
          { key: 'start', label: t('loan.startOn'), value: <Day value={loan.startOn} /> },
          { key: 'maturity', label: t('loan.maturityOn'), value: <Day value={loan.maturityOn} /> },
          { key: 'first', label: t('applications.firstLoan'), value: t(loan.firstLoan ? 'state.yes' : 'state.no') },
        ]}
      />
    </Panel>
  );
}
