import type { ErrorComponentProps } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** A page that failed to draw: what happened, what is safe, what to do. A chunk of an older build is gone after an update. */
export function PageBroke({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const outdated = /dynamically imported module|Importing a module/.test(String(error));
  return (
    <Alert
      type="error"
      showIcon
      title={t(outdated ? 'shell.newVersion' : 'shell.broke')}
      description={outdated ? undefined : t('shell.brokeSays')}
      action={<Button onClick={() => window.location.reload()}>{t('shell.reload')}</Button>}
    />
  );
}
