// `npm test`: set-up, check, unit tests, database tests, browser tests, totals. `--only unit|db|e2e|check` runs one part; further
// words go to Vitest. Leaves reports/*.json in Vitest's JSON form and ends with the line `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { totals } from './report.ts';
import { setUp } from './set-up.ts';

const root = join(import.meta.dirname, '..');
const reportOf = (part: string): string => join(root, 'reports', `${part}.json`);
const run = (...args: string[]): boolean => spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

function vitest(part: string, projects: readonly string[], rest: readonly string[]): boolean {
  const chosen = projects.flatMap((p) => ['--project', p]);
  return run(
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...chosen,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(part)}`,
    ...rest,
  );
}

const PARTS = {
  check: () => run(join(root, 'tools/check.ts')),
  unit: (rest: readonly string[]) => vitest('unit', ['unit'], rest),
  db: (rest: readonly string[]) => vitest('db', ['db', 'db-hash'], rest),
  e2e: (rest: readonly string[]) => run(join(root, 'tools/build.ts')) && vitest('e2e', ['e2e'], rest),
} as const;
type Part = keyof typeof PARTS;
const isPart = (name: string): name is Part => name in PARTS;

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const { only } = values;
if (only !== undefined && !isPart(only)) {
  console.error(`--only takes one of: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
const parts = only === undefined ? (Object.keys(PARTS) as Part[]) : [only];

mkdirSync(join(root, 'reports'), { recursive: true });
for (const part of parts) rmSync(reportOf(part), { force: true });
let fine = parts.some((p) => p === 'db' || p === 'e2e') ? setUp() : true;
for (const part of parts) {
  const started = performance.now();
  console.log(`\n── ${part} ──`);
  fine = PARTS[part](positionals) && fine;
  console.log(`${part}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

const sum = totals(parts.map(reportOf));
for (const fault of sum.faults) console.log(`failed: ${fault}`);
for (const name of sum.skipped) console.log(`skipped: ${name}`);
if (!fine && sum.failed === 0) sum.failed = 1;
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped.length} skipped`);
process.exitCode = sum.failed === 0 ? 0 : 1;
