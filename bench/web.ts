import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { openBrowser } from '../e2e/browser.ts';
import { type Bank, bankForBench } from './bank.ts';
import { type Measure, median } from './measure.ts';
import { firstLoadBytes } from './web-size.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** Milliseconds from navigation to the first heading or field standing, with an empty cache each time. */
async function firstScreenMs(bank: Bank, path: string, selector: string): Promise<number> {
  const browser = await openBrowser();
  try {
    const samples: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const start = performance.now();
      await page.goto(`${bank.url}${path}`);
      await page.waitForSelector(selector);
      samples.push(performance.now() - start);
      await context.close();
    }
    return median(samples);
  } finally {
    await browser.close();
  }
}

export async function measure(): Promise<readonly Measure[]> {
  spawnSync(process.execPath, [join(ROOT, 'tools/build.ts')], { cwd: ROOT, stdio: 'inherit' });
  const console_ = firstLoadBytes('console');
  const portal = firstLoadBytes('portal');
  const bank = await bankForBench();
  const [consoleMs, portalMs] = [await firstScreenMs(bank, '/console/', 'input'), await firstScreenMs(bank, '/', 'h1')];
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB gzip`;
  return [
    { what: 'console first load', measured: kb(console_), goal: '< 500 kB gzip', held: console_ < 500_000 },
    { what: 'console first screen, empty cache', measured: `${consoleMs.toFixed(0)} ms`, goal: '< 2 s', held: consoleMs < 2_000 },
    { what: 'portal first screen', measured: kb(portal), goal: '< 150 kB gzip', held: portal < 150_000 },
    { what: 'portal first screen, empty cache', measured: `${portalMs.toFixed(0)} ms`, goal: '< 1 s', held: portalMs < 1_000 },
  ];
}
