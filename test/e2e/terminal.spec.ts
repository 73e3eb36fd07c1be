import { expect, type Page } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

const clipboard = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()');
const copy = (page: Page, text: string): Promise<void> =>
  page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);

/** Double-clicks into the last row that begins with the word. */
async function selectWord(page: Page, word: string): Promise<void> {
  const row = page
    .locator('.xterm-rows > div')
    .filter({ hasText: new RegExp(`^${word}`) })
    .last();
  const box = await row.boundingBox();
  if (!box) throw new Error(`no row ${word}`);
  await page.mouse.dblclick(box.x + 12, box.y + box.height / 2);
}

test('copying and pasting', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();

  await test.step('Ctrl+C copies a selection, and interrupts without one', async () => {
    await workbench.type('echo selected; sleep 100\n');
    await workbench.expectTerminal('\nselected');
    await selectWord(page, 'selected');
    await page.keyboard.press('Control+c');
    await expect.poll(() => clipboard(page)).toBe('selected');
    expect(await workbench.terminalText()).not.toContain('^C');
    await page.keyboard.press('Control+c');
    await workbench.expectTerminal('^C\n');
    await workbench.prompt();
  });

  await test.step('Ctrl+V pastes lines that wait for Enter', async () => {
    await copy(page, 'echo a$((1+1))\necho b$((1+1))');
    await page.keyboard.press('Control+v');
    await workbench.expectTerminal('echo b$((1+1))');
    expect(await workbench.terminalText()).not.toContain('a2');
    await page.keyboard.press('Enter');
    await workbench.expectTerminal('a2\nb2');
  });

  await test.step('so do Shift+Insert and the right button', async () => {
    await copy(page, 'echo $((40+1))');
    await page.keyboard.press('Shift+Insert');
    await workbench.expectTerminal('echo $((40+1))');
    await page.keyboard.press('Enter');
    await workbench.expectTerminal('\n41');
    await copy(page, 'echo $((40+2))');
    await page.locator('.xterm-screen').click({ button: 'right' });
    await workbench.expectTerminal('echo $((40+2))');
    await page.keyboard.press('Enter');
    await workbench.expectTerminal('\n42');
  });
});

test('a flood leaves the page alone, and ends at Ctrl+C', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  for (const command of ['yes', 'while :; do echo hi; done']) {
    await workbench.type(`${command}\n`);
    await workbench.expectTerminal(command === 'yes' ? 'y\ny\n' : 'hi\nhi\n');
    await page.getByRole('button', { name: 'Help and settings' }).click();
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 });
    await page.keyboard.press('Escape');
    await workbench.type('');
    await page.keyboard.press('Control+c');
    await workbench.expectTerminal(/\^C\n\S+# ?$/);
    await workbench.type('clear\n');
    await workbench.expectTerminal(/^\S+# ?$/);
  }
});

test('earlier rows are there to scroll to', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('echo first; seq 100');
  const rows = page.locator('.xterm-rows');
  await expect(rows).not.toContainText('first');
  for (let times = 0; times < 20; times++) await page.keyboard.press('Shift+PageUp');
  await expect(rows).toContainText('first');
});

test('completion can be switched off', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const toggle = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Help and settings' }).click();
    await page.getByRole('checkbox', { name: /Tab completes/ }).click();
    await page.keyboard.press('Escape');
  };
  await workbench.type('docker vol\t');
  await workbench.expectTerminal(/docker volume $|docker volume$/);
  await toggle();
  await workbench.type('\x15\ndocker netw\t');
  await page.keyboard.press('Enter');
  await workbench.expectTerminal('unknown command: docker netw');
  await workbench.reload();
  await workbench.type('docker netw\t\n');
  await workbench.expectTerminal('unknown command: docker netw');
  await toggle();
});
