import { words } from '@tallystick/kernel';
import { mount } from '#platform';
import { listExpired } from './four-eyes/repo.ts';
import { expireRequest, requestDual } from './four-eyes/service.ts';
import { mayExport } from './grants/export-permits.ts';
import { grantsToday } from './grants/service.ts';
import { accessRefusals } from './refusals.ts';
import { routes } from './routes.ts';
import { sessionFacts } from './sign-in/sessions.ts';

export default mount({
  name: 'access',
  routes,
  refusals: accessRefusals,
  acts: words({
    'access.signed_in': ['员工登录', 'Staff member signed in'],
    'access.staff_changed': ['员工资料变更', 'Staff member changed'],
    'access.grant_changed': ['角色权限变更', 'Permission of a role changed'],
    'access.request_approved': ['复核通过', 'Request approved by a second person'],
    'access.request_rejected': ['复核驳回', 'Request rejected by a second person'],
  }),
  daily: [
    {
      name: 'access.expire_requests',
      says: { zh: '关闭过期的复核请求', en: 'Close requests nobody checked in time' },
      list: (ctx) => listExpired(ctx.tx, ctx.now),
      run: (ctx, unit) => expireRequest(ctx, unit),
    },
  ],
  hooks: { session: sessionFacts, grants: grantsToday, requestDual, mayExport },
});
