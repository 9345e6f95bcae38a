import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { plant, ROOT, uproot } from './checks/planted.ts';
import { totals, writeReport } from './report.ts';

afterAll(uproot);

/** Runs `npm test -- --only unit` in a project of its own with the given test files. */
function runUnit(files: Readonly<Record<string, string>>): { status: number | null; lines: string[]; report: string } {
  const at = plant(files);
  for (const file of ['test.ts', 'report.ts', 'set-up.ts']) cpSync(join(ROOT, 'tools', file), join(at, 'tools', file));
  const env = { ...process.env, NO_COLOR: '1' };
  const ran = spawnSync(process.execPath, [join(at, 'tools/test.ts'), '--only', 'unit'], { cwd: at, env, encoding: 'utf8' });
  return { status: ran.status, lines: ran.stdout.trim().split('\n'), report: join(at, 'reports/unit.json') };
}
const file = (...bodies: string[]): string => `import { expect, test } from 'vitest';\n${bodies.join('\n')}\n`;
const PASSES = "test('S1-01 holds', () => { expect(1).toBe(1); });";

test('the closing line counts passed, failed and skipped tests and files that do not load; failures end with another status', () => {
  const { status, lines, report } = runUnit({
    'kernel/src/mixed.test.ts': file(PASSES, "test('breaks', () => { expect(1).toBe(2); });", "test.skip('rests', () => { expect(1).toBe(1); });"),
    'kernel/src/broken.test.ts': "import './nowhere.ts';\n",
  });
  expect(lines.at(-1)).toBe('1 passed, 2 failed, 1 skipped');
  expect(lines).toContain('skipped: rests');
  expect(lines.filter((line) => line.startsWith('failed: ')).sort()).toEqual([
    expect.stringMatching(/^failed: .*broken\.test\.ts: .*nowhere/),
    expect.stringMatching(/^failed: breaks: .*expected 1 to be 2/),
  ]);
  expect(status).toBe(1);
  const read = JSON.parse(readFileSync(report, 'utf8')) as { testResults: { assertionResults: { fullName: string; status: string }[] }[] };
  expect(read.testResults.flatMap((f) => f.assertionResults)).toContainEqual(expect.objectContaining({ fullName: 'S1-01 holds', status: 'passed' }));
}, 30_000);

test('all well ends with status 0', () => {
  const { status, lines } = runUnit({ 'kernel/src/well.test.ts': file(PASSES) });
  expect([lines.at(-1), status]).toEqual(['1 passed, 0 failed, 0 skipped', 0]);
}, 30_000);

test('no test at all, and an error outside every test, are failures', () => {
  expect(runUnit({}).lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  const loose = runUnit({ 'kernel/src/loose.test.ts': file(PASSES, "void Promise.reject(new Error('nobody waits'));") });
  expect([loose.lines.at(-1), loose.status]).toEqual(['1 passed, 1 failed, 0 skipped', 1]);
}, 30_000);

test('a missing report is a failure; steps of a check count as tests', () => {
  const at = plant({});
  expect(totals([join(at, 'none.json')])).toMatchObject({ passed: 0, failed: 1, faults: [expect.stringContaining('none.json')] });
  const step = { ms: 1, told: '' };
  writeReport(join(at, 'check.json'), [
    { name: 'types', faults: [], ...step },
    { name: 'walls', faults: ['a -> b'], ...step },
  ]);
  expect(totals([join(at, 'check.json')])).toEqual({ passed: 1, failed: 1, skipped: [], faults: ['check walls: a -> b'] });
  writeFileSync(join(at, 'odd.json'), JSON.stringify({ success: false, testResults: [] }));
  expect(totals([join(at, 'odd.json')])).toMatchObject({ passed: 0, failed: 1, faults: [expect.stringContaining('odd.json')] });
});
