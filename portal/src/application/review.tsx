import { showPercent, showYuan, told } from '@tallystick/ui';
import type { RefusalBody } from '@tallystick/ui/client';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { AffordabilityCard, useAffordability } from '../apply/affordability.tsx';
import type { Application, Form, StepPath, Tracking } from '../apply/applications.ts';
import { WALK } from '../apply/walk.ts';
import { fact, type Profile, useMe, usePapers } from '../customer.ts';
import { Refused, Tick } from '../parts/form.tsx';
import { useKept } from '../parts/kept.ts';
import { Card, Rows, Screen, Waiting } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import type { Product } from '../products.ts';
import { bankName } from '../start/account-part.tsx';
import { Papers } from './papers.tsx';

/** Everything on one page before it is sent: figures, purpose, account, papers, and what it takes of the income. */
export function Review({ application, product, path }: { application: Application; product: Product; path: Tracking['path'] }) {
  const [me, papers] = [useMe(), usePapers(application.customerId)];
  if (papers.isPending) return <Waiting lines={8} />;
  return <Shown of={me}>{({ profile }) => <Sheet application={application} product={product} path={path} profile={profile} />}</Shown>;
}

function Sheet({ application, product, path, profile }: { application: Application; product: Product; path: Tracking['path']; profile: Profile }) {
  const { t } = useTranslation();
  const { customerId, applicationId, form } = application;
  const [accepted, setAccepted] = useKept(`ack:${applicationId}:${application.version}`, false);
  const [sending, setSending] = useState(false);
  const means = { income: form.declaredMonthlyIncomeMinor ?? '', revenue: form.declaredAnnualRevenueMinor ?? '', debts: form.declaredDebts ?? [] };
  const agreed = useAffordability(application, means).data?.acknowledgement;
  const tail = fact(profile, 'payout.account')?.value.slice(-4);
  const submit = useAct(`submit:${applicationId}`, (body: { form: Form; acknowledgement?: { version: string; accepted: boolean } }, keyed) =>
    api.POST('/customers/{customerId}/applications/{applicationId}/submit', { params: { path: { customerId, applicationId }, ...keyed }, body }),
  );
  const send = async (): Promise<void> => {
    setSending(true);
    await submit.act({
      form: { ...form, ...(tail ? { payoutAccountTail: tail } : {}) },
      ...(agreed ? { acknowledgement: { version: agreed.version, accepted } } : {}),
    });
    setSending(false);
  };
  const returned = application.attempt > 0 ? path.at(-1) : undefined;
  return (
    <Screen
      title={t('review.title')}
      lead={t('review.lead')}
      progress={WALK.review}
      action={
        <button type="button" className="button wide" disabled={sending || !accepted} onClick={() => void send()}>
          {sending ? t('review.sending') : t('review.send')}
        </button>
      }
    >
      {returned ? (
        <div className="notice watch">
          <strong>{t('review.returned')}</strong> {told(returned)}
        </div>
      ) : null}
      <Faults refusal={submit.refusal} />
      <Summary application={application} product={product} profile={profile} />
      <Papers customerId={customerId} />
      <AffordabilityCard application={application} {...means} />
      {agreed ? (
        <Tick name="acknowledgement" checked={accepted} onChange={setAccepted}>
          {told(agreed)}
        </Tick>
      ) : null}
    </Screen>
  );
}

function Summary({ application, product, profile }: { application: Application; product: Product; profile: Profile }) {
  const { t } = useTranslation();
  const { form, applicationId } = application;
  const change = (to: StepPath) => (
    <Link to={to} params={{ applicationId }} className="button quiet">
      {t('change')}
    </Link>
  );
  const debts = form.declaredDebts ?? [];
  return (
    <>
      <Card title={told(product.name)}>
        <Rows
          items={[
            [t('review.amount'), form.amountMinor ? showYuan(form.amountMinor) : t('review.open')],
            [t('review.months'), form.months ? t('amount.monthsOf', { count: form.months }) : t('review.open')],
            [t('review.method'), form.method ? t(`method.${form.method}`) : t('review.open')],
            [t('review.rate'), t('review.rateAtMost', { rate: showPercent(product.highestRatePpm) })],
          ]}
        />
        {change('/apply/$applicationId/amount')}
      </Card>
      <Card title={t('review.purpose')}>
        <p>{form.purposeText ?? t('review.open')}</p>
        <Rows items={(form.purposeBudget ?? []).map((l) => [l.item, showYuan(l.amountMinor)] as const)} />
        {change('/apply/$applicationId/purpose')}
      </Card>
      <Card title={t('review.means')}>
        <Rows
          items={[
            [t('review.income'), form.declaredMonthlyIncomeMinor ? showYuan(form.declaredMonthlyIncomeMinor) : t('review.open')],
            [t('review.revenue'), form.declaredAnnualRevenueMinor ? showYuan(form.declaredAnnualRevenueMinor) : t('review.open')],
            ...(debts.length === 0
              ? [[t('review.debts'), t('review.noDebts')] as const]
              : debts.map((d) => [d.lender, showYuan(d.balanceMinor)] as const)),
          ]}
        />
        {change('/apply/$applicationId/means')}
      </Card>
      <Card title={t('review.account')}>
        <Rows
          items={[
            [t('you.account'), fact(profile, 'payout.account')?.value ?? t('review.open')],
            [t('you.bank'), bankName(fact(profile, 'payout.bank_code')?.value)],
          ]}
        />
        <Link to="/start/you" className="button quiet">
          {t('change')}
        </Link>
      </Card>
    </>
  );
}

/** Where each field of the form is put right. */
const PLACE: readonly (readonly [field: RegExp, to: StepPath | '/start/you' | '/start/authorise' | ''])[] = [
  [/^(amountMinor|months|method|productCode)/, '/apply/$applicationId/amount'],
  [/^purpose/, '/apply/$applicationId/purpose'],
  [/^declared/, '/apply/$applicationId/means'],
  [/^payout/, '/start/you'],
  [/^consents/, '/start/authorise'],
];

/** What the server found: each fault with the way to where it is put right. */
function Faults({ refusal }: { refusal: RefusalBody | undefined }) {
  const { t } = useTranslation();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Each refusal is shown anew, where the eye and the reader are taken.
    if (refusal) notice.current?.focus();
  }, [refusal]);
  if (refusal === undefined) return null;
  if (refusal.faults.length === 0) return <Refused refusal={refusal} />;
  return (
    <div className="notice bad" role="alert" ref={notice} tabIndex={-1}>
      <p>{told(refusal)}</p>
      <ul className="plainly">
        {refusal.faults.map((f) => {
          const place = PLACE.find(([field]) => field.test(f.field))?.[1];
          return (
            <li key={`${f.field}:${f.code}`}>
              {told(f)} {place ? <Link to={place}>{t('review.fix')}</Link> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
