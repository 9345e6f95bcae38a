import { startWorker } from '#platform';
import { openCluster, openRuntime } from './open.ts';
import { tellReady, whenStopping } from './stopping.ts';

/** The worker process: jobs, and with them close of business. */
const cluster = await openCluster();
const rt = openRuntime({ databaseUrl: cluster.url, process: 'worker' });
const worker = await startWorker(rt);
whenStopping(async () => {
  await worker.stop(); // Lets the jobs under way finish.
  await rt.stop();
  await cluster.stop();
});
rt.log.info('the worker is ready');
tellReady();
