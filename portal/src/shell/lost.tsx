import { told } from '@tallystick/ui';
import { RefusalError } from '@tallystick/ui/client';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api.ts';
import { Screen } from '../parts/screen.tsx';

export function Lost() {
  const { t } = useTranslation();
  return (
    <Screen title={t('lost.title')} lead={t('lost.lead')}>
      <Link to="/" className="button wide">
        {t('lost.home')}
      </Link>
    </Screen>
  );
}

/** Something broke on the page: what happened, what is safe, what to do. */
export function Broken({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const refusal = error instanceof RefusalError ? error.body : refusalOf(error);
  return (
    <Screen title={t('lost.broken')}>
      <div className="notice bad" role="alert">
        {refusal ? told(refusal) : null}
      </div>
      <button type="button" className="button wide" onClick={() => location.reload()}>
        {t('again')}
      </button>
    </Screen>
  );
}
