import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A built web app: its folder, and the page every address below it starts from. */
export type WebApp = { readonly folder: string; readonly page: string };
const ROOT = join(import.meta.dirname, '../../..');

/** The built app of that name; undefined while it is not built. Read once: a new build needs a new start. */
export function webApp(name: 'console' | 'portal'): WebApp | undefined {
  const folder = join(ROOT, name, 'dist');
  const file = join(folder, 'index.html');
  return existsSync(file) ? { folder, page: readFileSync(file, 'utf8') } : undefined;
}
