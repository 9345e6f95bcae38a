import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A project at `root`; the checks take it as an argument so that tests can plant faults in a tree of their own. */
export type Tree = { readonly root: string; readonly files: readonly string[]; read(file: string): string };

/** The files git tracks or would track: what a clone will hold. Paths are relative to the root, with forward slashes. */
export function openTree(root: string): Tree {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  const files = [...new Set(listed.split('\0'))].filter((f) => f !== '' && existsSync(join(root, f))).sort();
  return { root, files, read: (file) => readFileSync(join(root, file), 'utf8') };
}

export const isCode = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts') && file !== 'ui/src/client/schema.ts';
export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.startsWith('server/test/') || file.startsWith('e2e/');
