// Small projects outside the working tree, for tests that break something on purpose.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const WORKSPACES = ['kernel', 'engines', 'ui', 'server', 'console', 'portal', 'simulators'];
const SETTINGS = [
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'biome.json',
  '.oxlintrc.json',
  'knip.json',
  '.dependency-cruiser.cjs',
  '.gitignore',
];
const planted: string[] = [];

/** A project with our settings and the given files; packages are linked, workspaces are its own. Answers its folder. */
export function plant(files: Readonly<Record<string, string>>): string {
  const at = mkdtempSync(join(tmpdir(), 'tally-planted-'));
  planted.push(at);
  chmodSync(at, 0o755); // PostgreSQL drops root's rights and must still find its programs.
  const manifests = WORKSPACES.flatMap((w) => [`${w}/package.json`, `${w}/tsconfig.json`]);
  for (const file of [...SETTINGS, ...manifests, 'vitest.config.ts', 'tools/floors.json', 'tools/property-seed.ts', 'tools/tsconfig.json'])
    cpSync(join(ROOT, file), join(at, file));
  linkPackages(at);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), text);
  }
  execFileSync('git', ['init', '-q'], { cwd: at });
  return at;
}

function linkPackages(at: string): void {
  mkdirSync(join(at, 'node_modules/@tallystick'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '@tallystick' && !name.startsWith('.vite')) symlinkSync(join(ROOT, 'node_modules', name), join(at, 'node_modules', name));
  for (const w of WORKSPACES) symlinkSync(join(at, w), join(at, 'node_modules/@tallystick', w));
}

/** Takes all planted projects away again. */
export function uproot(): void {
  for (const at of planted.splice(0)) rmSync(at, { recursive: true, force: true });
}
