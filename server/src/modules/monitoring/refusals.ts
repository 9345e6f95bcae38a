import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const monitoringRefusals = {
  'monitoring.alert_closed': { status: 409, zh: '该预警已关闭，不能再处理。', en: 'This alert is closed already.' },
  'monitoring.no_measure': {
    status: 409,
    zh: '关闭预警前须先登记至少一项处置措施。',
    en: 'Record at least one measure before the alert is closed.',
  },
} as const satisfies Record<string, RefusalEntry>;
export const refuse = refuser(monitoringRefusals);
