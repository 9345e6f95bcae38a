import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { type Bank, startBank } from './bank.ts';
import { firstStartMs, SHARED, sharedBank } from './shared-bank.ts';

const ROOT = resolve(import.meta.dirname, '..');
const MINUTES = 60_000;
let bank: Bank | undefined;
afterAll(async () => bank?.stop());

const processesOf = (dataDir: string): { pid: number; what: string }[] =>
  execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((l) => /^\s*(\d+)\s+(.*)$/.exec(l))
    .flatMap((m) => (m ? [{ pid: Number(m[1]), what: m[2] ?? '' }] : []))
    .filter((p) => /server\/src\/apps\/(start|api|worker)\.ts|simulators\/src\/main\.ts|bin\/postgres -D/.test(p.what))
    .filter((p) => p.what.includes(dataDir) || environmentOf(p.pid).includes(`DATA_DIR=${dataDir}\0`));
const environmentOf = (pid: number): string => {
  try {
    return execFileSync('cat', [`/proc/${pid}/environ`], { encoding: 'latin1', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
};
const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, [join(ROOT, 'server/src/apps/start.ts')], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
const ready = async (url: string): Promise<boolean> =>
  fetch(`${url}/ready`).then(
    (r) => r.ok,
    () => false,
  );
async function readyWithin(url: string, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    if (await ready(url)) return true;
    await sleep(100);
  }
  return false;
}

test('a first start brings up a seeded bank within three minutes and prints addresses, logins and how to stop', {
  timeout: 6 * MINUTES,
}, async () => {
  bank = await sharedBank();
  expect(firstStartMs()).toBeLessThan(3 * MINUTES);
  expect(bank.output()).toContain(`${bank.url}/console/`);
  expect(bank.output()).toContain('Stop with Ctrl-C');
  expect(bank.output()).toMatch(/RELATIONSHIP_MANAGER/);
  expect(await ready(bank.url)).toBe(true);
});

test('a second start beside it says so', () => {
  const second = start({ PORT: '7600', SIMULATORS_PORT: '7610', DATA_DIR: SHARED });
  expect(second.status).toBe(1);
  expect(second.stdout).toContain('already running');
});

test('a busy port is named, with the way to choose another', async () => {
  const squatter = createServer().listen(7690, '127.0.0.1');
  await once(squatter, 'listening');
  const refused = start({ PORT: '7690', SIMULATORS_PORT: '7691', DATA_DIR: `${SHARED}-busy` });
  squatter.close();
  expect(refused.status).toBe(1);
  expect(refused.stdout).toMatch(/7690.*PORT=\d+ npm start/);
});

test.each(['apps/api.ts', 'apps/worker.ts', 'simulators/src/main.ts'])(
  'a killed %s is started again by itself',
  { timeout: MINUTES },
  async (part) => {
    const before = processesOf(SHARED).find((p) => p.what.includes(part));
    expect(before).toBeDefined();
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await sleep(1_500);
    expect(await readyWithin(bank?.url ?? '', 15_000)).toBe(true);
    const after = processesOf(SHARED).find((p) => p.what.includes(part));
    expect(after?.pid).toBeDefined();
    expect(after?.pid).not.toBe(before?.pid);
  },
);

test('after its supervisor is killed, a new start recovers within ten seconds and the books are whole', { timeout: 2 * MINUTES }, async () => {
  const supervisor = processesOf(SHARED).find((p) => p.what.includes('apps/start.ts'));
  process.kill(supervisor?.pid ?? 0, 'SIGKILL');
  const again = await startBank({ port: 7600, dataDir: SHARED });
  bank = again;
  expect(again.startedIn).toBeLessThan(10_000);
  const verify = spawnSync(process.execPath, [join(ROOT, 'server/src/apps/cli.ts'), 'verify', '--json'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: SHARED },
    encoding: 'utf8',
  });
  expect(JSON.parse(verify.stdout)).toMatchObject({ ok: true });
});

test('Ctrl-C stops every process', { timeout: MINUTES }, async () => {
  await bank?.stop();
  bank = undefined;
  expect(processesOf(SHARED)).toEqual([]);
});
