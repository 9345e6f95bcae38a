import { Alert, Button, Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../api.ts';

type Asked<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch(): unknown };

/** Loading, error and content of one question to the server. The skeleton has the height of what comes, so nothing jumps. */
export function PageState<T>({ asked, rows = 8, children }: { asked: Asked<T>; rows?: number; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  if (asked.data !== undefined) return <>{children(asked.data)}</>;
  if (asked.error) {
    return (
      <Alert
        type="error"
        showIcon
        title={t('state.error')}
        description={<span style={{ whiteSpace: 'pre-line' }}>{errorText(asked.error)}</span>}
        action={
          <Button size="small" onClick={() => void asked.refetch()}>
            {t('state.again')}
          </Button>
        }
      />
    );
  }
  return <Skeleton active title={false} paragraph={{ rows }} />;
}

/** An empty place teaches the next step. */
export function Nothing({ says, action }: { says: string; action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={says}>
      {action}
    </Empty>
  );
}
