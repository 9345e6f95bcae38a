import { type RefusalEntry, refuser } from '@tallystick/kernel';

/** What the policy engine says no to, and what to do about it. */
export const POLICY_REFUSALS = {
  'policy.no_rows': { status: 422, zh: '决策表 {table} 没有规则行。请至少添加一行。', en: 'Decision table {table} has no rows. Add at least one.' },
  'policy.unreadable': {
    status: 422,
    zh: '决策表文件无法读取：{problem}。请检查格式。',
    en: 'The decision table cannot be read: {problem}. Check its form.',
  },
  'policy.duplicate_row': {
    status: 422,
    zh: '决策表 {table} 中规则编号 {row} 重复。请改用不同编号。',
    en: 'Row id {row} stands twice in table {table}. Use different ids.',
  },
  'policy.unknown_input': {
    status: 422,
    zh: '规则 {row} 使用了未声明的输入项 {input}。请先在表头声明。',
    en: 'Row {row} uses input {input}, which the table does not declare. Declare it first.',
  },
  'policy.wrong_type': {
    status: 422,
    zh: '规则 {row} 中 {input} 的取值不是 {type} 类型。请改正。',
    en: 'Row {row} gives {input} a value that is not of type {type}. Correct it.',
  },
  'policy.text_missing': {
    status: 422,
    zh: '规则 {row} 缺少原因代码或中英文说明。请补全。',
    en: 'Row {row} lacks a reason code or its Chinese or English text. Complete it.',
  },
  'policy.unreachable_row': {
    status: 422,
    zh: '规则 {row} 永远不会命中，已被 {by} 覆盖。请调整顺序或条件。',
    en: 'Row {row} can never be hit because {by} covers it. Change the order or the conditions.',
  },
  'policy.input_type': {
    status: 422,
    zh: '输入项 {input} 应为 {type} 类型。请更正输入。',
    en: 'Input {input} should be of type {type}. Correct the input.',
  },
  'policy.not_in_force': {
    status: 422,
    zh: '{on} 没有生效的决策表 {table}。请发布覆盖该日期的版本。',
    en: 'No version of table {table} is in force on {on}. Publish one that covers the day.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refusePolicy = refuser(POLICY_REFUSALS);
