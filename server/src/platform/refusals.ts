import { calendarRefusals, type RefusalEntry, refuser } from '@tallystick/kernel';

/** Refusals of the floor below the domain: input, keys, reach, load. */
export const platformRefusals = {
  'platform.input_invalid': { status: 422, zh: '提交的内容有误，请按字段提示修改。', en: 'Some fields are not right; see each field.' },
  'platform.field_missing': { status: 422, zh: '此项必填。', en: 'This field is required.' },
  'platform.field_type': { status: 422, zh: '格式不正确，应为{expected}。', en: 'Wrong type; expected {expected}.' },
  'platform.field_unknown': { status: 422, zh: '不认识的字段，请删除。', en: 'Unknown field; remove it.' },
  'platform.field_choice': { status: 422, zh: '不在可选范围内：{choices}。', en: 'Not one of the choices: {choices}.' },
  'platform.field_short': { status: 422, zh: '太短或太小，至少 {min}。', en: 'Too short or too small; at least {min}.' },
  'platform.field_long': { status: 422, zh: '太长或太大，至多 {max}。', en: 'Too long or too large; at most {max}.' },
  'platform.field_format': { status: 422, zh: '格式不正确。', en: 'Not in the expected form.' },
  'platform.field_control': { status: 422, zh: '含有不可见的控制字符，请删除。', en: 'Contains control characters; remove them.' },
  'platform.money_format': {
    status: 422,
    zh: '金额须为数字，最多两位小数，例如 1234.56。',
    en: 'An amount has digits and at most two decimals, like 1234.56.',
  },
  'platform.money_negative': { status: 422, zh: '金额须大于零。', en: 'The amount must be above zero.' },
  'platform.date_unreal': { status: 422, zh: '该日期不存在，请按 2026-11-22 的格式填写。', en: 'No such date; use the form 2026-11-22.' },
  'platform.identifier_check': { status: 422, zh: '号码校验位不符，请核对。', en: 'The check digit does not fit; check the number.' },
  'platform.body_unreadable': { status: 400, zh: '请求内容无法读取，应为 JSON。', en: 'The body cannot be read; send JSON.' },
  'platform.body_too_large': { status: 413, zh: '内容过大，上限为 {max}。', en: 'Too large; the limit is {max}.' },
  'platform.media_type': { status: 415, zh: '不支持的内容类型。', en: 'This content type is not supported.' },
  'platform.key_missing': {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头，或其长度不在 8 至 200 个字符之间；每次写入都需要一个。',
    en: 'The Idempotency-Key header is missing or not 8 to 200 characters long; every write needs one.',
  },
  'platform.key_reused': {
    status: 409,
    zh: '该幂等键已用于另一份内容，请换一个新键。',
    en: 'This idempotency key was used with another content; use a new one.',
  },
  'platform.not_found': { status: 404, zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  'platform.no_route': { status: 404, zh: '没有这个接口。', en: 'There is no such address.' },
  'platform.method': { status: 405, zh: '该接口不支持此方法。', en: 'This address does not take that method.' },
  'platform.sign_in_needed': { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  'platform.forbidden': { status: 403, zh: '您的岗位没有此项权限：{permission}。', en: 'Your role may not do this: {permission}.' },
  'platform.step_up_needed': { status: 403, zh: '此操作需再次验证动态口令。', en: 'This needs your second factor once more.' },
  'platform.export_needs_leave': {
    status: 403,
    zh: '一次导出超过 {max} 位客户的数据须经审批，请先提交批量导出申请。',
    en: 'Taking away rows of more than {max} customers needs leave; ask for it first.',
  },
  'platform.origin': { status: 403, zh: '请求来源不被允许。', en: 'Requests from this origin are not allowed.' },
  'platform.state_changed': { status: 409, zh: '内容已被他人更新，请刷新后再试。', en: 'Somebody changed this meanwhile; reload and try again.' },
  'platform.too_many': { status: 429, zh: '请求过于频繁，请一分钟后再试。', en: 'Too many requests; try again in a minute.' },
  'platform.busy': { status: 503, zh: '系统繁忙，请稍后再试。', en: 'Too busy right now; try again shortly.' },
  'platform.dry_run_only_commands': { status: 400, zh: '只有写入操作可以试运行。', en: 'Only writes can be tried out.' },
  ...calendarRefusals,
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(platformRefusals);
