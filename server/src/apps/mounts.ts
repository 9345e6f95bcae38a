import access from '#mount/access';
import audit from '#mount/audit';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { type Mount, mount, schemaFaults } from '#platform';

/** The platform's own check: the living schema against the manifest. */
const platform = mount({ name: 'platform', verifies: [{ name: 'platform.schema', run: (ctx) => schemaFaults(ctx) }] });

/** Every module in its order (tools/floors.json). */
export const MOUNTS: readonly Mount[] = [platform, audit, access, tasks, notifications, documents];
