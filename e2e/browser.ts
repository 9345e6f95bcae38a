import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { setTimeout as held } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Screenshots of the last run, for people to look at. */
export const SHOTS = resolve(import.meta.dirname, '../reports/screens');

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-prefers-reduced-motion',
    ],
  });

export type Watched = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and failed requests so far. */
  readonly faults: string[];
  /** Waits until everything asked of the server has been answered and drawn. */
  settled(): Promise<void>;
};

/** A page that remembers every console error and every answer of 500 and above. */
export async function openPage(
  browser: Browser,
  options: { width: number; height?: number; language: 'zh' | 'en'; dark?: boolean },
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.height ?? (options.width < 600 ? 844 : 900) },
    locale: options.language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.dark ? 'dark' : 'light',
    ...(options.width < 600 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  // Only at first: what is switched on the page stays.
  await context.addInitScript((language) => {
    if (localStorage.getItem('tally.language') === null) localStorage.setItem('tally.language', language);
  }, options.language);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (m) => {
    // A refusal (4xx) is an ordinary answer; the browser reports it as a failed resource.
    if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) faults.push(m.text());
  });
  page.on('pageerror', (e) => faults.push(String(e)));
  page.on('response', (r) => {
    if (r.status() >= 500) faults.push(`${r.status()} ${r.url()}`);
  });
  let asked = 0;
  page.on('request', () => {
    asked += 1;
  });
  const answered = (): void => {
    asked -= 1;
  };
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) asked = 0;
  });
  const settled = async (): Promise<void> => {
    const until = Date.now() + 15_000;
    for (let calm = 0; calm < 2; ) {
      if (Date.now() > until) throw new Error(`${page.url()} does not come to rest: ${asked} requests, or a skeleton`);
      await page.waitForTimeout(40);
      const busy =
        asked > 0 ||
        (await page.evaluate(() => document.querySelector('[aria-busy=true], .ant-skeleton, .ant-spin-spinning') !== null).catch(() => true));
      calm = busy ? 0 : calm + 1;
    }
  };
  return { page, context, faults, settled };
}

/** Serious and critical accessibility findings of the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const result = await page.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: { run(o: unknown): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }> };
      }
    ).axe;
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
  });
  return result.violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.nodes
          .slice(0, 3)
          .map((n) => `${n.html.slice(0, 160)} — ${n.failureSummary.split('\n')[1]?.trim() ?? ''}`)
          .join(' | ')}`,
    );
}

/**
 * From now on the answers of the server come in turned order, the first asked last, as they may on a busy evening: for what must not depend on
 * the order in which a page fills. Ends with the function returned.
 */
export async function answersTurned(page: Page): Promise<() => Promise<void>> {
  let late = 240;
  const hold = async (route: Route): Promise<void> => {
    const ms = late;
    late = Math.max(0, late - 40);
    await held(ms);
    await route.continue().catch(() => {}); // The page may have gone on meanwhile.
  };
  await page.route('**/api/**', hold);
  return () => page.unroute('**/api/**', hold);
}

/** Layout shift since the page was opened (Chromium's own measure; shifts after input are not counted), and what moved most. */
export const layoutShift = (page: Page): Promise<{ total: number; moved: string }> =>
  page.evaluate(
    () =>
      new Promise<{ total: number; moved: string }>((done) => {
        type Shift = { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
        const shifts: Shift[] = [];
        new PerformanceObserver((list) => shifts.push(...(list.getEntries() as unknown as Shift[]))).observe({
          type: 'layout-shift',
          buffered: true,
        });
        setTimeout(() => {
          const counted = shifts.filter((s) => !s.hadRecentInput);
          const worst = counted.toSorted((a, b) => b.value - a.value)[0];
          const nodes = (worst?.sources ?? []).map(({ node }) =>
            node instanceof Element ? node.outerHTML.slice(0, 90) : (node?.textContent ?? '?'),
          );
          done({ total: counted.reduce((sum, s) => sum + s.value, 0), moved: nodes.slice(0, 2).join(' | ') });
        }, 60);
      }),
  );

export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
