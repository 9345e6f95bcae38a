import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { fact, type Profile } from '../customer.ts';
import { Choices, Field, faultOf, Refused, Select } from '../parts/form.tsx';
import { useCustomerId } from '../session.ts';
import { AnsweredPart } from './answered-part.tsx';
import type { PartProps } from './you.tsx';

type Kind = Profile['summary']['kind'];
const KINDS: readonly Kind[] = ['merchant', 'enterprise', 'person'];

export function KindPart({ profile, open, onDone, onChange }: PartProps) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [kind, setKind] = useState<Kind>(profile.summary.kind);
  const save = useAct(`kind:${customerId}`, (body: { kind: Kind }, keyed) =>
    api.PUT('/customers/{customerId}/kind', { params: { path: { customerId }, ...keyed }, body }),
  );
  if (!open) return <AnsweredPart items={[[t('you.kind'), t(`kind.${profile.summary.kind}`)]]} onChange={onChange} />;
  const submit = async (): Promise<void> => {
    if (kind === profile.summary.kind || (await save.act({ kind })) !== undefined) onDone();
  };
  return (
    <>
      <Choices
        legend={t('you.kindAsk')}
        name="kind"
        value={[kind]}
        onChange={([chosen]) => setKind(chosen as Kind)}
        options={KINDS.map((k) => ({ value: k, label: t(`kind.${k}`), help: t(`kindSays.${k}`) }))}
      />
      <Refused refusal={save.refusal} />
      <button type="button" className="button wide" disabled={save.busy} onClick={() => void submit()}>
        {t('next')}
      </button>
    </>
  );
}

const MARITAL = ['single', 'married', 'divorced', 'widowed'] as const;
type Marital = (typeof MARITAL)[number];
const EMPTY = { name: '', idNo: '', maritalStatus: '' as Marital | '', residence: '' };

export function PersonPart({ profile, open, onDone, onChange }: PartProps) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [form, setForm] = useState(EMPTY);
  const put = (field: keyof typeof EMPTY) => (e: { target: { value: string } }) => setForm({ ...form, [field]: e.target.value });
  const save = useAct(`person:${customerId}`, (body: typeof EMPTY, keyed) =>
    api.PUT('/customers/{customerId}/person', {
      params: { path: { customerId }, ...keyed },
      body: Object.fromEntries(Object.entries(body).filter(([, v]) => v !== '')),
    }),
  );
  const marital = fact(profile, 'person.marital_status')?.value;
  if (!open)
    return (
      <AnsweredPart
        onChange={onChange}
        items={[
          [t('you.name'), fact(profile, 'person.name')?.value],
          [t('you.idNo'), fact(profile, 'person.id_no')?.value],
          [t('you.marital'), marital ? t(`marital.${marital}`) : ''],
          [t('you.residence'), fact(profile, 'person.residence')?.value],
        ]}
      />
    );
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if ((await save.act(form)) !== undefined) onDone();
  };
  const at = ['name', 'idNo', 'maritalStatus', 'residence'];
  return (
    <form onSubmit={(e) => void submit(e)} noValidate>
      <Field
        label={t('you.name')}
        help={t('you.nameHelp')}
        name="name"
        autoComplete="name"
        value={form.name}
        onChange={put('name')}
        fault={faultOf(save.refusal, 'name')}
      />
      <Field
        label={t('you.idNo')}
        help={t('you.idNoHelp')}
        name="idNo"
        autoComplete="off"
        inputMode="text"
        maxLength={24}
        value={form.idNo}
        onChange={put('idNo')}
        fault={faultOf(save.refusal, 'idNo')}
      />
      <Select
        label={t('you.marital')}
        name="maritalStatus"
        value={form.maritalStatus}
        onChange={put('maritalStatus')}
        fault={faultOf(save.refusal, 'maritalStatus')}
        options={[['', t('choose')], ...MARITAL.map((m) => [m, t(`marital.${m}`)] as const)]}
      />
      <Field
        label={t('you.residence')}
        help={t('you.residenceHelp')}
        name="residence"
        autoComplete="street-address"
        value={form.residence}
        onChange={put('residence')}
        fault={faultOf(save.refusal, 'residence')}
      />
      <Refused refusal={save.refusal} at={at} />
      <button type="submit" className="button wide" disabled={save.busy}>
        {t('next')}
      </button>
    </form>
  );
}
