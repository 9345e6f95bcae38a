import { Alert, Form, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, errorText, setCsrf } from '../api.ts';

let ask: (() => Promise<boolean>) | undefined;
/** Asks for the second factor once more; true when it was given. Whoever asked repeats the call. */
export const stepUp = (): Promise<boolean> => ask?.() ?? Promise.resolve(false);

/** The small dialog behind `stepUp`; stands once in the frame. */
export function StepUpGate() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const settle = useRef<((given: boolean) => void) | undefined>(undefined);
  useEffect(() => {
    ask = () =>
      new Promise((resolve) => {
        settle.current = resolve;
        setCode('');
        setFault(undefined);
        setOpen(true);
      });
    return () => {
      ask = undefined;
    };
  }, []);
  const close = (given: boolean): void => {
    setOpen(false);
    settle.current?.(given);
  };
  const confirm = async (typed: string): Promise<void> => {
    setBusy(true);
    try {
      const answer = await api.POST('/me/step-up', { body: { code: typed } });
      setCsrf(answered(answer).csrf);
      close(true);
    } catch (error) {
      setFault(errorText(error));
      setCode('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      width={360}
      title={t('stepUp.title')}
      okText={t('stepUp.confirm')}
      confirmLoading={busy}
      onOk={() => void confirm(code)}
      okButtonProps={{ disabled: code.length !== 6 }}
      onCancel={() => close(false)}
      destroyOnHidden
    >
      <p className="muted">{t('stepUp.says')}</p>
      <Form layout="vertical" component={false}>
        <Form.Item label={t('signIn.code')}>
          <Input.OTP
            length={6}
            autoFocus
            value={code}
            onChange={(v) => {
              setCode(v);
              if (v.length === 6) void confirm(v);
            }}
          />
        </Form.Item>
      </Form>
      {fault ? <Alert type="error" showIcon title={fault} /> : null}
    </Modal>
  );
}
