import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const accessRefusals = {
  'access.sign_in_failed': {
    status: 401,
    zh: '登录名、密码或动态口令不正确，请核对后重试。',
    en: 'Login, password or code is not right; check and try again.',
  },
  'access.slow_down': { status: 429, zh: '尝试次数较多，请在 {seconds} 秒后再试。', en: 'Too many tries; wait {seconds} seconds and try again.' },
  'access.code_wrong': {
    status: 422,
    zh: '验证码不正确或已失效，请重新输入或重新获取。',
    en: 'The code is wrong or no longer valid; type it again or ask for a new one.',
  },
  'access.code_too_soon': { status: 429, zh: '验证码已发送，请 {seconds} 秒后再获取。', en: 'A code was just sent; ask again in {seconds} seconds.' },
  'access.code_too_many': {
    status: 429,
    zh: '本小时内获取验证码次数已用完，请稍后再试。',
    en: 'No more codes for this number within the hour; try again later.',
  },
  'access.password_weak': {
    status: 422,
    zh: '密码至少 12 个字符，不得包含登录名，也不得是常见密码。',
    en: 'A password has at least 12 characters, does not contain the login and is not a common one.',
  },
  'access.password_same': { status: 422, zh: '新密码不能与原密码相同。', en: 'The new password must differ from the old one.' },
  'access.login_taken': { status: 409, zh: '该登录名已被使用，请换一个。', en: 'This login is taken; choose another.' },
  'access.branch_unknown': { status: 422, zh: '没有该机构，或已停业。', en: 'There is no such branch, or it is closed.' },
  'access.branch_code_taken': { status: 409, zh: '该机构代码已被使用。', en: 'This branch code is taken.' },
  'access.branch_has_staff': { status: 409, zh: '该机构仍有在职人员，请先调离。', en: 'This branch still has active staff; move them first.' },
  'access.maker_cannot_check': { status: 403, zh: '本人经办的事项须由他人复核。', en: 'Your own work has to be checked by another person.' },
  'access.request_closed': { status: 409, zh: '该复核请求已处理或已过期。', en: 'This request was decided already or has expired.' },
  'access.maker_gone': {
    status: 409,
    zh: '经办人已停用，请由在职人员重新提交。',
    en: 'The person who asked is no longer active; have it asked again.',
  },
  'access.over_authority': {
    status: 403,
    zh: '超出您的审批权限（上限 {limit} 元），请提交 {level} 审批。',
    en: 'Beyond your authority ({limit} yuan); pass it on to {level}.',
  },
  'access.matrix_incomplete': {
    status: 422,
    zh: '授权矩阵不完整：{column} 列须按金额递增并以无上限结束，层级不得下降。',
    en: 'The matrix is not complete: column {column} must rise in amount, end without ceiling and never fall in level.',
  },
  'access.matrix_too_early': {
    status: 422,
    zh: '生效日不得早于今天，也不得早于现行版本的生效日。',
    en: 'It cannot start before today nor before the version in force.',
  },
  'access.permission_unknown': { status: 422, zh: '没有该权限。', en: 'There is no such permission.' },
  'access.course_unknown': { status: 422, zh: '没有该培训课程。', en: 'There is no such course.' },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(accessRefusals);
