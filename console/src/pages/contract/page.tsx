import { showMoment, showMoney, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api.ts';
import { DownloadButton } from '../../parts/download.tsx';
import { Day, Facts, Money, Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel, RecordHead } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import type { Reply } from '../../reply.ts';

type View = Reply<'/customers/{customerId}/contracts/{contractId}'>;

/** A contract as both parties hold it: terms, the four values that bound it, costs, plan, and the chain of evidence over its signing. */
export function ContractPage() {
  const path = useParams({ strict: false }) as { customerId: string; contractId: string };
  const asked = useQuery({
    queryKey: ['contract', path.contractId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/contracts/{contractId}', { params: { path } })),
  });
  return (
    <PageState asked={asked} rows={14}>
      {(view) => <Loaded view={view} />}
    </PageState>
  );
}

function Loaded({ view }: { view: View }) {
  const { t } = useTranslation();
  const { contract: c } = view;
  return (
    <>
      <RecordHead
        title={<span className="num">{c.contractNo}</span>}
        state={<StateTag state={c.state} />}
        says={
          <>
            {t(`products.${c.productCode}`, { defaultValue: c.productCode })} · {t(`methods.${c.method}`)} · <CustomerLink id={c.customerId} />
          </>
        }
        figures={[
          { label: t('contracts.amount'), value: <Money value={c.amountMinor} /> },
          { label: t('applications.rate'), value: <Percent value={c.ratePpm} /> },
          { label: t('contracts.allIn'), value: <Percent value={c.compoundPpm} /> },
          { label: t('applications.months'), value: c.months },
        ]}
        actions={<DownloadButton path={`/customers/${c.customerId}/contracts/${c.id}/document`}>{t('contracts.download')}</DownloadButton>}
      />
      {c.fault ? (
        <Panel title={t('contracts.fault')}>
          <Mark tone="bad">{c.fault}</Mark>
        </Panel>
      ) : null}
      <div className="split">
        <div>
          <Plan view={view} />
          <Cost view={view} />
        </div>
        <aside>
          <Limits view={view} />
          <Verification view={view} />
          <Evidence view={view} />
        </aside>
      </div>
    </>
  );
}

/** The four values of which the smallest bounds the amount. */
function Limits({ view }: { view: View }) {
  const { t } = useTranslation();
  const { limits } = view.contract;
  const rows = (['approvedMinor', 'availableMinor', 'needMinor', 'capMinor'] as const).map((key) => ({
    key,
    value: limits[key],
    binding: limits[key] === limits.mostMinor,
  }));
  return (
    <Panel title={t('contracts.limits')} extra={t('contracts.limitsSays')}>
      <Lines
        caption={t('contracts.limits')}
        rows={rows}
        rowKey={(r) => r.key}
        columns={[
          {
            key: 'name',
            title: t('contracts.bound'),
            render: (r) => (r.binding ? <Mark tone="watch">{t(`contracts.${r.key}`)}</Mark> : t(`contracts.${r.key}`)),
          },
          { key: 'value', title: t('contracts.yuan'), numeric: true, render: (r) => <Money value={r.value} /> },
        ]}
      />
    </Panel>
  );
}

function Plan({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('contracts.plan')} extra={t('contracts.total', { amount: showMoney(view.totalMinor) })}>
      <Lines
        caption={t('contracts.plan')}
        rows={view.plan}
        rowKey={(r) => String(r.no)}
        columns={[
          { key: 'no', title: t('loan.no'), numeric: true, render: (r) => r.no },
          { key: 'due', title: t('loan.dueOn'), render: (r) => <Day value={r.dueOn} /> },
          { key: 'principal', title: t('loan.principal'), numeric: true, render: (r) => <Money value={r.principalMinor} /> },
          { key: 'interest', title: t('loan.interest'), numeric: true, render: (r) => <Money value={r.interestMinor} /> },
          { key: 'total', title: t('loan.total'), numeric: true, render: (r) => <Money value={r.totalMinor} /> },
          { key: 'after', title: t('loan.balanceAfter'), numeric: true, render: (r) => <Money value={r.balanceAfterMinor} /> },
        ]}
      />
    </Panel>
  );
}

/** 综合融资成本明示表. */
function Cost({ view }: { view: View }) {
  const { t } = useTranslation();
  const columns = [
    { key: 'name', title: t('contracts.costItem'), render: (i: View['cost']['items'][number]) => told(i.name) },
    { key: 'method', title: t('contracts.costMethod'), render: (i: View['cost']['items'][number]) => told(i.method) },
    { key: 'standard', title: t('contracts.costStandard'), render: (i: View['cost']['items'][number]) => told(i.standard) },
    { key: 'payee', title: t('contracts.costPayee'), render: (i: View['cost']['items'][number]) => told(i.payee) },
    { key: 'amount', title: t('contracts.yuan'), numeric: true, render: (i: View['cost']['items'][number]) => <Money value={i.amountMinor} /> },
  ];
  return (
    <Panel title={t('contracts.cost')}>
      <Lines caption={t('contracts.cost')} rows={view.cost.items} rowKey={(i) => i.code} columns={columns} />
      <h3>{t('contracts.otherwise')}</h3>
      <Lines caption={t('contracts.otherwise')} rows={view.cost.otherwise} rowKey={(i) => i.code} columns={columns} />
      <h3>{t('contracts.allIn')}</h3>
      <Facts
        items={[
          { key: 'compound', label: t('contracts.compound'), value: <Percent value={view.cost.compoundPpm} /> },
          { key: 'simple', label: t('contracts.simple'), value: <Percent value={view.cost.simplePpm} /> },
          { key: 'interest', label: t('contracts.interestSum'), value: <Money value={view.cost.interestMinor} /> },
          { key: 'penalty', label: t('contracts.penaltyRate'), value: <Percent value={view.penaltyPpm} /> },
        ]}
      />
    </Panel>
  );
}

function Verification({ view }: { view: View }) {
  const { t } = useTranslation();
  const { contract: c } = view;
  const path = { customerId: c.customerId, contractId: c.id };
  const asked = useQuery({
    queryKey: ['verification', c.id],
    enabled: false,
    queryFn: async () => answered(await api.GET('/customers/{customerId}/contracts/{contractId}/verification', { params: { path } })),
  });
  if (c.documentId === null) return null;
  const idle = asked.fetchStatus === 'idle' && asked.isPending;
  return (
    <Panel
      title={t('contracts.signatures')}
      extra={
        <Button size="small" loading={asked.isFetching} onClick={() => void asked.refetch()}>
          {t('contracts.verify')}
        </Button>
      }
    >
      {idle ? (
        <span className="muted">{t('contracts.verifySays')}</span>
      ) : (
        <PageState asked={asked} rows={2}>
          {(v) => (
            <div className="stack">
              <Mark tone={v.hashFits ? 'good' : 'bad'}>{t(v.hashFits ? 'contracts.hashFits' : 'contracts.hashDiffers')}</Mark>
              {v.signatures.map((s) => (
                <div key={s.serial}>
                  <Mark tone={s.valid && s.chainFits ? 'good' : 'bad'}>{s.signer}</Mark>
                  <div className="mono muted">{s.fault ?? s.serial}</div>
                </div>
              ))}
            </div>
          )}
        </PageState>
      )}
      <p className="mono muted" style={{ marginBottom: 0 }}>
        SHA-256 {c.documentHash}
      </p>
    </Panel>
  );
}

function Evidence({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('contracts.evidence')}>
      {view.evidence.length === 0 ? (
        <span className="muted">{t('contracts.noEvidence')}</span>
      ) : (
        <ol className="story">
          {view.evidence.map((e) => (
            <li key={e.place}>
              <div className="muted small num">{showMoment(e.at)}</div>
              {t(`evidenceKinds.${e.kind}`, { defaultValue: e.kind })}
              <div className="muted small">{e.ip === 'inside' ? t('actorKinds.system') : e.ip}</div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
