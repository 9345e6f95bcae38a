import { showMoment, told } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import type { Tracking } from '../apply/applications.ts';

/** Every step so far in the bank's own plain words, the newest first, with what comes next above. */
export function Timeline({ tracking: { path, application, late } }: { tracking: Tracking }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <strong>{t('timeline.next')}</strong> {t(`whatNext.${application.state}`)}
      </p>
      {application.dueAt && application.decidedAt === null ? (
        <p className={late ? 'watch' : 'muted'}>{late ? t('timeline.late') : t('timeline.due', { at: showMoment(application.dueAt) })}</p>
      ) : null}
      <ol className="timeline">
        {path.toReversed().map((step, i) => (
          <li key={`${step.state}:${step.enteredAt}`} aria-current={i === 0 ? 'step' : undefined}>
            <strong>{step.state === 'draft' ? t('timeline.begun') : t(`applicationState.${step.state}`)}</strong>
            <span className="muted small block">{showMoment(step.enteredAt)}</span>
            {told(step) === '' ? null : <span className="block">{told(step)}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
