export { type AssignTask, type CloseTasks, type OpenTask, assignTask, closeTasks, openTask } from './service.ts';
export { taskEscalated } from './events.ts';
export type { TaskId } from './types.ts';
