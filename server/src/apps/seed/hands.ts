import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SimulatedClock } from '#platform';

/** What the thread is started with, and the two words it is told. */
export type HandsData = { readonly databaseUrl: string; readonly memory: Int32Array; readonly workers: number };
export type HandsWord = 'work' | 'stop';

/** More hands for the bank's jobs: a thread with a runtime of its own on the same database and by the same clock. */
export type Hands = {
  /** Runs jobs until none is ready. */
  work(): Promise<void>;
  stop(): Promise<void>;
};

export function openHands(databaseUrl: string, clock: SimulatedClock): Hands {
  const workerData: HandsData = { databaseUrl, memory: clock.memory, workers: 2 };
  const thread = new Worker(new URL('./hands-thread.ts', import.meta.url), { workerData });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const tell = (word: HandsWord): void => thread.postMessage(word);
  return {
    async work() {
      tell('work');
      await once(thread, 'message'); // A thread that fails says so as an error, which ends the waiting.
    },
    async stop() {
      tell('stop');
      await once(thread, 'exit');
    },
  };
}
