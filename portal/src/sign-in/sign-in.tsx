import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api, setCsrf } from '../api.ts';
import { Field, faultOf, Refused } from '../parts/form.tsx';
import { Explain, Screen } from '../parts/screen.tsx';
import { useCountdown } from './countdown.ts';
import { LockedOut } from './locked-out.tsx';

/** The phone number is the key: a code proves it. Whoever proves a new number becomes a customer. */
export function SignIn() {
  const { t } = useTranslation();
  const { back, campaign } = useSearch({ from: '/sign-in' });
  const { history } = useRouter();
  const [mobile, setMobile] = useState('');
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState('');
  const [wait, startWaiting] = useCountdown();
  const ask = useAct('sign-in-code', (input: { mobile: string }) => api.POST('/borrower/sign-in/code', { body: input }));
  const enter = useAct('sign-in', (input: { mobile: string; code: string }) =>
    api.POST('/borrower/sign-in', { body: { ...input, kind: 'merchant' as const, ...(campaign ? { campaign } : {}) } }),
  );

  const send = async (): Promise<void> => {
    enter.clear();
    if ((await ask.act({ mobile })) === undefined) return;
    setSent(true);
    startWaiting();
  };
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (!sent) return send();
    const signedIn = await enter.act({ mobile, code });
    if (signedIn === undefined) return;
    setCsrf(signedIn.csrf);
    history.replace(back !== undefined && /^\/(?!\/)/.test(back) ? back : '/');
  };
  return (
    <form onSubmit={(e) => void submit(e)} noValidate>
      <Screen
        title={t('signIn.title')}
        lead={t('signIn.lead')}
        action={
          <button type="submit" className="button wide" disabled={ask.busy || enter.busy}>
            {sent ? t('signIn.enter') : t('signIn.send')}
          </button>
        }
      >
        <Field
          label={t('signIn.mobile')}
          help={t('signIn.mobileHelp')}
          type="tel"
          inputMode="numeric"
          autoComplete="tel"
          name="mobile"
          maxLength={20}
          value={mobile}
          onChange={(e) => {
            setMobile(e.target.value.replace(/\s/g, ''));
            setSent(false);
          }}
          fault={faultOf(ask.refusal, 'mobile')}
        />
        <Refused refusal={ask.refusal} at={['mobile']} />
        {sent ? (
          <>
            <p role="status">{t('signIn.sent', { mobile })}</p>
            <Field
              label={t('signIn.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              name="code"
              maxLength={6}
              autoFocus
              value={code}
              onChange={(e) => setCode(e.target.value.replace(/\D/g, ''))}
              fault={faultOf(enter.refusal, 'code')}
            />
            <Refused refusal={enter.refusal} at={['code']} />
            {enter.refusal?.code === 'customers.login_locked' ? <LockedOut mobile={mobile} code={code} /> : null}
            <button type="button" className="button quiet" disabled={wait > 0 || ask.busy} onClick={() => void send()}>
              {wait > 0 ? t('signIn.resendIn', { seconds: wait }) : t('signIn.resend')}
            </button>
          </>
        ) : null}
        <Explain what={t('signIn.why')}>{t('signIn.whySays')}</Explain>
      </Screen>
    </form>
  );
}
