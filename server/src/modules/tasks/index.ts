export { taskEscalated } from './events.ts';
export { assignTask, closeTasks, type OpenTask, openTask, rankTasks } from './service.ts';
