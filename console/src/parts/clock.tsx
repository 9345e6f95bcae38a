import { instantMs } from '@tallystick/kernel';
import { showMoment } from '@tallystick/ui';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBankNow } from '../api.ts';
import { Mark, type Tone } from './state-tag.tsx';

/** Whether time is short is judged against the last fifth of a working day. */
const SHORT_MINUTES = 96;

const parts = (minutes: number): { days: number; hours: number; minutes: number } => ({
  days: Math.floor(minutes / 1440),
  hours: Math.floor((minutes % 1440) / 60),
  minutes: minutes % 60,
});

/** How long is left until `dueAt`, or how long it is late. The exact moment on hover. */
export function DueClock({ dueAt }: { dueAt: string }) {
  const { t } = useTranslation();
  const now = useBankNow();
  const left = Math.trunc((instantMs(dueAt) - instantMs(now)) / 60_000);
  const late = left < 0;
  const tone: Tone = late ? 'bad' : left < SHORT_MINUTES ? 'watch' : 'rest';
  const { days, hours, minutes } = parts(Math.abs(left));
  const span = days > 0 ? t('clock.days', { days, hours }) : hours > 0 ? t('clock.hours', { hours, minutes }) : t('clock.minutes', { minutes });
  return (
    <Tooltip title={showMoment(dueAt)}>
      <span>
        <Mark tone={tone}>{late ? t('clock.late', { span }) : t('clock.left', { span })}</Mark>
      </span>
    </Tooltip>
  );
}
