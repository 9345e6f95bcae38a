import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { api } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';

const REASONS = ['false_information', 'fraud_suspected', 'customer_request', 'legal_order'] as const;
type Dialog = { readonly open: boolean; readonly customerId: string; readonly onClose: () => void };

/** Locking stops new business; the customer may appeal and a second person has to agree. */
export function LockDialog({ open, customerId, onClose }: Dialog) {
  const { t } = useTranslation();
  type Typed = { reasonCode: (typeof REASONS)[number]; evidence: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('customer.locked'),
    run: (body, keyed) => api.POST('/customers/{customerId}/lock', { params: { ...keyed, path: { customerId } }, body }),
  });
  return (
    <Ask<Typed> open={open} danger title={t('customer.lock')} says={t('customer.lockSays')} form={form} act={act} onClose={onClose}>
      <Form.Item name="reasonCode" label={t('act.reason')} rules={[{ required: true, message: t('act.required') }]}>
        <Select options={REASONS.map((v) => ({ value: v, label: t(`lockReasons.${v}`) }))} />
      </Form.Item>
      <ReasonField name="evidence" label={t('customer.lockEvidence')} />
    </Ask>
  );
}

export function UnlockDialog({ open, customerId, onClose }: Dialog) {
  const { t } = useTranslation();
  type Typed = { why: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('customer.unlocked'),
    run: (body, keyed) => api.POST('/customers/{customerId}/unlock', { params: { ...keyed, path: { customerId } }, body }),
  });
  return (
    <Ask<Typed> open={open} title={t('customer.unlock')} says={t('customer.unlockSays')} form={form} act={act} onClose={onClose}>
      <ReasonField />
    </Ask>
  );
}
