import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const modelRefusals = {
  'models.none_live': {
    status: 409,
    zh: '用途 {purpose} 没有在用的模型，请先批准一个版本。',
    en: 'No model is live for {purpose}; approve a version first.',
  },
  'models.unknown': { status: 404, zh: '没有这个模型版本：{model}。', en: 'There is no such model version: {model}.' },
  'models.known': {
    status: 409,
    zh: '该模型版本已登记：{model}。请使用新的版本号。',
    en: 'This version is registered already: {model}. Use a new version number.',
  },
  'models.not_validated': {
    status: 409,
    zh: '只有验证通过的版本可以上线，当前状态：{state}。',
    en: 'Only a validated version can go live; it is {state}.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(modelRefusals);
