import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** What a step found: no faults means passed. `told` is one short figure for the line of totals. */
export type Found = { readonly faults: readonly string[]; readonly told: string };
export type Step = { readonly name: string; run(): Promise<Found> | Found };
export type Result = { readonly name: string; readonly ms: number } & Found;

/** Runs the steps a few at a time, telling each result as it comes; the answer keeps the order given. */
export async function runSteps(steps: readonly Step[], tell: (r: Result) => void, width = Math.min(4, cpus().length)): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < steps.length; at = next++) {
      const step = steps[at];
      if (!step) return;
      const started = performance.now();
      const found = await Promise.resolve()
        .then(() => step.run())
        .catch((e: unknown): Found => ({ faults: [e instanceof Error ? (e.stack ?? e.message) : String(e)], told: 'could not run' }));
      const result = { name: step.name, ms: performance.now() - started, ...found };
      results[at] = result;
      tell(result);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}

export type Ran = { readonly status: number; readonly output: string; readonly errors: string };

/** Runs a tool of node_modules/.bin in `root` without a terminal. */
export function runTool(root: string, tool: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    const child = spawn(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output, errors }));
  });
}
