import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const collectionRefusals = {
  'collections.case_closed': { status: 409, zh: '该催收案件已结案。', en: 'This case is closed.' },
  'collections.action_not_allowed': {
    status: 409,
    zh: '{stage} 阶段不允许“{channel}”，允许的方式：{allowed}。',
    en: 'Stage {stage} does not allow "{channel}"; allowed: {allowed}.',
  },
  'collections.promise_open': { status: 409, zh: '已有一笔未到期的还款承诺，请先跟进。', en: 'A promise is open already; follow it up first.' },
  'collections.promise_date': { status: 422, zh: '承诺日期须在今天之后、60 天之内。', en: 'The promised day lies after today and within 60 days.' },
  'collections.promise_amount': {
    status: 422,
    zh: '承诺金额不能超过逾期金额 {overdue} 元。',
    en: 'A promise cannot exceed the overdue amount of {overdue}.',
  },
} as const satisfies Record<string, RefusalEntry>;
export const refuse = refuser(collectionRefusals);
