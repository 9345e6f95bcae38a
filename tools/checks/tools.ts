import { type Found, runTool } from './steps.ts';

const SOURCES = ['kernel', 'engines', 'ui', 'server', 'console', 'portal', 'simulators'];
const report = (status: number, text: string, told: string): Found => ({
  faults: status === 0 ? [] : [text.trim() || `ended with status ${status}`],
  told,
});

export async function types(root: string): Promise<Found> {
  const ran = await runTool(root, 'tsc', ['-b']);
  return report(ran.status, ran.output + ran.errors, 'tsc -b');
}

export async function format(root: string, ...flags: string[]): Promise<Found> {
  const ran = await runTool(root, 'biome', ['check', '--max-diagnostics=50', ...flags, '.']);
  return report(ran.status, ran.errors + ran.output, /Checked (\d+ files?)/.exec(ran.output + ran.errors)?.[1] ?? '');
}

export async function lint(root: string, ...flags: string[]): Promise<Found> {
  const ran = await runTool(root, 'oxlint', ['--type-aware', '--format=unix', ...flags, '.']);
  return report(ran.status, ran.output + ran.errors, 'type-aware');
}

type Cruised = {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string; comment: string }[] };
  };
};

export async function walls(root: string): Promise<Found> {
  const ran = await runTool(root, 'depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...SOURCES]);
  if (!ran.output.startsWith('{')) return { faults: [ran.errors.trim()], told: 'no answer' };
  const { summary } = JSON.parse(ran.output) as Cruised;
  const why = new Map(summary.ruleSetUsed.forbidden.map((r) => [r.name, r.comment]));
  const faults = summary.violations.map((v) => `${v.from} -> ${v.to}: ${v.rule.name}. ${why.get(v.rule.name) ?? ''}`);
  // A cruiser that cannot read TypeScript finds nothing to complain about.
  if (summary.totalCruised === 0) faults.push('dependency-cruiser read 0 modules: its TypeScript support is broken');
  return { faults, told: `${summary.totalCruised} modules` };
}

export async function unused(root: string): Promise<Found> {
  const ran = await runTool(root, 'knip', ['--no-progress', '--no-config-hints']);
  return report(ran.status, ran.output + ran.errors, 'knip');
}
