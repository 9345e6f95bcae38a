import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { useMe } from '../customer.ts';
import { Refused } from '../parts/form.tsx';
import { Screen, Waiting } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { type Product, useProducts } from '../products.ts';
import { useCustomerId } from '../session.ts';
import { type Application, nextStep, useApplications } from './applications.ts';
import { useOffersWaited } from './offer.tsx';

/** Goes on with the draft there is; else a new one begins with the product that fits best. Another one can be chosen beside the amount. */
export function Begin() {
  const applications = useApplications(useCustomerId());
  return <Shown of={applications}>{(all) => <GoOn draft={all.find((a) => a.state === 'draft')} />}</Shown>;
}

function GoOn({ draft }: { draft: Application | undefined }) {
  const navigate = useNavigate();
  useEffect(() => {
    if (draft) void navigate({ to: nextStep(draft), params: { applicationId: draft.applicationId }, replace: true });
  }, [draft, navigate]);
  return draft ? <Waiting /> : <Choose />;
}

/** Products for this kind of customer; the first loan only for whoever has none yet. */
export const fitting = (all: readonly Product[], kind: string, first: boolean): Product[] =>
  all.filter((p) => (p.segments as readonly string[]).includes(kind) && (!p.firstLoanOnly || first));

function Choose() {
  const customerId = useCustomerId();
  const products = useProducts();
  const { items, gathering } = useOffersWaited(customerId);
  const me = useMe();
  return (
    <Shown of={products}>
      {(all) => (
        <Shown of={me}>
          {({ profile: { summary } }) => {
            const fit = fitting(all, summary.kind, summary.firstPaidOutOn === null);
            const best = fit.find((p) => p.code === items[0]?.productCode) ?? fit.find((p) => p.firstLoanOnly) ?? fit[0];
            return best && !gathering ? <Create productCode={best.code} /> : <Waiting />;
          }}
        </Shown>
      )}
    </Shown>
  );
}

function Create({ productCode }: { productCode: string }) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const create = useAct(`application:${customerId}`, (body: { productCode: string }, keyed) =>
    api.POST('/customers/{customerId}/applications', { params: { path: { customerId }, ...keyed }, body: { ...body, form: {} } }),
  );
  const began = useRef(false);
  useEffect(() => {
    if (began.current) return;
    began.current = true;
    void create.act({ productCode });
  });
  if (create.refusal === undefined) return <Waiting />;
  return (
    <Screen
      title={t('begin.title')}
      action={
        <button type="button" className="button wide" disabled={create.busy} onClick={() => void create.act({ productCode })}>
          {t('again')}
        </button>
      }
    >
      <Refused refusal={create.refusal} />
    </Screen>
  );
}
