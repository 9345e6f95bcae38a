import { join } from 'node:path';
import { syncGrants } from '#modules/access';
import {
  bankClock,
  type Clock,
  diskBlobs,
  dropDatabase,
  type Embedded,
  ensureDatabase,
  migrate,
  openDatabase,
  openLog,
  openVault,
  Runtime,
  readConfig,
  startPostgres,
  wallClock,
} from '#platform';
import { MOUNTS } from './mounts.ts';
import { seedReference } from './reference.ts';
import { dataFolder, environment } from './settings.ts';

/**
 * `startOver` drops the database and makes an empty one; `lives` looks whether its process is there. A database that was handed in
 * is neither ours to drop nor to watch.
 */
export type Cluster = { url: string; stop(): Promise<void>; startOver?: () => Promise<void>; lives?: () => boolean };
const DATABASE = 'tally';

/**
 * The database of this installation: DATABASE_URL, or the bundled PostgreSQL under the data folder. `owner` stops it in the end even
 * when it was already running (it survived a killed start); the others only stop what they started themselves.
 */
export async function openCluster(owner = false): Promise<Cluster> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  const cluster: Embedded = await startPostgres({ data: join(dataFolder(), 'postgres') });
  await ensureDatabase(cluster, DATABASE);
  return {
    url: cluster.url(DATABASE),
    stop: cluster.attached && !owner ? async () => {} : () => cluster.stop(),
    lives: cluster.lives,
    async startOver() {
      await dropDatabase(cluster, DATABASE);
      await ensureDatabase(cluster, DATABASE);
    },
  };
}

export type OpenOptions = { databaseUrl: string; process: string; clock?: Clock; hurried?: boolean };

/** A runtime over the given database, with settings from the environment. */
export function openRuntime(o: OpenOptions): Runtime {
  const config = readConfig({ ...environment(), DATABASE_URL: o.databaseUrl });
  const log = openLog(config.LOG_LEVEL, o.process);
  const db = openDatabase({ connectionString: o.databaseUrl, poolSize: config.POOL_SIZE, log, hurried: o.hurried ?? false });
  const clock = o.clock ?? (config.BANK_CLOCK === 'bank' ? bankClock : wallClock);
  return new Runtime({ config, db, clock, log, blobs: diskBlobs(join(dataFolder(), 'blobs')), vault: openVault(config.ROOT_KEY), mounts: MOUNTS });
}

/** Applies migrations, then reference rows and default grants that are missing. Answers the migrations applied. */
export async function prepareDatabase(databaseUrl: string): Promise<string[]> {
  const applied = await migrate(databaseUrl);
  const rt = openRuntime({ databaseUrl, process: 'migrate' });
  try {
    await rt.asSystem('migrate', async (ctx) => {
      await syncGrants(ctx, [...rt.operations.values()]);
      await seedReference(ctx);
    });
  } finally {
    await rt.stop();
  }
  return applied;
}
