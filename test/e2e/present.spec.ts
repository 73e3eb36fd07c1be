import { expect } from '@playwright/test';
import { expectAccessible, WCAG } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

test('a presenter steps through commands with one key', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const workbench = new Workbench(page);
  await workbench.open();
  await page.getByRole('button', { name: /^Present: large type/ }).click();
  await expect(page.getByRole('textbox', { name: 'Commands, one a line' })).toBeFocused();
  await page.keyboard.insertText('echo one\n# a comment\necho two\n');
  await page.getByRole('button', { name: 'Present 2 commands' }).click();
  const bar = page.getByRole('region', { name: 'Presenting' });
  await expect(bar.getByRole('combobox', { name: 'Next command' })).toHaveValue('0');
  await workbench.prompt();
  await page.keyboard.press('Control+Alt+n');
  await workbench.expectTerminal(/^one$/m);
  await expect(bar).toContainText('echo one');
  await workbench.prompt();
  await page.keyboard.press('Control+Alt+n');
  await workbench.expectTerminal(/^two$/m);
  await expect(bar.getByRole('combobox', { name: 'Next command' })).toHaveValue('2');
  await expectAccessible(page, { rules: WCAG });
  await bar.getByRole('button', { name: 'Stop presenting' }).click();
  await expect(bar).toBeHidden();
});
