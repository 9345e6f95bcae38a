import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const decisionRefusals = {
  'decisioning.not_approved': {
    status: 409,
    zh: '该申请没有有效的审批结论，不能签约或放款。',
    en: 'This application has no standing approval; nothing may be signed or paid out.',
  },
  'decisioning.beyond_approval': {
    status: 409,
    zh: '超出审批范围（{what}）：批准 {approved}，本次 {asked}。请按批准条件办理或重新报批。',
    en: 'Beyond what was approved ({what}): approved {approved}, asked {asked}. Keep to the approval or have it decided again.',
  },
  'decisioning.approval_expired': { status: 409, zh: '审批结论已于 {until} 到期，请重新申请。', en: 'The approval ended on {until}; apply again.' },
  'decisioning.nothing_offered': { status: 409, zh: '当前没有待确认的方案。', en: 'There are no other terms waiting for an answer.' },
  'decisioning.no_rating': {
    status: 409,
    zh: '尚无有效评级，请先完成数据授权和评级。',
    en: 'There is no valid rating yet; give the data consents and be rated first.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(decisionRefusals);
