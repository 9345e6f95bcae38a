import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { App as AntApp, Button, Modal, Segmented, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../act.tsx';
import { answered, api, useMay, useMe } from '../api.ts';
import { DueClock } from '../parts/clock.tsx';
import { Counts } from '../parts/counts.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { CustomerLink } from '../parts/names.tsx';
import { PageHead } from '../parts/panel.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import type { Item } from '../reply.ts';
import { countsFor } from './workbench-counts.ts';

type Task = Item<'/tasks'>;
const HOUSE = 'cust_00000000000000000000000000';

/** Where the day starts: what is due, what is late, the figures of one's role, the tasks. */
export function WorkbenchPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const may = useMay();
  const [which, setWhich] = useState<'both' | 'mine' | 'branch'>('both');
  const summary = useQuery({ queryKey: ['task-summary'], queryFn: async () => answered(await api.GET('/tasks/summary')) });
  if (!me) return null;
  const s = summary.data;
  const choices = (['both', 'mine'] as const).map((v) => ({ value: v as typeof which, label: t(`workbench.${v}`) }));
  const list = which === 'branch' ? '/tasks/branch' : '/tasks';
  return (
    <>
      <PageHead title={t('workbench.hello', { name: me.name })} says={me.roles.map((r) => t(`roles.${r}`)).join(' · ')} />
      <Counts
        before={[
          { key: 'today', label: t('workbench.dueToday'), value: s?.dueToday ?? '—' },
          { key: 'late', label: t('workbench.late'), value: s?.late ?? '—', tone: s && s.late > 0 ? 'bad' : undefined },
          { key: 'open', label: t('workbench.open'), value: s?.open ?? '—' },
          { key: 'escalated', label: t('workbench.escalated'), value: s?.escalated ?? '—', tone: s && s.escalated > 0 ? 'watch' : undefined },
        ]}
        items={countsFor(me, t)}
      />
      <TaskList
        key={which}
        list={list}
        fixed={which === 'branch' ? {} : { scope: which }}
        extra={
          <Segmented
            options={may('tasks.list_branch') ? [...choices, { value: 'branch' as const, label: t('workbench.branch') }] : choices}
            value={which}
            onChange={setWhich}
          />
        }
      />
    </>
  );
}

function TaskList({ list, fixed, extra }: { list: string; fixed: Record<string, string>; extra: React.ReactNode }) {
  const { t } = useTranslation();
  const columns: Column<Task>[] = [
    { key: 'title', title: t('workbench.task'), render: (task) => told(task.title) },
    {
      key: 'customerId',
      title: t('workbench.customer'),
      render: (task) => (task.customerId === HOUSE ? '—' : <CustomerLink id={task.customerId} />),
    },
    { key: 'dueAt', title: t('workbench.clock'), sort: 'dueAt', render: (task) => <DueClock dueAt={task.dueAt} /> },
    { key: 'priority', title: t('workbench.priority'), sort: 'priority', numeric: true },
    { key: 'ownerRole', title: t('workbench.queue'), render: (task) => t(`roles.${task.ownerRole}`) },
    { key: 'state', title: t('workbench.state'), render: (task) => <StateTag state={`task_${task.state}`} /> },
    { key: 'act', title: '', render: (task) => <TaskActions task={task} /> },
  ];
  return (
    <DataTable<Task>
      path={list}
      title={t('workbench.tasks')}
      rowKey={(task) => task.id}
      columns={columns}
      fixed={fixed}
      to={(task) => task.link}
      empty={t('workbench.empty')}
      extra={extra}
      bulk={(tasks, done) => <ClaimMany tasks={tasks} onDone={done} />}
      filters={[{ key: 'late', label: t('workbench.late'), kind: 'choice', choices: [{ value: 'true', label: t('workbench.late') }] }]}
    />
  );
}

function TaskActions({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const path = { customerId: task.customerId, taskId: task.id };
  const refresh = [['list'], ['task-summary']];
  const claim = useAct<object, unknown>({
    refresh,
    run: (_input, keyed) => api.POST('/customers/{customerId}/tasks/{taskId}/claim', { params: { ...keyed, path } }),
  });
  const release = useAct<object, unknown>({
    refresh,
    run: (_input, keyed) => api.POST('/customers/{customerId}/tasks/{taskId}/release', { params: { ...keyed, path } }),
  });
  const own = task.ownerId === me?.id;
  if (task.state === 'done' || task.state === 'cancelled') return null;
  const act = own ? release : claim;
  return (
    <Space>
      {task.ownerId === null || own ? (
        <Button size="small" loading={act.busy} onClick={() => void act.act({})}>
          {t(own ? 'workbench.release' : 'workbench.claim')}
        </Button>
      ) : null}
      <RefusalNote refusal={act.refusal} />
    </Space>
  );
}

/** Takes the picked tasks that nobody has: says which before it does, and how many it got. */
function ClaimMany({ tasks, onDone }: { tasks: readonly Task[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = AntApp.useApp();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const free = tasks.filter((task) => task.state === 'open' && task.ownerId === null);
  const claimAll = async (): Promise<void> => {
    setBusy(true);
    const got = await Promise.allSettled(
      free.map((task) =>
        api.POST('/customers/{customerId}/tasks/{taskId}/claim', {
          params: { header: { 'Idempotency-Key': crypto.randomUUID() }, path: { customerId: task.customerId, taskId: task.id } },
        }),
      ),
    );
    setBusy(false);
    setAsking(false);
    void message.info(t('workbench.claimedOf', { n: got.filter((g) => g.status === 'fulfilled').length, of: free.length }));
    onDone();
  };
  return (
    <>
      <Button disabled={free.length === 0} onClick={() => setAsking(true)}>
        {t('workbench.claimMany', { n: free.length })}
      </Button>
      <Modal
        open={asking}
        title={t('workbench.claimMany', { n: free.length })}
        okText={t('workbench.claim')}
        cancelText={t('act.cancel')}
        confirmLoading={busy}
        onOk={() => void claimAll()}
        onCancel={() => setAsking(false)}
      >
        <ul>
          {free.map((task) => (
            <li key={task.id}>{told(task.title)}</li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
