import { expect, test } from '@playwright/test';

test('the page opens without a network once it has been open with one', async ({ page, context }) => {
  // Other tests ask for `?e2e`, which leaves the service worker out.
  await page.goto('./?seed=1');
  const terminal = page.getByRole('tabpanel', { name: 'Terminal 1' });
  await expect(terminal).toContainText('root@node1');
  await page.getByRole('button', { name: 'Help and settings' }).click();
  await expect(page.getByText('Drydock opens without a network.')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');

  await context.setOffline(true);
  await page.reload();
  await expect(terminal).toContainText('root@node1');
  await page
    .getByRole('textbox', { name: 'Terminal input' })
    .pressSequentially('docker run -d -p 4000:80 nginx:alpine\n');
  const browser = page.getByRole('region', { name: 'Browser' });
  await browser.getByRole('combobox').fill('localhost:4000');
  await expect(page.getByText('running', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Enter');
  // The frame that keeps pages apart is the one thing a browser fetches past the service worker.
  await expect(browser.getByText('can’t be opened without a network')).toBeVisible();
});
