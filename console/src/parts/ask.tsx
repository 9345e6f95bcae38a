import { Form, type FormInstance, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Act, RefusalNote } from '../act.tsx';

type Props<V> = {
  readonly open: boolean;
  readonly title: string;
  /** What will change, before it does. */
  readonly says?: ReactNode;
  readonly form: FormInstance;
  readonly act: Act<V>;
  readonly onClose: () => void;
  readonly okText?: string;
  readonly danger?: boolean;
  readonly initial?: Partial<V>;
  readonly width?: number;
  readonly children: ReactNode;
};

/** A small form in a dialog: says what will change, asks for what is needed, keeps refusals at their fields. Closes when the server agreed. */
export function Ask<V extends object>({ open, title, says, form, act, onClose, okText, danger, initial, width, children }: Props<V>) {
  const { t } = useTranslation();
  const close = (): void => {
    act.clear();
    onClose();
  };
  return (
    <Modal
      open={open}
      title={title}
      width={width ?? 460}
      okText={okText ?? t('act.confirm')}
      cancelText={t('act.cancel')}
      confirmLoading={act.busy}
      okButtonProps={{ danger: danger ?? false }}
      onOk={() => form.submit()}
      onCancel={close}
      destroyOnHidden
    >
      {says ? (
        <div className="muted" style={{ marginBottom: 12 }}>
          {says}
        </div>
      ) : null}
      <Form<V>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={initial ?? {}}
        onFinish={(values) => void act.act(values).then((done) => done && onClose())}
      >
        {children}
      </Form>
      <RefusalNote refusal={act.refusal} />
    </Modal>
  );
}

/** The reason for a change: required, and kept in the audit trail. */
export function ReasonField({ name = 'why', label, help }: { name?: string; label?: string; help?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label ?? t('act.reason')}
      extra={help ?? t('act.reasonHelp')}
      rules={[{ required: true, whitespace: true, message: t('act.required') }]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} />
    </Form.Item>
  );
}
