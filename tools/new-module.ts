// `npm run new-module NAME`: lays out a module of the server that runs from table to address, ready to be filled with the bank's own word.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bannedName } from './checks/sizes.ts';
import { runTool } from './checks/steps.ts';
import { type ModuleWords, moduleFiles } from './module-files.ts';

/** Why a module may not be laid out under this name; nothing when it may. */
export function whyNotModule(root: string, name: string): string | undefined {
  if (!/^[a-z]{3,}(-[a-z]+)*$/.test(name)) return `"${name}" is no module name: small letters, words joined by hyphens, like credit-lines`;
  if (bannedName(name)) return `"${name}" says nothing about the domain; use the bank's word`;
  const { modules } = JSON.parse(readFileSync(join(root, 'tools/floors.json'), 'utf8')) as { modules: string[] };
  if (!modules.includes(name)) return `${name} has no place in the order of modules yet: add it to tools/floors.json, after those it needs`;
  const folder = join(root, 'server/src/modules', name);
  return existsSync(folder) && readdirSync(folder).length > 0 ? `server/src/modules/${name} exists` : undefined;
}

const wordsOf = (name: string): ModuleWords => ({
  name,
  schema: name.replaceAll('-', '_'),
  camel: name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  prefix: name.replaceAll('-', '').slice(0, 4),
});

/** Migrations run in the order of their names, so a new one comes after all there are. */
function nextMigration(root: string): string {
  const numbers = readdirSync(join(root, 'server/migrations')).map((file) => Number.parseInt(file, 10));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

/** Writes the files of a new module and answers their paths. Throws with a plain sentence when the name may not be used. */
export async function layOutModule(root: string, name: string): Promise<string[]> {
  const fault = whyNotModule(root, name);
  if (fault) throw new Error(fault);
  const files = Object.entries(moduleFiles(wordsOf(name), nextMigration(root)));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  // Line lengths depend on the name.
  await runTool(root, 'biome', ['format', '--write', `server/src/modules/${name}`]);
  return files.map(([file]) => file);
}

if (import.meta.main) {
  try {
    for (const file of await layOutModule(join(import.meta.dirname, '..'), process.argv[2] ?? '')) console.log(`written: ${file}`);
    console.log('Next: name its mount in server/src/apps/mounts.ts, put the bank\'s word for "entry" everywhere, then npm run fix.');
  } catch (e) {
    console.error(e instanceof Error ? e.message : e);
    process.exitCode = 1;
  }
}
