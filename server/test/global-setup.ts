import { chownSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, startPostgres } from '#platform';

declare module 'vitest' {
  interface ProvidedContext {
    databaseBase: string;
  }
}

/** One cluster a run, in memory where there is room; a migrated template that each test file clones (about 20 ms). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const memory = '/dev/shm';
  let room = false;
  try {
    const fs = statfsSync(memory);
    room = fs.bavail * fs.bsize > 512 * 1024 * 1024;
  } catch {
    // No such file system here: the disk serves.
  }
  const folder = mkdtempSync(join(room ? memory : tmpdir(), 'tally-test-'));
  if (process.getuid?.() === 0) chownSync(folder, 65_534, 65_534);
  const cluster = await startPostgres({
    data: join(folder, 'data'),
    initdb: ['--no-sync'],
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_connections=200'],
  });
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  await admin.query('create database template_tally');
  await admin.end();
  await migrate(cluster.url('template_tally'), { hash: project.name === 'db-hash' });
  project.provide('databaseBase', cluster.url('@'));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }); // A busy machine's server may still be writing its last files.
  };
}
