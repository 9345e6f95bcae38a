import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const connectorsRefusals = {
  'connectors.not_collected': {
    status: 409,
    zh: '数据尚未齐备，不能继续：{missing}。请等待自动重试，或由审查人员说明理由后豁免。',
    en: 'Data are not complete: {missing}. Wait for the retry, or have a reviewer waive them with a reason.',
  },
  'connectors.nothing_to_waive': {
    status: 409,
    zh: '该数据源不是失败或等待状态，无需豁免。',
    en: 'This source has not failed; there is nothing to waive.',
  },
  'connectors.nothing_to_retry': { status: 409, zh: '该次采集没有失败的数据源。', en: 'No source of this collection has failed.' },
  'connectors.order_conflict': { status: 409, zh: '该支付订单号已用于另一笔支付。', en: 'This order number was used for another payment.' },
  'connectors.callback_refused': {
    status: 403,
    zh: '回调签名、时间或随机数不符。',
    en: 'The signature, time or nonce of the callback does not fit.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(connectorsRefusals);
