import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const notificationRefusals = {
  'notifications.outside_hours': {
    status: 409,
    zh: '当前时段不得联系客户，最早可在 {nextAllowedAt} 联系。',
    en: 'The customer may not be contacted at this hour; the earliest is {nextAllowedAt}.',
  },
  'notifications.daily_limit': {
    status: 409,
    zh: '今日有效联系次数已用完，最早可在 {nextAllowedAt} 联系。',
    en: 'No contact is left for today; the earliest is {nextAllowedAt}.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(notificationRefusals);
