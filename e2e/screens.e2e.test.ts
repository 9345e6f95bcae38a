import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { all as consoleTexts } from '../console/src/texts/all.ts';
import { zh } from '../portal/src/texts/zh.ts';
import { zhInside } from '../portal/src/texts/zh-inside.ts';
import { answersTurned, axeFindings, layoutShift, openPage, shoot, type Watched } from './browser.ts';
import { consoleVisits, portalVisits, type Visit } from './screens.ts';
import { openForAll } from './shared-bank.ts';

/** SCREENS: only screens whose name it matches. SHOTS: a picture of every look, for people. */
const only = new RegExp(process.env['SCREENS'] ?? '');
const withPictures = process.env['SHOTS'] !== undefined;

const here = openForAll();

/** A key that stands where its text should: the first word of a key of the texts, a dot, and more. */
const rawKeys = (texts: object): RegExp => new RegExp(`(?:^|\\s)(?:${Object.keys(texts).join('|')})\\.[a-z]\\w*(?:\\.\\w+)*(?=$|\\s)`);

type App = { readonly name: 'console' | 'portal'; readonly keys: RegExp };
type Language = 'zh' | 'en';
/** Each width is opened as from a link in one language and then switched to the other where it stands. */
const OPENINGS = [
  { width: 390, height: 844, language: 'zh', other: 'en' },
  { width: 1440, height: 900, language: 'en', other: 'zh' },
] as const;

async function switchTo({ page, settled }: Watched, language: Language): Promise<void> {
  await page.locator('.language-switch').first().click();
  await page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language);
  await settled();
}

/** What is wrong with the screen as it stands. */
async function faultsOf(page: Page, keys: RegExp): Promise<string[]> {
  const wrong: string[] = [];
  const { wide, text } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - window.innerWidth,
    // What stands in the type of machines is a code on purpose.
    text: Array.from(
      (function* () {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let at = walker.nextNode(); at; at = walker.nextNode())
          if (at.parentElement?.closest('.mono, code, script, style') === null) yield at.textContent;
      })(),
    ).join('\n'),
  }));
  if (wide > 0) wrong.push(`${wide} px wider than the screen`);
  const key = keys.exec(text)?.[0];
  if (key !== undefined) wrong.push(`raw key ${key.trim()}`);
  if (/\{\{|undefined|NaN|\[object/.test(text)) wrong.push('an unfilled text');
  return wrong;
}

async function lookAt(watched: Watched, app: App, name: string, path: string): Promise<string[]> {
  const { page, faults } = watched;
  const wrong: string[] = [];
  for (const { width, height, language, other } of OPENINGS) {
    faults.length = 0;
    const look = async (said: Language, more: readonly string[]): Promise<void> => {
      const all = [...(await faultsOf(page, app.keys)), ...more, ...faults.splice(0)];
      wrong.push(...all.map((w) => `${app.name} ${name} ${said} ${width}: ${w}`));
      if (withPictures) await shoot(page, `${app.name}-${name}-${said}-${width}`);
    };
    await page.setViewportSize({ width, height });
    const inOrder = await answersTurned(page);
    await page.goto(`${here.bank.url}/${path}`);
    await page.locator('main h1, main h2, #main h1, #main .record-head, #main .ant-result').first().waitFor();
    await watched.settled();
    await inOrder();
    const { total, moved } = await layoutShift(page);
    await look(language, [...(total >= 0.1 ? [`layout shift ${total.toFixed(3)}: ${moved}`] : []), ...(await axeFindings(page))]);
    await switchTo(watched, other);
    await look(other, []);
  }
  return wrong;
}

/** One visit: somebody signs in once and opens screen after screen. */
async function pay(visit: Visit, app: App): Promise<string[]> {
  const watched = await openPage(here.browser, { width: 1440, language: 'zh' });
  try {
    const wrong: string[] = [];
    for (const [name, path] of Object.entries(await visit.screens(watched.page))) {
      if (!only.test(name)) continue;
      wrong.push(
        ...(await lookAt(watched, app, name, path).catch((e: unknown) => [`${app.name} ${name} (${visit.who}): ${String(e).split('\n')[0]}`])),
      );
    }
    return wrong;
  } catch (error) {
    return [`${app.name} (${visit.who}): ${String(error).split('\n')[0]}`];
  } finally {
    await watched.context.close();
  }
}

/** Two visits at a time: one core for the browser, one for the bank. */
async function payAll(visits: readonly Visit[], app: App): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = [...visits];
  const lane = async (): Promise<void> => {
    for (let visit = waiting.shift(); visit !== undefined; visit = waiting.shift()) wrong.push(...(await pay(visit, app)));
  };
  await Promise.all([lane(), lane()]);
  return wrong;
}

/** A fault of the screen is there again; what a busy machine was slow to bring is not. */
const AGAIN = 1;

test('every page of the console, zh and en, at 1440 and 390 px: no error, no overflow, no shift, no raw key, no serious finding of axe', {
  timeout: 600_000,
  retry: AGAIN,
}, async () => {
  expect(await payAll(consoleVisits(here.bank), { name: 'console', keys: rawKeys(consoleTexts) })).toEqual([]);
});

test('every screen of the portal, zh and en, at 390 and 1440 px: no error, no overflow, no shift, no raw key, no serious finding of axe', {
  timeout: 600_000,
  retry: AGAIN,
}, async () => {
  expect(await payAll(portalVisits(here.bank), { name: 'portal', keys: rawKeys({ ...zh, ...zhInside }) })).toEqual([]);
});
