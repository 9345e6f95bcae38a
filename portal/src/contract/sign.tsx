import { told } from '@tallystick/ui';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { WALK } from '../apply/walk.ts';
import { Field, faultOf, Refused, Tick } from '../parts/form.tsx';
import { PlanTable } from '../parts/plan-table.tsx';
import { Card, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { useCountdown } from '../sign-in/countdown.ts';
import { type ContractPage, documentAddress, type Section, useContract } from './contracts.ts';
import { useEndOf, useReading } from './reading.ts';

/** The contract as text on the phone: read to its end, confirmed, then signed with a one-time code. */
export function Sign() {
  const { contractId } = useParams({ strict: false });
  const page = useContract(useCustomerId(), contractId ?? '');
  return (
    <Shown of={page}>
      {(p) =>
        p.contract.state === 'draft' ? (
          <Text key={p.contract.textHash} page={p} />
        ) : (
          <Navigate to="/contracts/$contractId" params={{ contractId: p.contract.id }} replace />
        )
      }
    </Shown>
  );
}

function Text({ page }: { page: ContractPage }) {
  const { t } = useTranslation();
  const { contract } = page;
  const { seconds, sections, seen } = useReading(contract.textHash);
  const planEnd = useEndOf('plan', seen);
  const clausesEnd = useEndOf('clauses', seen);
  const unread = page.sections.filter((s) => !sections.includes(s));
  const costUnread = unread.some((s) => s === 'summary' || s === 'costs');
  return (
    <Screen title={t('sign.title')} lead={t('sign.lead')} progress={WALK.sign}>
      {costUnread ? (
        <p className="notice watch">
          {t('sign.costFirst')}{' '}
          <Link to="/contracts/$contractId/cost" params={{ contractId: contract.id }}>
            {t('sign.costLink')}
          </Link>
        </p>
      ) : null}
      <Card title={t('sign.plan')}>
        <PlanTable
          rows={page.plan.map((r) => ({
            no: r.no,
            due: r.dueOn,
            principal: r.principalMinor,
            interest: r.interestMinor,
            total: r.totalMinor,
            left: r.balanceAfterMinor,
          }))}
        />
        <div ref={planEnd} />
      </Card>
      <Card title={t('sign.text', { no: contract.contractNo })}>
        {page.clauses.map((c) => (
          <section key={c.title.zh} className="clause">
            <h3>{told(c.title)}</h3>
            {c.paragraphs.map((p) => (
              <p key={p.zh}>{told(p)}</p>
            ))}
          </section>
        ))}
        <p className="small muted">{t('sign.version', { version: contract.textVersion, hash: contract.textHash.slice(0, 12) })}</p>
        <a className="button quiet" href={documentAddress(contract.customerId, contract.id)} download>
          {t('sign.download')}
        </a>
        <div ref={clausesEnd} />
      </Card>
      {contract.readAt === null ? <Confirm page={page} seconds={seconds} sections={sections} unread={unread.length} /> : <Signature page={page} />}
    </Screen>
  );
}

function Confirm({
  page: { contract, readingSeconds },
  seconds,
  sections,
  unread,
}: {
  page: ContractPage;
  seconds: number;
  sections: readonly Section[];
  unread: number;
}) {
  const { t } = useTranslation();
  const { customerId, id: contractId, textHash } = contract;
  const [agreed, setAgreed] = useState(false);
  const wait = Math.max(0, readingSeconds - seconds);
  const confirm = useAct(`reading:${contractId}:${textHash}`, (body: { textHash: string; sections: Section[]; seconds: number }, keyed) =>
    api.POST('/customers/{customerId}/contracts/{contractId}/reading', { params: { path: { customerId, contractId }, ...keyed }, body }),
  );
  return (
    <Card title={t('sign.confirm')}>
      <Tick name="agreed" checked={agreed} onChange={setAgreed}>
        {t('sign.agree')}
      </Tick>
      <p role="status" className="muted">
        {unread > 0 ? t('sign.unread') : wait > 0 ? t('sign.wait', { seconds: wait }) : ''}
      </p>
      <Refused refusal={confirm.refusal} />
      <button
        type="button"
        className="button wide"
        disabled={!agreed || unread > 0 || wait > 0 || confirm.busy}
        onClick={() => void confirm.act({ textHash, sections: [...sections], seconds })}
      >
        {t('sign.confirmed')}
      </button>
    </Card>
  );
}

function Signature({ page: { contract } }: { page: ContractPage }) {
  const { t } = useTranslation();
  const { customerId, id: contractId, textHash } = contract;
  const path = { customerId, contractId };
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [wait, startWaiting] = useCountdown();
  const ask = useAct(`sign-code:${contractId}`, (_: object, keyed) =>
    api.POST('/customers/{customerId}/contracts/{contractId}/sign-code', { params: { path, ...keyed } }),
  );
  const sign = useAct(`sign:${contractId}`, (body: { textHash: string; code: string }, keyed) =>
    api.POST('/customers/{customerId}/contracts/{contractId}/signature', { params: { path, ...keyed }, body }),
  );
  const send = async (): Promise<void> => {
    if ((await ask.act({})) === undefined) return;
    setSent(true);
    startWaiting();
  };
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    void (sent ? sign.act({ textHash, code }) : send());
  };
  return (
    <form className="card" onSubmit={submit} noValidate>
      <h2>{t('sign.code')}</h2>
      <p className="muted">{t('sign.codeSays')}</p>
      {sent ? (
        <>
          <Field
            label={t('signIn.code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(e) => setCode(e.target.value.replace(/\D/g, ''))}
            fault={faultOf(sign.refusal, 'code')}
          />
          <button type="button" className="button quiet" disabled={wait > 0 || ask.busy} onClick={() => void send()}>
            {wait > 0 ? t('signIn.resendIn', { seconds: wait }) : t('signIn.resend')}
          </button>
        </>
      ) : null}
      <Refused refusal={ask.refusal} />
      <Refused refusal={sign.refusal} at={['code']} />
      <button type="submit" className="button wide" disabled={ask.busy || sign.busy || (sent && code.length !== 6)}>
        {sent ? t('sign.sign') : t('sign.send')}
      </button>
    </form>
  );
}
