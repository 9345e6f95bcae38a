import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import type { Application } from '../apply/applications.ts';
import { Area, faultOf, Refused } from '../parts/form.tsx';
import { Explain } from '../parts/screen.tsx';

/** Taking an application back costs nothing and leaves no mark; the reason helps the bank. */
export function Withdraw({ application: { customerId, applicationId } }: { application: Application }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const withdraw = useAct(`withdraw:${applicationId}`, (body: { why: string }, keyed) =>
    api.POST('/customers/{customerId}/applications/{applicationId}/withdraw', { params: { path: { customerId, applicationId }, ...keyed }, body }),
  );
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    void withdraw.act({ why });
  };
  return (
    <Explain what={t('withdraw.ask')}>
      <form onSubmit={submit} noValidate>
        <Area
          label={t('withdraw.why')}
          help={t('withdraw.says')}
          maxLength={300}
          value={why}
          onChange={(e) => setWhy(e.target.value)}
          fault={faultOf(withdraw.refusal, 'why')}
        />
        <Refused refusal={withdraw.refusal} at={['why']} />
        <button type="submit" className="button second wide" disabled={withdraw.busy}>
          {t('withdraw.go')}
        </button>
      </form>
    </Explain>
  );
}
