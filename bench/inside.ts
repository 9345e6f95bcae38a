import { join, resolve } from 'node:path';
import type { Runtime } from '../server/src/platform/index.ts';
import { bankForBench } from './bank.ts';

/** A runtime of this process beside the running bench bank: for preparing data and for timing what needs no HTTP. */
export async function insideBench(): Promise<{ rt: Runtime; databaseUrl: string; url: string; outside: string }> {
  const bank = await bankForBench();
  process.env['DATA_DIR'] = join(resolve(import.meta.dirname, '..'), '.data/bench');
  process.env['LOG_LEVEL'] = 'silent';
  process.env['BANK_CLOCK'] = 'bank';
  process.env['SIMULATORS_PORT'] = new URL(bank.outside).port;
  const { openCluster, openRuntime } = await import('../server/src/apps/open.ts');
  const { url: databaseUrl } = await openCluster();
  return { rt: openRuntime({ databaseUrl, process: 'bench' }), databaseUrl, url: bank.url, outside: bank.outside };
}
