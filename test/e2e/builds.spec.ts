import { expect } from '@playwright/test';
import { expectAccessible, WCAG_AND_PRACTICE } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

test('a build is explained beside the terminal, with the keyboard alone', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.hurry();
  await workbench.run('docker build -q -t friendlyhello .');
  await workbench.run('echo "<p>changed</p>" > about.html');
  await workbench.run('docker build -q -t friendlyhello .');
  await page.getByRole('tab', { name: 'World' }).focus();
  await page.keyboard.press('ArrowRight');
  const builds = page.getByRole('region', { name: 'Builds' });
  await expect(builds.getByRole('status', { name: 'Why' })).toHaveText(
    'COPY . /usr/share/nginx/html ran again because about.html changed.',
  );
  const copy = builds.getByRole('table', { name: 'Steps of the build' }).getByRole('row').nth(2);
  await expect(copy).toContainText('because about.html changed');
  await expect(builds.getByRole('img', { name: /^Timeline over/ })).toBeVisible();
  await builds.getByRole('combobox', { name: 'Compare with' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(builds.getByRole('table', { name: 'Build 2 beside build 1' })).toContainText('the same');
  await workbench.expectTerminal(/sha256:/);
  expect(await workbench.terminalText()).not.toContain('because');
  await builds.getByRole('button', { name: 'Look into its layers' }).click();
  const layers = page.getByRole('dialog', { name: 'Layers of friendlyhello:latest' });
  await layers
    .getByRole('textbox', { name: 'Where does a file come from?' })
    .fill('/usr/share/nginx/html/about.html');
  await page.keyboard.press('Enter');
  await expect(layers.getByRole('status')).toContainText('about.html comes from layer');
  await expectAccessible(page, { rules: WCAG_AND_PRACTICE });
});
