import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { expectAccessible, WCAG_AND_PRACTICE } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing for axe to find, ${colorScheme}`, async ({ browser }) => {
    const page = await (await browser.newContext({ colorScheme })).newPage();
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.openFile('Dockerfile');
    await workbench.run('docker run hello-world');
    await expect(workbench.image('hello-world:latest')).toBeVisible();
    await expectAccessible(page, { rules: WCAG_AND_PRACTICE });
    await page.close();
  });
}

test('the keyboard gets into the terminal and out of it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.type('echo in');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('textbox', { name: 'Terminal input' })).not.toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type(' again\n');
  await workbench.expectTerminal('in again');
});

test('unsaved edits and a second terminal survive a reload', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  // The editor that is on its way takes over from the plain field, with its place in the text.
  await page.locator('[data-editor=plain]').evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
  await expect(page.locator('[data-editor=monaco] :focus')).toHaveCount(1);
  await page.keyboard.insertText('# not saved yet\n');
  await expect(page.locator('.monaco-editor .view-line', { hasText: 'not saved yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Open another terminal' }).click();
  await workbench.prompt();
  await workbench.run('echo in the second');
  await workbench.reload();
  await workbench.expectTerminal('in the second');
  await expect(page.getByRole('tab', { name: 'Terminal 2' })).toHaveAttribute('aria-selected', 'true');
  await expect(
    page.getByRole('tab', { name: 'Dockerfile' }).getByRole('img', { name: 'not saved' }),
  ).toBeVisible();
});

test('a page in the browser panel can reach neither the workbench nor the network', async ({ page }) => {
  const arrived: string[] = [];
  const outside = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => outside.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  const workbench = new Workbench(page);
  await workbench.open();
  const script = [
    'let seen; try { seen = parent.document.title } catch (error) { seen = error.name }',
    `new Image().src = "${origin}/image"; fetch("${origin}/fetch").catch(() => 0)`,
    `try { new WebSocket("${origin.replace('http', 'ws')}/socket") } catch {}`,
    `navigator.sendBeacon("${origin}/beacon"); document.body.dataset.seen = seen`,
  ].join(';');
  const leave = `<button onclick="location.href='${origin}/leave'">Leave</button>`;
  await workbench.writeFile('index.html', `<!doctype html>${leave}<script>${script}</script>`);
  await workbench.run('docker build -q -t probe . && docker run -d -p 4001:80 probe');
  await workbench.run('until curl -s -o index localhost:4001; do sleep 0.1; done');
  const frame = await workbench.visit('localhost:4001');
  await expect(frame.locator('body')).toHaveAttribute('data-seen', 'SecurityError');
  const refused = page.waitForEvent('console', (message) => /Framing .* violates/.test(message.text()));
  await frame.getByRole('button', { name: 'Leave' }).click();
  await refused;
  expect(arrived).toEqual([]);
  expect((await page.request.get(`${origin}/control`)).ok()).toBe(true);
  expect(arrived).toEqual(['/control']);
  outside.close();
});

test('the palette finds what to do, and time can be paused and skipped', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await page.keyboard.press('Control+Alt+k');
  const field = page.getByRole('combobox', { name: 'Search what the page can do' });
  await expect(field).toBeFocused();
  await expectAccessible(page, { rules: WCAG_AND_PRACTICE });
  await field.fill('pause');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await workbench.type('sleep 900; echo a"wak"e\n');
  await page.getByRole('button', { name: 'Skip to the next thing that happens' }).click();
  await workbench.expectTerminal('awake');
  await expect(page.locator('.notices')).toHaveText(/^(15 min 0|14 min 59) s later: the terminal has news/);
  await expect(page.getByText('Paused', { exact: true })).toBeHidden();
});
