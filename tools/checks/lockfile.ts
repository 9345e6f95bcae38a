import type { Tree } from './files.ts';

type Package = { version?: string; license?: string; resolved?: string; link?: boolean; optionalDependencies?: Record<string, string> };
type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string>; optionalDependencies?: Record<string, string> };

const LICENCES = [
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'ISC',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  'OFL-1.1',
  'CC0-1.0',
];
/** Used unchanged as tools, or shipped unchanged with their own notice: the file-level copyleft of MPL-2.0 is kept by that. */
const UNCHANGED_ONLY = ['MPL-2.0'];
/** Their lock entries carry no licence; both packages say MIT in their own files. */
const READ_BY_HAND = ['png-js', 'prelude-ls'];
/**
 * Its 0.7.0 names bindings for other machines that were never published. npm ci passes as long as it is a dependency of the
 * server workspace and not of the root.
 */
const SIBLINGS_UNPUBLISHED = ['node_modules/@myriaddreamin/typst-ts-node-compiler'];

/** What `npm ci` on another machine, or a licence audit, would stumble over. */
export function lockfileFaults(tree: Tree): string[] {
  const lock = JSON.parse(tree.read('package-lock.json')) as { packages: Record<string, Package> };
  const entries = Object.entries(lock.packages);
  const locked = new Set(entries.map(([path]) => path.replace(/^.*node_modules\//, '')));
  const out: string[] = [];
  for (const [path, entry] of entries) {
    for (const name of Object.keys(entry.optionalDependencies ?? {}))
      if (!locked.has(name) && !SIBLINGS_UNPUBLISHED.includes(path))
        out.push(`package-lock.json: ${path || 'the root'} names ${name} as optional, but it has no entry: npm ci would stop`);
    if (/^https?:/.test(entry.resolved ?? '')) out.push(`package-lock.json: ${path} carries a download address`);
    out.push(...licenceFaults(path, entry));
  }
  for (const file of tree.files.filter((f) => /^([^/]+\/)?package\.json$/.test(f)))
    out.push(...looseVersions(file, JSON.parse(tree.read(file)) as Manifest));
  return out;
}

function licenceFaults(path: string, entry: Package): string[] {
  const name = path.replace(/^.*node_modules\//, '');
  if (!path.includes('node_modules/') || entry.link || READ_BY_HAND.includes(name)) return [];
  const told = (entry.license ?? 'no licence').replace(/[()]/g, '');
  const allowed = [...LICENCES, ...UNCHANGED_ONLY];
  const fine = told.split(' OR ').some((choice) => choice.split(' AND ').every((l) => allowed.includes(l)));
  return fine ? [] : [`package-lock.json: ${name} is under ${told}, which is not on the list of accepted licences`];
}

function looseVersions(file: string, manifest: Manifest): string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(all)
    .filter(([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${file}: ${name} is "${version}"; write one exact version`);
}
