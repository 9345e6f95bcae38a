import { parseMoney } from '@tallystick/kernel';
import { showYuan } from '@tallystick/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, refusalOf } from '../api.ts';
import { Choices, faultOf, Refused } from '../parts/form.tsx';
import { MoneyField } from '../parts/money.tsx';
import { Card, Rows, Screen } from '../parts/screen.tsx';
import { useCustomerId } from '../session.ts';
import { usePay } from './loans.ts';

type Mode = 'keep_term' | 'keep_instalment';
type Outlook = { instalments: number; lastDueOn: string | null; nextMinor: string; interestLeftMinor: string };

/** Paying a part back early: what would change is shown before anything is paid. */
export function Early() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const { loanId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [amount, setAmount] = useState('');
  const [mode, setMode] = useState<Mode>('keep_term');
  const asked = useDeferredValue(amount);
  const pay = usePay(customerId, loanId);
  const preview = useQuery({
    queryKey: ['prepayment', loanId, asked, mode],
    enabled: (parseMoney(asked) ?? 0n) > 0n,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      answered(
        await api.GET('/customers/{customerId}/loans/{loanId}/prepayment', {
          params: { path: { customerId, loanId }, query: { amount: asked, mode } },
        }),
      ),
  });
  const refusal = pay.refusal ?? refusalOf(preview.error);
  const go = async (): Promise<void> => {
    if ((await pay.act({ amount, intent: 'prepay', mode })) !== undefined) await navigate({ to: '/loans/$loanId', params: { loanId } });
  };
  return (
    <Screen
      title={t('early.title')}
      lead={t('early.lead')}
      action={
        <button
          type="button"
          className="button wide"
          disabled={pay.busy || preview.data === undefined || preview.isError || amount === ''}
          onClick={() => void go()}
        >
          {t('early.go', { amount: parseMoney(amount) === undefined ? '' : showYuan(amount) })}
        </button>
      }
    >
      <MoneyField label={t('early.amount')} name="amount" value={amount} onChange={setAmount} fault={faultOf(refusal, 'amount')} />
      <Choices
        legend={t('early.mode')}
        name="mode"
        value={[mode]}
        onChange={([m]) => setMode(m as Mode)}
        options={[
          { value: 'keep_term', label: t('early.keepTerm'), help: t('early.keepTermSays') },
          { value: 'keep_instalment', label: t('early.keepInstalment'), help: t('early.keepInstalmentSays') },
        ]}
      />
      <Refused refusal={refusal} at={['amount']} />
      {preview.data && !preview.isError && amount !== '' ? (
        <Change before={preview.data.before} after={preview.data.after} saved={preview.data.savedMinor} />
      ) : null}
    </Screen>
  );
}

function Change({ before, after, saved }: { before: Outlook; after: Outlook; saved: string }) {
  const { t } = useTranslation();
  const both = (of: (o: Outlook) => string): string =>
    of(before) === of(after) ? t('early.same', { value: of(before) }) : t('early.fromTo', { from: of(before), to: of(after) });
  return (
    <Card title={t('early.change')}>
      <div aria-live="polite">
        <p className="muted">{t('early.saved')}</p>
        <p className="big">{showYuan(saved)}</p>
      </div>
      <Rows
        items={[
          [t('early.each'), both((o) => showYuan(o.nextMinor))],
          [t('early.count'), both((o) => String(o.instalments))],
          [t('early.last'), both((o) => o.lastDueOn ?? '—')],
          [t('early.interest'), both((o) => showYuan(o.interestLeftMinor))],
        ]}
      />
    </Card>
  );
}
