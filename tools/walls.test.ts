// Every wall is broken on purpose, in a small project of its own, to show that the check sees it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTree } from './checks/files.ts';
import { layoutFaults } from './checks/layout.ts';
import { lockfileFaults } from './checks/lockfile.ts';
import { plant, ROOT, uproot, WORKSPACES } from './checks/planted.ts';
import { bannedNames, LIMITS, oversized, sizeFaults, tighten } from './checks/sizes.ts';
import type { Found } from './checks/steps.ts';
import { format, lint, types, unused, walls } from './checks/tools.ts';
import { impureWords, machineTraces } from './checks/words.ts';
import floors from './floors.json' with { type: 'json' };
import { generate } from './generate.ts';

afterAll(uproot);

/** A sound building: one room on each floor, each looking only where it may. */
const SOUND: Readonly<Record<string, string>> = {
  'kernel/src/index.ts': 'export const one = 1n;\n',
  'engines/src/loan-engine/index.ts': "import { one } from '@tallystick/kernel';\n\nexport const two = one + one;\n",
  'engines/src/policy/index.ts': "import { two } from '../loan-engine/index.ts';\n\nexport const four = two + two;\n",
  'server/src/platform/index.ts':
    "import { createHash } from 'node:crypto';\n\nexport const hash = (text: string): string => createHash('sha256').update(text).digest('hex');\n",
  'server/src/modules/audit/index.ts': "import { hash } from '#platform';\n\nexport const seal = (text: string): string => hash(text);\n",
  'server/src/modules/audit/mount.ts': "import { seal } from './index.ts';\n\nexport const mount = { name: 'audit', seal };\n",
  'server/src/modules/ledger/repo.ts': 'export const rows: readonly string[] = [];\n',
  'server/src/modules/ledger/index.ts':
    "import { seal } from '#modules/audit';\nimport { rows } from './repo.ts';\n\nexport const sealed = rows.map(seal);\n",
  'server/src/modules/ledger/mount.ts': "import { sealed } from './index.ts';\n\nexport const mount = { name: 'ledger', sealed };\n",
  'server/src/http/index.ts': "import { mount } from '#mount/audit';\n\nexport const routes = [mount];\n",
  'server/src/worker/index.ts': "import { mount } from '#mount/ledger';\n\nexport const jobs = [mount];\n",
  'server/src/apps/start.ts':
    "import { routes } from '../http/index.ts';\nimport { jobs } from '../worker/index.ts';\n\nconsole.log(routes.length + jobs.length);\n",
  'ui/src/index.ts': "import { one } from '@tallystick/kernel';\n\nexport const label = String(one);\n",
  'ui/src/client/index.ts': "export const client = 'client';\n",
  'console/src/main.tsx':
    "import { two } from '@tallystick/engines/loan-engine';\nimport { label } from '@tallystick/ui';\n\ndocument.title = label + two;\n",
  'portal/src/main.tsx':
    "import { four } from '@tallystick/engines/policy';\nimport { client } from '@tallystick/ui/client';\n\ndocument.title = client + four;\n",
  'simulators/src/index.ts': "import { one } from '@tallystick/kernel';\n\nexport const people = [one];\n",
  'simulators/src/main.ts': "import { people } from './index.ts';\n\nconsole.log(people.length);\n",
  'tools/none.ts': "console.log('no tools here');\n",
};

const uses = (spec: string): string => `import * as seen from '${spec}';\n\nexport const use = seen;\n`;
const S = 'server/src';

/** [wall, the file that breaks it, what it imports] */
const BREAKS: readonly (readonly [string, string, string])[] = [
  ['unresolved', 'ui/src/lost.ts', './nowhere.ts'],
  ['circle', 'ui/src/snake.ts', './snake.ts'],
  ['dev-package', 'kernel/src/holidays.ts', 'chinese-days'],
  ['kernel-stands-alone', 'kernel/src/upwards.ts', '../../engines/src/policy/index.ts'],
  ['kernel-stands-alone', 'kernel/src/files.ts', 'node:fs'],
  ['kernel-stands-alone', 'kernel/src/package.ts', 'zod'],
  ['engines-are-pure', 'engines/src/policy/files.ts', 'node:fs'],
  ['engines-are-pure', 'engines/src/policy/package.ts', 'zod'],
  ['engine-front-door', 'engines/src/stress/side-entry.ts', '../policy/rooms.ts'],
  ['package-front-door', 'console/src/side-entry.ts', '../../ui/src/rooms.ts'],
  ['package-front-door', `${S}/platform/side-entry.ts`, '../../../kernel/src/rooms.ts'],
  ['lower-tests', 'engines/src/policy/upwards.test.ts', '../../../server/src/platform/index.ts'],
  ...floors.engines
    .slice(1)
    .map((later, i) => [`order-${floors.engines[i]}`, `engines/src/${floors.engines[i]}/later.ts`, `../${later}/index.ts`] as const),
  ...floors.modules
    .slice(1)
    .map((later, i) => [`order-${floors.modules[i]}`, `${S}/modules/${floors.modules[i]}/later.ts`, `#modules/${later}`] as const),
  ['platform-below-modules', `${S}/platform/upwards.ts`, '#modules/audit'],
  ['modules-below-edge', `${S}/modules/audit/upwards.ts`, '../../http/index.ts'],
  ['module-front-door', `${S}/modules/reporting/side-entry.ts`, '../ledger/repo.ts'],
  ['module-front-door', `${S}/modules/reporting/back-door.ts`, '#mount/ledger'],
  ['edge-back-door', `${S}/http/front-door.ts`, '#modules/ledger'],
  ['edge-back-door', `${S}/worker/side-entry.ts`, '../modules/ledger/repo.ts'],
  ['apps-two-doors', `${S}/apps/side-entry.ts`, '../modules/ledger/repo.ts'],
  ['http-beside-worker', `${S}/http/sideways.ts`, '../worker/index.ts'],
  ['http-beside-worker', `${S}/worker/upwards.ts`, '../apps/start.ts'],
  ['server-alone', `${S}/apps/screen.ts`, '../../../ui/src/index.ts'],
  ['server-no-simulators', `${S}/modules/connectors/world.ts`, '../../../../simulators/src/index.ts'],
  ['front-no-server', 'console/src/server.ts', '../../server/src/platform/index.ts'],
  ['front-no-server', 'portal/src/world.ts', '../../simulators/src/index.ts'],
  ['two-front-ends', 'portal/src/neighbour.ts', '../../console/src/main.tsx'],
  ['ui-on-kernel', 'ui/src/sums.ts', '@tallystick/engines/policy'],
  ['front-no-node', 'ui/src/files.ts', 'node:fs'],
  ['simulators-apart', 'simulators/src/server.ts', '../../server/src/platform/index.ts'],
  ['files-by-platform', `${S}/modules/documents/files.ts`, 'node:fs/promises'],
  ['files-by-platform', `${S}/http/ciphers.ts`, 'node:crypto'],
  ['crypto-by-platform', `${S}/apps/ciphers.ts`, 'node:crypto'],
  ['package-place-1', `${S}/modules/ledger/driver.ts`, 'pg'],
  ['package-place-1', `${S}/http/logger.ts`, 'pino'],
  ['package-place-2', `${S}/modules/ledger/codes.ts`, 'otpauth'],
  ['package-place-3', `${S}/modules/ledger/service.ts`, 'fastify'],
  ['package-place-4', `${S}/modules/ledger/command-line.ts`, 'commander'],
  ['package-place-5', `${S}/modules/ledger/print.ts`, '@myriaddreamin/typst-ts-node-compiler'],
  ['package-place-6', `${S}/modules/ledger/sign.ts`, 'pkijs'],
  ['package-has-a-place', `${S}/platform/new-package.ts`, 'react'],
];

describe('walls between floors', () => {
  const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
  let sound: Found;
  let broken: Found;
  beforeAll(async () => {
    const rooms = [...floors.engines.map((e) => `engines/src/${e}/index.ts`), ...floors.modules.map((m) => `${S}/modules/${m}/index.ts`)];
    const empty = Object.fromEntries(
      [...rooms, 'engines/src/policy/rooms.ts', 'ui/src/rooms.ts', 'kernel/src/rooms.ts'].map((f) => [f, 'export {};\n']),
    );
    const breaks = Object.fromEntries(BREAKS.map(([, file, spec]) => [file, uses(spec)]));
    [sound, broken] = await Promise.all([walls(plant(SOUND)), walls(plant({ ...empty, ...SOUND, ...breaks }))]);
  }, 60_000);

  test('a sound building passes', () => {
    expect(sound.faults).toEqual([]);
    expect(Number.parseInt(sound.told, 10)).toBeGreaterThan(15);
  });
  test.each(BREAKS)('%s is broken by %s importing %s', (wall, file) => {
    expect(broken.faults.filter((f) => f.startsWith(`${file} -> `) && f.includes(`: ${wall}. `))).not.toEqual([]);
  });
  test('every wall is broken by at least one of these', () => {
    const tried = new Set(BREAKS.map(([wall]) => wall));
    expect(rules.forbidden.map((r) => r.name).filter((name) => !tried.has(name))).toEqual([]);
  });
  test('reading no module at all does not pass', async () => {
    const nothing = Object.fromEntries(WORKSPACES.map((w) => [`${w}/src/notes.md`, 'no code\n']));
    expect((await walls(plant(nothing))).faults.join()).toContain('0 modules');
  });
});

describe('tools of others', () => {
  let sound: string;
  let broken: string;
  beforeAll(() => {
    sound = plant(SOUND);
    broken = plant({
      ...SOUND,
      'kernel/src/index.ts': 'export enum Colour {\n  Red,\n}\nexport const platform: string = process.platform;\n',
      'server/src/platform/index.ts': `${SOUND['server/src/platform/index.ts']}export const  loose=async ()=>{ save() }\nasync function save(): Promise<void> {}\n`,
      'server/src/modules/ledger/repo.ts': `${SOUND['server/src/modules/ledger/repo.ts']}export const unread = 1;\n`,
      'server/src/platform/orphan.ts': 'export const nobody = 1;\n',
    });
  });

  test('a sound building passes types, format and lint', async () => {
    for (const found of [await types(sound), await format(sound), await lint(sound)]) expect(found.faults.join('\n')).toBe('');
    expect((await unused(sound)).faults.join()).not.toMatch(/src\//);
  });
  test('types: an enum and the process in the kernel', async () => {
    const told = (await types(broken)).faults.join();
    expect(told).toContain('TS1294');
    expect(told).toMatch(/kernel\/src\/index\.ts.*'process'/);
  });
  test('biome: another format', async () => {
    const told = (await format(broken)).faults.join();
    expect(told).toContain('server/src/platform/index.ts format');
    expect(told).toContain('noRestrictedGlobals');
  });
  test('oxlint: a promise nobody waits for', async () => {
    expect((await lint(broken)).faults.join()).toMatch(/server\/src\/platform\/index\.ts.*no-floating-promises/);
  });
  test('knip: a file and an export nobody uses', async () => {
    const told = (await unused(broken)).faults.join();
    expect(told).toContain('server/src/platform/orphan.ts');
    expect(told).toMatch(/unread\s+server\/src\/modules\/ledger\/repo\.ts/);
  });
});

describe('our own checks', () => {
  const lines = (count: number, text = '  value();'): string => `${text}\n`.repeat(count);
  const longFunction = (count: number): string => `export function long(value: () => void): void {\n${lines(count - 2)}}\n`;

  test('sizes: function, component, file and folder stop at their limits; data and tests do not count', () => {
    const crowd = Object.fromEntries(Array.from({ length: LIMITS.folder + 1 }, (_, i) => [`ui/src/crowd/part-${i}.ts`, 'export {};\n']));
    const table = `export const table = [\n${lines(LIMITS.file, "  'a row of data',")}];\n`;
    const tree = openTree(
      plant({
        ...crowd,
        'kernel/src/fits.ts': longFunction(LIMITS.function),
        'kernel/src/long.ts': longFunction(LIMITS.function + 1),
        'kernel/src/long.test.ts': longFunction(LIMITS.function + 1),
        'ui/src/fits.tsx': longFunction(LIMITS.component),
        'ui/src/long.tsx': longFunction(LIMITS.component + 1),
        'kernel/src/full.ts': lines(LIMITS.file + 1, '// a line'),
        'kernel/src/table.ts': table,
      }),
    );
    expect(oversized(tree)).toEqual({
      'function kernel/src/long.ts#long': LIMITS.function + 1,
      'function ui/src/long.tsx#long': LIMITS.component + 1,
      'file kernel/src/full.ts': LIMITS.file + 1,
      'folder ui/src/crowd': LIMITS.folder + 1,
    });
  });

  test('the ratchet lets nothing grow and keeps what shrank', () => {
    expect(sizeFaults({ a: 80 }, {})).toHaveLength(1);
    expect(sizeFaults({ a: 81 }, { a: 80 })).toHaveLength(1);
    expect(sizeFaults({ a: 79 }, { a: 80 })).toHaveLength(1);
    expect(sizeFaults({ a: 80 }, { a: 80 })).toEqual([]);
    expect(sizeFaults({}, { a: 80 })).toHaveLength(1);
    expect(tighten({ a: 79, b: 99, c: 90 }, { a: 80, b: 90, gone: 100 })).toEqual({ a: 79, b: 90 });
  });

  test('names that say nothing', () => {
    const bad = [
      'ui/src/utils/date.ts',
      'ui/src/helpers.ts',
      'ui/src/string-utils.ts',
      'server/src/platform/lib/x.ts',
      'ui/src/misc.tsx',
      'engines/src/common/a.ts',
    ];
    const tree = openTree(plant({ ...Object.fromEntries(bad.map((f) => [f, 'export {};\n'])), 'ui/src/relationship-manager.ts': 'export {};\n' }));
    expect(bannedNames(tree).map((f) => f.split(':')[0])).toEqual(bad.toSorted());
  });

  test('modules: an unknown one, a missing door, a README without its words', () => {
    const tree = openTree(
      plant({
        'server/src/modules/weather/README.md': 'Promise: rain.\nStates: wet.\nInvariants: none.\nWords: 雨 rain\n',
        'server/src/modules/weather/mount.ts': 'export {};\n',
        'server/src/modules/ledger/README.md': '# ledger\n\nPromise: balance.\n\n## States\n\n**Invariants**: all.\n',
      }),
    );
    expect(layoutFaults(tree).toSorted()).toEqual([
      'server/src/modules/ledger/README.md: say "Words: …" at the start of a line',
      'server/src/modules/ledger: mount.ts is missing',
      'server/src/modules/weather has no place in tools/floors.json',
    ]);
  });

  test('pure floors: no clock, chance or machine, except in words about them', () => {
    const tree = openTree(
      plant({
        'kernel/src/a.ts': 'export const at = Date.now();\nexport const day = new Date(0);\n',
        'engines/src/policy/b.ts': 'export const luck = Math.random();\nexport const home = process.env;\n',
        'engines/src/policy/words.ts': '// Date.now() and Math.random() are not for us.\n/* process.env\n   neither */\nexport {};\n',
        'engines/src/policy/b.test.ts': 'export const at = Date.now();\n',
        'kernel/src/instant.ts': 'export const text = (ms: number): string => new Date(ms).toISOString();\nexport const now = new Date();\n',
        'server/src/platform/clock.ts': 'export const at = Date.now();\n',
      }),
    );
    const places = impureWords(tree).map((f) => f.split(':').slice(0, 2).join(':'));
    expect(places).toEqual([
      'engines/src/policy/b.ts:1',
      'engines/src/policy/b.ts:2',
      'kernel/src/a.ts:1',
      'kernel/src/a.ts:2',
      'kernel/src/instant.ts:2',
    ]);
  });

  test('no path of one machine and no registry in any file', () => {
    const [home, host] = [['', 'home', 'ada', 'x'].join('/'), ['https:/', 'registry.example.org', 'zod'].join('/')];
    const tree = openTree(plant({ 'docs/a.md': `see ${home}\n`, 'docs/b.md': `\nfrom ${host}\n`, 'docs/c.md': 'GET /home/ and /v1/loans\n' }));
    expect(machineTraces(tree).map((f) => f.split(':').slice(0, 2).join(':'))).toEqual(['docs/a.md:1', 'docs/b.md:2']);
  });

  test('lockfile: a missing sibling, a download address, a foreign licence, a loose version', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0', license: 'MIT', optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } },
      'node_modules/a-linux': { version: '1.0.0', license: '(MIT OR GPL-3.0)', resolved: 'https://example.org/a-linux.tgz' },
      'node_modules/b': { version: '1.0.0', license: 'GPL-3.0' },
      'node_modules/c': { version: '1.0.0' },
    };
    const tree = openTree(
      plant({ 'package-lock.json': JSON.stringify({ packages }), 'kernel/package.json': '{ "dependencies": { "a": "^1.0.0" } }' }),
    );
    const faults = lockfileFaults(tree);
    expect(faults.map((f) => /a-mac as optional|a-linux carries|b is under GPL-3.0|c is under no licence|a is "\^1.0.0"/.test(f))).toEqual(
      Array(5).fill(true),
    );
    expect(lockfileFaults(openTree(ROOT))).toEqual([]);
  });

  test('generated files: a new word makes WHERE.md stale until it is written again', async () => {
    const readme = (words: string): string => `# Ledger\n\nWords: ${words}\n`;
    const at = plant({ 'server/src/modules/ledger/README.md': readme('借据 loan note; 冲正 reversal') });
    expect(await generate({ at, write: true })).toEqual(['WHERE.md', 'docs/refusals.md']);
    expect(await generate({ at, write: false })).toEqual([]);
    expect(readFileSync(join(at, 'WHERE.md'), 'utf8')).toContain('| loan note | 借据 | [server/src/modules/ledger](server/src/modules/ledger) |');
    const where = (): string[] => readFileSync(join(at, 'WHERE.md'), 'utf8').split('\n').slice(6, -1);
    writeFileSync(join(at, 'server/src/modules/ledger/README.md'), readme('借据 loan note;\nLPR 利率 LPR rate.'));
    expect(await generate({ at, write: false })).toEqual(['WHERE.md']);
    await generate({ at, write: true });
    const folder = '[server/src/modules/ledger](server/src/modules/ledger)';
    expect(where()).toEqual([`| loan note | 借据 | ${folder} |`, `| LPR rate | LPR 利率 | ${folder} |`]);
    writeFileSync(
      join(at, 'server/src/modules/ledger/README.md'),
      '## Words\n\n| 中文 | English |\n| --- | --- |\n| 分录 | journal |\n\n- 科目 account\n\n## More\n\n- not this\n',
    );
    await generate({ at, write: true });
    expect(where()).toEqual([`| account | 科目 | ${folder} |`, `| journal | 分录 | ${folder} |`]);
  });
});
