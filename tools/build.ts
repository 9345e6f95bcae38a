import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join, resolve } from 'node:path';

/** Builds console and portal when a source of theirs changed since the last build; says nothing when there is nothing to do. */
const root = resolve(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'dist') return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function sourcesHash(app: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['kernel', 'engines', 'ui', app])
    for (const file of filesBelow(join(root, folder)).sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

async function build(app: string): Promise<void> {
  const stamp = join(root, app, 'dist/.sources-sha256');
  const want = sourcesHash(app);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return;
  console.log(`Building the ${app} …`);
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, app),
    // What people use, whatever runs this: a test sets an environment of its own.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  if (code !== 0) process.exit(code ?? 1);
  writeFileSync(stamp, want);
}

setPriority(10); // A first start seeds beside it, and takes longer.
for (const app of ['console', 'portal']) await build(app);
