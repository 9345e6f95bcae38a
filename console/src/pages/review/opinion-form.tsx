import { told } from '@tallystick/ui';
import { GUARANTEES } from '@tallystick/ui/client';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { api } from '../../api.ts';
import { MoneyField, PercentField } from '../../parts/fields.tsx';
import { Percent } from '../../parts/figures.tsx';
import type { ReviewView } from './page.tsx';

type Conclusion = 'approve' | 'counter_offer' | 'reject';
type Typed = {
  conclusion: Conclusion;
  amountMinor?: string;
  ratePpm?: string;
  months?: number;
  guarantee?: (typeof GUARANTEES)[number];
  conditions: string[];
  reasonCodes: string[];
  opinion: string;
};
const REASONS_OF: Readonly<Record<Conclusion, RegExp>> = { approve: /^RVA/, counter_offer: /^RV[AC]/, reject: /^RVD/ };

/** The draft of an opinion stays on this machine until it is sent. */
const draftPlace = (view: ReviewView, stage: string): string => `tally.opinion:${view.review.reviewId}:${stage}`;
function firstValues(view: ReviewView, stage: 'review' | 'approval'): Partial<Typed> {
  const kept = localStorage.getItem(draftPlace(view, stage));
  if (kept) return JSON.parse(kept) as Partial<Typed>;
  const before = stage === 'approval' ? view.opinions.filter((o) => o.stage === 'review').at(-1) : undefined;
  const terms = before?.terms ?? {
    amountMinor: view.review.amountMinor,
    ratePpm: view.matrix.ratePpm ?? undefined,
    months: view.review.months,
    guarantee: 'CREDIT' as const,
  };
  return {
    conclusion: (before?.conclusion as Conclusion | undefined) ?? 'approve',
    ...(terms as Partial<Typed>),
    conditions: [...(before?.conditions ?? [])],
    reasonCodes: [...(before?.reasonCodes ?? [])],
    opinion: '',
  };
}

/** Conclusion, terms, conditions, reasons and words: the reviewer's recommendation, or the decision of whoever has the authority. */
export function OpinionForm({ view, stage }: { view: ReviewView; stage: 'review' | 'approval' }) {
  const { t } = useTranslation();
  const { review } = view;
  const path = { customerId: review.customerId, reviewId: review.reviewId };
  const [form] = Form.useForm<Typed>();
  const conclusion = Form.useWatch('conclusion', form) ?? 'approve';
  const act = useAct<Typed, unknown>({
    form,
    done: t(stage === 'review' ? 'judge.sent' : 'judge.decided'),
    run: (v, keyed) => {
      const { conclusion: said, conditions, reasonCodes, opinion, ...terms } = v;
      const body = {
        conclusion: said,
        conditions: (conditions ?? []).filter((c) => c.trim() !== ''),
        reasonCodes: reasonCodes as never,
        opinion,
        ...(said === 'reject' ? {} : terms),
      };
      return stage === 'review'
        ? api.POST('/customers/{customerId}/reviews/{reviewId}/opinion', { params: { ...keyed, path }, body })
        : api.POST('/customers/{customerId}/reviews/{reviewId}/decision', { params: { ...keyed, path }, body: { ...body, version: review.version } });
    },
    onDone: () => localStorage.removeItem(draftPlace(view, stage)),
  });
  // Reasons belong to a conclusion: those of another one are taken away when it changes.
  useEffect(() => {
    const chosen = form.getFieldValue('reasonCodes') as string[] | undefined;
    if (chosen)
      form.setFieldValue(
        'reasonCodes',
        chosen.filter((c) => REASONS_OF[conclusion].test(c)),
      );
  }, [conclusion, form]);
  const required = [{ required: true, message: t('act.required') }];
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      initialValues={firstValues(view, stage)}
      onValuesChange={(_changed, all) => localStorage.setItem(draftPlace(view, stage), JSON.stringify(all))}
      onFinish={(v) => void act.act(v)}
    >
      <Form.Item name="conclusion" label={t('judge.conclusion')} rules={required}>
        <Radio.Group
          optionType="button"
          options={(['approve', 'counter_offer', 'reject'] as const).map((v) => ({ value: v, label: t(`conclusions.${v}`) }))}
        />
      </Form.Item>
      {conclusion === 'reject' ? null : <TermFields view={view} />}
      {conclusion === 'reject' ? null : (
        <Form.Item name="conditions" label={t('judge.conditions')} extra={t('judge.conditionsHelp')}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['\n']} />
        </Form.Item>
      )}
      <Form.Item name="reasonCodes" label={t('judge.reasons')} rules={required}>
        <Select
          mode="multiple"
          options={view.reasons.filter((r) => REASONS_OF[conclusion].test(r.code)).map((r) => ({ value: r.code, label: told(r) }))}
        />
      </Form.Item>
      <Form.Item
        name="opinion"
        label={t('judge.words')}
        extra={t('act.draftKept')}
        rules={[{ required: true, whitespace: true, message: t('act.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <RefusalNote refusal={act.refusal} />
      <Button type="primary" htmlType="submit" loading={act.busy} block size="large" danger={conclusion === 'reject'}>
        {t(stage === 'review' ? 'judge.send' : 'judge.decideNow')}
      </Button>
    </Form>
  );
}

function TermFields({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('act.required') }];
  return (
    <div className="grid-2">
      <Form.Item name="amountMinor" label={t('judge.amount')} rules={required}>
        <MoneyField />
      </Form.Item>
      <Form.Item
        name="ratePpm"
        label={
          <span>
            {t('judge.rate')}{' '}
            <span className="muted">
              {t('judge.byTables')} <Percent value={view.matrix.ratePpm} />
            </span>
          </span>
        }
        rules={required}
      >
        <PercentField />
      </Form.Item>
      <Form.Item name="months" label={t('applications.months')} rules={required}>
        <InputNumber min={1} max={360} style={{ width: 120 }} />
      </Form.Item>
      <Form.Item name="guarantee" label={t('judge.guarantee')} rules={required}>
        <Select options={GUARANTEES.map((v) => ({ value: v, label: t(`guarantees.${v}`) }))} />
      </Form.Item>
    </div>
  );
}
