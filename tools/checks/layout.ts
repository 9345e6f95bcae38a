import type { Tree } from './files.ts';

const LINES = ['Promise', 'Invariants', 'Words'];

/** What a newcomer relies on in every module: two doors, and a README that names its promise, invariants and words. */
export function layoutFaults(tree: Tree): string[] {
  const { modules } = JSON.parse(tree.read('tools/floors.json')) as { modules: string[] };
  const present = new Set(tree.files.flatMap((f) => /^server\/src\/modules\/([^/]+)\//.exec(f)?.[1] ?? []));
  const faults = [...present].filter((name) => !modules.includes(name)).map((name) => `server/src/modules/${name} has no place in tools/floors.json`);
  for (const name of present) {
    const folder = `server/src/modules/${name}`;
    for (const file of ['README.md', 'mount.ts']) if (!tree.files.includes(`${folder}/${file}`)) faults.push(`${folder}: ${file} is missing`);
    if (!tree.files.includes(`${folder}/README.md`)) continue;
    const readme = tree.read(`${folder}/README.md`);
    for (const line of LINES)
      if (!new RegExp(`^(#+ |\\*\\*)?${line}\\b`, 'm').test(readme)) faults.push(`${folder}/README.md: say "${line}: …" at the start of a line`);
  }
  return faults;
}
