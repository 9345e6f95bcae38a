import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import type { Profile } from '../customer.ts';
import { Field, faultOf, Refused, Select } from '../parts/form.tsx';
import { useCustomerId } from '../session.ts';
import { AnsweredPart } from './answered-part.tsx';
import type { PartProps } from './you.tsx';

type Platform = Profile['shops'][number]['platform'];
type Shop = { platform: Platform; shopId: string; shopName: string };
const PLATFORMS: readonly Platform[] = ['taobao', 'tmall', 'jd', 'pinduoduo', 'douyin', 'other'];
const MOST = 5;

export function ShopsPart({ profile, open, onDone, onChange }: PartProps) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const known: Shop[] = profile.shops.map(({ platform, shopId, shopName }) => ({ platform, shopId, shopName }));
  const [shops, setShops] = useState<readonly Shop[]>(known.length > 0 ? known : [{ platform: 'taobao', shopId: '', shopName: '' }]);
  const save = useAct(`shops:${customerId}`, (body: { shops: Shop[] }, keyed) =>
    api.PUT('/customers/{customerId}/shops', { params: { path: { customerId }, ...keyed }, body }),
  );
  if (!open)
    return <AnsweredPart onChange={onChange} items={known.map((s) => [t(`platform.${s.platform}`), `${s.shopName}（${s.shopId}）`] as const)} />;
  const put = (at: number, change: Partial<Shop>): void => setShops(shops.map((s, i) => (i === at ? { ...s, ...change } : s)));
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if ((await save.act({ shops: [...shops] })) !== undefined) onDone();
  };
  const fields = shops.flatMap((_, i) => [`shops.${i}.platform`, `shops.${i}.shopId`, `shops.${i}.shopName`]);
  return (
    <form onSubmit={(e) => void submit(e)} noValidate>
      {shops.map((s, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shop being typed has no other name yet.
        <fieldset className="group" key={i}>
          <legend>{t('you.shopNo', { no: i + 1 })}</legend>
          <Select
            label={t('you.platform')}
            value={s.platform}
            onChange={(e) => put(i, { platform: e.target.value as Platform })}
            options={PLATFORMS.map((p) => [p, t(`platform.${p}`)] as const)}
          />
          <Field
            label={t('you.shopName')}
            name={`shopName${i}`}
            value={s.shopName}
            onChange={(e) => put(i, { shopName: e.target.value })}
            fault={faultOf(save.refusal, `shops.${i}.shopName`)}
          />
          <Field
            label={t('you.shopId')}
            help={t('you.shopIdHelp')}
            name={`shopId${i}`}
            autoComplete="off"
            value={s.shopId}
            onChange={(e) => put(i, { shopId: e.target.value.trim() })}
            fault={faultOf(save.refusal, `shops.${i}.shopId`)}
          />
          {shops.length > 1 ? (
            <button type="button" className="button quiet" onClick={() => setShops(shops.filter((_, k) => k !== i))}>
              {t('you.removeShop')}
            </button>
          ) : null}
        </fieldset>
      ))}
      {shops.length < MOST ? (
        <button type="button" className="button second wide" onClick={() => setShops([...shops, { platform: 'taobao', shopId: '', shopName: '' }])}>
          {t('you.addShop')}
        </button>
      ) : null}
      <Refused refusal={save.refusal} at={fields} />
      <button type="submit" className="button wide" disabled={save.busy}>
        {t('next')}
      </button>
    </form>
  );
}
