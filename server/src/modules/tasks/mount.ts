import { words } from '@tallystick/kernel';
import { mount, ROLE_WORDS } from '#platform';
import { taskRefusals } from './refusals.ts';
import { listLate } from './repo.ts';
import { routes } from './routes.ts';
import { escalateTask } from './service.ts';
import type { TaskId } from './types.ts';

export default mount({
  name: 'tasks',
  routes,
  refusals: taskRefusals,
  words: { role: ROLE_WORDS },
  acts: words({ 'tasks.escalated': ['任务超时上报', 'Late task handed on'] }),
  daily: [
    {
      name: 'tasks.escalate',
      says: { zh: '超时任务升级', en: 'Pass late tasks on' },
      list: (ctx) => listLate(ctx.tx, ctx.now),
      run: (ctx, unit) => escalateTask(ctx, unit.customerId, unit.id as TaskId),
    },
  ],
});
