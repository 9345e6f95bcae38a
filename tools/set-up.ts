// What browser and PDF tests need besides npm packages: Chromium, poppler's programs and a Chinese font.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (program: string): boolean => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
const hasChineseFont = (): boolean =>
  existsSync('/usr/share/fonts/opentype/noto') || process.platform === 'darwin' || spawnSync('fc-list', [':lang=zh']).stdout?.length > 0;

const NEEDS = [
  {
    debian: 'chromium',
    elsewhere: 'a Chromium or Chrome, its path in the variable CHROMIUM',
    found: () => existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium'),
  },
  { debian: 'poppler-utils', elsewhere: "poppler's pdfsig and pdftotext in PATH", found: () => onPath('pdfsig') && onPath('pdftotext') },
  { debian: 'fonts-noto-cjk', elsewhere: 'a Chinese font, such as Noto Sans CJK', found: hasChineseFont },
] as const;

const missing = () => NEEDS.filter((n) => !n.found());

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
  return done.status === 0;
}

/** Installs what is missing when it may (root on Debian), otherwise says how to get it. True when everything is there. */
export function setUp(): boolean {
  const wanted = missing().map((n) => n.debian);
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
    const names = still.map((n) => n.debian).join(' ');
    console.error(`Browser and PDF tests miss ${names}. On Debian or Ubuntu: sudo apt-get install -y --no-install-recommends ${names}`);
    console.error(`Elsewhere: provide ${still.map((n) => n.elsewhere).join('; ')}.`);
  }
  return still.length === 0;
}
