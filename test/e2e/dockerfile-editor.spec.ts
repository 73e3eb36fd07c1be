import { expect } from '@playwright/test';
import { expectAccessible, WCAG_AND_PRACTICE } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

test('a Dockerfile is written, mended, built and understood in the editor', async ({ page }) => {
  test.slow();
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.writeFile('Dockerfile', 'FROM nginx:alpine as web\nCOPY . /usr/share/nginx/html\n');
  const fix = workbench.problems.getByRole('button', { name: 'Fix: Write AS' });
  await expect(fix).toBeVisible();
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+.');
  await expect(page.getByText('Quick Fix')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(workbench.problems).toHaveCount(0);

  // A stage folds to its FROM.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+BracketLeft');
  await expect(page.locator('.view-line', { hasText: 'COPY' })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+BracketRight');

  // Completion: an instruction, chosen with Enter.
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('EXP');
  await expect(
    page.getByRole('listbox', { name: 'Suggest' }).getByRole('option', { name: /EXPOSE/ }),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('80');

  await page.keyboard.press('Control+Shift+B');
  await workbench.expectTerminal('docker build -t site .');
  await workbench.prompt();
  await expect(page.locator('.step-ran')).toHaveCount(2);
  await page.locator('.view-line', { hasText: 'COPY' }).getByText('COPY').hover();
  const hover = page.locator('.monaco-hover', { hasText: 'Puts files of the build context' });
  await expect(hover).toContainText('Build 1 ran it in');

  await page.getByRole('button', { name: 'New file' }).click();
  await page.keyboard.type('.dockerignore\n');
  await workbench.writeFile('.dockerignore', '*.html\n');
  await expect(page.getByRole('status', { name: 'Build context' })).toHaveText(
    /^4 files, \d+\sB would be sent; 2 files, \d+\sB stay out\.$/,
  );
  await page.getByText('Which files').click();
  await expectAccessible(page, { rules: WCAG_AND_PRACTICE });
});
