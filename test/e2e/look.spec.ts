import { expect, type Locator } from '@playwright/test';
import { expectAccessible, WCAG } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

test.use({ viewport: { width: 1280, height: 720 } });

/** Nothing of it is cut off to the right. */
async function expectInside(inner: Locator, outer: Locator): Promise<void> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  expect((a?.x ?? Infinity) + (a?.width ?? 0)).toBeLessThanOrEqual((b?.x ?? 0) + (b?.width ?? 0));
}

test('at 1280×720 nothing is cut off: list, request log, two panes, also with large type', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  const { browser, world } = workbench;
  await workbench.open();
  await workbench.run('docker run -d --name web -p 4000:80 nginx:alpine; echo http://localhost:4000/');
  const machine = world.getByRole('article', { name: 'Machine node1' });
  await expectInside(machine.getByText('web'), machine);

  // By the keyboard alone: where somebody wants to type, and a link of the terminal.
  const find = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+Alt+k');
    await expect(page.getByRole('combobox', { name: 'Search what the page can do' })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };
  await find('index.html');
  await expect(page.getByRole('textbox', { name: /^File text/ })).toBeFocused();
  await find('go to browser');
  await expect(browser.getByRole('combobox', { name: 'Address on the machine' })).toBeFocused();
  await find('open a link');
  await expect(workbench.frame.getByRole('heading', { name: 'Welcome to nginx!' })).toBeVisible();
  await browser.getByRole('button', { name: 'Request log' }).click();
  await workbench.visit('localhost:4000/a-name-of-some-length.html');
  const row = browser.getByRole('row', { name: /404 Not Found/ });
  await expect(row).toContainText('GET localhost:4000/a-name-of-some-length.html');
  await expectInside(row, browser);

  await page.keyboard.press('Control+Alt+p');
  const closing = page.getByRole('button', { name: /^Close Terminal/ });
  await expect(closing).toHaveCount(2);
  for (const button of await closing.all()) await expect(button).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: /^Present: large type/ }).click();
  await expectAccessible(page, { rules: WCAG, except: '.xterm' });
  await page.keyboard.insertText('docker ps\n');
  await page.getByRole('button', { name: 'Present 1 command' }).click();
  await expect(page.locator('html')).toHaveClass(/projector/);
  for (const button of await closing.all()) await expect(button).toBeInViewport({ ratio: 1 });
  await expectAccessible(page, { rules: WCAG, except: '.xterm' });
  const address = browser.getByRole('combobox', { name: 'Address on the machine' });
  await address.fill('localhost:4000');
  expect(await address.evaluate((field: HTMLInputElement) => field.scrollWidth - field.clientWidth)).toBe(0);
});

test('dialogs of the course and of trouble are accessible', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  for (const name of ['Packs and progress', 'Your cheat sheet', 'Glossary', 'Help and settings']) {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading').first()).toBeVisible();
    if (name.startsWith('Help')) await dialog.getByText('What is noticed beside the terminal').click();
    await expectAccessible(page, { rules: WCAG, except: '.xterm' });
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  const worker = page.workers().find((each) => each.url().includes('world.worker'));
  await worker?.evaluate(`setTimeout(() => { throw new Error('a bug of ours'); }) && 0`);
  const problem = page.getByRole('dialog', { name: 'Something in Drydock went wrong' });
  await expect(problem).toContainText('a bug of ours');
  await expectAccessible(page, { rules: WCAG, except: '.xterm' });
  await problem.getByRole('button', { name: 'Restart from the last saved state' }).click();
  await workbench.prompt();
  expect(await workbench.run('echo here again')).toBe('here again');
});
