import { expect, type Page } from '@playwright/test';
import { expectAccessible, WCAG_AND_PRACTICE } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

const COMPOSE = `services:
  web:
    image: nginx:alpine
    ports:
      - 8080:80
    depends_on:
      - db
  db:
    image: redis:alpine
`;

const option = (page: Page, name: RegExp) =>
  page.getByRole('listbox', { name: 'Suggest' }).getByRole('option', { name });

test('a compose file is written with what its schema and the machine know', async ({ page }) => {
  test.slow();
  const workbench = new Workbench(page);
  await workbench.open();
  const write = (text: string): Promise<string> =>
    workbench.run(`printf '${text.replaceAll('\n', '\\n')}' > compose.yaml`);
  await write(COMPOSE.replace('- db', '- bd'));
  await workbench.openFile('compose.yaml');
  await expect(workbench.problems).toContainText(
    'service "web" depends on undefined service "bd": invalid compose project',
  );
  await write(COMPOSE);
  await expect(workbench.problems).toHaveCount(0);
  await workbench.run('docker compose up -d');

  // A key of the schema, then a word that it may be.
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('    rest');
  await option(page, /^restart/).click();
  await expect(option(page, /unless-stopped/)).toBeVisible();
  await page.keyboard.type('unl');
  await option(page, /unless-stopped/).click();
  await expect(page.locator('.view-line', { hasText: 'restart: unless-stopped' })).toBeVisible();

  // A key without a place, in the words of the terminal.
  await page.keyboard.press('Enter');
  await page.keyboard.type('imagee: x');
  await page.keyboard.press('Escape');
  await expect(workbench.problems).toContainText("services.db additional properties 'imagee' not allowed");
  await expect(page.locator('.squiggly-error')).toBeVisible();

  // What the machine has of it.
  await page.locator('.view-line', { hasText: 'web:' }).getByText('web').hover();
  await expect(page.locator('.monaco-hover', { hasText: 'site-web-1 is running' })).toBeVisible();
});

test('files move by a dialog and by dragging', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const files = page.getByRole('navigation', { name: 'Files' });
  await files.getByRole('button', { name: 'New folder' }).click();
  await page.keyboard.type('assets\n');
  const folder = files.getByRole('button', { name: 'assets', exact: true });
  await expect(folder).toBeVisible();
  await files.getByRole('button', { name: 'style.css', exact: true }).hover();
  await files.getByRole('button', { name: 'style.css', exact: true }).focus();
  await files.getByRole('button', { name: 'Move style.css' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move style.css' });
  await expect(dialog.getByRole('combobox', { name: 'Into the folder' })).toHaveValue('/root/site/assets');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(files.getByRole('button', { name: 'style.css', exact: true })).toHaveCount(0);
  await files.getByRole('button', { name: 'index.html', exact: true }).dragTo(folder);
  await expect(files.getByRole('button', { name: 'index.html', exact: true })).toHaveCount(0);
  expect(await workbench.run('ls assets')).toMatch(/index\.html\s+style\.css/);
});

test('browser tabs, a log that names replicas, pages that follow their files', async ({ page }) => {
  test.slow();
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.hurry();
  const { browser } = workbench;
  await workbench.run('docker run -d --name web -p 4000:80 -v ./:/usr/share/nginx/html nginx:alpine');
  await workbench.run('docker swarm init');
  await workbench.run('docker service create -q --name api --replicas 2 -p 5000:80 httpd:alpine');
  await workbench.visit('localhost:4000');
  await expect(workbench.frame.getByRole('heading').first()).toBeVisible();

  await browser.getByRole('button', { name: 'New browser tab' }).click();
  await expect(browser.getByRole('button', { name: 'Open localhost:5000' })).toBeVisible();
  await browser.getByRole('button', { name: 'Open localhost:5000' }).click();
  const second = browser.getByRole('tabpanel').filter({ visible: true });
  await expect(second.frameLocator('iframe').getByText('It works!')).toBeVisible();
  await browser.getByRole('button', { name: 'Request log' }).click();
  const log = browser.getByRole('region', { name: 'Request log' });
  await expect(log.getByRole('button', { name: /^api\.1\./ })).toBeVisible();
  await browser.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(log.getByRole('button', { name: /^api\.2\./ })).toBeVisible();
  await expect(log.getByRole('row', { name: /^200 OK GET localhost:5000 api\.\d\S* .* ms$/ })).toHaveCount(2);
  await expect(log.getByText('web', { exact: true })).toHaveCount(0);
  await expectAccessible(page, { rules: WCAG_AND_PRACTICE });

  // A page in the words of a browser.
  await workbench.visit('localhost:6000');
  await expect(second.getByText('localhost refused to connect.')).toBeVisible();
  await expect(log.getByRole('row', { name: /ERR_CONNECTION_REFUSED/ })).toBeVisible();

  // The first page follows its file, saved in the editor and changed by a command.
  await browser.getByRole('tab').first().click();
  await workbench.writeFile('index.html', '<h1>saved in the editor</h1>');
  await expect(second.frameLocator('iframe').getByText('saved in the editor')).toBeVisible();
  await expect(browser.getByText('Reloaded: index.html was saved.')).toBeVisible();
  await workbench.run('echo "<h1>by a command</h1>" > index.html');
  await expect(second.frameLocator('iframe').getByText('by a command')).toBeVisible();

  // Tabs come back with the session.
  await page.evaluate(`dispatchEvent(new Event('pagehide'))`);
  // An edit is there once it is stored, with all that was told before it.
  await workbench.writeFile('index.html', '<h1>the last</h1>');
  await workbench.reload();
  await expect(browser.getByRole('tab')).toHaveText(['localhost:4000', 'localhost:6000']);
  await expect(browser.getByRole('combobox', { name: 'Address on the machine' })).toHaveValue(
    'localhost:4000',
  );
});

test('on a phone the browser’s own text field stays', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  const workbench = new Workbench(page);
  await workbench.open();
  await page.getByRole('tab', { name: 'Files' }).click();
  await expect(page.locator('[data-editor=plain]')).toHaveValue(/FROM/);
  // Who goes there asks for Monaco.
  await page.locator('[data-editor=plain]').click();
  await page.keyboard.type('# typed\n');
  await expect(page.locator('[data-editor=plain]')).toHaveValue(/# typed/);
  await expect(page.locator('[data-editor=monaco]')).toHaveCount(0);
  expect(scripts.filter((url) => /monaco/.test(url))).toEqual([]);
  await context.close();
});
