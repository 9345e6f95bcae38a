export { taskEscalated } from './events.ts';
export { type AssignTask, assignTask, type CloseTasks, closeTasks, type OpenTask, openTask } from './service.ts';
export type { TaskId } from './types.ts';
