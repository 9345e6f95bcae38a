import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

/** A whole bank as `npm start` brings it up: seeded, with its simulators. */
export type Bank = {
  readonly url: string;
  readonly outside: string;
  readonly output: () => string;
  readonly startedIn: number;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
};

type Size = 'small' | 'full';
/** What a bank in `dataDir` at `port` is started with. */
export const bankEnv = (port: number, dataDir: string, size: Size = 'small'): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: String(port),
  SIMULATORS_PORT: String(port + 10),
  DATA_DIR: dataDir,
  DEMO_BANK: size,
  LOG_LEVEL: 'warn',
});

/** Starts a bank and waits until it is ready. It hangs on this process by a channel, and ends by itself when this process is gone. */
export async function startBank(port: number, dataDir: string, size: Size = 'small'): Promise<Bank> {
  const began = performance.now();
  const child = spawn(process.execPath, ['server/src/apps/start.ts'], {
    cwd: ROOT,
    env: bankEnv(port, dataDir, size),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const over = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((done, fail) => {
    const listen = (d: Buffer): void => {
      output += d.toString();
      if (output.includes('Stop with Ctrl-C.')) done();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => fail(new Error(`the bank did not start (${code}):\n${output.slice(-4000)}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    outside: `http://127.0.0.1:${port + 10}`,
    output: () => output,
    startedIn: performance.now() - began,
    async stop() {
      child.kill('SIGINT');
      await over;
    },
  };
}
