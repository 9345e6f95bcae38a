import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { api, useMay, useMe } from '../../api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import { AskGradeDialog, GradeOverrides, PassDialog, PauseDialog, ResumeDialog, ReturnDialog } from './dialogs.tsx';
import { OpinionForm } from './opinion-form.tsx';
import type { ReviewView } from './page.tsx';

type Dialog = 'pause' | 'return' | 'grade' | 'resume' | 'giveBack' | 'escalate';
/** What the signed-in person may do with the case now: take it, recommend, decide, ask, return, send up. */
export function Judgement({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const may = useMay();
  const [dialog, setDialog] = useState<Dialog>();
  const { review } = view;
  const path = { customerId: review.customerId, reviewId: review.reviewId };
  const claim = useAct<object, unknown>({
    done: t('judge.claimed'),
    run: (_i, keyed) => api.POST('/customers/{customerId}/reviews/{reviewId}/claim', { params: { ...keyed, path } }),
  });
  const close = (): void => setDialog(undefined);
  const mine = review.reviewerId === me?.id;
  const reviewing = review.state === 'open' && mine && may('decisioning.recommend');
  const deciding = review.state === 'recommended' && may('decisioning.decide_case');
  const ownCase = mine || view.application.createdBy === me?.id;
  return (
    <>
      <Panel title={t(deciding ? 'judge.decide' : 'judge.opinion')}>
        {review.state === 'closed' ? (
          <Mark tone="rest">{t('judge.closed', { outcome: review.outcome ? t(`reviewOutcomes.${review.outcome}`) : '' })}</Mark>
        ) : null}
        {review.state === 'open' && review.reviewerId === null && may('decisioning.claim_review') ? (
          <div className="stack">
            <span className="muted">{t('judge.claimSays')}</span>
            <RefusalNote refusal={claim.refusal} />
            <Button type="primary" loading={claim.busy} onClick={() => void claim.act({})}>
              {t('judge.claim')}
            </Button>
          </div>
        ) : null}
        {review.state === 'open' && review.reviewerId !== null && !mine ? <span className="muted">{t('judge.takenByOther')}</span> : null}
        {review.state === 'paused' && may('decisioning.resume_review') ? (
          <Button onClick={() => setDialog('resume')}>{t('judge.resume')}</Button>
        ) : null}
        {review.state === 'recommended' && !deciding ? (
          <span className="muted">{t('judge.waitsFor', { role: review.approverRole ? t(`roles.${review.approverRole}`) : '' })}</span>
        ) : null}
        {deciding && ownCase ? <Mark tone="watch">{t('judge.ownCase')}</Mark> : null}
        {reviewing || (deciding && !ownCase) ? (
          <>
            <OpinionForm key={review.version} view={view} stage={deciding ? 'approval' : 'review'} />
            <Space wrap style={{ marginTop: 12 }}>
              {reviewing ? <Button onClick={() => setDialog('pause')}>{t('judge.pause')}</Button> : null}
              {reviewing ? <Button onClick={() => setDialog('return')}>{t('judge.return')}</Button> : null}
              {reviewing && may('decisioning.ask_grade_override') && review.grade ? (
                <Button onClick={() => setDialog('grade')}>{t('judge.askGrade')}</Button>
              ) : null}
              {deciding ? <Button onClick={() => setDialog('giveBack')}>{t('judge.giveBack')}</Button> : null}
              {deciding ? <Button onClick={() => setDialog('escalate')}>{t('judge.escalate')}</Button> : null}
            </Space>
          </>
        ) : null}
      </Panel>
      <GradeOverrides view={view} />
      {dialog === 'pause' ? <PauseDialog view={view} onClose={close} /> : null}
      {dialog === 'resume' ? <ResumeDialog view={view} onClose={close} /> : null}
      {dialog === 'return' ? <ReturnDialog view={view} onClose={close} /> : null}
      {dialog === 'grade' ? <AskGradeDialog view={view} onClose={close} /> : null}
      {dialog === 'giveBack' || dialog === 'escalate' ? (
        <PassDialog view={view} conclusion={dialog === 'escalate' ? 'escalate' : 'return'} onClose={close} />
      ) : null}
    </>
  );
}
