import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../portal/src/texts/en.ts';
import { enInside } from '../portal/src/texts/en-inside.ts';
import { openPage, shoot, type Watched } from './browser.ts';
import { about, atDesk, codeSentBy, consoleSays, stranger } from './people.ts';
import { openForAll } from './shared-bank.ts';

/** The words of the portal in English. */
const says = { ...en, ...enInside };

const here = openForAll();

/** Nobody of the demo bank has this number; on a bank that is kept, each run is somebody else. */
const who = stranger(7_000 + (process.env['BANK_URL'] ? Math.floor(Date.now() / 1000) % 2_000 : 0));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const press = (page: Page) => page.locator('.foot button, .foot a').first().click();

/** Screens that were walked through, by their place in the progress bar; the width never asks for sideways scrolling. */
const seen = new Set<number>();
async function stepIs(page: Page, at: number): Promise<void> {
  await page.locator(`[role=progressbar][aria-valuenow="${at}"][aria-valuemax="10"]`).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  seen.add(at);
}

async function makeKnown({ page }: Watched): Promise<void> {
  await page.goto(`${here.bank.url}/`);
  await title(page, says.landing.title);
  seen.add(1);
  await press(page);
  await title(page, says.signIn.title);
  seen.add(2);
  const mobile = page.locator('input[name=mobile]');
  await mobile.fill('1990000');
  await press(page);
  await page.locator('.fault', { hasText: /./ }).first().waitFor();
  expect(await mobile.getAttribute('aria-invalid')).toBe('true');
  await mobile.fill(who.mobile);
  const code = await codeSentBy(here.bank, who.mobile, () => press(page));
  await page.locator('input[name=code]').fill(code);
  await press(page);
}

async function consent({ page }: Watched): Promise<void> {
  await title(page, says.authorise.title);
  await stepIs(page, 3);
  expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0);
  for (const scope of ['identity', 'bureau', 'court', 'registry', 'tax', 'platform']) await page.locator(`input[name=${scope}]`).check();
  await press(page);
}

async function tellAboutYou({ page }: Watched): Promise<void> {
  await title(page, says.you.title);
  await stepIs(page, 4);
  const next = () => page.locator('.card.open').getByRole('button', { name: says.next, exact: true }).click();
  await next();
  await page.locator('input[name=name]').fill(who.name);
  await page.locator('input[name=idNo]').fill(`${who.idNo.slice(0, 17)}${who.idNo.endsWith('1') ? '2' : '1'}`);
  await page.locator('select[name=maritalStatus]').selectOption('married');
  await page.locator('input[name=residence]').fill('演示路 1 号');
  await next();
  await page
    .locator('.field', { has: page.locator('input[name=idNo]') })
    .locator('.fault', { hasText: /./ })
    .waitFor();
  await page.locator('input[name=idNo]').fill(who.idNo);
  await next();
  await page.locator('input[name=uscc]').fill(who.firm.uscc);
  await next();
  await page.locator('fieldset select').selectOption(who.shop.platform);
  await page.locator('input[name=shopName0]').fill(who.shop.name);
  await page.locator('input[name=shopId0]').fill(who.shop.shopId);
  await next();
  await page.locator('input[name=account]').fill(who.card);
  await page.locator('select[name=bankCode]').selectOption('102100099996');
  await next();
  await button(page, says.you.confirm).click({ timeout: 30_000 });
}

/** The grade stands beside the walk: what holds it down, what would raise it. */
async function seeGrade({ page }: Watched): Promise<void> {
  await stepIs(page, 5);
  await page.goto(`${here.bank.url}/grade`);
  await page.getByText(says.grade.now, { exact: true }).waitFor({ timeout: 30_000 });
  expect(await page.locator('.big').first().textContent()).toMatch(/^(AAA|AA|A|BBB|BB|B|CCC)[+−]?$/);
  await page.getByRole('heading', { name: says.grade.holdsDown }).waitFor();
  await page.getByRole('heading', { name: says.grade.better }).waitFor();
}

/** The first amount is too high and refused at its field; then the form is left in the middle and found again. */
async function fillApplication({ page }: Watched): Promise<void> {
  await page.goto(`${here.bank.url}/apply`);
  await title(page, says.amount.title);
  await page.getByText(says.offer.limit).waitFor({ timeout: 30_000 });
  const amount = page.locator('input[name=amountMinor]');
  await amount.fill('40000.005');
  await page.locator('.slider').waitFor();
  await amount.fill('50000');
  await page.locator('fieldset.months label', { hasText: /^6 / }).click();
  await press(page);

  await title(page, says.purpose.title);
  await stepIs(page, 6);
  await page.locator('textarea[name=purposeText]').fill('秋冬进货');
  await page.locator('input[name=item0]').fill('羽绒服 500 件');
  await page.locator('input[name=amount0]').fill('12345.678');
  await press(page);
  await page
    .locator('.field', { has: page.locator('input[name=amount0]') })
    .locator('.fault', { hasText: /./ })
    .waitFor();
  await page.reload();
  await stepIs(page, 6);
  expect(await page.locator('textarea[name=purposeText]').inputValue()).toBe('秋冬进货');
  await page.locator('input[name=amount0]').fill('50000');
  await press(page);
  await title(page, says.means.title);

  // Another day: the address of the front page is enough to go on where the draft was left.
  await page.goto(`${here.bank.url}/`);
  await page.goto(`${here.bank.url}/apply`);
  await title(page, says.means.title);
  // So does the address of the application itself: what is not asked yet is never shown as left out.
  await page.goto(
    page
      .url()
      .replace('/apply/', '/applications/')
      .replace(/\/means$/, ''),
  );
  await title(page, says.means.title);
  await stepIs(page, 7);
  await page.locator('input[name=income]').fill('90000');
  await page.locator('input[name=revenue]').fill('9000000');
  await page.locator('input[name=owes]').first().check();
  await page.getByText(says.afford.fits).waitFor();
  await press(page);
}

async function sendApplication({ page }: Watched): Promise<void> {
  await title(page, says.review.title);
  await stepIs(page, 8);
  const picture = await page.screenshot();
  const files = page.locator('.paper input[type=file]');
  for (let i = 0; i < (await files.count()); i += 1) {
    await files.nth(i).setInputFiles({ name: `paper-${i}.png`, mimeType: 'image/png', buffer: picture });
    await page.locator('.paper').nth(i).getByText(says.paperState.uploaded).waitFor();
  }
  await page.locator('input[name=acknowledgement]').check();
  await press(page);
  await title(page, says.outcomeTitle.reviewing);
}

/** Somebody of the staff works at a desk of their own, where nothing goes wrong unseen. */
async function staffWork(login: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, faults } = await atDesk(here.browser, here.bank, login);
  await work(page);
  await shoot(page, `thread-${login}`);
  expect(faults).toEqual([]);
  await page.context().close();
}

/** The reviewer takes the case, checks every point, and recommends. */
async function review(page: Page, customer: string): Promise<void> {
  await page.goto(`${here.bank.url}/console/applications?sort=-dueAt`);
  await page.getByRole('link', { name: customer, exact: true }).first().click();
  // What the form says of revenue stands beside what tax office, shop and settlements say.
  const compared = page.getByRole('region', { name: consoleSays('review.crossCheck') });
  await compared.getByText('9,000,000.00').first().waitFor();
  await button(page, consoleSays('judge.claim')).click();
  await button(page, consoleSays('judge.send')).waitFor();
  const open = page.getByRole('button', { name: new RegExp(`^${consoleSays('judge.pass')} `) });
  for (let left = await open.count(); left > 0; left -= 1) {
    await page
      .locator(`button:enabled[aria-label^="${consoleSays('judge.pass')} "]`)
      .first()
      .click();
    await expect.poll(() => page.locator(`button:enabled[aria-label^="${consoleSays('judge.pass')} "]`).count(), { timeout: 10_000 }).toBe(left - 1);
  }
  await page
    .locator('.ant-form-item', { hasText: consoleSays('judge.reasons') })
    .locator('.ant-select')
    .click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await page.keyboard.press('Escape');
  await opine(page, 'judge.send', '店铺经营稳定，查询偏多但无负债。');
  await page.locator('.ant-message', { hasText: consoleSays('judge.sent') }).waitFor();
}
async function opine(page: Page, send: string, words: string): Promise<void> {
  await page.locator('textarea#opinion').fill(words);
  await button(page, consoleSays(send)).click();
}
/** Terms, conclusion and reasons of the reviewer stand in the approver's form, for the approver to keep or change. */
async function approve(page: Page, customer: string): Promise<void> {
  await page.goto(`${here.bank.url}/console/approvals`);
  await page.getByRole('link', { name: customer, exact: true }).first().click();
  await opine(page, 'judge.decideNow', '同意。');
  await page.locator('.ant-message', { hasText: consoleSays('judge.decided') }).waitFor();
}

/** Both pages are read to their end: the reading time passes on the phone's clock. */
async function signContract({ page }: Watched): Promise<void> {
  await page.goto(`${here.bank.url}/applications`);
  await page.locator('main a[href^="/applications/"]').first().click();
  await title(page, says.outcomeTitle.approved);
  await page.getByRole('link', { name: says.approved.costs }).click({ timeout: 30_000 });
  await title(page, says.statement.title);
  await stepIs(page, 9);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.clock.runFor(60_000);
  await page.getByRole('link', { name: says.statement.next }).click();
  await title(page, says.sign.title);
  await stepIs(page, 10);
  expect(await button(page, says.sign.confirmed).isDisabled()).toBe(true);
  await page.locator('.card', { hasText: says.sign.plan }).first().scrollIntoViewIfNeeded();
  for (let i = 0; i < 40; i += 1) await page.evaluate(() => window.scrollBy(0, 500));
  await page.clock.runFor(120_000);
  await page.locator('input[name=agreed]').check();
  await button(page, says.sign.confirmed).click();
  const code = await codeSentBy(here.bank, who.mobile, () => button(page, says.sign.send).click());
  await page.locator('input[name=code]').fill(code);
  await button(page, says.sign.sign).click();
  await title(page, says.contractTitle.signed);
  await page.getByText(says.signed.valid).waitFor();
}

async function payOut(page: Page, customer: string): Promise<void> {
  await page.goto(`${here.bank.url}/console/payouts?state=open&sort=-signedAt`);
  await page.getByRole('link', { name: customer, exact: true }).first().click();
  await button(page, consoleSays('payouts.release', { amount: '50,000.00' })).click({ timeout: 30_000 });
  await page.getByRole('link', { name: consoleSays('payouts.toLoan') }).waitFor({ timeout: 30_000 });
}

async function repayOnce({ page }: Watched): Promise<void> {
  await page.goto(`${here.bank.url}/loans`);
  await page.locator('main a[href^="/loans/"]').first().click();
  await page.getByRole('heading', { name: says.payments.title }).waitFor();
  await page.getByRole('link', { name: says.loan.pay, exact: true }).click();
  await press(page);
  await page.locator('.card', { hasText: says.payments.title }).getByText(says.transaction.repay, { exact: true }).waitFor({ timeout: 30_000 });
}

async function closeTheDay(page: Page): Promise<void> {
  await page.goto(`${here.bank.url}/console/day`);
  const date = page.locator('.shell-head').getByText(/\d{4}-\d\d-\d\d/);
  const today = await date.textContent();
  await button(page, consoleSays('day.run')).click();
  await page
    .locator('.ant-modal')
    .getByRole('button', { name: consoleSays('day.run') })
    .click();
  await page.locator('.ant-progress').first().waitFor();
  await expect.poll(() => date.textContent(), { timeout: 60_000 }).not.toBe(today);
}

/** The words of the settlement certificate, read off the file that the phone saved. */
async function settle({ page }: Watched): Promise<string> {
  await page.goto(`${here.bank.url}/loans`);
  await page.locator('main a[href^="/loans/"]').first().click();
  await page.getByRole('link', { name: says.loan.settle, exact: true }).click();
  await title(page, says.settle.title);
  await page.locator('.big').waitFor();
  await press(page);
  const file = page.getByRole('link', { name: says.certificate.download });
  await file.waitFor({ timeout: 45_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  return execFileSync('pdftotext', [await download.path(), '-'], { encoding: 'utf8' });
}

test('S0-05 S4-20 a merchant applies, uploads, signs, tracks and settles on a phone in ten screens with progress and save-and-resume; staff do their part at their desks', {
  timeout: 240_000,
}, async () => {
  await about(here.bank, who.idNo, { bureau: { case: 'thin', queries_3m: 6 }, court: { case: 'clean' }, payment: { balance: '900000.00' } });
  await about(here.bank, who.card, { payment: { balance: '900000.00' } });
  await about(here.bank, who.firm.uscc, {
    bureau: { case: 'no_record' },
    court: { case: 'clean' },
    registry: { case: 'normal' },
    tax: { grade: 'A' },
  });
  await about(here.bank, who.shop.shopId, { platform: { case: 'growing', monthly_gmv: '900000.00', open_date: '2019-03-01' } });
  const phone = await openPage(here.browser, { width: 390, language: 'en' });
  await phone.page.clock.install();
  phone.page.setDefaultTimeout(30_000);
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await work().catch(async (error: unknown) => {
      await Promise.all(
        here.browser
          .contexts()
          .flatMap((c) => c.pages())
          .map((p, i) => p.screenshot({ path: `reports/thread-${i}.png`, fullPage: true })),
      );
      throw new Error(`at "${name}": ${String(error)}`, { cause: error });
    });
    await shoot(phone.page, `thread-${name}`);
    console.log(name, ((performance.now() - began) / 1000).toFixed(1));
  };
  await step('sign-up', () => makeKnown(phone));
  await step('consents', () => consent(phone));
  await step('profile', () => tellAboutYou(phone));
  await step('grade', () => seeGrade(phone));
  await step('form', () => fillApplication(phone));
  await step('submission', () => sendApplication(phone));
  await step('review', () => staffWork('reviewer', (page) => review(page, who.firm.name)));
  await step('approval', () => staffWork('approver', (page) => approve(page, who.firm.name)));
  await step('signature', () => signContract(phone));
  await step('payout', () => staffWork('disburse', (page) => payOut(page, who.firm.name)));
  await step('repayment', () => repayOnce(phone));
  await step('close of business', () => staffWork('admin', closeTheDay));
  await step('settlement', async () => {
    const certificate = await settle(phone);
    for (const word of ['结清', who.name, '50,000.00']) expect(certificate).toContain(word);
  });
  expect([...seen].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(phone.faults).toEqual([]);
});
