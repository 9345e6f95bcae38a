import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { useConsentTexts } from '../customer.ts';
import { Field, faultOf, Refused, Tick } from '../parts/form.tsx';
import { Card } from '../parts/screen.tsx';
import { ConsentWording, hashOf, titleOf } from '../start/consents.tsx';

type Lead = { name: string; mobile: string; note?: string; campaign?: string; consent: { version: string; hash: string } };

/** For whoever would rather be called: name, number, and the consent to be contacted, ticked by hand. */
export function AskContact({ campaign }: { campaign: string | undefined }) {
  const { t } = useTranslation();
  const text = useConsentTexts().data?.find((c) => c.scope === 'contact');
  const [form, setForm] = useState({ name: '', mobile: '', note: '' });
  const [agreed, setAgreed] = useState(false);
  const [received, setReceived] = useState(false);
  const ask = useAct('contact-request', (body: Lead, keyed) => api.POST('/contact-requests', { params: keyed, body }));
  if (text === undefined) return null;
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    const { note, ...who } = form;
    const done = await ask.act({
      ...who,
      ...(note ? { note } : {}),
      ...(campaign ? { campaign } : {}),
      consent: { version: text.version, hash: hashOf(text) },
    });
    setReceived(done !== undefined);
  };
  if (received)
    return (
      <Card title={t('contact.title')}>
        <p className="notice good" role="status">
          {t('contact.received')}
        </p>
      </Card>
    );
  const field = (name: 'name' | 'mobile' | 'note', more: object = {}) => (
    <Field
      label={t(`contact.${name}`)}
      name={name}
      value={form[name]}
      onChange={(e) => setForm({ ...form, [name]: e.target.value })}
      fault={faultOf(ask.refusal, name)}
      {...more}
    />
  );
  return (
    <Card title={t('contact.title')}>
      <p className="muted">{t('contact.lead')}</p>
      <form onSubmit={(e) => void submit(e)} noValidate>
        {field('name', { autoComplete: 'name', maxLength: 50 })}
        {field('mobile', { type: 'tel', inputMode: 'numeric', autoComplete: 'tel', maxLength: 20 })}
        {field('note', { maxLength: 300 })}
        <Tick name="consent" checked={agreed} onChange={setAgreed}>
          {t('contact.agree', { title: titleOf(text) })}
        </Tick>
        <ConsentWording text={text} />
        <Refused refusal={ask.refusal} at={['name', 'mobile', 'note']} />
        <button type="submit" className="button second wide" disabled={!agreed || ask.busy}>
          {t('contact.go')}
        </button>
      </form>
    </Card>
  );
}
