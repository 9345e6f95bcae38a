import { parseMoney } from '@tallystick/kernel';
import { PREPAYMENT_MODES, REPAYMENT_INTENTS } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { answered, api, useMay, useMe } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { DateField, MoneyField } from '../../parts/fields.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { PageTabs } from '../../parts/page-tabs.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Amounts } from './amounts.tsx';
import { BeforeAndAfter, ChangePlan } from './change.tsx';
import type { LoanView } from './page.tsx';

type Intent = (typeof REPAYMENT_INTENTS)[number];
type Mode = (typeof PREPAYMENT_MODES)[number];

/** What may be done with the loan: record money received, see what an early payment would change, what settles it, waive what is due. */
export function LoanActions({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const may = useMay();
  if (view.loan.status === 'settled')
    return may('servicing.refund_credit') && view.loan.creditMinor !== '0.00' ? (
      <Panel title={t('loan.actions')}>
        <Refund view={view} />
      </Panel>
    ) : null;
  return (
    <Panel title={t('loan.actions')}>
      <PageTabs
        small
        items={[
          ...(may('servicing.record_repayment') ? [{ key: 'record', label: t('loan.record'), children: <Record view={view} /> }] : []),
          { key: 'settle', label: t('loan.quote'), children: <Quote view={view} /> },
          { key: 'prepay', label: t('loan.whatIf'), children: <WhatIf view={view} /> },
          ...(may('servicing.waive') ? [{ key: 'waive', label: t('loan.waive'), children: <Waive view={view} /> }] : []),
          ...(may('servicing.change_plan') ? [{ key: 'change', label: t('loan.change'), children: <ChangePlan view={view} /> }] : []),
        ]}
      />
    </Panel>
  );
}

type Recorded = { amount: string; valueOn: string; reference: string; intent: Intent; mode: Mode };
/** Money that arrived by another way, on the day it arrived: a value date in the past is replayed, nothing is edited. */
function Record({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const path = { customerId: view.loan.customerId, loanId: view.loan.id };
  const [form] = Form.useForm<Recorded>();
  const intent = Form.useWatch('intent', form);
  const act = useAct<Recorded, { receiptNo: string }>({
    form,
    done: t('loan.recorded'),
    run: (v, keyed) => api.POST('/customers/{customerId}/loans/{loanId}/repayments', { params: { ...keyed, path }, body: v }),
    onDone: () => form.resetFields(),
  });
  const required = [{ required: true, message: t('act.required') }];
  return (
    <Form<Recorded>
      form={form}
      layout="vertical"
      onFinish={(v) => void act.act({ ...v, mode: v.mode ?? 'keep_term' })}
      initialValues={{
        intent: 'repay',
        mode: 'keep_term',
        valueOn: me?.businessDate,
        amount: view.overdueMinor === '0.00' ? view.loan.nextDueMinor : view.overdueMinor,
      }}
    >
      <Form.Item name="intent" label={t('loan.intent')}>
        <Select options={REPAYMENT_INTENTS.map((v) => ({ value: v, label: t(`transactionKinds.${v}`) }))} />
      </Form.Item>
      <Form.Item name="amount" label={t('collections.amountYuan')} rules={required}>
        <MoneyField />
      </Form.Item>
      {intent === 'prepay' ? (
        <Form.Item name="mode" label={t('loan.mode')}>
          <Radio.Group options={PREPAYMENT_MODES.map((v) => ({ value: v, label: t(`replanModes.${v}`) }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="valueOn" label={t('loan.valueOn')} extra={t('loan.valueOnHelp')} rules={required}>
        <DateField />
      </Form.Item>
      <Form.Item name="reference" label={t('loan.reference')} extra={t('loan.referenceHelp')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <RefusalNote refusal={act.refusal} />
      <Button type="primary" htmlType="submit" loading={act.busy} block>
        {t('loan.record')}
      </Button>
    </Form>
  );
}

/** What settles the loan on a day, part by part. */
function Quote({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [on, setOn] = useState(me?.businessDate ?? '');
  const path = { customerId: view.loan.customerId, loanId: view.loan.id };
  const asked = useQuery({
    queryKey: ['payoff', view.loan.id, on],
    retry: false,
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans/{loanId}/payoff', { params: { path, query: on ? { on } : {} } })),
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className="row" style={{ marginBottom: 8 }}>
        <span className="muted">{t('loan.quoteOn')}</span>
        <DateField aria-label={t('loan.quoteOn')} value={on} onChange={setOn} />
      </div>
      <PageState asked={asked} rows={5}>
        {(q) => (
          <Amounts
            parts={[
              ['principal', q.principalMinor],
              ['interestDue', q.interestDueMinor],
              ['interestAccrued', q.interestAccruedMinor],
              ['penalty', q.penaltyMinor],
              ['fee', q.feeMinor],
              ['prepaymentFee', q.prepaymentFeeMinor],
              ['credit', q.creditMinor],
            ]}
            label={t('loan.toPay')}
            sum={q.payMinor}
          />
        )}
      </PageState>
    </>
  );
}

/** What an early partial repayment would change, before anybody does it. */
function WhatIf({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState('');
  const [mode, setMode] = useState<Mode>('keep_term');
  const path = { customerId: view.loan.customerId, loanId: view.loan.id };
  const fits = (parseMoney(amount) ?? 0n) > 0n;
  const asked = useQuery({
    queryKey: ['prepayment', view.loan.id, amount, mode],
    enabled: fits,
    retry: false,
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans/{loanId}/prepayment', { params: { path, query: { amount, mode } } })),
  });
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('loan.prepayAmount')} htmlFor="prepay-amount">
        <MoneyField id="prepay-amount" value={amount} onChange={setAmount} />
      </Form.Item>
      <Form.Item label={t('loan.mode')}>
        <Radio.Group
          value={mode}
          onChange={(e) => setMode(e.target.value as Mode)}
          options={PREPAYMENT_MODES.map((v) => ({ value: v, label: t(`replanModes.${v}`) }))}
        />
      </Form.Item>
      {fits ? (
        <PageState asked={asked} rows={4}>
          {(p) => <BeforeAndAfter caption={t('loan.whatIf')} preview={p} />}
        </PageState>
      ) : (
        <span className="muted">{t('loan.whatIfSays')}</span>
      )}
    </Form>
  );
}

type Waived = { bucket: 'penalty' | 'interest' | 'fee'; amount: string; reason: string };
function Waive({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Waived>();
  const act = useAct<Waived, unknown>({
    form,
    run: (body, keyed) =>
      api.POST('/customers/{customerId}/loans/{loanId}/waivers', {
        params: { ...keyed, path: { customerId: view.loan.customerId, loanId: view.loan.id } },
        body,
      }),
  });
  return (
    <>
      <p className="muted" style={{ marginTop: 0 }}>
        {t('loan.waiveSays')}
      </p>
      <Button onClick={() => setOpen(true)}>{t('loan.waive')}</Button>
      <Ask<Waived>
        open={open}
        title={t('loan.waive')}
        says={t('loan.waiveSays')}
        form={form}
        act={act}
        onClose={() => setOpen(false)}
        initial={{ bucket: 'penalty' }}
      >
        <Form.Item name="bucket" label={t('loan.bucket')}>
          <Select options={(['penalty', 'interest', 'fee'] as const).map((v) => ({ value: v, label: t(`buckets.${v}`) }))} />
        </Form.Item>
        <Form.Item name="amount" label={t('collections.amountYuan')} rules={[{ required: true, message: t('act.required') }]}>
          <MoneyField />
        </Form.Item>
        <ReasonField name="reason" />
      </Ask>
    </>
  );
}

/** What a settled loan holds too much goes back, all of it. */
function Refund({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const amount = view.loan.creditMinor;
  const act = useAct<{ reason: string }, unknown>({
    form,
    run: (v, keyed) =>
      api.POST('/customers/{customerId}/loans/{loanId}/refunds', {
        params: { ...keyed, path: { customerId: view.loan.customerId, loanId: view.loan.id } },
        body: { amount, ...v },
      }),
  });
  return (
    <>
      <p className="muted" style={{ marginTop: 0 }}>
        {t('loan.refundSays', { amount })}
      </p>
      <Button onClick={() => setOpen(true)}>{t('loan.refund')}</Button>
      <Ask<{ reason: string }>
        open={open}
        title={t('loan.refund')}
        says={t('loan.refundSays', { amount })}
        form={form}
        act={act}
        onClose={() => setOpen(false)}
      >
        <ReasonField name="reason" />
      </Ask>
    </>
  );
}
