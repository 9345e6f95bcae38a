import { currentLanguage } from '@tallystick/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { fact } from '../customer.ts';
import { Field, faultOf, Refused, Select } from '../parts/form.tsx';
import { useCustomerId } from '../session.ts';
import { AnsweredPart } from './answered-part.tsx';
import { BANKS } from './banks.ts';
import type { PartProps } from './you.tsx';

export const bankName = (code: string | undefined): string => {
  const bank = BANKS.find(([c]) => c === code);
  return bank ? (currentLanguage() === 'zh' ? bank[1] : bank[2]) : (code ?? '');
};
const grouped = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** The account the loan is paid to: it must be in the borrower's own name. */
export function AccountPart({ profile, open, onDone, onChange }: PartProps) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [account, setAccount] = useState('');
  const [bankCode, setBankCode] = useState('');
  const save = useAct(`payout:${customerId}`, (body: { account: string; bankCode: string }, keyed) =>
    api.PUT('/customers/{customerId}/payout-account', { params: { path: { customerId }, ...keyed }, body }),
  );
  if (!open)
    return (
      <AnsweredPart
        onChange={onChange}
        items={[
          [t('you.account'), fact(profile, 'payout.account')?.value],
          [t('you.bank'), bankName(fact(profile, 'payout.bank_code')?.value)],
        ]}
      />
    );
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if ((await save.act({ account, bankCode })) !== undefined) onDone();
  };
  return (
    <form onSubmit={(e) => void submit(e)} noValidate>
      <Field
        label={t('you.account')}
        help={t('you.accountHelp')}
        name="account"
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        value={grouped(account)}
        onChange={(e) => setAccount(e.target.value.replace(/\D/g, ''))}
        fault={faultOf(save.refusal, 'account')}
      />
      <Select
        label={t('you.bank')}
        name="bankCode"
        value={bankCode}
        onChange={(e) => setBankCode(e.target.value)}
        fault={faultOf(save.refusal, 'bankCode')}
        options={[['', t('choose')], ...BANKS.map(([code, zh, en]) => [code, currentLanguage() === 'zh' ? zh : en] as const)]}
      />
      <Refused refusal={save.refusal} at={['account', 'bankCode']} />
      <button type="submit" className="button wide" disabled={save.busy}>
        {t('next')}
      </button>
    </form>
  );
}
