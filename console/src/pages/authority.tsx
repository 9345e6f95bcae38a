import { displayMoney, parseMoney } from '@tallystick/kernel';
import { AUTHORITY_LEVELS } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.tsx';
import { answered, api, useMay } from '../api.ts';
import { Ask } from '../parts/ask.tsx';
import { DateField } from '../parts/fields.tsx';
import { Day } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { PageState } from '../parts/page-state.tsx';
import { PageHead, Panel } from '../parts/panel.tsx';
import { Mark } from '../parts/state-tag.tsx';
import type { Item } from '../reply.ts';

type Version = Item<'/authority-matrix'>;
type Row = Version['rows'][number];
const COLUMNS = ['AA', 'A', 'SECURED', 'BBB'] as const;

/** Who may decide how much: the table in force, what was before and what will be; changes need a second person. */
export function AuthorityPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [editing, setEditing] = useState<Version>();
  const asked = useQuery({ queryKey: ['authority-matrix'], queryFn: async () => answered(await api.GET('/authority-matrix')) });
  return (
    <>
      <PageHead title={t('menu.authority')} says={t('authority.says')} />
      <PageState asked={asked} rows={10}>
        {({ items }) => (
          <>
            {items.map((v, i) => (
              <Panel
                key={v.version}
                title={
                  <>
                    {t('authority.version', { n: v.version })}{' '}
                    {v.effectiveTo === null ? <Mark tone="good">{t('authority.inForce')}</Mark> : <Mark tone="rest">{t('authority.ended')}</Mark>}
                  </>
                }
                extra={
                  i === 0 && may('access.replace_authority_matrix') ? (
                    <Button size="small" onClick={() => setEditing(v)}>
                      {t('authority.edit')}
                    </Button>
                  ) : undefined
                }
              >
                <p className="muted" style={{ marginTop: 0 }}>
                  <Day value={v.effectiveFrom} /> – <Day value={v.effectiveTo} /> · {v.source}
                </p>
                <MatrixTable version={v} />
              </Panel>
            ))}
            {editing ? <EditMatrix version={editing} onClose={() => setEditing(undefined)} /> : null}
          </>
        )}
      </PageState>
    </>
  );
}

/** One line per product, one column per kind of case; each cell lists its levels with their ceilings. */
function MatrixTable({ version }: { version: Version }) {
  const { t } = useTranslation();
  const products = [...new Set(version.rows.map((r) => r.productCode))];
  return (
    <Lines
      caption={t('authority.version', { n: version.version })}
      rows={products}
      rowKey={(p) => p ?? 'all'}
      columns={[
        {
          key: 'product',
          title: t('authority.product'),
          render: (p) => (p === null ? t('authority.allProducts') : t(`products.${p}`, { defaultValue: p })),
        },
        ...COLUMNS.map((column) => ({
          key: column,
          title: t(`authorityColumns.${column}`),
          render: (p: string | null) => (
            <div className="levels">
              {version.rows
                .filter((r) => r.productCode === p && r.columnKey === column)
                .map((r) => (
                  <div key={`${r.level}:${r.upTo}`} className="row" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
                    <span>{t(`levels.${r.level}`)}</span>
                    <span className="num">{ceiling(r, t('authority.noCeiling'))}</span>
                  </div>
                ))}
            </div>
          ),
        })),
      ]}
    />
  );
}
const ceiling = (row: Row, none: string): string => (row.upTo === null ? none : displayMoney(parseMoney(row.upTo) ?? 0n).replace(/\.00$/, ''));

type Typed = {
  effectiveFrom: string;
  source: string;
  rows: { productCode: string | null; columnKey: Row['columnKey']; level: Row['level']; upTo: string }[];
};
function EditMatrix({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    run: (typed, keyed) =>
      api.POST('/authority-matrix', {
        params: keyed,
        body: {
          effectiveFrom: typed.effectiveFrom,
          source: typed.source,
          rows: typed.rows.map((r) => ({ ...r, productCode: r.productCode ?? null, upTo: r.upTo.trim() === '' ? null : r.upTo.trim() })),
        },
      }),
  });
  const initial: Partial<Typed> = {
    rows: version.rows.map((r) => ({ productCode: r.productCode, columnKey: r.columnKey, level: r.level, upTo: r.upTo ?? '' })),
  };
  return (
    <Ask<Typed>
      open
      width={760}
      title={t('authority.edit')}
      says={t('authority.editSays')}
      form={form}
      act={act}
      onClose={onClose}
      initial={initial}
      okText={t('authority.send')}
    >
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <Form.Item name="effectiveFrom" label={t('authority.from')} rules={[{ required: true, message: t('act.required') }]}>
          <DateField />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('authority.source')}
          style={{ flex: 1, minWidth: 240 }}
          rules={[{ required: true, message: t('act.required') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.List name="rows">
        {(fields, { add, remove }) => (
          <div className="scroll-x">
            <table className="lines">
              <thead>
                <tr>
                  <th>{t('authority.column')}</th>
                  <th>{t('authority.level')}</th>
                  <th>{t('authority.upTo')}</th>
                  <th>{t('customer.actions')}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map((f) => (
                  <tr key={f.key}>
                    <td>
                      <Form.Item noStyle name={[f.name, 'columnKey']}>
                        <Select
                          aria-label={t('authority.column')}
                          style={{ width: 150 }}
                          options={COLUMNS.map((v) => ({ value: v, label: t(`authorityColumns.${v}`) }))}
                        />
                      </Form.Item>
                    </td>
                    <td>
                      <Form.Item noStyle name={[f.name, 'level']}>
                        <Select
                          aria-label={t('authority.level')}
                          style={{ width: 200 }}
                          options={AUTHORITY_LEVELS.map((v) => ({ value: v, label: t(`levels.${v}`) }))}
                        />
                      </Form.Item>
                    </td>
                    <td>
                      <Form.Item style={{ margin: 0 }} name={[f.name, 'upTo']}>
                        <Input aria-label={t('authority.upTo')} placeholder={t('authority.noCeiling')} inputMode="decimal" />
                      </Form.Item>
                    </td>
                    <td>
                      <Button size="small" type="text" onClick={() => remove(f.name)}>
                        {t('authority.remove')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Button size="small" style={{ marginTop: 8 }} onClick={() => add({ productCode: null, columnKey: 'AA', level: 'manager', upTo: '' })}>
              {t('authority.add')}
            </Button>
          </div>
        )}
      </Form.List>
    </Ask>
  );
}
