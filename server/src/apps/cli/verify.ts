import { openCluster, openRuntime } from '../open.ts';

/** `tally verify`: every check that the modules bring, each in a transaction of its own. */
export async function verify(): Promise<{ ok: boolean; data: unknown; text: string }> {
  const cluster = await openCluster();
  const rt = openRuntime({ databaseUrl: cluster.url, process: 'verify' });
  try {
    const results: { check: string; faults: readonly string[] }[] = [];
    for (const check of rt.mounts.flatMap((m) => m.verifies ?? [])) {
      results.push({ check: check.name, faults: await rt.asSystem('verify', (ctx) => check.run(ctx)) });
    }
    const ok = results.every((r) => r.faults.length === 0);
    const lines = results.flatMap((r) => [
      `${r.faults.length === 0 ? 'ok   ' : 'FAULT'} ${r.check}`,
      ...r.faults.slice(0, 20).map((f) => `      ${f}`),
    ]);
    return { ok, data: { ok, results }, text: [...lines, ok ? 'Everything is whole.' : 'Something is wrong: see the faults above.'].join('\n') };
  } finally {
    await rt.stop();
    await cluster.stop();
  }
}
