import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { api, useMay } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { Moment } from '../../parts/figures.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { LoanView } from './page.tsx';

/** What the borrower asked for and waits to hear: granted by changing the plan below, or declined with a reason. */
export function ExtensionAsked({ view: { loan, extension } }: { view: LoanView }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const path = { customerId: loan.customerId, loanId: loan.id };
  const act = useAct<{ reason: string }, unknown>({
    form,
    run: (v, keyed) => api.POST('/customers/{customerId}/loans/{loanId}/extension-requests/decline', { params: { ...keyed, path }, body: v }),
  });
  if (extension?.state !== 'asked') return null;
  return (
    <Panel
      title={
        <>
          {t('loan.extensionAsked')} <Mark tone="watch">{t('loan.extensionPeriods', { n: extension.periods })}</Mark>
        </>
      }
      extra={<Moment value={extension.askedAt} />}
    >
      <p style={{ marginTop: 0 }}>{extension.reason}</p>
      <p className="muted small">{t('loan.extensionSays')}</p>
      {may('servicing.decline_extension') ? <Button onClick={() => setOpen(true)}>{t('loan.extensionDecline')}</Button> : null}
      <Ask<{ reason: string }>
        open={open}
        title={t('loan.extensionDecline')}
        says={t('loan.extensionDeclineSays')}
        form={form}
        act={act}
        onClose={() => setOpen(false)}
      >
        <ReasonField name="reason" />
      </Ask>
    </Panel>
  );
}
