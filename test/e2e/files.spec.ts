import { expect, type Locator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

const BINARY = Buffer.from([0x89, 0x50, 0, 0xff, 0xfe, 13, 10, 26]);

/** Drops files on an element, as a browser does. */
async function drop(page: Page, on: Locator, files: Record<string, Buffer>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => [name, bytes.toString('base64')] as const);
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of all) {
      const content = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      transfer.items.add(new File([content], name));
    }
    return transfer;
  }, given);
  await on.dispatchEvent('dragover', { dataTransfer: data });
  await on.dispatchEvent('drop', { dataTransfer: data });
}

async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download');
  await click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('files come in by drop and by choice, and go out again', async ({ page }) => {
  test.setTimeout(180_000);
  const workbench = new Workbench(page);
  await workbench.open();
  const tree = page.getByRole('navigation', { name: 'Files' });

  await test.step('onto a terminal: into its folder, byte for byte', async () => {
    await workbench.run('mkdir -p /tmp/here; cd /tmp/here');
    await drop(page, page.locator('[data-terminal=terminal-1]'), { 'logo.png': BINARY });
    await expect(page.getByText('logo.png put into /tmp/here')).toBeVisible();
    expect(await workbench.run('od -An -tx1 logo.png')).toContain('89 50 00 ff fe 0d 0a 1a');
  });

  await test.step('onto the files: into the project; what is there is asked about', async () => {
    const compose = Buffer.from('services:\n  web:\n    image: nginx\n');
    await drop(page, tree, { 'compose.yaml': compose, 'logo.png': BINARY });
    await expect(page.getByRole('tab', { name: 'compose.yaml' })).toBeVisible();
    await drop(page, tree, { 'index.html': Buffer.from('mine') });
    const question = page.getByRole('dialog', { name: 'Replace a file?' });
    await expect(question).toContainText('index.html');
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await workbench.run('cat ~/site/index.html')).not.toContain('mine');
  });

  await test.step('a file goes out as it is', async () => {
    await tree.getByRole('button', { name: 'logo.png', exact: true }).focus();
    const file = await downloaded(page, () =>
      tree.getByRole('button', { name: 'Download logo.png' }).click(),
    );
    expect(file.name).toBe('logo.png');
    expect(file.bytes.equals(BINARY)).toBe(true);
  });

  await test.step('a sample goes into a folder of its own, its command to the prompt', async () => {
    await tree.getByRole('button', { name: 'Add files, a folder or a sample' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add files' });
    await expect(dialog.getByRole('listitem')).toHaveCount(5);
    await expectAccessible(page, { within: 'dialog' });
    await dialog.getByRole('button', { name: 'Add “A static site with nginx”' }).click();
    await workbench.expectTerminal('cd ~/site/static-site && docker build -t news .');
    await page.keyboard.press('Enter');
    await expect(workbench.container('news')).toContainText('running', { timeout: 60_000 });
  });

  await test.step('all of it goes to a real Docker, with what was run', async () => {
    await workbench.run('docker run nothing-like-it');
    await page.getByRole('button', { name: 'Share, export and import' }).click();
    const zip = await downloaded(page, () =>
      page.getByRole('button', { name: 'Take it to real Docker' }).click(),
    );
    const files = unzipSync(new Uint8Array(zip.bytes));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['README.md', 'static-site/Dockerfile', 'logo.png']),
    );
    const script = new TextDecoder().decode(files['session.sh']);
    expect(script).toContain('\ncd "$PROJECT"/static-site && docker build -t news .');
    expect(script).toMatch(/\n# left out, it failed with status 125: docker run nothing-like-it\n/);
    await page.keyboard.press('Escape');
  });

  await test.step('links: the simulation’s open here, others are asked about', async () => {
    await workbench.run('echo http://localhost:8080/; echo https://docs.docker.com/');
    const click = async (text: string): Promise<void> => {
      const row = page
        .locator('.xterm-rows > div')
        .filter({ hasText: new RegExp(`^${text}`) })
        .last();
      const box = await row.boundingBox();
      if (!box) throw new Error(`no row ${text}`);
      const at = [box.x + 60, box.y + box.height / 2] as const;
      // The terminal looks for links where the pointer moves.
      await page.mouse.move(at[0] - 20, at[1]);
      await page.mouse.move(...at, { steps: 3 });
      await expect(page.locator('.xterm-cursor-pointer')).toBeVisible();
      await page.mouse.click(...at);
    };
    await click('http://localhost');
    await expect(workbench.frame.getByRole('heading', { name: 'Harbour news' })).toBeVisible();
    await click('https://docs');
    await expect(page.getByRole('dialog', { name: 'Leave the simulation?' })).toContainText(
      'https://docs.docker.com/',
    );
  });
});
