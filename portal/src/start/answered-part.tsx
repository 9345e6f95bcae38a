import { useTranslation } from 'react-i18next';
import { Rows } from '../parts/screen.tsx';

/** An answered question in short, with the way back to it. */
export function AnsweredPart({ items, onChange }: { items: Parameters<typeof Rows>[0]['items']; onChange: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Rows items={items} />
      <button type="button" className="button quiet" onClick={onChange}>
        {t('change')}
      </button>
    </>
  );
}
