import { listComma } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, useMay } from '../../api.ts';
import { Day, Money, Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { Item } from '../../reply.ts';
import { JournalLines, MatrixChanges, type MatrixRow } from './request-tables.tsx';

type Fields = Readonly<Record<string, unknown>>;
type Request = Pick<Item<'/requests'>, 'command' | 'customerId' | 'state'>;

/** What a request sets without naming it. */
const EFFECTS: Readonly<Record<string, Fields>> = {
  'credit-lines.unfreeze': { state: 'active' },
  'customers.lock': { state: 'locked' },
  'monitoring.close_alert': { state: 'alert_closed' },
};

/** How things stand now, under the names the request uses; empty where nothing is changed or the checker may not see it. */
async function presentState(command: string, customerId: string, input: Fields): Promise<Fields> {
  switch (command) {
    case 'access.change_staff': {
      const { items } = answered(await api.GET('/staff', { params: { query: { limit: 200 } } }));
      return items.find((s) => s.id === input['staffId']) ?? {};
    }
    case 'access.change_branch': {
      const { items } = answered(await api.GET('/branches'));
      return items.find((b) => b.id === input['branchId']) ?? {};
    }
    case 'access.change_grant': {
      const query = { role: input['role'] as 'ADMIN', permission: String(input['permission']) };
      return { allowed: answered(await api.GET('/grants', { params: { query } })).items.some((g) => g.effectiveTo === null) };
    }
    case 'access.replace_authority_matrix':
      return { rows: answered(await api.GET('/authority-matrix')).items[0]?.rows ?? [] };
    case 'credit-lines.unfreeze':
      return { state: answered(await api.GET('/customers/{customerId}/credit-line', { params: { path: { customerId } } })).line?.state };
    case 'customers.lock':
      return { state: answered(await api.GET('/customers/{customerId}', { params: { path: { customerId } } })).profile.summary.state };
    case 'monitoring.close_alert':
      return { state: 'alert_open' };
    default:
      return {};
  }
}

/** Names of people and branches that a request points at. */
function useNames(): (id: string) => string | undefined {
  const branches = useQuery({ queryKey: ['branches'], staleTime: 600_000, queryFn: async () => answered(await api.GET('/branches')).items });
  const maySee = useMay()('access.list_staff');
  const staff = useQuery({
    queryKey: ['staff-names'],
    enabled: maySee,
    staleTime: 600_000,
    retry: false,
    queryFn: async () => answered(await api.GET('/staff', { params: { query: { limit: 200 } } })).items,
  });
  return (id) => staff.data?.find((s) => s.id === id)?.name ?? branches.data?.find((b) => b.id === id)?.nameZh;
}

/** Where the words for the codes of a field stand. */
const WORDS: Readonly<Record<string, string>> = {
  roles: 'roles',
  role: 'roles',
  level: 'levels',
  outcome: 'alertOutcomes',
  bucket: 'buckets',
  reasonCode: 'lockReasons',
  state: 'states',
};
function show(field: string, value: unknown, names: (id: string) => string | undefined, t: TFunction): ReactNode {
  if (value === undefined) return '—';
  if (value === null) return field === 'branchId' ? t('staff.headOffice') : '—';
  if (typeof value === 'boolean') return t(value ? 'state.yes' : 'state.no');
  if (Array.isArray(value)) return value.map((v) => t(`${WORDS[field] ?? 'states'}.${v}`, { defaultValue: String(v) })).join(listComma());
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
  if (field === 'customerId') return <CustomerLink id={text} />;
  if (field.startsWith('amount')) return <Money value={text} />;
  if (field.endsWith('Ppm')) return <Percent value={text} />;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return <Day value={text} />;
  if (/^[a-z]{3,5}_[0-9a-z]{26}$/.test(text)) return names(text) ?? <span className="mono">{text}</span>;
  if (WORDS[field]) return t(`${WORDS[field]}.${text}`, { defaultValue: text });
  return field === 'permission' ? <span className="mono">{text}</span> : text;
}
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const HIDDEN: readonly string[] = ['version', 'currency', 'password', 'rows', 'lines'];

/** What a request will change, in words: each field as it stands now and as it will be; what stays as it is stands back. */
export function RequestContent({ request, json }: { request: Request; json: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const input = JSON.parse(json) as Fields;
  const waiting = request.state === 'waiting';
  const present = useQuery({
    queryKey: ['request-present', request.command, json],
    enabled: waiting,
    retry: false,
    queryFn: () => presentState(request.command, request.customerId, input),
  });
  const before = present.data ?? {};
  const after: Fields = { ...input, ...EFFECTS[request.command] };
  const fields = Object.keys(after).filter((f) => !HIDDEN.includes(f));
  const compared = fields.some((f) => f in before);
  const cell = (f: string): ReactNode => {
    const shown = show(f, after[f], names, t);
    return !(f in before) ? shown : same(before[f], after[f]) ? <span className="muted">{shown}</span> : <Mark tone="watch">{shown}</Mark>;
  };
  return (
    <>
      <Lines
        caption={t('requests.content')}
        rows={fields}
        rowKey={(f) => f}
        columns={[
          { key: 'field', title: t('requests.field'), render: (f) => <span className="muted">{t(`fields.${f}`, { defaultValue: f })}</span> },
          ...(compared ? [{ key: 'now', title: t('requests.now'), render: (f: string) => (f in before ? show(f, before[f], names, t) : '') }] : []),
          { key: 'then', title: t(compared ? 'requests.later' : 'requests.value'), render: cell },
        ]}
      />
      {'password' in input ? <p className="muted">{t('requests.passwordHidden')}</p> : null}
      {Array.isArray(input['rows']) ? (
        <MatrixChanges now={(before['rows'] ?? []) as readonly MatrixRow[]} then={input['rows'] as readonly MatrixRow[]} />
      ) : null}
      {Array.isArray(input['lines']) ? <JournalLines lines={input['lines']} /> : null}
    </>
  );
}
