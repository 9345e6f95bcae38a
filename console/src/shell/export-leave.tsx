import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.tsx';
import { api } from '../api.ts';
import { Ask, ReasonField } from '../parts/ask.tsx';

type Wish = { days: number; reason: string };
const DAYS = [1, 3, 7];

/** Asks leave to take a long list away as a file: a second person decides, then the export works for some days. */
export function ExportLeave({ permission, max, onClose }: { permission: string; max: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Wish>();
  const act = useAct<Wish, unknown>({
    form,
    refresh: [['list', '/requests']],
    run: (wish, keyed) => api.POST('/export-permits', { params: keyed, body: { ...wish, permission } }),
  });
  return (
    <Ask<Wish>
      open
      title={t('exportLeave.title')}
      says={t('exportLeave.says', { max })}
      okText={t('exportLeave.ask')}
      form={form}
      act={act}
      onClose={onClose}
      initial={{ days: 1 }}
    >
      <Form.Item name="days" label={t('exportLeave.days')}>
        <Select options={DAYS.map((n) => ({ value: n, label: t('unit.days', { n }) }))} />
      </Form.Item>
      <ReasonField name="reason" help={t('exportLeave.reasonHelp')} />
    </Ask>
  );
}
