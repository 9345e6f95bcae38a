import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** A whole bank as `npm start` brings it up, in a data folder of its own: seeded, with its simulators. */
export type Bank = {
  readonly url: string;
  readonly outside: string;
  readonly output: () => string;
  readonly startedIn: number;
  readonly dataDir: string;
  stop(): Promise<void>;
};

export async function startBank(options: { port?: number; dataDir?: string; env?: Record<string, string> } = {}): Promise<Bank> {
  const port = options.port ?? 7600;
  const simulators = port + 10;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tally-bank-'));
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'server/src/apps/start.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), SIMULATORS_PORT: String(simulators), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (d: Buffer) => {
    output += d.toString();
  });
  child.stderr?.on('data', (d: Buffer) => {
    output += d.toString();
  });
  await new Promise<void>((done, fail) => {
    const timer = setInterval(() => {
      if (!output.includes('Stop with Ctrl-C')) return;
      clearInterval(timer);
      done();
    }, 100);
    child.once('exit', (code) => {
      clearInterval(timer);
      fail(new Error(`the bank did not start (${code}):\n${output.slice(-4000)}`));
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    outside: `http://127.0.0.1:${simulators}`,
    output: () => output,
    startedIn: performance.now() - began,
    dataDir,
    async stop() {
      await ended(child);
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  await new Promise((done) => child.once('exit', done));
}
