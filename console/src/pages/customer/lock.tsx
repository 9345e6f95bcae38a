import { LOCK_REASONS } from '@tallystick/ui/client';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { api } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { DateField } from '../../parts/fields.tsx';

export const DECEIT = ['false_information', 'fraud_suspected'] as const;
type Reason = (typeof LOCK_REASONS)[number];
export type Locking = { reasonCode: Reason; evidence: string; endsOn?: string };
type Dialog = { readonly open: boolean; readonly customerId: string; readonly onClose: () => void };

/** Why an account is locked and on what evidence; after deceit also how long the customer stays on the internal list. */
export function LockFields({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  const reason = Form.useWatch<Reason | undefined>('reasonCode');
  return (
    <>
      <Form.Item name="reasonCode" label={t('act.reason')} rules={[{ required: true, message: t('act.required') }]}>
        <Select options={reasons.map((v) => ({ value: v, label: t(`lockReasons.${v}`) }))} />
      </Form.Item>
      {reason !== undefined && (DECEIT as readonly Reason[]).includes(reason) ? (
        <Form.Item name="endsOn" label={t('blacklist.endsOn')} extra={t('blacklist.endsOnHelp')}>
          <DateField />
        </Form.Item>
      ) : null}
      <ReasonField name="evidence" label={t('customer.lockEvidence')} />
    </>
  );
}

/** Locking stops new business; the customer may appeal and a second person has to agree. */
export function LockDialog({ open, customerId, onClose }: Dialog) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Locking>();
  const act = useAct<Locking, unknown>({
    form,
    done: t('customer.locked'),
    run: (body, keyed) => api.POST('/customers/{customerId}/lock', { params: { ...keyed, path: { customerId } }, body }),
  });
  return (
    <Ask<Locking> open={open} danger title={t('customer.lock')} says={t('customer.lockSays')} form={form} act={act} onClose={onClose}>
      <LockFields reasons={LOCK_REASONS} />
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
