/** One line of a bench. `held` is computed from the figures, for the reader; a bench never fails because of it. */
export type Measure = {
  readonly what: string;
  readonly measured: string;
  readonly calibration?: string;
  readonly ratio?: string;
  readonly goal: string;
  readonly held: boolean;
};

const sorted = (samples: readonly number[]): number[] => [...samples].sort((a, b) => a - b);
/** The value below which the share `p` (0 to 1) of the samples lies. */
export const percentile = (samples: readonly number[], p: number): number =>
  sorted(samples)[Math.min(samples.length - 1, Math.floor(samples.length * p))] ?? Number.NaN;
export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Milliseconds of each of `rounds` runs after `warm` uncounted ones. */
export async function timed(rounds: number, warm: number, run: (round: number) => unknown): Promise<number[]> {
  for (let i = 0; i < warm; i += 1) await run(-1 - i);
  const out: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now();
    await run(i);
    out.push(performance.now() - start);
  }
  return out;
}

/**
 * Processor milliseconds (of all threads, collector and compiler included) of each of `rounds` runs after `warm` uncounted ones: what the
 * run would take on a core of its own, also while other work shares the machine.
 */
export async function worked(rounds: number, warm: number, run: (round: number) => unknown): Promise<number[]> {
  for (let i = 0; i < warm; i += 1) await run(-1 - i);
  const out: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const start = process.cpuUsage();
    await run(i);
    const used = process.cpuUsage(start);
    out.push((used.user + used.system) / 1000);
  }
  return out;
}

/** Runs `total` calls with at most `lanes` under way; answers each call's milliseconds and the calls a second. */
export async function load(total: number, lanes: number, call: (i: number) => Promise<void>): Promise<{ ms: number[]; perSecond: number }> {
  const ms: number[] = [];
  let next = 0;
  const start = performance.now();
  const lane = async (): Promise<void> => {
    for (let i = next++; i < total; i = next++) {
      const began = performance.now();
      await call(i);
      ms.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { ms, perSecond: (total / (performance.now() - start)) * 1000 };
}
