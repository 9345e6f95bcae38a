import { defineConfig } from 'vitest/config';

const DATABASE = ['server/**/*.db.test.ts'];
const BROWSER = ['e2e/**/*.e2e.test.ts'];

/** Tests on a real PostgreSQL: each file clones a migrated template database, so files may share a worker. */
const database = (name: string, profile: 'plain' | 'hash') => ({
  test: {
    name,
    include: DATABASE,
    globalSetup: 'server/test/global-setup.ts',
    env: { TALLY_PROFILE: profile },
    isolate: false,
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});

export default defineConfig({
  test: {
    // Two workers: the smallest machine we promise to run on has two cores.
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{kernel,engines,simulators,ui,console,portal,tools,server}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...DATABASE],
          setupFiles: ['tools/property-seed.ts'],
          testTimeout: 20_000,
        },
      },
      database('db', 'plain'),
      // The same tests on tables that are hash-partitioned by customer: PostgreSQL itself refuses a key that could not be distributed.
      database('db-hash', 'hash'),
      {
        test: {
          name: 'e2e',
          include: BROWSER,
          globalSetup: 'e2e/global-setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
