// `npm run build`: the staff console and the borrower portal as static files in console/dist and portal/dist.
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

/** Builds both front ends, or those named. */
export async function buildFrontEnds(names: readonly string[] = ['console', 'portal']): Promise<void> {
  for (const name of names) await build({ root: join(root, name), logLevel: 'warn' });
}

if (import.meta.main) await buildFrontEnds(process.argv.length > 2 ? process.argv.slice(2) : undefined);
