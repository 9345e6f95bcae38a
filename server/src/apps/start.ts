import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, openCluster, openRuntime, prepareDatabase } from './open.ts';
import { type SeedState, seedState } from './seed/marker.ts';
import { DEMO_BORROWERS } from './seed/people/cast.ts';
import { dataFolder, environment, ROOT } from './settings.ts';

/** `npm start`: brings up the whole bank, keeps its processes alive, and takes it down again on Ctrl-C. */
const watch = process.argv.includes('--watch');
const PORT = Number(process.env['PORT'] ?? 7400);
const SIMULATORS_PORT = Number(process.env['SIMULATORS_PORT'] ?? 7410);
const runFile = join(dataFolder(), 'running.json');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const inUse = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The start that the run file names, when it is still a start: its number may have gone to another program since. */
function otherStart(): { pid: number; port: number } | undefined {
  const before = JSON.parse(readFileSync(runFile, 'utf8') || '{"pid":0}') as { pid: number; port: number };
  const command = `/proc/${before.pid}/cmdline`;
  const isStart = !existsSync('/proc/self/cmdline') || (existsSync(command) && readFileSync(command, 'utf8').includes('apps/start.ts'));
  return before.pid !== process.pid && isStart && alive(before.pid) ? before : undefined;
}
/** Ends with a plain sentence when another start runs here, or when a port is taken by somebody else. */
async function assertAlone(): Promise<void> {
  const wasKilled = existsSync(runFile);
  const other = wasKilled ? otherStart() : undefined;
  if (other) {
    say(
      `Tallystick is already running (process ${other.pid}): http://127.0.0.1:${other.port}/ (stop it with Ctrl-C there, or with: kill ${other.pid})`,
    );
    process.exit(1);
  }
  const wanted = [['PORT', PORT, 1] as const, ['SIMULATORS_PORT', SIMULATORS_PORT, 10] as const];
  for (const [name, first, count] of wanted) {
    for (let port = first; port < first + count; port += 1) {
      // Children of a killed start notice that their parent is gone, and leave when what they were doing is done.
      for (let i = 0; wasKilled && i < 100 && (await inUse(port)); i += 1) await sleep(100);
      if (await inUse(port)) {
        say(`Port ${port} is taken by another program. Choose another with ${name}=${first + 100} npm start`);
        process.exit(1);
      }
    }
  }
}

type Part = { name: string; file: string; child?: ChildProcess; restarts: number };
const parts: Part[] = [];
/** Set as soon as everything is on its way down. */
let ending: Promise<void> | undefined;

/** Starts a part and waits for its ready message; a part that dies later is started again, with growing pauses. */
async function startPart(part: Part, env: Record<string, string | undefined>): Promise<void> {
  const child = spawn(process.execPath, [...(watch ? ['--watch-preserve-output', '--watch'] : []), join(ROOT, part.file)], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  part.child = child;
  const ready = await new Promise<boolean>((resolve) => {
    child.on('message', (m) => m === 'ready' && resolve(true));
    child.once('exit', () => resolve(false));
  });
  if (!ready) throw new Error(`${part.name} did not start`);
  child.once('exit', (code, signal) => void startAgain(part, env, `ended (${signal ?? code})`));
}
/** A part that ended, or did not come up again, gets another try until everything is on its way down. */
async function startAgain(part: Part, env: Record<string, string | undefined>, what: string): Promise<void> {
  if (ending !== undefined) return;
  part.restarts += 1;
  say(`The ${part.name} process ${what}; starting it again.`);
  await sleep(Math.min(200 * 2 ** part.restarts, 10_000));
  if (ending === undefined) await startPart(part, env).catch(() => startAgain(part, env, 'did not come up'));
}

/** What runs to its end by itself, and is cut off when everything goes down: the build, the seeding. */
const passing = new Set<ChildProcess>();
/** Runs a file to its end. */
async function run(file: string, env: Record<string, string | undefined>): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, file)], { cwd: ROOT, env, stdio: 'inherit' });
  passing.add(child);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  passing.delete(child);
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
}

const stateOf = async (url: string): Promise<SeedState> => {
  const rt = openRuntime({ databaseUrl: url, process: 'start' });
  try {
    return await rt.asSystem('start', seedState);
  } finally {
    await rt.stop();
  }
};
/** Whether the bank is to be seeded. A seeding that was cut off leaves half a year of business: nobody wants to go on from there. */
async function startFresh(cluster: Cluster): Promise<boolean> {
  const state = await stateOf(cluster.url);
  if (state !== 'interrupted') return state === 'empty';
  if (cluster.startOver === undefined)
    throw new Error('The seeding of the database at DATABASE_URL was cut off. Drop that database, create it empty, and start again.');
  say('The last seeding was cut off: starting over with an empty database.');
  await cluster.startOver();
  await prepareDatabase(cluster.url);
  return true;
}

/** A PostgreSQL of ours that dies is started again; the others find it again by themselves. */
async function keepCluster(lives: () => boolean): Promise<void> {
  while (ending === undefined) {
    await sleep(500);
    if (ending !== undefined || lives()) continue;
    say('The PostgreSQL process ended; starting it again.');
    await openCluster(true).catch((error: unknown) => say(String(error)));
  }
}

const stopAll = (cluster: Cluster, exitCode = 0): Promise<void> => {
  ending ??= end(cluster, exitCode);
  return ending;
};
async function end(cluster: Cluster, exitCode: number): Promise<void> {
  say('\nStopping …');
  for (const child of passing) child.kill('SIGTERM');
  for (const part of [...parts].reverse()) {
    const child = part.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await Promise.race([new Promise((r) => child.once('exit', r)), sleep(8_000).then(() => child.kill('SIGKILL'))]);
  }
  await cluster.stop();
  rmSync(runFile, { force: true });
  say('Stopped.');
  process.exit(exitCode);
}

const env = {
  ...environment(),
  PORT: String(PORT),
  SIMULATORS_PORT: String(SIMULATORS_PORT),
  BANK_CLOCK: process.env['BANK_CLOCK'] ?? 'bank',
  SHOW_DEMO_HINTS: process.env['SHOW_DEMO_HINTS'] ?? 'true',
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  SIMULATORS_STATE: join(dataFolder(), 'simulators'),
  CALLBACK_URL: `http://127.0.0.1:${PORT}/api/callbacks/payment`,
};
Object.assign(process.env, env);
mkdirSync(dataFolder(), { recursive: true });
await assertAlone();
writeFileSync(runFile, JSON.stringify({ pid: process.pid, port: PORT }));
const started = performance.now();
const cluster = await openCluster(true);
const partEnv = { ...env, DATABASE_URL: cluster.url };
if (cluster.lives) void keepCluster(cluster.lives);
process.on('SIGINT', () => void stopAll(cluster));
process.on('SIGTERM', () => void stopAll(cluster));
if (process.connected) process.on('disconnect', () => void stopAll(cluster));
try {
  const built = run('tools/build.ts', env);
  built.catch(() => {}); // Told when it is waited for, below.
  await prepareDatabase(cluster.url);
  const simulators: Part = { name: 'simulators', file: 'simulators/src/main.ts', restarts: 0 };
  parts.push(simulators);
  const [empty] = await Promise.all([startFresh(cluster), startPart(simulators, partEnv)]);
  if (empty) {
    say('The bank is empty: seeding the demo bank, day by day …');
    await run('server/src/apps/seed.ts', partEnv);
  }
  await built;
  const rest: Part[] = [
    { name: 'API', file: 'server/src/apps/api.ts', restarts: 0 },
    { name: 'worker', file: 'server/src/apps/worker.ts', restarts: 0 },
  ];
  parts.push(...rest);
  await Promise.all(rest.map((part) => startPart(part, partEnv)));
} catch (error) {
  if (ending === undefined) say(String(error)); // Ctrl-C cuts off whatever was going on; that is no error.
  await stopAll(cluster, 1);
}
const hints = (await fetch(`http://127.0.0.1:${PORT}/api/sign-in/demo-hints`)
  .then((r) => (r.ok ? r.json() : undefined))
  .catch(() => undefined)) as { items: { login: string; roles: string[]; password: string }[] } | undefined;
say(`
Tallystick 左券 is ready (${((performance.now() - started) / 1000).toFixed(1)} s)

  Portal 借款人        http://127.0.0.1:${PORT}/
  Console 工作台       http://127.0.0.1:${PORT}/console/
  Outside world 外部世界 http://127.0.0.1:${SIMULATORS_PORT}/   (one-time codes arrive here)
  API document        http://127.0.0.1:${PORT}/api/openapi.json
`);
if (hints !== undefined && hints.items.length > 0) {
  say('  Demo logins (the second factor is shown on the sign-in page):');
  for (const h of hints.items) say(`    ${h.login.padEnd(14)} ${h.password}   ${h.roles.join(', ')}`);
  say('  Demo borrowers, as the seeding left them:');
  for (const b of DEMO_BORROWERS) say(`    ${b.mobile}    ${b.zh} · ${b.en}`);
}
say('\n  Stop with Ctrl-C.');
