export { taskEscalated } from './events.ts';
export { assignTask, closeTasks, type OpenTask, openTask } from './service.ts';
