import access from '#mount/access';
import audit from '#mount/audit';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import type { Mount } from '#platform';

/** Every module in its order (tools/floors.json). */
export const MOUNTS: readonly Mount[] = [audit, access, tasks, notifications, documents];
