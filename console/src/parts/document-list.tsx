import { RefusalError } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select, Space, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.tsx';
import { answered, api, errorText, useMay } from '../api.ts';
import type { Item } from '../reply.ts';
import { Ask } from './ask.tsx';
import { DownloadButton } from './download.tsx';
import { Moment } from './figures.tsx';
import { Lines } from './lines.tsx';
import { PageState } from './page-state.tsx';
import { StateTag } from './state-tag.tsx';

type Document = Item<'/customers/{customerId}/documents'>;

/** The files of a customer or of one application: looked at here, accepted or rejected one by one. */
export function DocumentList({ customerId, subject }: { customerId: string; subject?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [shown, setShown] = useState<Document>();
  const [judged, setJudged] = useState<Document>();
  const asked = useQuery({
    queryKey: ['documents', customerId, subject ?? ''],
    queryFn: async () =>
      answered(
        await api.GET('/customers/{customerId}/documents', { params: { path: { customerId }, query: subject === undefined ? {} : { subject } } }),
      ).items,
  });
  return (
    <PageState asked={asked} rows={4}>
      {(items) => (
        <>
          <Lines
            caption={t('customer.papers')}
            rows={items}
            rowKey={(d) => d.id}
            empty={<span className="muted">{t('customer.noPapers')}</span>}
            columns={[
              {
                key: 'kind',
                title: t('customer.paper'),
                render: (d) => (
                  <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setShown(shown?.id === d.id ? undefined : d)}>
                    {t(`documentKinds.${d.kind}`, { defaultValue: d.kind })}
                  </Button>
                ),
              },
              { key: 'state', title: t('customers.state'), render: (d) => <StateTag state={d.state} /> },
              { key: 'at', title: t('documents.storedAt'), render: (d) => <Moment value={d.storedAt} /> },
              { key: 'comment', title: t('customer.comment'), render: (d) => d.comment ?? '—' },
              {
                key: 'act',
                title: '',
                render: (d) => (
                  <Space size={4}>
                    {may('documents.review') && d.state === 'uploaded' ? (
                      <Button size="small" onClick={() => setJudged(d)}>
                        {t('documents.judge')}
                      </Button>
                    ) : null}
                    <DownloadButton size="small" type="link" path={`/customers/${customerId}/documents/${d.id}/file`}>
                      {t('customer.openPaper')}
                    </DownloadButton>
                  </Space>
                ),
              },
            ]}
          />
          {shown ? <Preview customerId={customerId} document={shown} /> : null}
          {judged ? <Judge customerId={customerId} document={judged} onClose={() => setJudged(undefined)} /> : null}
        </>
      )}
    </PageState>
  );
}

type Shown = { customerId: string; document: Pick<Document, 'id' | 'mediaType' | 'name'> };
/** A file as it is, without leaving the page. */
export const Preview = (shown: Shown) => <OneFile key={shown.document.id} {...shown} />;

function OneFile({ customerId, document }: Shown) {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    const bring = async (): Promise<void> => {
      const r = await fetch(`/api/customers/${customerId}/documents/${document.id}/file`, { headers: { 'x-side': 'staff' } });
      if (!r.ok) throw new RefusalError(r.status, await r.json());
      made = URL.createObjectURL(await r.blob());
      setAddress(made);
    };
    bring().catch((error: unknown) => setFault(errorText(error)));
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [customerId, document.id]);
  if (fault) return <Alert type="error" title={fault} />;
  if (!address) return <Spin size="small" aria-label={t('state.loading')} />;
  return document.mediaType === 'application/pdf' ? (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- a browser shows no PDF inside a sandbox; the file was checked when it was taken in
    <iframe title={document.name} src={address} style={{ width: '100%', height: 560, border: '1px solid var(--line)' }} />
  ) : (
    <img alt={document.name} src={address} style={{ maxWidth: '100%', maxHeight: 560, border: '1px solid var(--line)' }} />
  );
}

type Verdict = { verdict: 'accepted' | 'rejected'; comment?: string };
function Judge({ customerId, document, onClose }: { customerId: string; document: Document; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Verdict>();
  const verdict = Form.useWatch('verdict', form);
  const act = useAct<Verdict, unknown>({
    form,
    done: t('act.saved'),
    run: (v, keyed) =>
      api.POST('/customers/{customerId}/documents/{documentId}/review', {
        params: { ...keyed, path: { customerId, documentId: document.id } },
        body: { verdict: v.verdict, ...(v.comment ? { comment: v.comment } : {}) },
      }),
  });
  return (
    <Ask<Verdict>
      open
      title={t('documents.judgeTitle', { kind: t(`documentKinds.${document.kind}`, { defaultValue: document.kind }) })}
      form={form}
      act={act}
      onClose={onClose}
      initial={{ verdict: 'accepted' }}
    >
      <Form.Item name="verdict" label={t('customer.outcome')}>
        <Select options={(['accepted', 'rejected'] as const).map((v) => ({ value: v, label: t(`states.${v}`) }))} />
      </Form.Item>
      <Form.Item name="comment" label={t('documents.reason')} rules={[{ required: verdict === 'rejected', message: t('act.required') }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
    </Ask>
  );
}
