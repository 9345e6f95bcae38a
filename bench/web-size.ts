import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '..');

/** Bytes (gzip) that a browser loads before the first screen stands: the page, its scripts, preloaded modules and styles. */
export function firstLoadBytes(app: 'console' | 'portal'): number {
  const folder = join(ROOT, app, 'dist');
  const file = join(folder, 'index.html');
  if (!existsSync(file)) throw new Error(`${app} is not built: npm run build`);
  const page = readFileSync(file, 'utf8');
  const parts = [...page.matchAll(/(?:src|href)="\/(?:console\/)?(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1] ?? '');
  return [page, ...parts.map((p) => readFileSync(join(folder, p)))].reduce((sum, content) => sum + gzipSync(content).length, 0);
}
