import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, App as AntApp, Pagination, Table, type TableColumnType } from 'antd';
import { type KeyboardEvent, type ReactNode, type TdHTMLAttributes, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, refusalOf } from '../api.ts';
import { ExportLeave } from '../shell/export-leave.tsx';
import { saveFile } from './download.tsx';
import { placeOf } from './links.tsx';
import { type Filter, ListBar } from './list-bar.tsx';
import { fetchList } from './list-fetch.ts';
import { Nothing } from './page-state.tsx';
import { rememberQueue, useView, type View } from './view-in-address.ts';

export type Column<Row> = {
  /** Field of the row: also its name in the export. */
  readonly key: string;
  readonly title: string;
  readonly render?: (row: Row) => ReactNode;
  /** Figures stand on the right. */
  readonly numeric?: boolean;
  /** Name the API sorts by; left out when it cannot. */
  readonly sort?: string;
  readonly width?: number;
};
type Props<Row> = {
  /** API address below /api, also the name under which views are saved. */
  readonly path: string;
  readonly title: string;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly filters?: readonly Filter[];
  /** Questions of the page itself that no filter may change. */
  readonly fixed?: View;
  /** Address of the record; its first column is the link. */
  readonly to?: (row: Row) => string;
  readonly empty: string;
  /** Inside another page: the view does not stand in the address. */
  readonly embedded?: boolean;
  readonly bulk?: (rows: readonly Row[], done: () => void) => ReactNode;
  readonly extra?: ReactNode;
  /** What opens below a row. */
  readonly expand?: (row: Row) => ReactNode;
};

const PAGE = 50;
/** The list of this console: filters, sorting, saved views, column choice, j/k, enter and /, export of what is shown, and an address that reproduces it. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { path, title, rowKey, columns, filters = [], fixed = {}, to, empty, bulk, extra } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = AntApp.useApp();
  const [view, setView] = useView(props.embedded ?? false);
  const [at, setAt] = useState(-1);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [leave, setLeave] = useState<{ permission: string; max: number }>();
  const box = useRef<HTMLElement>(null);
  const hidden = useMemo(() => (view['hide'] ?? '').split(',').filter(Boolean), [view]);
  const { hide: _, ...filtered } = view;
  const asked: View = { ...filtered, ...fixed };
  const list = useQuery({
    queryKey: ['list', path, asked],
    queryFn: () => fetchList<Row>(path, { limit: String(PAGE), ...asked }),
    placeholderData: (before) => before,
  });
  const rows = list.data?.items ?? [];

  const open = (row: Row): void => {
    if (!to) return;
    rememberQueue(rows.map(to));
    void navigate(placeOf(to(row)));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (/INPUT|TEXTAREA|BUTTON/.test((event.target as HTMLElement).tagName) || event.ctrlKey || event.metaKey) return;
    if (event.key === 'j') setAt(Math.min(at + 1, rows.length - 1));
    else if (event.key === 'k') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && rows[at] && (event.target as HTMLElement).tagName !== 'A') open(rows[at]);
    else if (event.key === '/') box.current?.querySelector('input')?.focus();
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    // The marked row moves into sight when the mark moves.
    if (at >= 0) box.current?.querySelector('.row-at')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const shown = columns.filter((c) => !hidden.includes(c.key));
  const exportShown = (): void => {
    const query = new URLSearchParams({
      ...asked,
      limit: '200',
      offset: view['offset'] ?? '0',
      format: 'csv',
      columns: shown.map((c) => c.key).join(','),
    });
    saveFile(`${path}?${query}`).catch((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal?.code === 'platform.export_needs_leave')
        setLeave({ permission: String(refusal.facts['permission']), max: Number(refusal.facts['max']) });
      else void message.error(errorText(error));
    });
  };
  const done = (): void => {
    setPicked([]);
    void queries.invalidateQueries({ queryKey: ['list', path] });
  };
  return (
    <section ref={box} onKeyDown={onKey} aria-label={title}>
      <ListBar list={path} view={view} onView={setView} filters={filters} columns={columns} hidden={hidden} onExport={exportShown}>
        {bulk && picked.length > 0
          ? bulk(
              rows.filter((r) => picked.includes(rowKey(r))),
              done,
            )
          : null}
        {extra}
      </ListBar>
      {leave ? <ExportLeave {...leave} onClose={() => setLeave(undefined)} /> : null}
      {list.error ? <Alert type="error" showIcon title={errorText(list.error)} style={{ marginBottom: 8 }} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: j, k and enter work while the list has the focus. */}
      <section tabIndex={0} className="list-rows" aria-label={t('list.keys', { list: title })}>
        <Table<Row>
          size="small"
          rowKey={rowKey}
          dataSource={rows}
          columns={tableColumns(shown, view['sort'], to)}
          loading={list.isPending}
          locale={{ emptyText: list.isPending ? ' ' : <Nothing says={empty} /> }}
          showSorterTooltip={false}
          rowClassName={(_row, i) => (i === at ? 'row-at' : '')}
          {...(props.expand ? { expandable: { expandedRowRender: props.expand, expandRowByClick: !to } } : {})}
          {...(bulk ? { rowSelection: { selectedRowKeys: [...picked], onChange: (keys) => setPicked(keys.map(String)) } } : {})}
          onRow={(row, i) => ({
            onClick: (e) => {
              setAt(i ?? -1);
              if (!(e.target as HTMLElement).closest('a,button,label')) open(row);
            },
            className: to ? 'row-link' : '',
          })}
          onChange={(_page, _filters, sorter) => {
            const s = Array.isArray(sorter) ? sorter[0] : sorter;
            const name = columns.find((c) => c.key === s?.columnKey)?.sort;
            setView({ ...view, sort: s?.order && name ? `${s.order === 'descend' ? '-' : ''}${name}` : '', offset: '' });
          }}
          pagination={false}
        />
      </section>
      <Pagination
        className="list-pages"
        size="small"
        pageSize={PAGE}
        total={list.data?.total ?? 0}
        current={Math.floor(Number(view['offset'] ?? 0) / PAGE) + 1}
        showSizeChanger={false}
        showTotal={(n) => t('list.total', { n })}
        onChange={(page) => setView({ ...view, offset: page > 1 ? String((page - 1) * PAGE) : '' })}
      />
    </section>
  );
}

/** A heading may break once, before its last word: its unit. */
const twoLines = (title: string): string => title.replace(/ (?=.* )/g, '\u00a0').replaceAll('-', '\u2011');

function tableColumns<Row extends object>(
  shown: readonly Column<Row>[],
  sort: string | undefined,
  to?: (row: Row) => string,
): TableColumnType<Row>[] {
  return shown.map((c, place) => ({
    key: c.key,
    title: c.sort ? twoLines(c.title) : <span className="ant-table-column-title">{twoLines(c.title)}</span>,
    // On a phone each row is a card, and a figure has its name beside it.
    onCell: () => ({ 'data-label': c.title }) as TdHTMLAttributes<unknown>,
    align: c.numeric ? 'right' : 'left',
    ...(c.width ? { width: c.width } : {}),
    render: (_: unknown, row: Row) => {
      const content = c.render ? c.render(row) : String((row as Record<string, string | number | null>)[c.key] ?? '—');
      return to && place === 0 ? <Link {...placeOf(to(row))}>{content}</Link> : content;
    },
    ...(c.sort ? { sorter: true, sortOrder: sort === c.sort ? ('ascend' as const) : sort === `-${c.sort}` ? ('descend' as const) : null } : {}),
  }));
}
