import { ARREARS, PLAN_CHANGES } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { answered, api } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { Day, Money } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { PageState } from '../../parts/page-state.tsx';
import type { LoanView } from './page.tsx';

type Outlook = { instalments: number; nextMinor: string; lastDueOn: string | null };
type Preview = { before: Outlook; after: Outlook; savedMinor: string };

/** A loan before and after something that nobody has done yet, and what it does to the interest still to come. */
export function BeforeAndAfter({ caption, preview }: { caption: string; preview: Preview }) {
  const { t } = useTranslation();
  const isDearer = preview.savedMinor.startsWith('-');
  return (
    <>
      <Lines
        caption={caption}
        rows={[
          { key: 'before', ...preview.before },
          { key: 'after', ...preview.after },
        ]}
        rowKey={(r) => r.key}
        columns={[
          { key: 'when', title: '', render: (r) => t(`loan.${r.key}`) },
          { key: 'n', title: t('loan.instalmentsLeft'), numeric: true, render: (r) => r.instalments },
          { key: 'next', title: t('loan.nextDue'), numeric: true, render: (r) => <Money value={r.nextMinor} /> },
          { key: 'last', title: t('loan.lastDueOn'), render: (r) => <Day value={r.lastDueOn} /> },
        ]}
      />
      <p style={{ marginBottom: 0 }}>
        {t(isDearer ? 'loan.dearer' : 'loan.saved')}{' '}
        <strong>
          <Money value={preview.savedMinor.replace('-', '')} />
        </strong>
      </p>
    </>
  );
}

const DEFAULTS = { extend: 3, restructure: 12 };

/** 展期, 重组: what the change would do is seen before a second person is asked. */
export function ChangePlan({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<(typeof PLAN_CHANGES)[number]>('extend');
  const [periods, setPeriods] = useState<number>(view.extension?.state === 'asked' ? view.extension.periods : DEFAULTS.extend);
  const [arrears, setArrears] = useState<(typeof ARREARS)[number]>('stay');
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const path = { customerId: view.loan.customerId, loanId: view.loan.id };
  const change = { kind, periods, arrears };
  const asked = useQuery({
    queryKey: ['plan-change', view.loan.id, change],
    retry: false,
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans/{loanId}/plan-change', { params: { path, query: change } })),
    placeholderData: (before) => before,
  });
  const act = useAct<{ reason: string }, unknown>({
    form,
    run: (v, keyed) => api.POST('/customers/{customerId}/loans/{loanId}/plan-changes', { params: { ...keyed, path }, body: { ...change, ...v } }),
  });
  return (
    <Form layout="vertical" component="div">
      <Form.Item>
        <Radio.Group
          aria-label={t('loan.change')}
          value={kind}
          onChange={(e) => {
            const next = e.target.value as (typeof PLAN_CHANGES)[number];
            setKind(next);
            setPeriods(DEFAULTS[next]);
          }}
          options={PLAN_CHANGES.map((v) => ({ value: v, label: t(`planChanges.${v}`) }))}
        />
      </Form.Item>
      <Form.Item label={t(kind === 'extend' ? 'loan.periodsMore' : 'loan.periodsNew')} htmlFor="plan-periods">
        <InputNumber id="plan-periods" min={1} max={360} precision={0} value={periods} onChange={(n) => n !== null && setPeriods(n)} />
      </Form.Item>
      {kind === 'restructure' ? (
        <Form.Item label={t('loan.arrears')}>
          <Radio.Group
            value={arrears}
            onChange={(e) => setArrears(e.target.value as (typeof ARREARS)[number])}
            options={ARREARS.map((v) => ({ value: v, label: t(`planArrears.${v}`) }))}
          />
        </Form.Item>
      ) : null}
      <PageState asked={asked} rows={4}>
        {(p) => (
          <>
            <BeforeAndAfter caption={t('loan.change')} preview={p} />
            <Button style={{ marginTop: 12 }} onClick={() => setOpen(true)}>
              {t(`planChanges.${kind}`)}
            </Button>
          </>
        )}
      </PageState>
      <Ask<{ reason: string }>
        open={open}
        title={t(`planChanges.${kind}`)}
        says={t('loan.changeSays')}
        form={form}
        act={act}
        onClose={() => setOpen(false)}
      >
        <ReasonField name="reason" />
      </Ask>
    </Form>
  );
}
