import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

const slot = (page: Page, number: number) => page.getByRole('tabpanel', { name: `Terminal ${number}` });

/** Types into what has the focus and waits for what the active terminal then shows. */
async function typed(workbench: Workbench, line: string, shows: RegExp): Promise<void> {
  await workbench.page.keyboard.type(`${line}\n`);
  await workbench.expectTerminal(shows);
  await workbench.prompt();
}

test('two terminals at once, by keyboard', async ({ page }) => {
  test.setTimeout(180_000);
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('echo in $((0+1)); stty size');
  const [, wide = 0] = /\d+ (\d+)\n/.exec(await workbench.terminalText()) ?? [];

  await test.step('a key splits, and the other terminal is new', async () => {
    await page.keyboard.press('Control+Alt+p');
    await expect(slot(page, 2)).toBeVisible();
    await expect(slot(page, 1)).toBeVisible();
    await expect(page.getByRole('tablist', { name: 'Terminals on the right' })).toBeAttached();
    await workbench.prompt();
    await expectAccessible(page, { within: '#terminal' });
  });

  await test.step('the first is as it was, and knows its new width', async () => {
    await typed(workbench, 'echo in $((1+1))', /in 2\n/);
    await page.keyboard.press('Control+Alt+o');
    await workbench.expectTerminal('in 1');
    await typed(workbench, 'stty size; echo asked', /asked\n(.*\n)*.*asked\n/);
    const [, narrow = 0] = /.*\d+ (\d+)\nasked/.exec(await workbench.terminalText()) ?? [];
    expect(Number(narrow)).toBeGreaterThan(10);
    expect(Number(narrow)).toBeLessThan(Number(wide) * 0.6);
  });

  await test.step('a program hears of a divider that moves', async () => {
    await page.keyboard.type(
      `bash -c 'trap "echo re""sized" WINCH; echo rea""dy; while :; do sleep 0.1; done'\n`,
    );
    await workbench.expectTerminal('\nready');
    const divider = page.getByRole('separator', { name: 'Width of the left terminal' });
    await divider.press('ArrowRight');
    await workbench.expectTerminal('\nresized');
    await slot(page, 1).getByRole('textbox', { name: 'Terminal input' }).focus();
    await page.keyboard.press('Control+c');
    await workbench.prompt();
  });

  await test.step('undo goes on in both, and a reload brings both back', async () => {
    await typed(workbench, 'touch made', /made/);
    await page.keyboard.press('Control+Alt+z');
    await expect(page.getByText(/Undone/)).toBeVisible();
    await workbench.prompt();
    await typed(workbench, 'ls made', /No such file/);
    await workbench.reload();
    await expect(slot(page, 1)).toBeVisible();
    await expect(slot(page, 2)).toBeVisible();
    await workbench.expectTerminal('in 1');
  });

  await test.step('one above the other, then one again with all that both showed', async () => {
    await page.getByRole('button', { name: 'One terminal above the other' }).click();
    await expect(page.getByRole('separator', { name: 'Height of the upper terminal' })).toBeVisible();
    await page.keyboard.press('Control+Alt+p');
    await expect(slot(page, 2)).toBeHidden();
    await workbench.expectTerminal('in 1');
    await page.getByRole('tab', { name: 'Terminal 2' }).click();
    await workbench.expectTerminal('in 2');
  });
});

test('finding in the scrollback', async ({ page }) => {
  test.setTimeout(120_000);
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('for i in $(seq 90); do echo "row $i of Needles"; done; echo needle');
  await page.keyboard.press('Control+Shift+F');
  const bar = page.getByRole('search', { name: 'Find in the terminal' });
  const field = bar.getByRole('textbox');
  await expect(field).toBeFocused();
  await field.fill('row 7');
  await expect(bar.getByRole('status')).toHaveText('11 of 11');
  await field.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('10 of 11');
  await field.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('11 of 11');
  for (let times = 0; times < 10; times++) await field.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('1 of 11');
  await expect(page.locator('.xterm-rows')).toContainText('row 7 of');
  await expectAccessible(page, { within: '#terminal' });
  await field.fill('needle');
  await expect(bar.getByRole('status')).toHaveText(/^\d+ of 93$/);
  await bar.getByRole('button', { name: 'Capitals count' }).click();
  await expect(bar.getByRole('status')).toHaveText(/^[12] of 2$/);
  await field.fill('nowhere');
  await expect(bar.getByRole('status')).toHaveText('No match');
  await field.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.type('echo back $((20+3))\n');
  await workbench.expectTerminal('back 23');
});
