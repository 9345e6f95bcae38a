// Runs the engine's tests for the mutation tester within one process that has loaded them once: a mutant costs milliseconds instead of the
// start of a test run. Tests are cheapest first, up to the first that fails.
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type Registered, registered } from './tests.ts';

/** What instrumented code reads and writes: the mutant that is switched on, what each test covers, how often the mutant was reached. */
type Switchboard = { activeMutant?: string; currentTestId?: string; mutantCoverage?: Coverage; hitCount?: number; hitLimit?: number };
type Hits = Record<string, number>;
type Coverage = { static: Hits; readonly perTest: Readonly<Record<string, Hits>> };
const switchboard = globalThis as unknown as { __stryker__?: Switchboard };
const board = (): Switchboard => {
  switchboard.__stryker__ ??= {};
  return switchboard.__stryker__;
};

type Loaded = Registered & { readonly id: string; readonly file: string; ms: number };
type Mutant = { readonly activeMutant: { readonly id: string }; readonly hitLimit?: number; readonly testFilter?: readonly string[] };

const loaded = new Map<string, Loaded>();
/** Code that ran while the engine's own files were loaded. */
let loading: Hits = {};

async function load(): Promise<void> {
  env.LOAN_RUNS = '12';
  const ours = new URL('./tests.ts', import.meta.url).href;
  registerHooks({
    resolve: (name, context, next) =>
      name === 'vitest' && context.parentURL?.endsWith('.test.ts') ? { url: ours, shortCircuit: true } : next(name, context),
  });
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(process.cwd(), file)).href);
  await load('tools/property-seed.ts');
  // A property that failed once has noticed the fault: the smallest example is of no use here.
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
  const files = globSync('engines/src/loan-engine/**/*.ts').sort();
  for (const file of files) if (!file.endsWith('.test.ts')) await load(file);
  loading = { ...board().mutantCoverage?.static };
  for (const file of files.filter((name) => name.endsWith('.test.ts'))) {
    const before = registered.length;
    await load(file);
    registered.slice(before).forEach((one, k) => {
      const id = `${relative('engines/src/loan-engine', file)} ${k + 1} ${one.title}`;
      loaded.set(id, { ...one, id, file, ms: 0 });
    });
  }
}

/** What a test threw; `undefined` when it passed. */
async function failure(one: Loaded): Promise<string | undefined> {
  const started = performance.now();
  try {
    await one.body();
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    one.ms = performance.now() - started;
  }
}

async function dryRun(): Promise<unknown> {
  const tests: unknown[] = [];
  for (const one of loaded.values()) {
    board().currentTestId = one.id;
    const failureMessage = await failure(one);
    const told = { id: one.id, name: one.id, fileName: join(process.cwd(), one.file), timeSpentMs: one.ms };
    tests.push(failureMessage === undefined ? { ...told, status: 0 } : { ...told, status: 1, failureMessage });
  }
  delete board().currentTestId;
  return { status: 'complete', tests, mutantCoverage: coverage() };
}

/**
 * Which tests reach which mutant. What only tables at the head of a test file reached is not covered by it; what a test reaches as well is
 * switched on within that test, so that no mutant needs a process of its own.
 */
function coverage(): Coverage {
  const perTest = board().mutantCoverage?.perTest ?? {};
  const reached = new Set(Object.values(perTest).flatMap(Object.keys));
  return { perTest, static: Object.fromEntries(Object.entries(loading).filter(([mutant]) => !reached.has(mutant))) };
}

/** Tries one mutant. Throws when it left the process changed, so that the tester takes a new one and tries again. */
async function mutantRun({ activeMutant, hitLimit, testFilter }: Mutant): Promise<unknown> {
  const tests = (testFilter ?? [...loaded.keys()]).flatMap((id) => loaded.get(id) ?? []).sort((a, b) => a.ms - b.ms);
  let nrOfTests = 0;
  for (const one of tests) {
    nrOfTests += 1;
    Object.assign(board(), { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const failureMessage = await failure(one);
    const endless = hitLimit !== undefined && (board().hitCount ?? 0) > hitLimit;
    Object.assign(board(), { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    if (endless) return { status: 'timeout', reason: 'endless' };
    if (failureMessage === undefined) continue;
    if ((await failure(one)) !== undefined) throw new Error(`${one.id} fails without any mutant`);
    return { status: 'killed', killedBy: [one.id], failureMessage, nrOfTests };
  }
  return { status: 'survived', nrOfTests };
}

const factory = () => ({ capabilities: () => ({ reloadEnvironment: false }), init: load, dryRun, mutantRun, dispose: () => undefined });

type Node = { readonly type: string; readonly name?: string; readonly callee?: Node };
type Path = { readonly node: Node; readonly parent?: Node };
/** The words of a promise, as in must(row, 'row'), are read by nobody until it is broken: no fault is planted in them. */
const shouldIgnore = ({ node, parent }: Path): string | undefined =>
  node.type === 'StringLiteral' && ['must', 'assert'].includes(parent?.callee?.name ?? '') ? 'words of a promise' : undefined;

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'engine', factory },
  { kind: 'Ignore', name: 'words', value: { shouldIgnore } },
];
