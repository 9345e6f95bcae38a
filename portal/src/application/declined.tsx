import { told } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import type { Application } from '../apply/applications.ts';
import { Area, faultOf, Refused } from '../parts/form.tsx';
import { Card } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useOutcome } from './outcome.ts';

/** A no with its main reasons, where the data came from, what would help, and the right to have a person look again (PIPL art. 24, BUR-09). */
export function Declined({ application, children }: { application: Application; children: ReactNode }) {
  const { t } = useTranslation();
  const { customerId, applicationId } = application;
  return (
    <Shown of={useOutcome(customerId, applicationId)} lines={3}>
      {({ reasons, mayAskHuman, automatic }) => (
        <>
          <Card title={t('declined.why')}>
            <ol className="plainly">
              {reasons.map((r) => (
                <li key={r.code}>{told(r)}</li>
              ))}
            </ol>
            <p className="muted">{automatic ? t('declined.automatic') : t('declined.byPerson')}</p>
            <p className="muted">{t('declined.source')}</p>
            <Link to="/grade" className="button second wide">
              {t('declined.better')}
            </Link>
          </Card>
          {mayAskHuman ? <AskPerson application={application} /> : null}
          {children}
        </>
      )}
    </Shown>
  );
}

function AskPerson({ application: { customerId, applicationId } }: { application: Application }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const ask = useAct(`human:${applicationId}`, (body: { why: string }, keyed) =>
    api.POST('/customers/{customerId}/applications/{applicationId}/human-review', {
      params: { path: { customerId, applicationId }, ...keyed },
      body,
    }),
  );
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    void ask.act({ why: text });
  };
  return (
    <Card title={t('human.title')}>
      <p className="muted">{t('human.lead')}</p>
      <form onSubmit={submit} noValidate>
        <Area
          label={t('human.text')}
          help={t('human.textHelp')}
          maxLength={1000}
          value={text}
          onChange={(e) => setText(e.target.value)}
          fault={faultOf(ask.refusal, 'why')}
        />
        <Refused refusal={ask.refusal} at={['why']} />
        <button type="submit" className="button wide" disabled={ask.busy}>
          {t('human.go')}
        </button>
      </form>
    </Card>
  );
}
