import { told } from '@tallystick/ui';
import { GRADES } from '@tallystick/ui/client';
import { Button, Form, Input, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { api, useMay, useMe } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { DateField } from '../../parts/fields.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import type { ReviewView } from './page.tsx';

type Dialog = { readonly view: ReviewView; readonly onClose: () => void };
const pathOf = ({ review }: ReviewView) => ({ customerId: review.customerId, reviewId: review.reviewId });
type Codes = { reasonCodes: string[] };

function Reasons({ view, of }: { view: ReviewView; of: RegExp }) {
  const { t } = useTranslation();
  return (
    <Form.Item name="reasonCodes" label={t('judge.reasons')} rules={[{ required: true, message: t('act.required') }]}>
      <Select mode="multiple" options={view.reasons.filter((r) => of.test(r.code)).map((r) => ({ value: r.code, label: told(r) }))} />
    </Form.Item>
  );
}

/** Asks for information or an investigation; the clock stops until the findings are written down. */
export function PauseDialog({ view, onClose }: Dialog) {
  const { t } = useTranslation();
  type Typed = { kind: 'information' | 'investigation'; reason: string; dueOn: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('judge.pausedDone'),
    run: (body, keyed) => api.POST('/customers/{customerId}/reviews/{reviewId}/pause', { params: { ...keyed, path: pathOf(view) }, body }),
  });
  return (
    <Ask<Typed> open title={t('judge.pause')} says={t('judge.pauseSays')} form={form} act={act} onClose={onClose} initial={{ kind: 'information' }}>
      <Form.Item name="kind" label={t('judge.pauseKind')}>
        <Select options={(['information', 'investigation'] as const).map((v) => ({ value: v, label: t(`pauseKinds.${v}`) }))} />
      </Form.Item>
      <Form.Item name="dueOn" label={t('judge.answerBy')} rules={[{ required: true, message: t('act.required') }]}>
        <DateField />
      </Form.Item>
      <ReasonField name="reason" label={t('judge.asked')} help={t('judge.askedHelp')} />
    </Ask>
  );
}

export function ResumeDialog({ view, onClose }: Dialog) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ findings: string }>();
  const act = useAct<{ findings: string }, unknown>({
    form,
    done: t('judge.resumed'),
    run: (body, keyed) => api.POST('/customers/{customerId}/reviews/{reviewId}/resume', { params: { ...keyed, path: pathOf(view) }, body }),
  });
  return (
    <Ask<{ findings: string }> open title={t('judge.resume')} form={form} act={act} onClose={onClose}>
      <Form.Item name="findings" label={t('judge.findings')} rules={[{ required: true, whitespace: true, message: t('act.required') }]}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
      </Form.Item>
    </Ask>
  );
}

/** Gives the application back to the applicant with what is to be put right. */
export function ReturnDialog({ view, onClose }: Dialog) {
  const { t } = useTranslation();
  type Typed = Codes & { words: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('judge.returned'),
    run: (v, keyed) => api.POST('/customers/{customerId}/reviews/{reviewId}/return', { params: { ...keyed, path: pathOf(view) }, body: v as never }),
  });
  return (
    <Ask<Typed> open title={t('judge.return')} says={t('judge.returnSays')} form={form} act={act} onClose={onClose}>
      <Reasons view={view} of={/^RVR/} />
      <Form.Item name="words" label={t('judge.toApplicant')} rules={[{ required: true, whitespace: true, message: t('act.required') }]}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
      </Form.Item>
    </Ask>
  );
}

/** Gives a recommended case back to the reviewer, or up to the next level. */
export function PassDialog({ view, conclusion, onClose }: Dialog & { conclusion: 'return' | 'escalate' }) {
  const { t } = useTranslation();
  type Typed = Codes & { opinion: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('act.done'),
    run: (v, keyed) =>
      api.POST('/customers/{customerId}/reviews/{reviewId}/pass', {
        params: { ...keyed, path: pathOf(view) },
        body: { ...v, conclusion, version: view.review.version } as never,
      }),
  });
  return (
    <Ask<Typed>
      open
      title={t(conclusion === 'escalate' ? 'judge.escalate' : 'judge.giveBack')}
      says={t(conclusion === 'escalate' ? 'judge.escalateSays' : 'judge.giveBackSays')}
      form={form}
      act={act}
      onClose={onClose}
    >
      <Reasons view={view} of={/^RV[RA]/} />
      <Form.Item name="opinion" label={t('judge.words')} rules={[{ required: true, whitespace: true, message: t('act.required') }]}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
      </Form.Item>
    </Ask>
  );
}

/** Another grade than the model's: at most one notch up, for another person to decide. */
export function AskGradeDialog({ view, onClose }: Dialog) {
  const { t } = useTranslation();
  type Typed = { grade: (typeof GRADES)[number]; reason: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('judge.gradeAsked'),
    run: (body, keyed) => api.POST('/customers/{customerId}/reviews/{reviewId}/grade-override', { params: { ...keyed, path: pathOf(view) }, body }),
  });
  return (
    <Ask<Typed>
      open
      title={t('judge.askGrade')}
      says={t('judge.askGradeSays', { grade: view.review.grade ?? '—' })}
      form={form}
      act={act}
      onClose={onClose}
    >
      <Form.Item name="grade" label={t('decision.grade')} rules={[{ required: true, message: t('act.required') }]}>
        <Select options={GRADES.map((v) => ({ value: v, label: v }))} />
      </Form.Item>
      <ReasonField name="reason" />
    </Ask>
  );
}

/** Changes of grade asked for on this case; a person other than who asked decides. */
export function GradeOverrides({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const may = useMay();
  const act = useAct<{ overrideId: string; approve: boolean }, unknown>({
    done: t('act.saved'),
    run: ({ overrideId, approve }, keyed) =>
      api.POST('/customers/{customerId}/grade-overrides/{overrideId}/decision', {
        params: { ...keyed, path: { customerId: view.review.customerId, overrideId } },
        body: { approve },
      }),
  });
  if (view.overrides.length === 0) return null;
  return (
    <Panel title={t('judge.overrides')}>
      {view.overrides.map((o) => (
        <div key={o.overrideId} className="stack" style={{ marginBottom: 8 }}>
          <div className="row">
            <strong>
              {o.fromGrade} → {o.toGrade}
            </strong>{' '}
            <StateTag state={`override_${o.state}`} />
          </div>
          <div className="pre">{o.reason}</div>
          {o.state === 'asked' && may('decisioning.decide_grade_override') && o.askedBy !== me?.id ? (
            <Space>
              <Button size="small" type="primary" loading={act.busy} onClick={() => void act.act({ overrideId: o.overrideId, approve: true })}>
                {t('requests.approve')}
              </Button>
              <Button size="small" danger loading={act.busy} onClick={() => void act.act({ overrideId: o.overrideId, approve: false })}>
                {t('requests.reject')}
              </Button>
            </Space>
          ) : null}
        </div>
      ))}
      <RefusalNote refusal={act.refusal} />
    </Panel>
  );
}
