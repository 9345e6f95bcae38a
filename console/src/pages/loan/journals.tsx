import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, useMay } from '../../api.ts';
import { Day, Money } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { JournalLines } from '../ledger.tsx';
import type { LoanView } from './page.tsx';

/** The books of this loan: balances by account and every journal. */
export function LoanJournals({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const may = useMay();
  const { loan } = view;
  const asked = useQuery({
    queryKey: ['loan-journals', loan.id],
    enabled: may('ledger.list_customer_journals'),
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/journals', { params: { path: { customerId: loan.customerId }, query: { subject: loan.id } } })),
  });
  if (!may('ledger.list_customer_journals'))
    return (
      <Panel title={t('ledger.journals')}>
        <span className="muted">{t('state.forbidden')}</span>
      </Panel>
    );
  return (
    <PageState asked={asked} rows={8}>
      {({ journals, balances }) => (
        <>
          <Panel title={t('loan.accounts')}>
            <Lines
              caption={t('loan.accounts')}
              rows={balances}
              rowKey={(b) => b.account}
              empty={<span className="muted">{t('ledger.noBalances')}</span>}
              columns={[
                {
                  key: 'account',
                  title: t('ledger.account'),
                  render: (b) => (
                    <span>
                      <span className="num">{b.account}</span> {told(b)}
                    </span>
                  ),
                },
                { key: 'debit', title: t('ledger.debit'), numeric: true, render: (b) => <Money value={b.debitMinor} /> },
                { key: 'credit', title: t('ledger.credit'), numeric: true, render: (b) => <Money value={b.creditMinor} /> },
                { key: 'balance', title: t('ledger.balance'), numeric: true, render: (b) => <Money value={b.balanceMinor} /> },
              ]}
            />
          </Panel>
          <Panel title={t('ledger.journals')} extra={t('list.total', { n: journals.length })}>
            {journals.map((j) => (
              <div key={j.id} style={{ marginBottom: 16 }}>
                <div className="row">
                  <Day value={j.on} /> <strong>{told(j)}</strong> <span className="mono muted">{j.reference}</span>
                </div>
                <JournalLines journal={j} />
              </div>
            ))}
          </Panel>
        </>
      )}
    </PageState>
  );
}
