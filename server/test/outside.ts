import { startSimulators } from '@tallystick/simulators';

type Fault = { mode: string; times?: number; subject?: string; latency_ms?: number };
export type OutsideCall = { source: string; path: string; subject: string; status: number; fault: string; body: Record<string, unknown> };
/** The outside world on free ports, without delay, and its switches. `env` goes into openWorld. */
export type Outside = {
  readonly env: Record<string, string>;
  fault(source: string, fault: Fault): Promise<void>;
  noFaults(): Promise<void>;
  /** Sets what is true about a subject (an ID, a credit code, a shop); replaces what was set before. */
  about(id: string, overrides: object): Promise<void>;
  /** Calls answered so far, newest first. */
  calls(): Promise<OutsideCall[]>;
  moveOrder(orderNo: string, to: object): Promise<void>;
  /** Forgets faults, settings and calls. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

export async function openOutside(callback: { url: string; secret: string } | null = null): Promise<Outside> {
  const simulators = await startSimulators({
    basePort: 0,
    latencyMs: 0,
    ...(callback && { callbackUrl: callback.url, callbackSecret: callback.secret }),
  });
  const { control, ...sources } = simulators.urls;
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(control + path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    env: { OUTSIDE_URLS: JSON.stringify(sources), CONNECTOR_TIMEOUT_MS: '250' },
    fault: async (source, fault) => void (await send('PUT', `/faults/${source}`, fault)),
    noFaults: async () => void (await send('DELETE', '/faults')),
    about: async (id, overrides) => void (await send('PUT', `/subjects/${id}`, overrides)),
    calls: async () => ((await send('GET', '/log?limit=1000')) as { calls: OutsideCall[] }).calls,
    moveOrder: async (orderNo, to) => void (await send('PUT', `/orders/${orderNo}`, to)),
    reset: async () => void (await send('POST', '/reset')),
    close: () => simulators.stop(),
  };
}
