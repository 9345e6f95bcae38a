import { showMoment, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { answered, api } from '../api.ts';
import { Card, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';

export const useMessages = (customerId: string) =>
  useQuery({
    queryKey: ['messages', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/messages', { params: { path: { customerId }, query: { limit: 50 } } })),
  });

/** What the bank wrote, newest first. */
export function Messages() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const read = useAct(`read:${customerId}`, (body: { messageId?: string }, keyed) =>
    api.POST('/customers/{customerId}/messages/read', { params: { path: { customerId }, ...keyed }, body }),
  );
  return (
    <Screen title={t('messages.title')}>
      <Shown of={useMessages(customerId)}>
        {({ items, unread }) => (
          <>
            {items.length === 0 ? <p className="muted">{t('messages.none')}</p> : null}
            {unread > 0 ? (
              <button type="button" className="button quiet" disabled={read.busy} onClick={() => void read.act({})}>
                {t('messages.readAll', { count: unread })}
              </button>
            ) : null}
            {items.map((m) => (
              <Card
                key={m.id}
                title={
                  <>
                    {told(m.title)} {m.readAt ? null : <span className="tag watch">{t('messages.new')}</span>}
                  </>
                }
              >
                <p>{told(m.body)}</p>
                <p className="small muted">{showMoment(m.at)}</p>
                {m.link ? <Link to={m.link}>{t('messages.open')}</Link> : null}
              </Card>
            ))}
          </>
        )}
      </Shown>
    </Screen>
  );
}
