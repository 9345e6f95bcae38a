import { taskEscalated } from '#modules/tasks';
import { hears, mount, type StaffId } from '#platform';
import { deliver } from './dispatcher.ts';
import { notificationRefusals } from './refusals.ts';
import { routes } from './routes.ts';
import { notifyStaff } from './service.ts';

export default mount({
  name: 'notifications',
  routes,
  refusals: notificationRefusals,
  jobs: [deliver],
  hears: [
    hears(taskEscalated, 'notifications.tell_of_late_task', async (ctx, e) => {
      for (const staffId of e.ownerIds) {
        await notifyStaff(ctx, {
          staffId: staffId as StaffId,
          template: 'task_escalated',
          params: { title_zh: e.titleZh, title_en: e.titleEn, due: e.due },
          link: e.link,
        });
      }
    }),
  ],
});
