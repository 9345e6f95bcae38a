import { buildApp } from '../http/index.ts';
import { openCluster, openRuntime } from './open.ts';
import { tellReady, whenStopping } from './stopping.ts';

/** The API process: HTTP, the two web apps, nothing that runs by itself. */
const cluster = await openCluster();
const rt = openRuntime({ databaseUrl: cluster.url, process: 'api' });
const app = await buildApp(rt);
await app.listen({ port: rt.config.PORT, host: rt.config.HOST });
whenStopping(async () => {
  await app.close(); // Waits for requests under way.
  await rt.stop();
  await cluster.stop();
});
rt.log.info({ port: rt.config.PORT }, 'the API is ready');
tellReady();
