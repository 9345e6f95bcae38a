import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomHex } from '#platform';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** Folder of everything this installation keeps on disk. */
export const dataFolder = (): string => resolve(ROOT, process.env['DATA_DIR'] ?? '.data');

/**
 * The environment with what a first start needs: keys that are not handed in are made once and kept, readable by the owner only.
 * Production hands in ROOT_KEY and CALLBACK_SECRET from its secret store, and no file is written.
 */
export function environment(): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = { ...process.env, DATA_DIR: dataFolder() };
  if (env['ROOT_KEY'] !== undefined && env['CALLBACK_SECRET'] !== undefined) return env;
  mkdirSync(dataFolder(), { recursive: true });
  const file = join(dataFolder(), 'keys.json');
  if (!existsSync(file)) {
    writeFileSync(file, JSON.stringify({ ROOT_KEY: randomHex(32), CALLBACK_SECRET: randomHex(24) }), { mode: 0o600, flag: 'wx' });
  }
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>), ...env };
}
