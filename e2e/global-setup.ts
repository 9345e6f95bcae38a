import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    bankFolder: string;
    bankPort: number;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
/** A bank takes its own port and ten for the outside world, from ten above on. */
async function freePort(): Promise<number> {
  for (let port = 7600; port < 9600; port += 30) {
    const wanted = [port, ...Array.from({ length: 10 }, (_, i) => port + 10 + i)];
    if ((await Promise.all(wanted.map(isFree))).every(Boolean)) return port;
  }
  throw new Error('no eleven free ports for a bank between 7600 and 9600');
}

/** One data folder and one place for all browser tests of a run; the folder goes when the run is over. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tally-e2e-'));
  chmodSync(folder, 0o755); // PostgreSQL's own user walks through it.
  project.provide('bankFolder', folder);
  project.provide('bankPort', await freePort());
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
