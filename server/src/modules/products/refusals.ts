import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const productRefusals = {
  'products.unknown': { status: 404, zh: '没有这个产品，或该日尚未生效：{code}。', en: 'There is no such product on that day: {code}.' },
  'products.no_parameters': {
    status: 409,
    zh: '参数集 {name} 在该日没有生效版本，请先维护。',
    en: 'Parameter set {name} has no version on that day; add one first.',
  },
  'products.no_lpr': {
    status: 409,
    zh: '{tenor} 期 LPR 在 {on} 之前没有公布值，请先录入。',
    en: 'No {tenor} LPR was published by {on}; enter it first.',
  },
  'products.kind_prohibited': {
    status: 422,
    zh: '法律不允许的产品类型：{kind}。网络借贷撮合（P2P）和面向公众的资金归集不得建设。',
    en: 'The law does not allow this kind of product: {kind}. Matching investors with borrowers (P2P) and retail funding may not be built.',
  },
  'products.student_conditions': {
    status: 422,
    zh: '学生类产品默认禁止。仅当具备：第二还款来源（监护人书面同意）、稳定收入或担保、合规审批文号时方可开设，缺少：{missing}。',
    en: 'Student products are blocked. They need a second source of repayment (guardian in writing), stable income or a guarantee, and a compliance approval number; missing: {missing}.',
  },
  'products.terms_invalid': { status: 422, zh: '产品参数不成立：{problem}。', en: 'The product cannot be like this: {problem}.' },
  'products.all_in_cap': { status: 422, zh: '综合融资成本上限不得高于 {cap}%。', en: 'The all-in cost cap may not exceed {cap}%.' },
  'products.version_gap': { status: 409, zh: '新版本须从 {from} 之后的日期开始生效。', en: 'A new version must start after {from}.' },
  'products.parameter_name': { status: 422, zh: '没有这个参数集：{name}。', en: 'There is no parameter set of this name: {name}.' },
  'products.parameter_body': { status: 422, zh: '参数内容无法使用：{problem}。', en: 'These parameters cannot be used: {problem}.' },
  'products.lpr_known': { status: 409, zh: '{tenor} 期 {on} 的 LPR 已录入。', en: 'The {tenor} LPR of {on} is already entered.' },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(productRefusals);
