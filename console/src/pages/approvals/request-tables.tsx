import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api.ts';
import { Money } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Mark } from '../../parts/state-tag.tsx';

export type MatrixRow = { readonly productCode: string | null; readonly columnKey: string; readonly level: string; readonly upTo: string | null };
const keyOf = (r: MatrixRow): string => `${r.productCode ?? ''}:${r.columnKey}:${r.level}`;

/** Which ceilings of the authority matrix change; those that stay are only counted. */
export function MatrixChanges({ now, then }: { now: readonly MatrixRow[]; then: readonly MatrixRow[] }) {
  const { t } = useTranslation();
  const [before, after] = [new Map(now.map((r) => [keyOf(r), r])), new Map(then.map((r) => [keyOf(r), r]))];
  const all = [...new Map([...before, ...after]).values()];
  const changed = all.filter((r) => before.get(keyOf(r))?.upTo !== after.get(keyOf(r))?.upTo);
  const ceiling = (r: MatrixRow | undefined) =>
    r === undefined ? t('requests.noRow') : r.upTo === null ? t('authority.noCeiling') : <Money value={r.upTo} />;
  return (
    <>
      <h3>{t('requests.ceilings')}</h3>
      <Lines
        caption={t('requests.ceilings')}
        rows={changed}
        rowKey={keyOf}
        empty={<span className="muted">{t('requests.nothingChanges')}</span>}
        columns={[
          {
            key: 'case',
            title: t('requests.case'),
            render: (r) => (
              <>
                {t(`authorityColumns.${r.columnKey}`, { defaultValue: r.columnKey })} · {t(`levels.${r.level}`, { defaultValue: r.level })}
                <div className="muted small">
                  {r.productCode === null ? t('authority.allProducts') : t(`products.${r.productCode}`, { defaultValue: r.productCode })}
                </div>
              </>
            ),
          },
          { key: 'now', title: t('requests.now'), numeric: true, render: (r) => ceiling(before.get(keyOf(r))) },
          { key: 'then', title: t('requests.later'), numeric: true, render: (r) => <Mark tone="watch">{ceiling(after.get(keyOf(r)))}</Mark> },
        ]}
      />
      <p className="muted">{t('requests.unchanged', { n: all.length - changed.length })}</p>
    </>
  );
}

type Line = { readonly account: string; readonly side: string; readonly amount: string };
/** A manual journal as it will be booked. */
export function JournalLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const accounts = useQuery({
    queryKey: ['ledger-accounts'],
    staleTime: 600_000,
    queryFn: async () => answered(await api.GET('/ledger/accounts')).items,
  });
  const nameOf = (code: string): string => {
    const found = accounts.data?.find((a) => a.code === code);
    return found ? `${code} ${told(found)}` : code;
  };
  const side = (which: 'debit' | 'credit') => ({
    key: which,
    title: t(`ledger.${which}`),
    numeric: true,
    render: (l: Line) => (l.side === which ? <Money value={l.amount} /> : ''),
  });
  return (
    <Lines
      caption={t('ledger.journals')}
      rows={lines}
      rowKey={(_l, i) => String(i)}
      columns={[{ key: 'account', title: t('ledger.account'), render: (l) => nameOf(l.account) }, side('debit'), side('credit')]}
    />
  );
}
