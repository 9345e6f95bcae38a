import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { Area, faultOf, Refused } from '../parts/form.tsx';

/** Whoever may not sign in can still be heard: the code that came proves the phone. */
export function LockedOut({ mobile, code }: { mobile: string; code: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const appeal = useAct('appeal-by-code', (body: { mobile: string; code: string; text: string }) => api.POST('/borrower/appeal', { body }));
  if (sent) return <p role="status">{t('signIn.appealed')}</p>;
  const send = async (): Promise<void> => {
    if ((await appeal.act({ mobile, code, text })) !== undefined) setSent(true);
  };
  return (
    <>
      <Area
        label={t('signIn.appeal')}
        help={t('signIn.appealHelp')}
        maxLength={1000}
        value={text}
        onChange={(e) => setText(e.target.value)}
        fault={faultOf(appeal.refusal, 'text')}
      />
      <Refused refusal={appeal.refusal} at={['text']} />
      <button type="button" className="button" disabled={appeal.busy} onClick={() => void send()}>
        {t('signIn.appealSend')}
      </button>
    </>
  );
}
