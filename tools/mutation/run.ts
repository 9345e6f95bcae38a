// `npm run mutation [FOLDER…]`: plants small faults in the loan engine, one at a time, and counts how many its tests notice. Prints those
// nobody noticed and a table by folder with the newest figures of each; fails when the whole engine is under 85 %. Without folders: all of
// them. `npm run mutation summary` prints the table alone. Planted are all files but tests and their specimens, and the catalogue of
// refusals, which is words.
// The tester brings 177 packages that nothing else needs (6 s of every installation, one of them under CC-BY-4.0), so it is no dependency
// of the product: it is fetched here on its first run.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commit, FOLDERS, keep, REPORT, summary, WANTED } from './summary.ts';

const home = import.meta.dirname;
const root = join(home, '../..');
const stryker = join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js');

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function plant(folders: readonly string[]): void {
  if (!existsSync(stryker)) run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], home);
  rmSync(REPORT, { force: true });
  const at = commit();
  const files = folders.map((folder) => `engines/src/loan-engine/${folder}/**/*.ts`);
  const mutate = [...files, '!**/*.test.ts', '!**/specimen.ts', '!**/refusals.ts'].join(',');
  run(process.execPath, [stryker, 'run', join(home, 'stryker.config.json'), '--mutate', mutate], root);
  keep(
    folders.filter((folder) => FOLDERS.includes(folder)),
    at,
  );
}

const asked = process.argv.slice(2);
if (asked[0] !== 'summary') plant(asked.length === 0 ? FOLDERS : asked);
const { table, whole } = summary();
console.log(table);
if (whole !== undefined && whole < WANTED) process.exitCode = 1;
