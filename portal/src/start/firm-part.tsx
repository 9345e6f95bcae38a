import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { fact } from '../customer.ts';
import { Field, faultOf, Refused } from '../parts/form.tsx';
import { useCustomerId } from '../session.ts';
import { AnsweredPart } from './answered-part.tsx';
import type { PartProps } from './you.tsx';

/** Only the credit code is typed; name, legal representative, capital, address and shareholders come from the registry. */
export function FirmPart({ profile, open, onDone, onChange }: PartProps) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [uscc, setUscc] = useState('');
  const save = useAct(`firm:${customerId}`, (body: { uscc: string }, keyed) =>
    api.PUT('/customers/{customerId}/enterprise', { params: { path: { customerId }, ...keyed }, body }),
  );
  if (!open)
    return (
      <AnsweredPart
        onChange={onChange}
        items={[
          [t('you.uscc'), fact(profile, 'enterprise.uscc')?.value ?? t('you.noLicence')],
          ...(fact(profile, 'enterprise.uscc')
            ? [[t('field.enterprise_name'), fact(profile, 'enterprise.name')?.value ?? t('you.asking')] as const]
            : []),
        ]}
      />
    );
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if ((await save.act({ uscc })) !== undefined) onDone();
  };
  return (
    <form onSubmit={(e) => void submit(e)} noValidate>
      <Field
        label={t('you.uscc')}
        help={t('you.usccHelp')}
        name="uscc"
        autoComplete="off"
        maxLength={30}
        value={uscc}
        onChange={(e) => setUscc(e.target.value)}
        fault={faultOf(save.refusal, 'uscc')}
      />
      <Refused refusal={save.refusal} at={['uscc']} />
      <button type="submit" className="button wide" disabled={save.busy}>
        {t('next')}
      </button>
      {profile.summary.kind === 'merchant' ? (
        <button type="button" className="button quiet wide" onClick={onDone}>
          {t('you.withoutLicence')}
        </button>
      ) : null}
    </form>
  );
}
