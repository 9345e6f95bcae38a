import { told } from '@tallystick/ui';
import { uploadFile } from '@tallystick/ui/client';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api, attemptKey, refusalOf } from '../api.ts';
import { usePapers } from '../customer.ts';
import { Refused } from '../parts/form.tsx';
import { Card, Explain } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';

/** Papers that no interface delivers, photographed or picked; what a source delivered is said, not asked for. */
export function Papers({ customerId, all = false }: { customerId: string; all?: boolean }) {
  const { t } = useTranslation();
  return (
    <Shown of={usePapers(customerId)} lines={2}>
      {({ papers }) => {
        const wanted = papers.filter((p) => (p.required || all) && p.state !== 'by_interface');
        const delivered = papers.filter((p) => p.state === 'by_interface');
        return (
          <Card title={t('papers.title')}>
            {wanted.length === 0 ? <p className="muted">{t('papers.none')}</p> : <p className="muted">{t('papers.lead')}</p>}
            {wanted.map((p) => (
              <Paper key={p.kind} customerId={customerId} paper={p} />
            ))}
            {delivered.length > 0 ? (
              <Explain what={t('papers.delivered', { count: delivered.length })}>
                {delivered.map((p) => t(`paper.${p.kind}`)).join(t('listComma'))}
              </Explain>
            ) : null}
          </Card>
        );
      }}
    </Shown>
  );
}

type PaperOf = NonNullable<ReturnType<typeof usePapers>['data']>['papers'][number];

function Paper({ customerId, paper }: { customerId: string; paper: PaperOf }) {
  const { t } = useTranslation();
  const id = useId();
  const queries = useQueryClient();
  const [share, setShare] = useState<number>();
  const [failed, setFailed] = useState<unknown>();
  const file = useAct(`paper:${customerId}:${paper.kind}`, (body: { documentId: string; kind: string }, keyed) =>
    api.POST('/customers/{customerId}/papers', { params: { path: { customerId }, ...keyed }, body }),
  );

  const send = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return;
    setFailed(undefined);
    setShare(0);
    try {
      const query = new URLSearchParams({ kind: paper.kind, name: picked.name });
      const attempt = await attemptKey(`upload:${customerId}:${paper.kind}`, [picked.name, picked.size, picked.lastModified]);
      const stored = (await uploadFile('borrower', `/customers/${customerId}/documents?${query}`, picked, setShare, attempt.key)) as {
        documentId: string;
      };
      attempt.done();
      await file.act({ documentId: stored.documentId, kind: paper.kind });
    } catch (error) {
      setFailed(error);
    } finally {
      setShare(undefined);
      await queries.invalidateQueries({ queryKey: ['papers'] });
    }
  };
  const there = paper.state === 'uploaded' || paper.state === 'accepted';
  const asked = paper.required || paper.state === 'rejected' || paper.state === 'expired';
  const refusal = refusalOf(failed);
  return (
    <div className="paper">
      <div>
        <strong>{t(`paper.${paper.kind}`)}</strong>
        <span className={there ? 'tag good' : asked ? 'tag watch' : 'tag'}>
          {asked || paper.state !== 'missing' ? t(`paperState.${paper.state}`) : t('papers.optional')}
        </span>
        {paper.comment ? <p className="small watch">{t('papers.comment', { comment: paper.comment })}</p> : null}
      </div>
      {paper.state === 'accepted' ? null : (
        <label className="button second" htmlFor={id}>
          {there ? t('papers.again') : t('papers.pick')}
          <input
            id={id}
            className="visually-hidden"
            type="file"
            accept="image/jpeg,image/png,application/pdf"
            disabled={share !== undefined}
            onChange={(e) => void send(e.target.files?.[0])}
          />
        </label>
      )}
      {share === undefined ? null : <progress max={1} value={share} aria-label={t('papers.sending')} />}
      {refusal ? (
        <p className="fault" role="alert">
          {told(refusal)}
        </p>
      ) : null}
      <Refused refusal={file.refusal} />
    </div>
  );
}
