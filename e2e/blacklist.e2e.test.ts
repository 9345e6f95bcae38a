import { addMonths } from '@tallystick/kernel';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shoot } from './browser.ts';
import { atDesk, consoleSays } from './people.ts';
import { openForAll } from './shared-bank.ts';

const here = openForAll();

async function work(login: string, path: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, faults, context } = await atDesk(here.browser, here.bank, login);
  await page.goto(`${here.bank.url}/console/${path}`);
  await act(page);
  expect(faults).toEqual([]);
  await context.close();
}
const button = (page: Page, key: string) => page.getByRole('button', { name: consoleSays(key), exact: true });
const field = (page: Page, key: string) => page.locator('.ant-modal .ant-form-item', { hasText: consoleSays(key) });

test('the internal list: one adds with evidence and a last day, a second person agrees, a third lifts, each on the page', {
  timeout: 120_000,
}, async () => {
  let name = '';
  let until = '';
  await work('risk', 'blacklist', async (page) => {
    const answer = await page.request.get(`${here.bank.url}/api/customers?state=prospect&limit=50`);
    const { items } = (await answer.json()) as { items: { displayName: string; kind: string }[] };
    name = items.find((c) => c.kind === 'merchant' && c.displayName !== '')?.displayName ?? '';
    until = addMonths(
      (
        await page
          .locator('.shell-head')
          .getByText(/\d{4}-\d\d-\d\d/)
          .textContent()
      )?.slice(-10) as never,
      12,
    );
    await button(page, 'blacklist.add').click();
    await field(page, 'workbench.customer').getByRole('combobox').fill(name);
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click();
    await field(page, 'act.reason').first().getByRole('combobox').click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: consoleSays('lockReasons.fraud_suspected') }).click();
    await field(page, 'blacklist.endsOn').locator('input').fill(until);
    await page.keyboard.press('Enter');
    await field(page, 'customer.lockEvidence').locator('textarea').fill('CASE-2026-017');
    await shoot(page, 'blacklist-add');
    await button(page, 'act.confirm').click();
    await page.locator('.ant-modal').waitFor({ state: 'hidden' });
  });
  await work('risk2', 'approvals?tab=requests&state=waiting', async (page) => {
    const row = page.locator('tr', { hasText: name });
    await row.getByRole('button').first().click();
    for (const said of ['CASE-2026-017', consoleSays('lockReasons.fraud_suspected')]) await page.locator('.ant-drawer').getByText(said).waitFor();
    await shoot(page, 'blacklist-request');
    await button(page, 'requests.approve').click();
    await page.locator('.ant-message', { hasText: consoleSays('requests.approved') }).waitFor();
  });
  await work('compliance', 'blacklist?state=standing', async (page) => {
    const row = page.locator('tr', { hasText: name });
    await row.getByText('CASE-2026-017').waitFor();
    await row.getByText(consoleSays('blacklist.until', { on: until })).waitFor();
    await shoot(page, 'blacklist-listed');
    await row.getByRole('button', { name: consoleSays('customer.unlock') }).click();
    await page.locator('.ant-modal textarea').fill('The papers are right.');
    await button(page, 'act.confirm').click();
    await row.waitFor({ state: 'detached' });
    await page.goto(`${here.bank.url}/console/blacklist?state=lifted`);
    await row.getByText('The papers are right.').first().waitFor();
  });
});
