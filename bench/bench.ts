import { cpus } from 'node:os';
import type { Measure } from './measure.ts';

/**
 * `npm run bench [name …]`: measures and prints; nothing is asserted. Every figure that depends on the machine stands beside a
 * calibration of the same run, so ratios can be compared between machines. Names: engine, decide, posting, thread, web.
 */
const SUITES: Readonly<Record<string, () => Promise<{ measure(): Promise<readonly Measure[]> }>>> = {
  engine: () => import('./engine.ts'),
  decide: () => import('./decide.ts'),
  posting: () => import('./posting.ts'),
  thread: () => import('./thread.ts'),
  web: () => import('./web.ts'),
};

const wanted = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const unknown = wanted.filter((w) => SUITES[w] === undefined);
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}
console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()})\n`);
console.log('| what | measured | calibration in the same run | ratio | goal | held |\n| --- | --- | --- | --- | --- | --- |');
for (const name of wanted.length > 0 ? wanted : Object.keys(SUITES)) {
  const suite = await SUITES[name]?.();
  for (const m of (await suite?.measure()) ?? [])
    console.log(`| ${m.what} | ${m.measured} | ${m.calibration ?? '—'} | ${m.ratio ?? '—'} | ${m.goal} | ${m.held ? 'yes' : 'NO'} |`);
}
process.exit(0);
