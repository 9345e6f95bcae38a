import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const engagementRefusals = {
  'engagement.too_many': {
    status: 429,
    zh: '提交次数过多，请明天再试，或拨打网点电话。',
    en: 'Too many requests from here; try again tomorrow or call a branch.',
  },
  'engagement.lead_closed': { status: 409, zh: '该线索已转化或已关闭。', en: 'This lead is converted or closed already.' },
  'engagement.lead_lost_reason': { status: 422, zh: '关闭线索须选择原因。', en: 'Choose a reason to close a lead.' },
  'engagement.campaign_dates': { status: 422, zh: '结束日期不能早于开始日期。', en: 'A campaign cannot end before it starts.' },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(engagementRefusals);
