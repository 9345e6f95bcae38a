import { formatMoney, parseMoney } from '@tallystick/kernel';
import { showYuan } from '@tallystick/ui';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices, faultOf, Refused } from '../parts/form.tsx';
import { MoneyField } from '../parts/money.tsx';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { type LoanPage, useLoan, usePay } from './loans.ts';

const plus = (a: string, b: string): string => formatMoney((parseMoney(a) ?? 0n) + (parseMoney(b) ?? 0n));
const isNothing = (amount: string): boolean => (parseMoney(amount) ?? 0n) === 0n;

/** Pays what is due from the registered account: all of it, what is overdue, or another amount. */
export function Pay() {
  const { loanId } = useParams({ strict: false });
  return <Shown of={useLoan(useCustomerId(), loanId ?? '')}>{(page) => <Form page={page} />}</Shown>;
}

function Form({ page: { loan, rows } }: { page: LoanPage }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pay = usePay(loan.customerId, loan.id);
  // What fell due and the next instalment may be one and the same.
  const open = rows.filter((r) => r.status === 'overdue' || r.status === 'due').reduce((sum, r) => plus(sum, r.outstandingMinor), '0.00');
  const next = rows.find((r) => r.status === 'upcoming');
  const choices = [
    ...(isNothing(open) ? [] : [{ value: open, label: t('pay.due', { amount: showYuan(open) }), help: t('pay.dueSays') }]),
    ...(next
      ? [
          {
            value: plus(open, next.outstandingMinor),
            label: t(isNothing(open) ? 'pay.next' : 'pay.dueAndNext', { amount: showYuan(plus(open, next.outstandingMinor)) }),
            help: t('pay.nextSays', { on: next.dueOn }),
          },
        ]
      : []),
    { value: 'other', label: t('pay.other') },
  ];
  const [choice, setChoice] = useState(choices[0]?.value ?? 'other');
  const [other, setOther] = useState('');
  const amount = choice === 'other' ? other : choice;
  const go = async (): Promise<void> => {
    if ((await pay.act({ amount, intent: 'repay' })) !== undefined) await navigate({ to: '/loans/$loanId', params: { loanId: loan.id } });
  };
  return (
    <Screen
      title={t('pay.title')}
      lead={t('pay.lead')}
      action={
        <button type="button" className="button wide" disabled={pay.busy || amount === ''} onClick={() => void go()}>
          {t('pay.go', { amount: parseMoney(amount) === undefined ? '' : showYuan(amount) })}
        </button>
      }
    >
      <Choices legend={t('pay.ask')} name="choice" value={[choice]} onChange={([c = 'other']) => setChoice(c)} options={choices} />
      {choice === 'other' ? (
        <MoneyField label={t('pay.amount')} name="amount" value={other} onChange={setOther} fault={faultOf(pay.refusal, 'amount')} />
      ) : null}
      <Refused refusal={pay.refusal} at={choice === 'other' ? ['amount'] : []} />
      <p className="muted small">{t('pay.order')}</p>
    </Screen>
  );
}
