import access from '#mount/access';
import applications from '#mount/applications';
import audit from '#mount/audit';
import collections from '#mount/collections';
import connectors from '#mount/connectors';
import contracts from '#mount/contracts';
import creditLines from '#mount/credit-lines';
import customers from '#mount/customers';
import decisioning from '#mount/decisioning';
import documents from '#mount/documents';
import engagement from '#mount/engagement';
import ledger from '#mount/ledger';
import models from '#mount/models';
import monitoring from '#mount/monitoring';
import notifications from '#mount/notifications';
import products from '#mount/products';
import reporting from '#mount/reporting';
import servicing from '#mount/servicing';
import tasks from '#mount/tasks';
import { type Mount, mount, schemaFaults } from '#platform';
import cob from '../worker/mount.ts';

/** The platform's own check: the living schema against the manifest. */
const platform = mount({ name: 'platform', verifies: [{ name: 'platform.schema', run: (ctx) => schemaFaults(ctx) }] });

/** Every module in its order (tools/floors.json). */
export const MOUNTS: readonly Mount[] = [
  platform,
  audit,
  access,
  tasks,
  notifications,
  ledger,
  documents,
  customers,
  connectors,
  products,
  applications,
  models,
  decisioning,
  creditLines,
  contracts,
  servicing,
  monitoring,
  collections,
  engagement,
  reporting,
  cob,
];
