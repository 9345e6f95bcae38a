import { showMoment, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Form, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Act, RefusalNote, useAct } from '../act.tsx';
import { answered, api, useMay } from '../api.ts';
import { DateField, MoneyField } from '../parts/fields.tsx';
import { Day, Money } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { CustomerLink } from '../parts/names.tsx';
import { NextCase } from '../parts/next-case.tsx';
import { Nothing, PageState } from '../parts/page-state.tsx';
import { Panel, RecordHead } from '../parts/panel.tsx';
import { Mark, StateTag } from '../parts/state-tag.tsx';
import type { Reply } from '../reply.ts';

const SCALE = [1, 2, 3, 4, 5];
type View = Reply<'/customers/{customerId}/cases/{caseId}'>;

/** A collection case: what is owed, what was said and promised on the left; whether one may call now, and what to do, on the right. */
export function CollectionCasePage() {
  const path = useParams({ strict: false }) as { customerId: string; caseId: string };
  const asked = useQuery({
    queryKey: ['case', path.caseId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/cases/{caseId}', { params: { path } })),
  });
  return (
    <PageState asked={asked} rows={12}>
      {(view) => <Loaded view={view} />}
    </PageState>
  );
}

function Loaded({ view }: { view: View }) {
  const { t } = useTranslation();
  const { file } = view;
  return (
    <>
      <RecordHead
        title={<CustomerLink id={file.customerId} />}
        state={<StateTag state={`case_${file.state}`} />}
        says={
          <>
            {t('collections.loan')}{' '}
            <Link to="/customers/$customerId/loans/$loanId" params={{ customerId: file.customerId, loanId: file.loanId }} className="num">
              {file.loanNo}
            </Link>{' '}
            · {t('collections.openedOn', { date: file.openedOn })}
          </>
        }
        figures={[
          { label: t('collections.overdueYuan'), value: <Money value={file.overdueMinor} /> },
          { label: t('collections.daysPastDue'), value: file.daysPastDue },
          { label: t('collections.stage'), value: <StateTag state={file.stage} /> },
          { label: t('collections.limitationDue'), value: <Day value={file.limitationDue} /> },
        ]}
        actions={<NextCase />}
      />
      <div className="split">
        <div>
          <Promises view={view} />
          <ContactLog view={view} />
        </div>
        <aside className="stay">
          <Windows view={view} />
          {file.state === 'closed' ? null : <Acts view={view} />}
        </aside>
      </div>
    </>
  );
}

function Promises({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('collections.promises')}>
      <Lines
        caption={t('collections.promises')}
        rows={view.promises}
        rowKey={(p) => p.id}
        empty={<span className="muted">{t('collections.noPromises')}</span>}
        columns={[
          { key: 'state', title: t('customers.state'), render: (p) => <StateTag state={`promise_${p.state}`} /> },
          { key: 'by', title: t('collections.byOn'), render: (p) => <Day value={p.byOn} /> },
          { key: 'amount', title: t('collections.amountYuan'), numeric: true, render: (p) => <Money value={p.amountMinor} /> },
          { key: 'paid', title: t('collections.paidYuan'), numeric: true, render: (p) => <Money value={p.paidMinor} /> },
          { key: 'made', title: t('collections.madeOn'), render: (p) => <Day value={p.madeOn} /> },
        ]}
      />
    </Panel>
  );
}

function ContactLog({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('collections.contacts')} extra={t('list.total', { n: view.contacts.length })}>
      {view.contacts.length === 0 ? (
        <Nothing says={t('collections.noContacts')} />
      ) : (
        <ol className="story">
          {view.contacts.map((c) => (
            <li key={c.id}>
              <div className="muted small num">{showMoment(c.at)}</div>
              <strong>{t(`channels.${c.channel}`)}</strong> · {t(`contactOutcomes.${c.outcome}`)}
              {c.ability !== null || c.willingness !== null ? (
                <span className="muted small"> · {t('collections.judged', { ability: c.ability ?? '—', willingness: c.willingness ?? '—' })}</span>
              ) : null}
              <div className="pre">{c.channel === 'message' ? t(`noteTemplates.${c.note}`, { defaultValue: c.note }) : c.note}</div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** Whether the rules of contact allow a message, a call or a visit now, and how many tries are left today. */
function Windows({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('collections.windows')}>
      <Lines
        caption={t('collections.windows')}
        rows={(['voice', 'message', 'visit'] as const).map((kind) => ({ kind, ...view.windows[kind] }))}
        rowKey={(w) => w.kind}
        columns={[
          { key: 'kind', title: t('collections.channel'), render: (w) => t(`channels.${w.kind}`) },
          {
            key: 'state',
            title: t('collections.now'),
            render: (w) =>
              w.allowed ? <Mark tone="good">{t('collections.allowed')}</Mark> : <Mark tone="bad">{t(`windowReasons.${w.reason}`)}</Mark>,
          },
          { key: 'left', title: t('collections.attemptsLeft'), numeric: true, render: (w) => w.attemptsLeft ?? '—' },
          {
            key: 'next',
            title: t('collections.nextAllowed'),
            render: (w) => (w.allowed ? '—' : <span className="num">{showMoment(w.nextAllowedAt).slice(5)}</span>),
          },
        ]}
      />
      <p className="muted small" style={{ marginBottom: 0 }}>
        {told({ zh: view.strategy.saysZh, en: view.strategy.saysEn })}
      </p>
    </Panel>
  );
}

type Contact = {
  channel: 'voice' | 'visit' | 'letter';
  outcome: 'reached' | 'not_reached' | 'promised' | 'refused';
  ability?: number;
  willingness?: number;
  note: string;
};
type PromiseTyped = { amount: string; byOn: string };
function Acts({ view }: { view: View }) {
  const { t } = useTranslation();
  const may = useMay();
  const path = { customerId: view.file.customerId, caseId: view.file.id };
  const [contactForm] = Form.useForm<Contact>();
  const [promiseForm] = Form.useForm<PromiseTyped>();
  const contact = useAct<Contact, unknown>({
    form: contactForm,
    done: t('act.saved'),
    onDone: () => contactForm.resetFields(),
    run: (body, keyed) => api.POST('/customers/{customerId}/cases/{caseId}/contacts', { params: { ...keyed, path }, body }),
  });
  const promise = useAct<PromiseTyped, unknown>({
    form: promiseForm,
    done: t('act.saved'),
    onDone: () => promiseForm.resetFields(),
    run: (body, keyed) => api.POST('/customers/{customerId}/cases/{caseId}/promises', { params: { ...keyed, path }, body }),
  });
  const notice = useAct<object, unknown>({
    done: t('collections.noticeSent'),
    run: (_i, keyed) => api.POST('/customers/{customerId}/cases/{caseId}/notices', { params: { ...keyed, path } }),
  });
  if (!may('collections.record_contact')) return null;
  const channels = (['voice', 'visit', 'letter'] as const).filter((c) => view.strategy.actions.includes(c));
  return (
    <>
      <Panel
        title={t('collections.recordContact')}
        extra={
          <Button size="small" loading={notice.busy} disabled={!view.windows.message.allowed} onClick={() => void notice.act({})}>
            {t('collections.sendNotice')}
          </Button>
        }
      >
        <RefusalNote refusal={notice.refusal} />
        <ContactForm form={contactForm} act={contact} channels={channels} />
      </Panel>
      <Panel title={t('collections.recordPromise')}>
        <Form<PromiseTyped>
          form={promiseForm}
          layout="vertical"
          onFinish={(v) => void promise.act(v)}
          initialValues={{ amount: view.file.overdueMinor }}
        >
          <Form.Item name="amount" label={t('collections.amountYuan')} rules={[{ required: true, message: t('act.required') }]}>
            <MoneyField />
          </Form.Item>
          <Form.Item name="byOn" label={t('collections.byOn')} rules={[{ required: true, message: t('act.required') }]}>
            <DateField />
          </Form.Item>
          <RefusalNote refusal={promise.refusal} />
          <Button htmlType="submit" loading={promise.busy}>
            {t('act.save')}
          </Button>
        </Form>
      </Panel>
    </>
  );
}

function ContactForm({
  form,
  act,
  channels,
}: {
  form: ReturnType<typeof Form.useForm<Contact>>[0];
  act: Act<Contact>;
  channels: readonly Contact['channel'][];
}) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('act.required') }];
  return (
    <Form<Contact> form={form} layout="vertical" onFinish={(v) => void act.act(v)}>
      <div className="grid-2">
        <Form.Item name="channel" label={t('collections.channel')} rules={required}>
          <Select options={channels.map((v) => ({ value: v, label: t(`channels.${v}`) }))} />
        </Form.Item>
        <Form.Item name="outcome" label={t('customer.outcome')} rules={required}>
          <Select
            options={(['reached', 'not_reached', 'promised', 'refused'] as const).map((v) => ({ value: v, label: t(`contactOutcomes.${v}`) }))}
          />
        </Form.Item>
        <Form.Item name="ability" label={t('collections.ability')}>
          <Segmented options={SCALE} />
        </Form.Item>
        <Form.Item name="willingness" label={t('collections.willingness')}>
          <Segmented options={SCALE} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('collections.note')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <RefusalNote refusal={act.refusal} />
      <Button type="primary" htmlType="submit" loading={act.busy}>
        {t('act.save')}
      </Button>
    </Form>
  );
}
