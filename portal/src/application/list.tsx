import { bankDate } from '@tallystick/kernel';
import { showYuan } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Application, nextStep, useApplications } from '../apply/applications.ts';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';

export const ApplicationLine = ({ application }: { application: Application }) => {
  const { t } = useTranslation();
  const { applicationId, state, form, approvedAmountMinor } = application;
  const amount = approvedAmountMinor ?? form.amountMinor;
  return (
    <Link to={nextStep(application)} params={{ applicationId }} className="card pick">
      <strong>{amount ? showYuan(amount) : t('applications.noAmount')}</strong>
      <span className={`tag ${state === 'approved' || state === 'paid_out' ? 'good' : state === 'declined' ? 'bad' : ''}`}>
        {t(`applicationState.${state}`)}
      </span>
      <span className="muted small block">{t('applications.began', { on: bankDate(application.createdAt) })}</span>
    </Link>
  );
};

export function ApplicationList() {
  const { t } = useTranslation();
  const applications = useApplications(useCustomerId());
  return (
    <Screen title={t('applications.title')}>
      <Shown of={applications}>
        {(all) => (
          <>
            {all.length === 0 ? <p className="muted">{t('applications.none')}</p> : null}
            {all.map((a) => (
              <ApplicationLine key={a.applicationId} application={a} />
            ))}
            <Link to="/apply" className="button wide">
              {t('applications.new')}
            </Link>
          </>
        )}
      </Shown>
    </Screen>
  );
}
