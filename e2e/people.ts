import { enterprise, person, shop } from '@tallystick/simulators';
import type { Browser, Page } from 'playwright-core';
import { all } from '../console/src/texts/all.ts';
import { sideOf, type Texts } from '../console/src/texts/pairs.ts';
import type { Bank } from './bank.ts';
import { openPage, type Watched } from './browser.ts';

/** The words of the console in English, by their key. */
const words = sideOf(all, 1);
export function consoleSays(key: string, facts: Readonly<Record<string, string>> = {}): string {
  const found = key.split('.').reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words);
  if (typeof found !== 'string') throw new Error(`the console has no text ${key}`);
  return Object.entries(facts).reduce((text, [name, value]) => text.replace(`{{${name}}}`, value), found);
}

/** Somebody of the simulated world with firm, shop and card. */
export const stranger = (n: number) => ({ ...person(n), firm: enterprise(n), shop: shop(n) });
export type Stranger = ReturnType<typeof stranger>;

/** Tells the outside world what to answer about a subject. */
export async function about(bank: Bank, subject: string, overrides: object): Promise<void> {
  const answer = await fetch(`${bank.outside}/subjects/${encodeURIComponent(subject)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(overrides),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

const codes = async (bank: Bank, mobile: string): Promise<string[]> => {
  const answer = await fetch(`${bank.outside}/messages?to=${mobile}&limit=20`);
  const { messages } = (await answer.json()) as { messages: { biz_type: string; text: string }[] };
  return messages.filter((m) => m.biz_type === '验证码').flatMap((m) => /\d{6}/.exec(m.text)?.[0] ?? []);
};
/** Lets something happen that sends a code, and reads the code off the phone. */
export async function codeSentBy(bank: Bank, mobile: string, act: () => Promise<void>): Promise<string> {
  const before = (await codes(bank, mobile)).length;
  await act();
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const now = await codes(bank, mobile);
    if (now.length > before && now[0] !== undefined) return now[0];
    await new Promise((r) => setTimeout(r, 200));
  }
  throw new Error(`no code was sent to ${mobile}`);
}

/** Signs a borrower in on the page at hand, with a code read off the phone. */
export async function enterPortal(page: Page, bank: Bank, mobile: string): Promise<void> {
  await page.locator('input[name=mobile]').fill(mobile);
  const code = await codeSentBy(bank, mobile, () => page.locator('form button[type=submit]').click());
  await page.locator('input[name=code]').fill(code);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Signs a member of staff in by the button of the demonstration account. */
export async function signInAs(page: Page, bank: Bank, login: string): Promise<void> {
  await page.goto(`${bank.url}/console/`);
  await page.getByRole('button', { name: login, exact: true }).click();
  await page.locator('.shell-head').waitFor();
}
/** A member of staff at a desk of their own. */
export async function atDesk(browser: Browser, bank: Bank, login: string): Promise<Watched> {
  const desk = await openPage(browser, { width: 1440, language: 'en' });
  await signInAs(desk.page, bank, login);
  return desk;
}
