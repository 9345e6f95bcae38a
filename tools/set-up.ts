// What browser and PDF tests need besides npm packages: Chromium, poppler's pdfsig and a Chinese font.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NEEDS = [
  { debian: 'chromium', file: '/usr/bin/chromium' },
  { debian: 'poppler-utils', file: '/usr/bin/pdfsig' },
  { debian: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
] as const;

const missing = (): string[] => NEEDS.filter((n) => !existsSync(n.file)).map((n) => n.debian);

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
  return done.status === 0;
}

/** Installs what is missing when it may (root on Debian), otherwise says how to get it. True when everything is there. */
export function setUp(): boolean {
  const wanted = missing();
  if (wanted.length === 0) return true;
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (mayInstall) {
    console.log(`Installing ${wanted.join(', ')} (needed by browser and PDF tests) …`);
    const install = ['install', '-y', '--no-install-recommends', ...wanted];
    // A fresh machine has no package lists, and then the first try fails.
    if (!apt(...install) && apt('update')) apt(...install);
  }
  const still = missing();
  if (still.length > 0) {
    console.error(`Missing: ${still.join(', ')}. On Debian or Ubuntu: sudo apt-get install -y --no-install-recommends ${still.join(' ')}`);
    console.error(`Elsewhere: provide ${NEEDS.map((n) => n.file).join(', ')}.`);
  }
  return still.length === 0;
}
