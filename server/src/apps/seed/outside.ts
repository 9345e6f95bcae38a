import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { assert } from '@tallystick/kernel';
import { callOutside } from '#platform';
import { ROOT } from '../settings.ts';

/** The controls of the simulated outside world, over HTTP like everything else of it. */
export type Outside = {
  /** Sets what the sources answer about a subject: an ID number, credit code, shop, account or mobile. Replaces what was set before. */
  about(subject: string, overrides: object): Promise<void>;
  /** The last six-digit code sent to a mobile. */
  codeFor(mobile: string): Promise<string>;
  /** How long every source takes to answer; null gives each back its own time. */
  latency(ms: number | null): Promise<void>;
  /** Forgets what was set, sent and ordered. */
  reset(): Promise<void>;
};

const SOURCES = ['bureau', 'court', 'registry', 'tax', 'platform', 'payment', 'ca', 'messaging', 'identity'];
const TIMEOUT_MS = 10_000;

/** The outside world at `base`, the address of its control page. */
export function outsideAt(base: string): Outside {
  async function send(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(base + path, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as { message?: string };
    assert(response.ok, `the outside world refused ${method} ${path}: ${answer.message}`);
    return answer;
  }
  return {
    about: async (subject, overrides) => void (await send('PUT', `/subjects/${encodeURIComponent(subject)}`, overrides)),
    async codeFor(mobile) {
      const { messages } = (await send('GET', `/messages?to=${mobile}&limit=5`)) as { messages: { biz_type: string; text: string }[] };
      const code = messages.map((m) => (m.biz_type === '验证码' ? /\d{6}/.exec(m.text)?.[0] : undefined)).find((c) => c !== undefined);
      assert(code !== undefined, 'no code was sent to that number');
      return code;
    },
    async latency(ms) {
      if (ms === null) await send('DELETE', '/faults');
      else await Promise.all(SOURCES.map((source) => send('PUT', `/faults/${source}`, { mode: 'none', latency_ms: ms })));
    },
    reset: async () => void (await send('POST', '/reset', {})),
  };
}

/** Attaches to the simulators that run at the port, or starts them for as long as the seeding takes. */
export async function reachOutside(port: number, env: Record<string, string | undefined>): Promise<{ outside: Outside; stop(): Promise<void> }> {
  const base = `http://127.0.0.1:${port}`;
  const there = await callOutside({ url: `${base}/state`, timeoutMs: 2_000 });
  if (there.state === 'answered' && there.status === 200) return { outside: outsideAt(base), stop: async () => {} };
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'simulators/src/main.ts')], {
    cwd: ROOT,
    env: { ...env, SIMULATORS_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await new Promise<boolean>((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
  });
  assert(ready, 'the simulators did not start');
  return {
    outside: outsideAt(base),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
