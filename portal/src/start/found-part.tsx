import { showMoney, showPercent } from '@tallystick/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import type { Profile } from '../customer.ts';
import { Field, faultOf, Refused } from '../parts/form.tsx';
import { MoneyField } from '../parts/money.tsx';
import { Rows } from '../parts/screen.tsx';
import { useCustomerId } from '../session.ts';
import type { PartProps } from './you.tsx';

type Fact = Profile['blocks'][number]['fields'][number];
const MONEY = /revenue|profit|assets|liabilities|capital/;
/** A value of the profile as people read it. */
function shownValue({ field, value }: Fact): string {
  if (field === 'enterprise.shareholders')
    return (JSON.parse(value) as { name: string; ratio: string }[]).map((h) => `${h.name} ${showPercent(h.ratio)}`).join('\n');
  return MONEY.test(field) ? `¥${showMoney(value)}` : value;
}
const key = (field: string): string => field.replace('.', '_');

/** What the sources said, to be confirmed; and the few facts that no source had. */
export function FoundPart({ profile }: PartProps) {
  const { t } = useTranslation();
  const found = profile.blocks.flatMap((b) => b.fields).filter((f) => f.source !== 'typed' && f.source !== 'staff' && !f.field.startsWith('payout'));
  const shops = profile.shops.map((s) => [s.shopName, t(`shopState.${s.state}`)] as const);
  const askedFor = profile.missing.filter((m) => m !== 'shops');
  return (
    <>
      <p className="muted">{t('you.foundSays')}</p>
      <Rows
        items={[
          ...found.map((f) => [t(`field.${key(f.field)}`), <FoundValue key={f.field} fact={f} />] as const),
          ...shops,
          ...profile.checks
            .filter((c) => c.item === 'id_two_element' || c.item === 'registry_uscc')
            .map((c) => [t(`verify.${c.item}`), t(`verifyState.${c.state}`)] as const),
        ]}
      />
      {askedFor.length > 0 ? <MissingFacts fields={askedFor} /> : <p className="muted small">{t('you.wrong')}</p>}
    </>
  );
}

const FoundValue = ({ fact }: { fact: Fact }) => {
  const { t } = useTranslation();
  return (
    <span className="pre">
      {shownValue(fact)}
      <span className="small muted block">{t('you.from', { source: t(`source.${fact.source}`) })}</span>
    </span>
  );
};

const camel = (field: string): string =>
  field
    .split('.')
    .at(-1)
    ?.replace(/_(\w)/g, (_, c: string) => c.toUpperCase()) ?? field;
type Owner = { name: string; ratio: string };

/** Facts of a firm that the registry did not have, typed once. */
function MissingFacts({ fields }: { fields: readonly string[] }) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [owners, setOwners] = useState<readonly Owner[]>([{ name: '', ratio: '' }]);
  const path = { customerId };
  const firm = useAct(`firm-facts:${customerId}`, (body: object, keyed) =>
    api.PUT('/customers/{customerId}/enterprise', { params: { path, ...keyed }, body }),
  );
  const finance = useAct(`finance:${customerId}`, (body: object, keyed) =>
    api.PUT('/customers/{customerId}/finance', { params: { path, ...keyed }, body }),
  );
  const of = (block: string): [string, string][] =>
    fields.filter((f) => f.startsWith(block) && !f.endsWith('shareholders') && values[f]).map((f) => [camel(f), values[f] ?? '']);
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    const named = owners.filter((o) => o.name !== '');
    const forFirm = {
      ...Object.fromEntries(of('enterprise')),
      ...(fields.includes('enterprise.shareholders') && named.length > 0 ? { shareholders: named } : {}),
    };
    if (Object.keys(forFirm).length > 0 && (await firm.act(forFirm)) === undefined) return;
    const forFinance = Object.fromEntries(of('finance'));
    if (Object.keys(forFinance).length > 0) await finance.act(forFinance);
  };
  const fault = (field: string): string | undefined => faultOf(firm.refusal, camel(field)) ?? faultOf(finance.refusal, camel(field));
  const put = (field: string, value: string): void => setValues({ ...values, [field]: value });
  return (
    <form onSubmit={(e) => void submit(e)} noValidate>
      <h3>{t('you.stillMissing')}</h3>
      {fields.map((f) => {
        const shared = { name: key(f), label: t(`field.${key(f)}`), value: values[f] ?? '', fault: fault(f) };
        if (f === 'enterprise.shareholders') return <Owners key={f} owners={owners} onChange={setOwners} />;
        if (MONEY.test(f)) return <MoneyField key={f} {...shared} onChange={(v) => put(f, v)} />;
        return <Field key={f} {...shared} type={f.endsWith('_on') ? 'date' : 'text'} onChange={(e) => put(f, e.target.value)} />;
      })}
      <Refused refusal={firm.refusal} at={fields.map(camel)} />
      <Refused refusal={finance.refusal} at={fields.map(camel)} />
      <button type="submit" className="button wide" disabled={firm.busy || finance.busy}>
        {t('save')}
      </button>
    </form>
  );
}

function Owners({ owners, onChange }: { owners: readonly Owner[]; onChange: (owners: readonly Owner[]) => void }) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<Owner>): void => onChange(owners.map((o, i) => (i === at ? { ...o, ...change } : o)));
  return (
    <fieldset className="group">
      <legend>{t('field.enterprise_shareholders')}</legend>
      {owners.map((o, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an owner being typed has no other name yet.
        <div className="pair" key={i}>
          <Field label={t('you.owner')} value={o.name} onChange={(e) => put(i, { name: e.target.value })} />
          <Field label={t('you.share')} inputMode="decimal" value={o.ratio} onChange={(e) => put(i, { ratio: e.target.value })} />
        </div>
      ))}
      <button type="button" className="button quiet" onClick={() => onChange([...owners, { name: '', ratio: '' }])}>
        {t('you.addOwner')}
      </button>
    </fieldset>
  );
}
