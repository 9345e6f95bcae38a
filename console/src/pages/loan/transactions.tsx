import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { answered, api, useMay, useMe } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { DateField } from '../../parts/fields.tsx';
import { Day, Facts, Moment, Money } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import type { LoanView } from './page.tsx';

type Transaction = LoanView['transactions'][number];
const REVERSIBLE = new Set(['repay', 'prepay', 'settle']);

/** What came in and went out, where each payment went, and deductions under way. */
export function Transactions({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const mayReverse = useMay()('servicing.reverse_repayment');
  const [reversing, setReversing] = useState<Transaction>();
  return (
    <>
      <Panel title={t('loan.transactions')}>
        <TransactionLines rows={view.transactions} {...(mayReverse ? { onReverse: setReversing } : {})} />
      </Panel>
      <Panel title={t('loan.deductions')}>
        <Lines
          caption={t('loan.deductions')}
          rows={view.deductions}
          rowKey={(d) => d.orderNo}
          empty={<span className="muted">{t('loan.noDeductions')}</span>}
          columns={[
            { key: 'order', title: t('loan.order'), render: (d) => <span className="mono">{d.orderNo}</span> },
            { key: 'source', title: t('customer.source'), render: (d) => t(`deductionSources.${d.source}`) },
            { key: 'intent', title: t('loan.intent'), render: (d) => t(`transactionKinds.${d.intent}`) },
            { key: 'amount', title: t('contracts.yuan'), numeric: true, render: (d) => <Money value={d.amountMinor} /> },
            { key: 'state', title: t('customers.state'), render: (d) => <StateTag state={`order_${d.state}`} /> },
            {
              key: 'fault',
              title: t('act.reason'),
              render: (d) => (d.faultCode ? t(`railCodes.${d.faultCode}`, { defaultValue: d.faultCode }) : '—'),
            },
            { key: 'at', title: t('loan.orderedAt'), render: (d) => <Moment value={d.orderedAt} /> },
          ]}
        />
      </Panel>
      {reversing ? <Reverse view={view} transaction={reversing} onClose={() => setReversing(undefined)} /> : null}
    </>
  );
}

export function TransactionLines({ rows, onReverse }: { rows: readonly Transaction[]; onReverse?: (transaction: Transaction) => void }) {
  const { t } = useTranslation();
  return (
    <Lines
      caption={t('loan.transactions')}
      rows={rows}
      rowKey={(x) => String(x.seq)}
      empty={<span className="muted">{t('loan.noTransactions')}</span>}
      columns={[
        {
          key: 'valueOn',
          title: t('loan.valueOn'),
          render: (x) => (
            <>
              <Day value={x.valueOn} />
              {x.postedOn === x.valueOn ? null : <div className="muted small num">{t('loan.postedOn', { date: x.postedOn })}</div>}
            </>
          ),
        },
        {
          key: 'kind',
          title: t('loan.kind'),
          render: (x) =>
            x.reversed ? (
              <Mark tone="rest">
                {t(`transactionKinds.${x.kind}`)} · {t('ledger.isReversed')}
              </Mark>
            ) : (
              t(`transactionKinds.${x.kind}`)
            ),
        },
        { key: 'amount', title: t('contracts.yuan'), numeric: true, render: (x) => <Money value={x.amountMinor} /> },
        { key: 'allocation', title: t('loan.allocation'), render: (x) => <Allocation transaction={x} /> },
        {
          key: 'channel',
          title: t('loan.channel'),
          render: (x) => (
            <>
              {t(`loanChannels.${x.channel}`, { defaultValue: x.channel })}
              <div className="mono muted">{x.reference}</div>
            </>
          ),
        },
        { key: 'receipt', title: t('loan.receipt'), render: (x) => <span className="mono">{x.receiptNo}</span> },
        {
          key: 'act',
          title: '',
          render: (x) =>
            onReverse && REVERSIBLE.has(x.kind) && !x.reversed ? (
              <Button size="small" onClick={() => onReverse(x)}>
                {t('loan.reverse')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

/** Where the money went: first instalment first, each with its bucket. */
function Allocation({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation();
  if (transaction.allocation.length === 0) return <>—</>;
  return (
    <>
      {transaction.allocation.map((a) => (
        <div key={`${a.row}:${a.bucket}:${a.kind}`} className="nowrap">
          <span className="muted">
            {t('loan.instalment', { no: a.row })} {t(`buckets.${a.bucket}`)}
            {a.kind === 'waived' ? ` (${t('loan.waived')})` : ''}
          </span>{' '}
          <Money value={a.minor} />
        </div>
      ))}
    </>
  );
}

function Reverse({ view, transaction, onClose }: { view: LoanView; transaction: Transaction; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const act = useAct<{ reason: string }, unknown>({
    form,
    done: t('loan.reversed'),
    run: (v, keyed) =>
      api.POST('/customers/{customerId}/loans/{loanId}/reversals', {
        params: { ...keyed, path: { customerId: view.loan.customerId, loanId: view.loan.id } },
        body: { seq: transaction.seq, reason: v.reason },
      }),
  });
  return (
    <Ask<{ reason: string }>
      open
      danger
      title={t('loan.reverse')}
      form={form}
      act={act}
      onClose={onClose}
      says={t('loan.reverseSays', { receipt: transaction.receiptNo })}
    >
      <p style={{ marginTop: 0 }}>
        {t(`transactionKinds.${transaction.kind}`)} · <Money value={transaction.amountMinor} /> · <Day value={transaction.valueOn} />
      </p>
      <ReasonField name="reason" />
    </Ask>
  );
}

/** A statement for a period: opening, what moved, closing. */
export function Statement({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [span, setSpan] = useState({ from: view.loan.startOn, to: me?.businessDate ?? view.loan.asOf });
  const path = { customerId: view.loan.customerId, loanId: view.loan.id };
  const asked = useQuery({
    queryKey: ['statement', view.loan.id, span],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans/{loanId}/statement', { params: { path, query: span } })),
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className="list-bar no-print">
        <DateField aria-label={t('ledger.from')} value={span.from} onChange={(from) => setSpan({ ...span, from: from || span.from })} />
        <DateField aria-label={t('ledger.to')} value={span.to} onChange={(to) => setSpan({ ...span, to: to || span.to })} />
        <span className="grow" />
        <Button onClick={() => window.print()}>{t('loan.print')}</Button>
      </div>
      <PageState asked={asked} rows={6}>
        {(s) => (
          <Panel title={t('loan.statementOf', { no: s.loanNo, from: s.from, to: s.to })}>
            <Facts
              items={[
                { key: 'opening', label: t('loan.opening'), value: <Money value={s.openingMinor} /> },
                { key: 'out', label: t('loan.paidOut'), value: <Money value={s.paidOutMinor} /> },
                { key: 'principal', label: t('loan.principalPaid'), value: <Money value={s.paid.principal} /> },
                ...(s.forgivenMinor === '0.00' ? [] : [{ key: 'forgiven', label: t('loan.forgiven'), value: <Money value={s.forgivenMinor} /> }]),
                { key: 'closing', label: t('loan.closing'), value: <Money value={s.closingMinor} /> },
              ]}
            />
            <Facts
              items={[
                { key: 'in', label: t('loan.received'), value: <Money value={s.receivedMinor} /> },
                { key: 'onPrincipal', label: t('loan.ofItPrincipal'), value: <Money value={s.paid.principal} /> },
                { key: 'onInterest', label: t('loan.ofItInterest'), value: <Money value={s.paid.interest} /> },
                { key: 'onPenalty', label: t('loan.ofItPenalty'), value: <Money value={s.paid.penalty} /> },
                { key: 'onFee', label: t('loan.ofItFee'), value: <Money value={s.paid.fee} /> },
                { key: 'held', label: t('loan.ofItHeld'), value: <Money value={s.heldMinor} /> },
              ]}
            />
            <TransactionLines rows={s.transactions} />
          </Panel>
        )}
      </PageState>
    </>
  );
}
