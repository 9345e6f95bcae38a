import { switchLanguage, told } from '@tallystick/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, errorText, setCsrf } from '../api.ts';

type Pending = { readonly token: string; readonly enrol: string | null };
type Credentials = { login: string; password: string };
const askHints = async () => answered(await api.GET('/sign-in/demo-hints')).items;

/** Login and password, then the code of the second factor. `again`: whose session ended over an open page. */
export function SignIn({ again }: { again?: string }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [pending, setPending] = useState<Pending>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const hints = useQuery({ queryKey: ['demo-hints'], queryFn: askHints, retry: false, staleTime: Number.POSITIVE_INFINITY });

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  const first = async (typed: Credentials): Promise<Pending> => {
    const answer = answered(await api.POST('/sign-in', { body: typed }));
    return { token: answer.pending, enrol: answer.enrol };
  };
  const second = async (token: string, code: string): Promise<void> => {
    setCsrf(answered(await api.POST('/sign-in/second-factor', { body: { pending: token, code } })).csrf);
    await queries.invalidateQueries();
  };
  /** A demonstration account: both steps at once, with the code that holds now. */
  const enterAs = (login: string): Promise<void> =>
    attempt(async () => {
      const hint = (await askHints()).find((h) => h.login === login);
      if (!hint) return;
      const { token } = await first({ login, password: hint.password });
      await second(token, hint.code);
    });

  return (
    <main className="sign-in">
      <section className="sign-in-says">
        <div className="row" style={{ fontWeight: 600, justifyContent: 'space-between' }}>
          <span>左券 Tallystick</span>
          <Button
            type="text"
            style={{ color: 'inherit' }}
            className="language-switch"
            aria-label={t('shell.language')}
            onClick={() => void switchLanguage(i18n.language === 'en' ? 'zh' : 'en')}
          >
            {i18n.language === 'en' ? '中文' : 'EN'}
          </Button>
        </div>
        <div>
          <h1>{t('signIn.claim')}</h1>
          <p>{t('signIn.claimSays')}</p>
        </div>
        <span />
      </section>
      <section className="sign-in-form" aria-label={t('signIn.title')}>
        <h2 style={{ margin: '0 0 16px', fontSize: 20 }}>{t('signIn.title')}</h2>
        {again ? <Alert type="info" showIcon title={t('signIn.ended', { name: again })} style={{ marginBottom: 12 }} /> : null}
        {pending ? (
          <SecondStep
            pending={pending}
            busy={busy}
            onCode={(code) => void attempt(() => second(pending.token, code))}
            onBack={() => setPending(undefined)}
          />
        ) : (
          <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(typed) => void attempt(async () => setPending(await first(typed)))}>
            <Form.Item name="login" label={t('signIn.login')} rules={[{ required: true, message: t('act.required') }]}>
              <Input size="large" autoComplete="username" autoFocus />
            </Form.Item>
            <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('act.required') }]}>
              <Input.Password size="large" autoComplete="current-password" />
            </Form.Item>
            <Button type="primary" size="large" block htmlType="submit" loading={busy}>
              {t('signIn.next')}
            </Button>
          </Form>
        )}
        {fault ? <Alert type="error" showIcon role="alert" title={fault} style={{ marginTop: 12 }} /> : null}
        {!pending && hints.data && hints.data.length > 0 ? <Hints hints={hints.data} busy={busy} onEnter={(login) => void enterAs(login)} /> : null}
      </section>
    </main>
  );
}

type Hint = Awaited<ReturnType<typeof askHints>>[number];
/** Demonstration accounts by role, each a button that signs in. */
function Hints({ hints, busy, onEnter }: { hints: readonly Hint[]; busy: boolean; onEnter: (login: string) => void }) {
  const { t } = useTranslation();
  const roles = [...new Set(hints.map((h) => h.roles.join()))];
  return (
    <>
      <h3 className="muted" style={{ fontSize: 13, fontWeight: 400, margin: '28px 0 8px' }}>
        {t('signIn.hints')}
      </h3>
      <ul className="hint-list">
        {roles.map((role) => (
          <li key={role}>
            <span>
              {role
                .split(',')
                .map((r) => t(`roles.${r}`))
                .join(' · ')}
            </span>
            <span className="row" style={{ gap: 4 }}>
              {hints
                .filter((h) => h.roles.join() === role)
                .map((h) => (
                  <button
                    key={h.login}
                    type="button"
                    disabled={busy}
                    title={`${h.name}${h.branchName ? ` · ${told(h.branchName)}` : ''}`}
                    onClick={() => onEnter(h.login)}
                  >
                    {h.login}
                  </button>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function SecondStep({ pending, busy, onCode, onBack }: { pending: Pending; busy: boolean; onCode: (code: string) => void; onBack: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  return (
    <Form layout="vertical" onFinish={() => onCode(code)}>
      {pending.enrol ? (
        <div className="stack" style={{ marginBottom: 12 }}>
          <p style={{ margin: 0 }}>{t('signIn.enrol')}</p>
          <QRCode value={pending.enrol} size={180} />
          <code className="mono">{new URL(pending.enrol).searchParams.get('secret')}</code>
        </div>
      ) : (
        <p className="muted">{t('signIn.codeSays')}</p>
      )}
      <Form.Item label={t('signIn.code')}>
        <Input.OTP
          size="large"
          length={6}
          autoFocus
          value={code}
          onChange={(v) => {
            setCode(v);
            if (v.length === 6) onCode(v);
          }}
        />
      </Form.Item>
      <div className="row">
        <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={code.length !== 6}>
          {t('signIn.enter')}
        </Button>
        <Button type="text" size="large" onClick={onBack}>
          {t('signIn.back')}
        </Button>
      </div>
    </Form>
  );
}
