import { currentLanguage, switchLanguage } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';

/** Two tally sticks with the same notches: the mark of the bank. */
const Mark = () => (
  <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="6" fill="var(--accent)" />
    <path d="M8 6v20M8 10h5M8 16h5M8 22h5M24 6v20M24 10h-5M24 16h-5M24 22h-5" stroke="var(--accent-ink)" strokeWidth="2.4" />
  </svg>
);

export function TopBar() {
  const { t } = useTranslation();
  const session = useSession().data;
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <header className="top">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Link to="/" className="brand">
        <Mark />
        {t('shell.brand')}
      </Link>
      {session ? <Tabs /> : null}
      <button
        type="button"
        className="button quiet language-switch"
        lang={other === 'en' ? 'en' : 'zh-CN'}
        onClick={() => void switchLanguage(other)}
      >
        {other === 'en' ? 'English' : '中文'}
      </button>
      {session === null ? (
        <Link to="/sign-in" className="button quiet">
          {t('shell.signIn')}
        </Link>
      ) : null}
    </header>
  );
}

/** The four places of a signed-in borrower: at the thumb on a phone, in the bar on a desk. Hidden by CSS while a task has the bottom edge. */
function Tabs() {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('shell.places')}>
      <Link to="/" activeOptions={{ exact: true }}>
        {t('shell.home')}
      </Link>
      <Link to="/loans">{t('shell.loans')}</Link>
      <Link to="/grade">{t('shell.grade')}</Link>
      <Link to="/me">{t('shell.me')}</Link>
    </nav>
  );
}
