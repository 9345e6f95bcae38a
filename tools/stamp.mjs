// Writes the lockfile's hash into node_modules, so that a hand-run `npm ci` is not repeated by tools/run.mjs.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

if (existsSync('node_modules') && existsSync('package-lock.json')) {
  writeFileSync('node_modules/.lock-sha256', createHash('sha256').update(readFileSync('package-lock.json')).digest('hex'));
}
