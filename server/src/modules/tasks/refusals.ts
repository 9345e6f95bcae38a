import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const taskRefusals = {
  'tasks.not_open': { status: 409, zh: '该任务已完成或已取消，请刷新列表。', en: 'This task is done or cancelled; reload the list.' },
  'tasks.taken': { status: 409, zh: '该任务已由他人领取。', en: 'Somebody else has taken this task.' },
  'tasks.not_yours': { status: 403, zh: '该任务属于 {role} 岗位，您不能处理。', en: 'This task belongs to the role {role}; you cannot work on it.' },
  'tasks.owner_unfit': { status: 422, zh: '该员工没有此岗位，或不在该机构。', en: 'This person does not have the role, or not in that branch.' },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(taskRefusals);
