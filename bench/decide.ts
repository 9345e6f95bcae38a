import { decideApplication } from '../server/src/modules/decisioning/deciding/decide.ts';
import { storedDecision } from '../server/src/modules/decisioning/deciding/replay.ts';
import { batchRecords } from '../server/src/modules/decisioning/deciding/repo.ts';
import { toolsOf } from '../server/src/modules/decisioning/deciding/tools.ts';
import { insideBench } from './inside.ts';
import { type Measure, percentile, timed } from './measure.ts';

/** The decision engine alone: stored inputs of the demo bank decided again. */
export async function measure(): Promise<readonly Measure[]> {
  const { rt } = await insideBench();
  const cases = await rt.asSystem('bench', async (ctx) => {
    const kept = [];
    for (const row of (await batchRecords(ctx.tx)).slice(0, 200)) {
      const { input } = storedDecision(row);
      kept.push({ input, tools: await toolsOf(ctx, input.versions) });
    }
    return kept;
  });
  const ms = await timed(2_000, 200, (i) => {
    const c = cases[Math.abs(i) % cases.length];
    return c && decideApplication(c.input, c.tools);
  });
  await rt.stop();
  const p99 = percentile(ms, 0.99);
  return [
    {
      what: `decision engine alone (${cases.length} stored cases)`,
      measured: `p50 ${percentile(ms, 0.5).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
      goal: 'p99 < 20 ms',
      held: p99 < 20,
    },
  ];
}
