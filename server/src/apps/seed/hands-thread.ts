import { parentPort, workerData } from 'node:worker_threads';
import { SimulatedClock, workAll } from '#platform';
import { openRuntime } from '../open.ts';
import type { HandsData, HandsWord } from './hands.ts';

const { databaseUrl, memory, workers } = workerData as HandsData;
const rt = openRuntime({ databaseUrl, process: 'seed', clock: new SimulatedClock({ memory }), hurried: true });

async function obey(word: HandsWord): Promise<void> {
  if (word === 'stop') {
    await rt.stop();
    parentPort?.close();
    return;
  }
  await Promise.all(Array.from({ length: workers }, () => workAll(rt)));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage('done');
}
parentPort?.on('message', (word: HandsWord) => void obey(word));
