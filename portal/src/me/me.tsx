import { showMoment, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { answered, api, setCsrf } from '../api.ts';
import { Papers } from '../application/papers.tsx';
import { fact, type Profile, useMe, usePapers } from '../customer.ts';
import { Area, faultOf, Refused, Tick } from '../parts/form.tsx';
import { Card, Rows, Screen, Waiting } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { bankName } from '../start/account-part.tsx';

/** What the bank keeps about me, whom I let it ask, how it may write to me, and where I am signed in. */
export function MePage() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const waiting = [usePapers(customerId), useSettings(customerId), useDevices()].some((q) => q.isPending);
  return (
    <Screen title={t('me.title')} wide>
      <Shown of={useMe()}>{({ profile }) => (waiting ? <Waiting lines={8} /> : <Sections profile={profile} />)}</Shown>
    </Screen>
  );
}

function Sections({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  return (
    <div className="columns">
      {profile.lock ? <Locked lock={profile.lock} /> : null}
      <Card title={t('me.data')}>
        <Rows
          items={[
            [t('you.name'), fact(profile, 'person.name')?.value ?? '—'],
            [t('you.idNo'), fact(profile, 'person.id_no')?.value ?? '—'],
            [t('me.mobile'), fact(profile, 'person.mobile')?.value ?? '—'],
            ...profile.shops.map((s) => [t(`platform.${s.platform}`), s.shopName] as const),
            [t('you.account'), `${bankName(fact(profile, 'payout.bank_code')?.value)} ${fact(profile, 'payout.account')?.value ?? '—'}`],
            [t('me.complete'), `${profile.summary.completeness}%`],
          ]}
        />
        <p className="small muted">{t('me.masked')}</p>
        <Link to="/start/you" className="button second wide">
          {t('me.edit')}
        </Link>
        <Link to="/me/phone" className="button quiet">
          {t('me.phone')}
        </Link>
      </Card>
      <Card title={t('me.consents')}>
        <p className="muted">{t('me.consentsSays')}</p>
        <Link to="/me/consents" className="button second wide">
          {t('me.consentsOpen')}
        </Link>
      </Card>
      <Papers customerId={customerId} all />
      {profile.manager ? (
        <Card title={t('me.manager')}>
          <p>
            <strong>{profile.manager.name}</strong> · {told({ zh: profile.manager.branchZh, en: profile.manager.branchEn })}
          </p>
          <p className="muted small">{t('me.managerSays')}</p>
        </Card>
      ) : null}
      <MessageSettings />
      <Devices />
      <SignOut />
    </div>
  );
}

function Locked({ lock }: { lock: NonNullable<Profile['lock']> }) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [text, setText] = useState('');
  const appeal = useAct(`appeal:${lock.id}`, (body: { text: string }, keyed) =>
    api.POST('/customers/{customerId}/appeal', { params: { path: { customerId }, ...keyed }, body }),
  );
  return (
    <div className="card">
      <p className="notice bad">{t('me.locked', { why: t(`lock.${lock.reasonCode}`), at: showMoment(lock.lockedAt) })}</p>
      {lock.appealedAt ? (
        <p>{t('me.appealed', { at: showMoment(lock.appealedAt) })}</p>
      ) : (
        <>
          <Area
            label={t('me.appeal')}
            help={t('me.appealHelp')}
            maxLength={1000}
            value={text}
            onChange={(e) => setText(e.target.value)}
            fault={faultOf(appeal.refusal, 'text')}
          />
          <Refused refusal={appeal.refusal} at={['text']} />
          <button type="button" className="button wide" disabled={appeal.busy} onClick={() => void appeal.act({ text })}>
            {t('me.appealSend')}
          </button>
        </>
      )}
    </div>
  );
}

const useSettings = (customerId: string) =>
  useQuery({
    queryKey: ['message-settings', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/message-settings', { params: { path: { customerId } } })),
  });
function MessageSettings() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const save = useAct(`message-settings:${customerId}`, (body: { language: 'zh' | 'en'; marketing: boolean }, keyed) =>
    api.PUT('/customers/{customerId}/message-settings', { params: { path: { customerId }, ...keyed }, body }),
  );
  return (
    <Card title={t('me.messages')}>
      <Shown of={useSettings(customerId)} lines={2}>
        {(now) => (
          <>
            <Tick name="marketing" checked={now.marketing} onChange={(marketing) => void save.act({ ...now, marketing })}>
              {t('me.marketing')}
            </Tick>
            <Tick name="english" checked={now.language === 'en'} onChange={(en) => void save.act({ ...now, language: en ? 'en' : 'zh' })}>
              {t('me.english')}
            </Tick>
          </>
        )}
      </Shown>
      <Refused refusal={save.refusal} />
    </Card>
  );
}

const useDevices = () => useQuery({ queryKey: ['devices'], queryFn: async () => answered(await api.GET('/me/sessions')).items });
function Devices() {
  const { t } = useTranslation();
  const end = useAct('end-session', (input: { sessionId: string }, keyed) =>
    api.POST('/me/sessions/{sessionId}/end', { params: { path: input, ...keyed } }),
  );
  return (
    <Card title={t('me.devices')}>
      <Shown of={useDevices()} lines={2}>
        {(items) => (
          <ul className="bare">
            {items.map((s) => (
              <li key={s.id} className="paper">
                <span>
                  {device(s.device)} <span className="muted small block">{t('me.deviceSeen', { at: showMoment(s.seenAt), ip: s.ip })}</span>
                </span>
                {s.current ? (
                  <span className="tag good">{t('me.thisDevice')}</span>
                ) : (
                  <button type="button" className="button quiet" disabled={end.busy} onClick={() => void end.act({ sessionId: s.id })}>
                    {t('me.endDevice')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <Refused refusal={end.refusal} />
    </Card>
  );
}
const MACHINES = ['iPhone', 'iPad', 'HarmonyOS', 'Android', 'Windows', 'Macintosh', 'Linux'];
/** Which kind of machine a browser's name tells of, in a word that people know. */
const device = (agent: string): string => MACHINES.find((m) => agent.includes(m)) ?? agent.slice(0, 40);

function SignOut() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const leave = useAct('sign-out', () => api.POST('/sign-out'));
  const go = async (): Promise<void> => {
    if ((await leave.act(undefined)) === undefined) return;
    setCsrf(null);
    await navigate({ to: '/' });
  };
  return (
    <button type="button" className="button second wide" disabled={leave.busy} onClick={() => void go()}>
      {t('me.signOut')}
    </button>
  );
}
