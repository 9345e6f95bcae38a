// `npm run check`: everything about the code that a machine can judge without running it. `--fix` first repairs what can be repaired.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTree } from './checks/files.ts';
import { layoutFaults } from './checks/layout.ts';
import { lockfileFaults } from './checks/lockfile.ts';
import { bannedNames, oversized, type Sizes, sizeFaults, tighten } from './checks/sizes.ts';
import { type Found, type Result, runSteps, type Step } from './checks/steps.ts';
import { format, lint, types, unused, walls } from './checks/tools.ts';
import { impureWords, machineTraces } from './checks/words.ts';
import { writeReport } from './report.ts';

const root = join(import.meta.dirname, '..');
const tree = openTree(root);
const ratchetFile = join(root, 'tools/ratchet.json');
const ratchet = (): Sizes => JSON.parse(readFileSync(ratchetFile, 'utf8')) as Sizes;
const own = (faults: string[], told = `${tree.files.length} files`): Found => ({ faults, told });

async function generated(...flags: string[]): Promise<Found> {
  const { generate } = await import('./generate.ts');
  const stale = await generate({ write: flags.includes('--write') });
  return own(flags.includes('--write') ? [] : stale.map((f) => `${f} is not what its sources say; run npm run generate`), 'generated files');
}

const steps: Step[] = [
  { name: 'types', run: () => types(root) },
  { name: 'format and lint (biome)', run: () => format(root) },
  { name: 'lint (oxlint)', run: () => lint(root) },
  { name: 'walls between floors', run: () => walls(root) },
  { name: 'unused code and packages', run: () => unused(root) },
  { name: 'lockfile and licences', run: () => own(lockfileFaults(tree)) },
  { name: 'sizes', run: () => own(sizeFaults(oversized(tree), ratchet())) },
  { name: 'names', run: () => own(bannedNames(tree)) },
  { name: 'modules are laid out', run: () => own(layoutFaults(tree)) },
  { name: 'pure floors', run: () => own(impureWords(tree)) },
  { name: 'no traces of one machine', run: () => own(machineTraces(tree)) },
  { name: 'generated files are fresh', run: () => generated() },
];

function tell(r: Result): void {
  console.log(`${r.faults.length === 0 ? '✔' : '✘'} ${r.name} (${r.told}, ${(r.ms / 1000).toFixed(1)} s)`);
  for (const fault of r.faults) console.log(fault.replace(/^/gm, '    '));
}

if (process.argv.includes('--fix')) {
  await lint(root, '--fix');
  await format(root, '--write');
  writeFileSync(ratchetFile, `${JSON.stringify(tighten(oversized(tree), ratchet()), null, 2)}\n`);
  await generated('--write');
}
const results = await runSteps(steps, tell);
const failed = results.filter((r) => r.faults.length > 0);
mkdirSync(join(root, 'reports'), { recursive: true });
writeReport(join(root, 'reports/check.json'), results);
console.log(`${results.length - failed.length} steps passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
