import { showPercent, showYuan } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Card, Rows } from '../parts/screen.tsx';

export const useHabit = (customerId: string) =>
  useQuery({
    queryKey: ['habit', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/repayment-habit', { params: { path: { customerId } } })),
  });

/** How I pay back, and what one more instalment on time does. Nothing while there was none to pay. */
export function Habit({ habit }: { habit: NonNullable<ReturnType<typeof useHabit>['data']> }) {
  const { t } = useTranslation();
  if (habit.dueCount === 0 && habit.nextDueOn === null) return null;
  return (
    <Card title={t('habit.title')}>
      <Rows
        items={[
          [
            t('habit.onTime'),
            habit.dueCount === 0
              ? t('habit.noneDue')
              : t('habit.onTimeOf', { share: showPercent(habit.onTimePpm), on: habit.onTimeCount, of: habit.dueCount }),
          ],
          [t('habit.streak'), t('habit.streakOf', { count: habit.streak })],
          ...(habit.longestDaysLate > 0 ? [[t('habit.late'), t('habit.lateOf', { count: habit.longestDaysLate })] as const] : []),
          ...(habit.nextDueOn ? [[t('habit.next'), t('habit.nextOf', { on: habit.nextDueOn, amount: showYuan(habit.nextDueMinor) })] as const] : []),
          [t('habit.score'), t('habit.scoreOf', { now: habit.behaviourScore, after: habit.scoreWithNextOnTime })],
          ...(habit.discountBp > 0 ? [[t('habit.discount'), t('habit.discountOf', { bp: (habit.discountBp / 100).toFixed(2) })] as const] : []),
        ]}
      />
      {habit.nextStep ? (
        <p className="muted">{t('habit.nextStep', { count: habit.nextStep.instalments, bp: (habit.nextStep.discountBp / 100).toFixed(2) })}</p>
      ) : null}
    </Card>
  );
}
