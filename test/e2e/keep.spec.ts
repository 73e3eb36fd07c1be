import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

/** The sandbox of this name is the one at hand. */
async function atHand(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: `Sandboxes: ${name}`, exact: true })).toBeVisible();
}

const bar = (page: Page) => page.getByRole('region', { name: 'This sandbox' });

test('what was done is there after a reload, at once', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('docker volume create kept');
  await workbench.writeFile('index.html', 'kept words');
  await workbench.reload();
  expect(await workbench.run('docker volume ls -q; cat index.html; echo')).toBe('kept\nkept words');
  await workbench.expectTerminal('docker volume create kept');
});

test('two tabs share no sandbox: one takes it over, or works on a copy', async ({ page, context }) => {
  const first = new Workbench(page);
  await first.open();
  await first.run('docker volume create mine');
  const other = await context.newPage();
  const second = new Workbench(other);
  await other.goto('./?e2e');
  await expect(bar(other)).toContainText('“My sandbox” is open in another tab');
  await expectAccessible(other, { within: '.sandbox-bar' });
  // By keyboard alone: the focus is on the first way out.
  await other.keyboard.press('Enter');
  await second.prompt();
  expect(await second.run('docker volume ls -q')).toBe('mine');
  await expect(bar(page)).toContainText('“My sandbox” went on in another tab');
  await bar(page).getByRole('button', { name: 'Open a copy' }).click();
  await atHand(page, 'My sandbox copy');
  await first.prompt();
  await first.run('docker volume rm mine');
  expect(await second.run('docker volume ls -q')).toBe('mine');
});

test('a damaged sandbox is set aside, with its download, and never blank', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('touch mark');
  // Another page of the site: the world is ended, and nobody saves.
  await page.goto('./theme.js');
  await page.evaluate(async () => {
    const opening = indexedDB.open('drydock');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const store = opening.result.transaction('blobs', 'readwrite').objectStore('blobs');
    store.put(new TextEncoder().encode('{"version":2'), 'manifest');
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    opening.result.close();
  });
  await page.goto('./?e2e');
  await workbench.prompt();
  await expect(bar(page)).toContainText('What was saved could not be read');
  await expectAccessible(page, { within: '.sandbox-bar' });
  const downloading = page.waitForEvent('download');
  await bar(page).getByRole('button', { name: 'Download what was saved' }).click();
  expect((await downloading).suggestedFilename()).toBe('My sandbox (could not be read).drydock');
  expect(await workbench.run('ls')).not.toContain('mark');
  await bar(page).getByRole('button', { name: 'Sandboxes…' }).click();
  const rows = page.getByRole('dialog', { name: 'Sandboxes' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText('My sandbox (could not be read)');
});

test('sandboxes are made, renamed, duplicated, switched and deleted; each as it was left', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('docker network create lab');
  const open = (): Promise<void> => page.getByRole('button', { name: /^Sandboxes: / }).click();
  const dialog = page.getByRole('dialog', { name: 'Sandboxes' });
  await open();
  await dialog.getByRole('button', { name: 'Rename “My sandbox”' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Networks\n');
  await dialog.getByRole('button', { name: 'Duplicate “Networks”' }).click();
  await expect(dialog.getByText('Networks copy')).toBeVisible();
  await expect(dialog.getByText(/Drydock uses/)).toBeVisible();
  await expectAccessible(page, { within: 'dialog' });
  await dialog.getByRole('button', { name: 'New sandbox' }).click();
  await atHand(page, 'My sandbox');
  await workbench.prompt();
  expect(await workbench.run('docker network ls -q -f name=lab | wc -l')).toBe('0');
  await open();
  await dialog.getByRole('button', { name: 'Open “Networks”' }).click();
  await atHand(page, 'Networks');
  await workbench.prompt();
  await workbench.expectTerminal('docker network create lab');
  expect(await workbench.run('docker network ls -q -f name=lab | wc -l')).toBe('1');
  await open();
  await dialog.getByRole('button', { name: 'Delete “Networks copy”' }).click();
  await page
    .getByRole('dialog', { name: 'Delete “Networks copy”?' })
    .getByRole('button', { name: 'Delete it' })
    .click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
});

test('a link shows what it will do, asks, and then does it beside what is there', async ({
  page,
  context,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('docker run -d --name web -p 8080:80 nginx:alpine');
  await workbench.run('docker ps');
  await page.getByRole('button', { name: 'Share, export and import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share, export and import' });
  await expect(dialog.getByRole('checkbox', { name: 'docker ps' })).not.toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: /docker run/ })).toBeChecked();
  await expectAccessible(page, { within: 'dialog' });
  const field = dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#share=/);
  const link = new URL(await field.inputValue());

  const other = await context.newPage();
  await other.goto(`./?e2e${link.hash}`);
  const offer = other.getByRole('dialog', { name: 'Open “My sandbox”?' });
  await expect(offer.getByLabel('Commands of the link')).toHaveText(
    'docker run -d --name web -p 8080:80 nginx:alpine',
  );
  await expectAccessible(other, { within: 'dialog' });
  expect(new URL(other.url()).hash).not.toBe('');
  await offer.getByRole('button', { name: 'Open and run' }).click();
  const second = new Workbench(other);
  await expect(second.container('web')).toContainText('running', { timeout: 30_000 });
  await atHand(other, 'My sandbox 2');
  expect(new URL(other.url()).hash).toBe('');

  await other.goto('./?e2e#share=AAAA');
  await expect(other.getByRole('dialog', { name: 'The link can’t be opened' })).toBeVisible();
  await other.getByRole('button', { name: 'Go on without it' }).click();
  await other.goto('./?e2e&run=docker%20volume%20create%20asked');
  await other.getByRole('dialog').getByRole('button', { name: 'Run in this sandbox' }).click();
  await second.expectTerminal('docker volume create asked');
});

test('a sandbox goes out as a file and comes in again; a zip into the project', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('docker volume create packed');
  const share = (): Promise<void> => page.getByRole('button', { name: 'Share, export and import' }).click();
  const get = async (button: string): Promise<string> => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return (await downloading).path();
  };
  await share();
  const sandbox = readFileSync(await get('Download the whole sandbox'));
  const zip = readFileSync(await get('Take it to real Docker'));
  const drop = async (name: string, bytes: Buffer): Promise<void> => {
    const data = await page.evaluateHandle(
      ([file, text]) => {
        const transfer = new DataTransfer();
        const content = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        transfer.items.add(new File([content], file));
        return transfer;
      },
      [name, bytes.toString('base64')] as const,
    );
    await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  };
  await page.keyboard.press('Escape');
  await workbench.run('rm about.html; docker volume rm packed');
  await drop('site.zip', zip);
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Files' }).getByText('about.html')).toBeVisible();
  expect(await workbench.run('tail -1 session.sh')).toBe('docker volume create packed');
  await drop('broken.drydock', sandbox.subarray(0, sandbox.length - 20));
  await expect(page.getByText('The file is damaged')).toBeVisible();
  await drop('mine.drydock', sandbox);
  await page
    .getByRole('dialog', { name: 'Open “My sandbox” as a new sandbox?' })
    .getByRole('button', { name: 'Open it' })
    .click();
  await atHand(page, 'My sandbox 2');
  await workbench.prompt();
  expect(await workbench.run('docker volume ls -q; ls session.sh')).toContain('packed\n');
});
