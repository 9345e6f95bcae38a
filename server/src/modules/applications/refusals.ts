import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const applicationRefusals = {
  'applications.illegal_state': {
    status: 409,
    zh: '当前状态（{state}）不能执行此操作，请刷新页面。',
    en: 'Not possible in state {state}; reload the page.',
  },
  'applications.form_incomplete': {
    status: 422,
    zh: '申请未提交：有 {count} 处需要补充或更正，已保留为草稿。',
    en: 'Not submitted: {count} items need attention; it stays a draft.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(applicationRefusals);
