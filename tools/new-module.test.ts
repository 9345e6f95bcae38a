import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTree } from './checks/files.ts';
import { plant, ROOT, uproot } from './checks/planted.ts';
import { bannedNames, oversized } from './checks/sizes.ts';
import { runTool } from './checks/steps.ts';
import { format, lint, walls } from './checks/tools.ts';
import { layOutModule, whyNotModule } from './new-module.ts';

afterAll(uproot);

test('a new module stands: types, format, lint, walls, sizes and its own tests pass as laid out', async () => {
  const at = plant({});
  for (const part of ['kernel/src', 'simulators/src', 'server/src/platform', 'server/src/modules/audit', 'server/src/modules/access', 'server/test'])
    cpSync(join(ROOT, part), join(at, part), { recursive: true });
  for (const migration of ['0001_platform.sql', '0003_platform_reference.sql'])
    cpSync(join(ROOT, 'server/migrations', migration), join(at, 'server/migrations', migration));
  const written = await layOutModule(at, 'credit-lines');
  expect(written).toContain('server/migrations/0004_credit_lines.sql');
  const folder = 'server/src/modules/credit-lines';
  const ours = (text: string): string[] => text.split('\n').filter((line) => line.includes(folder));

  const types = await runTool(at, 'tsc', ['-p', 'server']);
  expect(ours(types.output)).toEqual([]);
  expect(ours((await format(at)).faults.join('\n'))).toEqual([]);
  expect(ours((await lint(at)).faults.join('\n'))).toEqual([]);
  expect(ours((await walls(at)).faults.join('\n'))).toEqual([]);
  const tree = openTree(at);
  expect(ours([...Object.keys(oversized(tree)), ...bannedNames(tree)].join('\n'))).toEqual([]);

  const tests = await runTool(at, 'vitest', ['run', '--project', 'unit', '--project', 'db', '--project', 'db-hash', folder]);
  expect(tests.errors + tests.output).toMatch(/Test Files\s+3 passed/);
  expect(tests.status, tests.errors + tests.output).toBe(0);
}, 120_000);

test.each([
  ['', 'no module name'],
  ['Credit', 'no module name'],
  ['credit_lines', 'no module name'],
  ['credit-', 'no module name'],
  ['../audit', 'no module name'],
  ['utils', 'says nothing'],
  ['date-helpers', 'says nothing'],
  ['weather', 'no place in the order'],
])('refuses the name %j: %s', async (name, why) => {
  const at = plant({});
  expect(whyNotModule(at, name)).toContain(why);
  await expect(layOutModule(at, name)).rejects.toThrow(why);
});

test('refuses a module that exists', () => {
  const at = plant({ 'server/src/modules/audit/README.md': '# audit\n' });
  expect(whyNotModule(at, 'audit')).toContain('exists');
});
