import { Button, DatePicker, Dropdown, Input, type MenuProps, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSavedViews } from './saved-views.ts';
import type { View } from './view-in-address.ts';

export type Choice = { readonly value: string; readonly label: string };
export type Filter = { readonly key: string; readonly label: string } & (
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
);

type Props = {
  readonly list: string;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly filters: readonly Filter[];
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly hidden: readonly string[];
  readonly onExport: () => void;
  readonly children?: ReactNode;
};

/** The bar above a list: its filters, saved views, columns and export. */
export function ListBar({ list, view, onView, filters, columns, hidden, onExport, children }: Props) {
  const { t } = useTranslation();
  const saved = useSavedViews(list);
  const [naming, setNaming] = useState<string>();
  const filterBy = (key: string, value: string): void => onView({ ...view, [key]: value, offset: '' });
  const keep = (): void => {
    if (naming) void saved.save({ name: naming, view });
    setNaming(undefined);
  };
  const viewItems: MenuProps['items'] = [
    ...saved.views.map((s) => ({
      key: `view:${s.name}`,
      label: s.name,
      children: [
        { key: `use:${s.name}`, label: t('list.useView'), onClick: () => onView(s.view) },
        { key: `drop:${s.name}`, label: t('list.dropView'), onClick: () => void saved.drop(s.name) },
      ],
    })),
    ...(saved.views.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'save', label: t('list.saveView'), onClick: () => setNaming('') },
    { key: 'clear', label: t('list.clearView'), onClick: () => onView({}) },
  ];
  const toggle = (key: string): void =>
    onView({ ...view, hide: (hidden.includes(key) ? hidden.filter((h) => h !== key) : [...hidden, key]).join(',') });
  return (
    <div className="list-bar no-print">
      {filters.map((f) => (
        <FilterField key={f.key} filter={f} value={view[f.key]} onChange={(v) => filterBy(f.key, v)} />
      ))}
      <span className="grow" />
      {children}
      <Dropdown trigger={['click']} menu={{ items: viewItems }}>
        <Button>{t('list.views')}</Button>
      </Dropdown>
      <Dropdown
        trigger={['click']}
        menu={{
          multiple: true,
          selectable: true,
          selectedKeys: columns.map((c) => c.key).filter((k) => !hidden.includes(k)),
          items: columns.map((c) => ({ key: c.key, label: c.title })),
          onSelect: ({ key }) => toggle(key),
          onDeselect: ({ key }) => toggle(key),
        }}
      >
        <Button>{t('list.columns')}</Button>
      </Dropdown>
      <Button onClick={onExport}>{t('list.export')}</Button>
      <Modal
        open={naming !== undefined}
        title={t('list.saveView')}
        width={360}
        okText={t('list.saveView')}
        okButtonProps={{ disabled: !naming }}
        onOk={keep}
        onCancel={() => setNaming(undefined)}
      >
        <Input
          aria-label={t('list.viewName')}
          placeholder={t('list.viewName')}
          value={naming ?? ''}
          maxLength={40}
          autoFocus
          onChange={(e) => setNaming(e.target.value)}
          onPressEnter={keep}
        />
      </Modal>
    </div>
  );
}

function FilterField({ filter, value, onChange }: { filter: Filter; value: string | undefined; onChange: (value: string) => void }) {
  if (filter.kind === 'choice') {
    return (
      <Select
        allowClear
        aria-label={filter.label}
        placeholder={filter.label}
        value={value ?? null}
        options={[...filter.choices]}
        popupMatchSelectWidth={false}
        {...(value ? { prefix: <span className="muted filter-name">{filter.label}</span> } : {})}
        style={{ minWidth: 120 }}
        onChange={(v: string | null) => onChange(v ?? '')}
      />
    );
  }
  if (filter.kind === 'date') {
    return (
      <DatePicker
        aria-label={filter.label}
        placeholder={filter.label}
        value={value ? dayjs(value) : null}
        onChange={(d) => onChange(d ? d.format('YYYY-MM-DD') : '')}
        style={{ width: 140 }}
      />
    );
  }
  return (
    <Input.Search
      key={value ?? ''}
      allowClear
      aria-label={filter.label}
      placeholder={filter.label}
      defaultValue={value ?? ''}
      style={{ width: 210 }}
      onSearch={onChange}
    />
  );
}
