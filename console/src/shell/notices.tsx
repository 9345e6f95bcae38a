import { showMoment, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.tsx';
import { answered, api } from '../api.ts';
import { ServerLink } from '../parts/links.tsx';
import { Nothing, PageState } from '../parts/page-state.tsx';

/** What the bank tells the signed-in person: long work that ended, tasks that escalated. */
export function Notices() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const asked = useQuery({ queryKey: ['notices'], queryFn: async () => answered(await api.GET('/me/messages', { params: { query: {} } })) });
  const read = useAct<object, unknown>({ refresh: [['notices']], run: (_i, keyed) => api.POST('/me/messages/read', { params: keyed, body: {} }) });
  const unread = asked.data?.unread ?? 0;
  return (
    <>
      <Badge count={unread} size="small" offset={[-4, 4]}>
        <Button type="text" onClick={() => setOpen(true)} aria-label={t('notices.open', { n: unread })}>
          {t('notices.title')}
        </Button>
      </Badge>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('notices.title')}
        size={380}
        extra={
          unread > 0 ? (
            <Button size="small" loading={read.busy} onClick={() => void read.act({})}>
              {t('notices.readAll')}
            </Button>
          ) : null
        }
      >
        <PageState asked={asked} rows={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing says={t('notices.none')} />
            ) : (
              <ol className="story">
                {items.map((m) => (
                  <li key={m.id} onClickCapture={() => setOpen(false)}>
                    <div className="muted small num">{showMoment(m.at)}</div>
                    <ServerLink link={m.link}>
                      <span className={m.readAt === null ? 'strong' : ''}>{told(m.title)}</span>
                    </ServerLink>
                    <div className="muted">{told(m.body)}</div>
                  </li>
                ))}
              </ol>
            )
          }
        </PageState>
      </Drawer>
    </>
  );
}
