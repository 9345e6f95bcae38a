// `npm run mutation [FOLDER…]`: plants small faults in the loan engine, one at a time, and counts how many its tests notice. Prints those
// nobody noticed and a table by folder; fails under 85 %. Without folders: the whole engine. Planted are all of its files but tests and
// their specimens, and the catalogue of refusals, which is words.
// The tester brings 177 packages that nothing else needs (6 s of every installation, one of them under CC-BY-4.0), so it is no dependency
// of the product: it is fetched here on its first run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const home = import.meta.dirname;
const root = join(home, '../..');
const stryker = join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const FOLDERS = ['book', 'answers', 'terms', 'account', 'cases'];

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(stryker)) run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], home);
const asked = process.argv.slice(2);
const files = (asked.length === 0 ? FOLDERS : asked).map((folder) => `engines/src/loan-engine/${folder}/**/*.ts`);
const mutate = [...files, '!**/*.test.ts', '!**/specimen.ts', '!**/refusals.ts'].join(',');
run(process.execPath, [stryker, 'run', join(home, 'stryker.config.json'), '--mutate', mutate], root);
