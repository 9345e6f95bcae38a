import { showYuan } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { answered, api, refusalOf } from '../api.ts';
import { Area, Choices, faultOf, Refused } from '../parts/form.tsx';
import { Card, Rows, Screen, Waiting } from '../parts/screen.tsx';
import { useCustomerId } from '../session.ts';

const PERIODS = ['1', '2', '3', '6'];

/** Asking for more time: what it would do to the plan and what it costs is seen before anything is asked. */
export function Extend() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const { loanId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [periods, setPeriods] = useState('3');
  const [reason, setReason] = useState('');
  const path = { customerId, loanId };
  const preview = useQuery({
    queryKey: ['extension', loanId, periods],
    retry: false,
    queryFn: async () =>
      answered(
        await api.GET('/customers/{customerId}/loans/{loanId}/plan-change', {
          params: { path, query: { kind: 'extend', periods: Number(periods) } },
        }),
      ),
  });
  const ask = useAct(`extend:${loanId}`, (body: { periods: number; reason: string }, keyed) =>
    api.POST('/customers/{customerId}/loans/{loanId}/extension-requests', { params: { path, ...keyed }, body }),
  );
  const refusal = ask.refusal ?? refusalOf(preview.error);
  const go = async (): Promise<void> => {
    if ((await ask.act({ periods: Number(periods), reason })) !== undefined) await navigate({ to: '/loans/$loanId', params: { loanId } });
  };
  return (
    <Screen
      title={t('extend.title')}
      lead={t('extend.lead')}
      action={
        <button
          type="button"
          className="button wide"
          disabled={ask.busy || preview.data === undefined || preview.isError || reason.trim() === ''}
          onClick={() => void go()}
        >
          {t('extend.go')}
        </button>
      }
    >
      <Choices
        legend={t('extend.periods')}
        name="periods"
        value={[periods]}
        onChange={([n = '3']) => setPeriods(n)}
        options={PERIODS.map((n) => ({ value: n, label: t('extend.count', { n }) }))}
      />
      {preview.data ? (
        <Card title={t('early.change')}>
          <Rows
            items={[
              [t('early.each'), t('early.fromTo', { from: showYuan(preview.data.before.nextMinor), to: showYuan(preview.data.after.nextMinor) })],
              [t('early.last'), t('early.fromTo', { from: preview.data.before.lastDueOn, to: preview.data.after.lastDueOn })],
              [t('extend.dearer'), showYuan(preview.data.savedMinor.replace('-', ''))],
            ]}
          />
        </Card>
      ) : preview.isPending ? (
        <Waiting lines={3} />
      ) : null}
      <Area
        label={t('extend.reason')}
        name="reason"
        value={reason}
        onChange={(e) => setReason(e.target.value)}
        maxLength={200}
        fault={faultOf(refusal, 'reason')}
      />
      <Refused refusal={refusal} at={['reason']} />
      <p className="muted small">{t('extend.says')}</p>
    </Screen>
  );
}
