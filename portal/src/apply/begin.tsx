import { told } from '@tallystick/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
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

/** Goes on with the draft there is; else a new one begins: at once when one product fits, by choice when several do. */
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

const fits = (p: Product, kind: string, first: boolean): boolean => (p.segments as readonly string[]).includes(kind) && (!p.firstLoanOnly || first);

function Choose() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const products = useProducts();
  const me = useMe();
  const create = useAct(`application:${customerId}`, (body: { productCode: string }, keyed) =>
    api.POST('/customers/{customerId}/applications', { params: { path: { customerId }, ...keyed }, body: { ...body, form: {} } }),
  );
  return (
    <Screen title={t('begin.title')} lead={t('begin.lead')}>
      <Shown of={products}>
        {(all) => (
          <Shown of={me}>
            {({ profile: { summary } }) =>
              all
                .filter((p) => fits(p, summary.kind, summary.firstPaidOutOn === null))
                .map((p) => (
                  <button type="button" className="card pick" key={p.code} disabled={create.busy} onClick={() => void create.act({ productCode: p.code })}>
                    <strong>{told(p.name)}</strong>
                    <span className="muted block">{told(p.says)}</span>
                    <span className="small block">{t('begin.terms', { from: whole(p.minAmountMinor), to: whole(p.maxAmountMinor), months: p.maxMonths })}</span>
                  </button>
                ))
            }
          </Shown>
        )}
      </Shown>
      <Refused refusal={create.refusal} />
    </Screen>
  );
}
const whole = (amount: string): string => (amount.split('.')[0] ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
