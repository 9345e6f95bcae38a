import { told } from '@tallystick/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api.ts';
import { Waiting } from './screen.tsx';

/** The answer to a question to the server: what it looks like while it is on its way, when it failed, and when it is there. */
export function Shown<T>({ of, lines, children }: { of: UseQueryResult<T>; lines?: number; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  if (of.data !== undefined) return <>{children(of.data)}</>;
  const refusal = refusalOf(of.error);
  if (refusal === undefined) return <Waiting {...(lines === undefined ? {} : { lines })} />;
  return (
    <div className="notice bad" role="alert">
      <p>{told(refusal)}</p>
      <button type="button" className="button second" onClick={() => void of.refetch()}>
        {t('again')}
      </button>
    </div>
  );
}
