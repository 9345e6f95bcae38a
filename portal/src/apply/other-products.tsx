import { told } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { useMe } from '../customer.ts';
import { Refused } from '../parts/form.tsx';
import { Explain } from '../parts/screen.tsx';
import { useProducts } from '../products.ts';
import { type Application, useSaveDraft } from './applications.ts';
import { fitting } from './begin.tsx';

const whole = (amount: string): string => (amount.split('.')[0] ?? '').replace(/\B(?=(\d{3})+$)/g, ',');

/** The other loans there are for this customer; the answers given so far are kept. */
export function OtherProducts({ application }: { application: Application }) {
  const { t } = useTranslation();
  const summary = useMe().data?.profile.summary;
  const products = useProducts().data;
  const save = useSaveDraft(application);
  if (summary === undefined || products === undefined) return null;
  const others = fitting(products, summary.kind, summary.firstPaidOutOn === null).filter((p) => p.code !== application.productCode);
  if (others.length === 0) return null;
  return (
    <Explain what={t('begin.other')}>
      {others.map((p) => (
        <button
          type="button"
          className="card pick"
          key={p.code}
          disabled={save.busy}
          onClick={() => void save.act({ form: {}, productCode: p.code })}
        >
          <strong>{told(p.name)}</strong>
          <span className="muted block">{told(p.says)}</span>
          <span className="small block">{t('begin.terms', { from: whole(p.minAmountMinor), to: whole(p.maxAmountMinor), months: p.maxMonths })}</span>
        </button>
      ))}
      <Refused refusal={save.refusal} />
    </Explain>
  );
}
