import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { callOutside, type OutsideSource, outsideUrl, readConfig, readMigrations } from '#platform';
import { openCluster, openRuntime } from '../open.ts';
import { dataFolder, environment, ROOT } from '../settings.ts';

type Finding = { check: string; ok: boolean; says: string };
const SOURCES: readonly OutsideSource[] = ['bureau', 'court', 'registry', 'tax', 'platform', 'payment', 'ca', 'messaging', 'identity'];

async function settle(check: string, work: () => Promise<string> | string): Promise<Finding> {
  try {
    return { check, ok: true, says: await work() };
  } catch (error) {
    return { check, ok: false, says: (error as Error).message };
  }
}

async function databaseFindings(): Promise<Finding[]> {
  const cluster = await openCluster();
  const rt = openRuntime({ databaseUrl: cluster.url, process: 'doctor' });
  try {
    return [
      await settle(
        'database',
        async () =>
          `PostgreSQL ${(await rt.asSystem('doctor', (ctx) => ctx.tx.query<{ v: string }>('select current_setting($1) as v', ['server_version'])))[0]?.v}`,
      ),
      await settle('migrations', async () => {
        const done = await rt.asSystem('doctor', (ctx) => ctx.tx.query<{ name: string }>('select name from platform.migration'));
        const missing = readMigrations().filter((m) => !done.some((d) => d.name === m.name));
        if (missing.length > 0) throw new Error(`${missing.length} migrations are missing: run tally migrate`);
        return `${done.length} applied`;
      }),
      await settle('jobs', async () => {
        const [row] = await rt.asSystem('doctor', (ctx) =>
          ctx.tx.query<{ dead: bigint }>(`select count(*) as dead from platform.job where state = 'dead'`),
        );
        if ((row?.dead ?? 0n) > 0n) throw new Error(`${row?.dead} jobs were set aside; see the health page`);
        return 'none set aside';
      }),
    ];
  } finally {
    await rt.stop();
    await cluster.stop();
  }
}

/** `tally doctor`: what is there, what is missing, and what to do about it. */
export async function doctor(): Promise<{ ok: boolean; data: unknown; text: string }> {
  const config = readConfig(environment());
  const findings: Finding[] = [
    await settle('node', () => process.version),
    await settle('settings', () => 'complete'),
    await settle('data folder', () => {
      accessSync(dataFolder(), constants.W_OK);
      return 'writable';
    }),
    await settle('web apps', () => {
      if (!existsSync(join(ROOT, 'console/dist/index.html'))) throw new Error('not built: npm run build');
      return 'built';
    }),
    ...(await databaseFindings().catch((e: unknown) => [{ check: 'database', ok: false, says: (e as Error).message }])),
    ...(await Promise.all(
      SOURCES.map((source) =>
        settle(`outside: ${source}`, async () => {
          const answer = await callOutside({ url: `${outsideUrl(config, source)}/health`, timeoutMs: 1_000 });
          if (answer.state !== 'answered') throw new Error(`${answer.state} (npm start starts the simulators)`);
          return `${answer.latencyMs} ms`;
        }),
      ),
    )),
  ];
  const ok = findings.every((f) => f.ok);
  return { ok, data: { ok, findings }, text: findings.map((f) => `${f.ok ? 'ok   ' : 'FAULT'} ${f.check}: ${f.says}`).join('\n') };
}
