import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { Field, faultOf, Refused } from '../parts/form.tsx';
import { Screen } from '../parts/screen.tsx';
import { useCustomerId } from '../session.ts';
import { useCountdown } from '../sign-in/countdown.ts';

/** Another phone number: a code to the old one proves who asks, a code to the new one that it is theirs. */
export function Phone() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const navigate = useNavigate();
  const [newMobile, setNewMobile] = useState('');
  const [codes, setCodes] = useState({ oldCode: '', newCode: '' });
  const [sent, setSent] = useState(false);
  const [wait, startWaiting] = useCountdown();
  const path = { customerId };
  const ask = useAct(`phone-codes:${customerId}`, (body: { newMobile: string }, keyed) =>
    api.POST('/customers/{customerId}/mobile/codes', { params: { path, ...keyed }, body }),
  );
  const change = useAct(`phone:${customerId}`, (body: { newMobile: string; oldCode: string; newCode: string }, keyed) =>
    api.PUT('/customers/{customerId}/mobile', { params: { path, ...keyed }, body }),
  );
  const send = async (): Promise<void> => {
    if ((await ask.act({ newMobile })) === undefined) return;
    setSent(true);
    startWaiting();
  };
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (!sent) return send();
    if ((await change.act({ newMobile, ...codes })) !== undefined) await navigate({ to: '/me' });
  };
  const code = (field: 'oldCode' | 'newCode') => (
    <Field
      label={t(`phone.${field}`)}
      name={field}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      value={codes[field]}
      onChange={(e) => setCodes({ ...codes, [field]: e.target.value.replace(/\D/g, '') })}
      fault={faultOf(change.refusal, field)}
    />
  );
  return (
    <form onSubmit={(e) => void submit(e)} noValidate>
      <Screen
        title={t('phone.title')}
        lead={t('phone.lead')}
        action={
          <button type="submit" className="button wide" disabled={ask.busy || change.busy}>
            {sent ? t('phone.change') : t('phone.send')}
          </button>
        }
      >
        <Field
          label={t('phone.newMobile')}
          type="tel"
          inputMode="numeric"
          name="newMobile"
          maxLength={20}
          value={newMobile}
          onChange={(e) => {
            setNewMobile(e.target.value.replace(/\s/g, ''));
            setSent(false);
          }}
          fault={faultOf(ask.refusal, 'newMobile') ?? faultOf(change.refusal, 'newMobile')}
        />
        {sent ? (
          <>
            <p role="status">{t('phone.sent')}</p>
            {code('oldCode')}
            {code('newCode')}
            <button type="button" className="button quiet" disabled={wait > 0 || ask.busy} onClick={() => void send()}>
              {wait > 0 ? t('signIn.resendIn', { seconds: wait }) : t('signIn.resend')}
            </button>
          </>
        ) : null}
        <Refused refusal={ask.refusal} at={['newMobile']} />
        <Refused refusal={change.refusal} at={['newMobile', 'oldCode', 'newCode']} />
        <p className="small muted">{t('phone.lost')}</p>
      </Screen>
    </form>
  );
}
