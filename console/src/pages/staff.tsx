import { currentLanguage, listComma, told } from '@tallystick/ui';
import { STAFF_ROLES } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.tsx';
import { answered, api, useMay } from '../api.ts';
import { Ask } from '../parts/ask.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { DateField } from '../parts/fields.tsx';
import { Day, Moment } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { PageState } from '../parts/page-state.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { PageHead, Panel } from '../parts/panel.tsx';
import { Mark, StateTag } from '../parts/state-tag.tsx';
import { useTab } from '../parts/view-in-address.ts';
import type { Item } from '../reply.ts';

type Staff = Item<'/staff'>;
type Role = Staff['roles'][number];
const useBranches = () => useQuery({ queryKey: ['branches'], staleTime: 600_000, queryFn: async () => answered(await api.GET('/branches')).items });

/** Who works here with which roles, the branches, and what each role may do. Every change goes to a second person. */
export function StaffPage() {
  const { t } = useTranslation();
  const may = useMay();
  const tab = useTab('staff');
  return (
    <>
      <PageHead title={t('menu.staff')} says={t('staff.says')} />
      <PageTabs
        {...tab}
        items={[
          { key: 'staff', label: t('staff.people'), children: <People /> },
          { key: 'branches', label: t('staff.branches'), children: <Branches /> },
          ...(may('access.list_grants') ? [{ key: 'grants', label: t('staff.grants'), children: <Grants /> }] : []),
        ]}
      />
    </>
  );
}

function People() {
  const { t } = useTranslation();
  const may = useMay();
  const branches = useBranches().data ?? [];
  const [dialog, setDialog] = useState<{ kind: 'add' } | { kind: 'change' | 'reset'; staff: Staff }>();
  const branchName = (id: string | null): string => {
    const b = branches.find((x) => x.id === id);
    return b ? (currentLanguage() === 'en' ? b.nameEn : b.nameZh) : t('staff.headOffice');
  };
  const columns: Column<Staff>[] = [
    { key: 'login', title: t('staff.login'), sort: 'login', render: (s) => <span className="mono">{s.login}</span> },
    { key: 'name', title: t('staff.name') },
    { key: 'roles', title: t('staff.roles'), render: (s) => s.roles.map((r) => t(`roles.${r}`)).join(listComma()) },
    {
      key: 'waitingRoles',
      title: t('staff.waitingRoles'),
      render: (s) => (s.waitingRoles.length > 0 ? <Mark tone="watch">{s.waitingRoles.map((r) => t(`roles.${r}`)).join(listComma())}</Mark> : '—'),
    },
    { key: 'branchId', title: t('staff.branch'), render: (s) => branchName(s.branchId) },
    { key: 'state', title: t('customers.state'), render: (s) => <StateTag state={s.state} /> },
    { key: 'createdAt', title: t('staff.createdAt'), render: (s) => <Moment value={s.createdAt} /> },
    { key: 'act', title: '', render: (s) => <StaffActions onPick={(kind) => setDialog({ kind, staff: s })} staff={s} /> },
  ];
  return (
    <>
      <DataTable<Staff>
        path="/staff"
        title={t('menu.staff')}
        rowKey={(s) => s.id}
        columns={columns}
        empty={t('staff.empty')}
        extra={
          may('access.create_staff') ? (
            <Button type="primary" onClick={() => setDialog({ kind: 'add' })}>
              {t('staff.add')}
            </Button>
          ) : undefined
        }
        filters={[
          { key: 'role', label: t('staff.roles'), kind: 'choice', choices: STAFF_ROLES.map((v) => ({ value: v, label: t(`roles.${v}`) })) },
          {
            key: 'state',
            label: t('customers.state'),
            kind: 'choice',
            choices: ['active', 'disabled'].map((v) => ({ value: v, label: t(`states.${v}`) })),
          },
        ]}
      />
      {dialog?.kind === 'add' ? <AddStaff onClose={() => setDialog(undefined)} /> : null}
      {dialog?.kind === 'change' ? <ChangeStaff staff={dialog.staff} onClose={() => setDialog(undefined)} /> : null}
      {dialog?.kind === 'reset' ? <ResetStaff staff={dialog.staff} onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

function StaffActions({ staff, onPick }: { staff: Staff; onPick: (kind: 'change' | 'reset') => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const signOut = useAct<object, unknown>({
    done: t('staff.signedOut'),
    refresh: [],
    run: (_i, keyed) => api.POST('/staff/{staffId}/sign-out', { params: { ...keyed, path: { staffId: staff.id } } }),
  });
  const items = [
    ...(may('access.change_staff') ? [{ key: 'change', label: t('staff.change'), onClick: () => onPick('change') }] : []),
    ...(may('access.reset_staff') ? [{ key: 'reset', label: t('staff.reset'), onClick: () => onPick('reset') }] : []),
    ...(may('access.sign_staff_out') ? [{ key: 'out', label: t('staff.signOut'), onClick: () => void signOut.act({}) }] : []),
  ];
  return items.length > 0 ? (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size="small">{t('customer.actions')}</Button>
    </Dropdown>
  ) : null;
}

function RoleAndBranch() {
  const { t } = useTranslation();
  const branches = useBranches().data ?? [];
  return (
    <>
      <Form.Item name="roles" label={t('staff.roles')} rules={[{ required: true, message: t('act.required') }]}>
        <Select mode="multiple" options={STAFF_ROLES.map((v) => ({ value: v, label: t(`roles.${v}`) }))} />
      </Form.Item>
      <Form.Item name="branchId" label={t('staff.branch')} extra={t('staff.branchHelp')}>
        <Select
          allowClear
          placeholder={t('staff.headOffice')}
          options={branches.map((b) => ({ value: b.id, label: currentLanguage() === 'en' ? b.nameEn : b.nameZh }))}
        />
      </Form.Item>
    </>
  );
}

type New = { login: string; name: string; password: string; roles: Role[]; branchId?: string };
function AddStaff({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<New>();
  const act = useAct<New, unknown>({ form, run: (v, keyed) => api.POST('/staff', { params: keyed, body: { ...v, branchId: v.branchId ?? null } }) });
  const required = [{ required: true, message: t('act.required') }];
  return (
    <Ask<New> open title={t('staff.add')} says={t('staff.addSays')} form={form} act={act} onClose={onClose}>
      <Form.Item name="login" label={t('staff.login')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t('staff.name')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="password" label={t('staff.firstPassword')} rules={required}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <RoleAndBranch />
    </Ask>
  );
}

type Changed = { name: string; roles: Role[]; branchId?: string | null; state: 'active' | 'disabled' };
function ChangeStaff({ staff, onClose }: { staff: Staff; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Changed>();
  const act = useAct<Changed, unknown>({
    form,
    run: (v, keyed) =>
      api.PUT('/staff/{staffId}', {
        params: { ...keyed, path: { staffId: staff.id } },
        body: { ...v, branchId: v.branchId ?? null, version: staff.version },
      }),
  });
  return (
    <Ask<Changed>
      open
      title={t('staff.changeTitle', { name: staff.name })}
      says={t('staff.changeSays')}
      form={form}
      act={act}
      onClose={onClose}
      initial={{ name: staff.name, roles: staff.roles, branchId: staff.branchId, state: staff.state }}
    >
      <Form.Item name="name" label={t('staff.name')} rules={[{ required: true, message: t('act.required') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <RoleAndBranch />
      <Form.Item name="state" label={t('customers.state')}>
        <Select options={['active', 'disabled'].map((v) => ({ value: v, label: t(`states.${v}`) }))} />
      </Form.Item>
    </Ask>
  );
}

function ResetStaff({ staff, onClose }: { staff: Staff; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ password: string }>();
  const act = useAct<{ password: string }, unknown>({
    form,
    run: (body, keyed) => api.POST('/staff/{staffId}/reset', { params: { ...keyed, path: { staffId: staff.id } }, body }),
  });
  return (
    <Ask<{ password: string }>
      open
      title={t('staff.resetTitle', { name: staff.name })}
      says={t('staff.resetSays')}
      form={form}
      act={act}
      onClose={onClose}
    >
      <Form.Item name="password" label={t('staff.firstPassword')} rules={[{ required: true, message: t('act.required') }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </Ask>
  );
}

function Branches() {
  const { t } = useTranslation();
  const asked = useBranches();
  return (
    <Panel title={t('staff.branches')}>
      <PageState asked={asked}>
        {(items) => (
          <Lines
            caption={t('staff.branches')}
            rows={items}
            rowKey={(b) => b.id}
            empty={<span className="muted">{t('staff.noBranches')}</span>}
            columns={[
              { key: 'code', title: t('staff.code'), render: (b) => <span className="mono">{b.code}</span> },
              { key: 'name', title: t('staff.branch'), render: (b) => (currentLanguage() === 'en' ? b.nameEn : b.nameZh) },
              { key: 'region', title: t('staff.region'), render: (b) => <span className="num">{b.region}</span> },
              { key: 'state', title: t('customers.state'), render: (b) => <StateTag state={`branch_${b.state}`} /> },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}

type Grant = Item<'/grants'>;
type GrantChange = { role: Role; permission: string; allowed: boolean; from: string; source: string };
function Grants() {
  const { t } = useTranslation();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const [form] = Form.useForm<GrantChange>();
  const act = useAct<GrantChange, unknown>({ form, run: (body, keyed) => api.POST('/grants', { params: keyed, body }) });
  const required = [{ required: true, message: t('act.required') }];
  const columns: Column<Grant>[] = [
    { key: 'role', title: t('staff.roles'), render: (g) => t(`roles.${g.role}`) },
    { key: 'permission', title: t('staff.permission'), sort: 'permission', render: (g) => <span title={g.permission}>{told(g.says)}</span> },
    { key: 'effectiveFrom', title: t('authority.from'), render: (g) => <Day value={g.effectiveFrom} /> },
    { key: 'effectiveTo', title: t('authority.to'), render: (g) => <Day value={g.effectiveTo} /> },
    { key: 'source', title: t('authority.source'), render: (g) => (g.source === 'default' ? t('staff.byDefault') : g.source) },
  ];
  return (
    <>
      <DataTable<Grant>
        path="/grants"
        embedded
        title={t('staff.grants')}
        rowKey={(g) => `${g.role}:${g.permission}:${g.effectiveFrom}`}
        columns={columns}
        empty={t('staff.noGrants')}
        extra={may('access.change_grant') ? <Button onClick={() => setChanging(true)}>{t('staff.changeGrant')}</Button> : undefined}
        filters={[
          { key: 'role', label: t('staff.roles'), kind: 'choice', choices: STAFF_ROLES.map((v) => ({ value: v, label: t(`roles.${v}`) })) },
          { key: 'permission', label: t('staff.permission'), kind: 'text' },
        ]}
      />
      <Ask<GrantChange>
        open={changing}
        title={t('staff.changeGrant')}
        says={t('staff.changeGrantSays')}
        form={form}
        act={act}
        onClose={() => setChanging(false)}
        initial={{ allowed: true }}
      >
        <Form.Item name="role" label={t('staff.roles')} rules={required}>
          <Select options={STAFF_ROLES.map((v) => ({ value: v, label: t(`roles.${v}`) }))} />
        </Form.Item>
        <Form.Item name="permission" label={t('staff.permission')} rules={required}>
          <Input className="mono" />
        </Form.Item>
        <Form.Item name="allowed" label={t('staff.allowed')}>
          <Select
            options={[
              { value: true, label: t('staff.give') },
              { value: false, label: t('staff.take') },
            ]}
          />
        </Form.Item>
        <Form.Item name="from" label={t('authority.from')} rules={required}>
          <DateField />
        </Form.Item>
        <Form.Item name="source" label={t('authority.source')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </Ask>
    </>
  );
}
