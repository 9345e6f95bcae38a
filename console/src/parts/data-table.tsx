import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RefusalError } from '@tallystick/ui/client';
import { App as AntApp, Alert, Button, Dropdown, Input, Select, Space, Table, type TableColumnType } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../api.ts';
import { readView, writeView } from './view-in-address.ts';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly render?: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Name the API sorts by; left out when it cannot. */
  readonly sort?: string;
  readonly width?: number;
};
export type Filter = { readonly key: string; readonly label: string } & ({ readonly kind: 'choice'; readonly choices: readonly { value: string; label: string }[] } | { readonly kind: 'text' });
type View = Record<string, string>;
type Saved = { readonly name: string; readonly view: View };

type Props<Row> = {
  /** API address below /api, also the name under which views are saved. */
  readonly path: string;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly filters?: readonly Filter[];
  readonly fixed?: View;
  readonly onOpen?: (row: Row) => void;
  readonly empty: string;
  readonly title?: string;
  readonly bulk?: (rows: readonly Row[], done: () => void) => ReactNode;
};

async function fetchList<Row>(path: string, view: View): Promise<{ items: Row[]; total: number }> {
  const response = await fetch(`/api${path}?${new URLSearchParams(view)}`, { headers: { 'x-side': 'staff' } });
  const body = await response.json();
  if (!response.ok) throw new RefusalError(response.status, body);
  return body;
}

const PAGE = 50;
/** The list of this console: filters, sorting, saved views, column choice, j/k and enter, export of exactly what is shown, and an address that reproduces the view. */
export function DataTable<Row extends object>({ path, rowKey, columns, filters = [], fixed = {}, onOpen, empty, title, bulk }: Props<Row>) {
  const { t } = useTranslation();
  const { message } = AntApp.useApp();
  const queries = useQueryClient();
  const [view, setViewState] = useState<View>(readView);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const setView = (next: View): void => {
    const clean = Object.fromEntries(Object.entries(next).filter(([, v]) => v !== ''));
    setViewState(clean);
    writeView(clean);
    setAt(0);
  };
  const asked = { ...view, ...fixed, limit: String(PAGE), offset: view['offset'] ?? '0' };
  const list = useQuery({ queryKey: ['list', path, asked], queryFn: () => fetchList<Row>(path, asked), placeholderData: (before) => before });
  const rows = list.data?.items ?? [];
  const saved = useSavedViews(path);

  const onKey = (event: KeyboardEvent): void => {
    if ((event.target as HTMLElement).tagName === 'INPUT') return;
    if (event.key === 'j') setAt(Math.min(at + 1, rows.length - 1));
    else if (event.key === 'k') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && rows[at] && onOpen) onOpen(rows[at]);
    else if (event.key === '/') box.current?.querySelector('input')?.focus();
    else return;
    event.preventDefault();
  };
  useEffect(() => box.current?.querySelector('.row-at')?.scrollIntoView({ block: 'nearest' }), [at]);

  const shown = columns.filter((c) => !hidden.includes(c.key));
  const tableColumns = useMemo<TableColumnType<Row>[]>(
    () => shown.map((c) => ({
      key: c.key, title: c.title, align: c.numeric ? 'right' : 'left', ...(c.width ? { width: c.width } : {}),
      render: (_: unknown, row: Row) => (c.render ? c.render(row) : String((row as Record<string, unknown>)[c.key] ?? '—')),
      ...(c.sort ? { sorter: true, sortOrder: view['sort'] === c.sort ? ('ascend' as const) : view['sort'] === `-${c.sort}` ? ('descend' as const) : null } : {}),
    })),
    [shown, view],
  );
  const exportCsv = (): void => void window.open(`/api${path}?${new URLSearchParams({ ...view, ...fixed, limit: '200', format: 'csv' })}`);

  return (
    <section ref={box} onKeyDown={onKey} aria-label={title ?? path}>
      <Space wrap size={[8, 8]} style={{ marginBottom: 8 }} className="no-print">
        {filters.map((f) => f.kind === 'choice' ? (
          <Select key={f.key} allowClear aria-label={f.label} placeholder={f.label} style={{ minWidth: 130 }} value={view[f.key] ?? null} options={[...f.choices]} onChange={(v: string | null) => setView({ ...view, [f.key]: v ?? '', offset: '' })} />
        ) : (
          <Input.Search key={f.key} allowClear aria-label={f.label} placeholder={f.label} defaultValue={view[f.key] ?? ''} style={{ width: 200 }} onSearch={(v) => setView({ ...view, [f.key]: v, offset: '' })} />
        ))}
        <Dropdown trigger={['click']} menu={{ items: [
          ...saved.views.map((s) => ({ key: `v:${s.name}`, label: s.name, onClick: () => setView(s.view) })),
          ...(saved.views.length ? [{ type: 'divider' as const }] : []),
          { key: 'save', label: t('list.saveView'), onClick: () => { const name = window.prompt(t('list.viewName')); if (name) { saved.save({ name, view }); void message.success(t('list.viewSaved')); } } },
          { key: 'all', label: t('list.clearView'), onClick: () => setView({}) },
        ] }}><Button>{t('list.views')}</Button></Dropdown>
        <Dropdown trigger={['click']} menu={{ selectable: true, multiple: true, selectedKeys: shown.map((c) => c.key), items: columns.map((c) => ({ key: c.key, label: c.title })),
          onClick: ({ key }) => setHidden(hidden.includes(key) ? hidden.filter((h) => h !== key) : [...hidden, key]) }}><Button>{t('list.columns')}</Button></Dropdown>
        <Button onClick={exportCsv}>{t('list.export')}</Button>
        {bulk && picked.length > 0 ? bulk(rows.filter((r) => picked.includes(rowKey(r))), () => { setPicked([]); void queries.invalidateQueries({ queryKey: ['list', path] }); }) : null}
      </Space>
      {list.error ? <Alert type="error" showIcon title={errorText(list.error)} style={{ marginBottom: 8 }} /> : null}
      <div tabIndex={0} style={{ outlineOffset: -2 }} aria-label={t('list.keys')}>
        <Table<Row> size="small" rowKey={rowKey} dataSource={rows} columns={tableColumns} loading={list.isPending} locale={{ emptyText: empty }} scroll={{ x: 'max-content' }} showSorterTooltip={false}
          rowClassName={(_row, i) => (i === at ? 'row-at' : '')}
          {...(bulk ? { rowSelection: { selectedRowKeys: [...picked], onChange: (keys) => setPicked(keys.map(String)) } } : {})}
          onRow={(row, i) => ({ onClick: () => { setAt(i ?? 0); onOpen?.(row); }, style: onOpen ? { cursor: 'pointer' } : {} })}
          onChange={(page, _filters, sorter) => {
            const s = Array.isArray(sorter) ? sorter[0] : sorter;
            const name = columns.find((c) => c.key === s?.columnKey)?.sort;
            setView({ ...view, sort: s?.order && name ? `${s.order === 'descend' ? '-' : ''}${name}` : '', offset: String(((page.current ?? 1) - 1) * PAGE) });
          }}
          pagination={{ pageSize: PAGE, total: list.data?.total ?? 0, current: Math.floor(Number(view['offset'] ?? 0) / PAGE) + 1, showSizeChanger: false, hideOnSinglePage: false, showTotal: (n) => t('list.total', { n }), size: 'small' }} />
      </div>
    </section>
  );
}

/** Named views of one list, kept with the staff member's other preferences in this browser. */
function useSavedViews(path: string): { views: readonly Saved[]; save(view: Saved): void } {
  const key = `tally.views:${path}`;
  const [views, setViews] = useState<readonly Saved[]>(() => JSON.parse(localStorage.getItem(key) ?? '[]') as Saved[]);
  return {
    views,
    save(view) {
      const next = [...views.filter((v) => v.name !== view.name), view];
      localStorage.setItem(key, JSON.stringify(next));
      setViews(next);
    },
  };
}
