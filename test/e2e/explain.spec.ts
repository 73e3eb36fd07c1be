import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

test('Explain tells a command’s parts, its changes and its error; a misconception is noticed, and can be switched off', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  const strip = page.getByRole('region', { name: 'Explanation' });
  await workbench.open();
  await workbench.run('docker run -d --name web -p 8080:80 nginx:alpine');
  await expect(strip).toBeHidden();
  await page.keyboard.press('Control+Alt+e');
  await expect(strip.getByText('Port 8080 of the machine goes to port 80 in the container')).toBeVisible();
  await expect(strip).toContainText('Changed: Container web: new');
  await strip.getByRole('toolbar').getByRole('button').first().focus();
  await page.keyboard.press('End');
  await expect(strip.getByRole('button', { name: 'nginx:alpine' })).toBeFocused();

  await workbench.run('docker exec -it web bash');
  await expect(strip.getByText('This image has no bash.')).toBeVisible();
  await workbench.run('curl -s localhost:80');
  const noted = strip.getByRole('status', { name: 'Noticed' });
  await expect(noted).toContainText('The machine’s port is the left one of -p.');
  await expectAccessible(page, { within: '.terminal-panel', except: '.xterm' });
  await strip.getByRole('button', { name: 'curl localhost:8080' }).click();
  await workbench.expectTerminal('Welcome to nginx');
  await workbench.run('curl -s localhost:80');
  await strip.getByRole('button', { name: 'Don’t show this again' }).click();
  await expect(noted).toBeEmpty();
});

test('details of a container: values with their commands, files with where they come from', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('docker run -d --name web -p 8080:80 nginx:alpine');
  await page.getByRole('button', { name: 'Details of container web' }).click();
  const dialog = page.getByRole('dialog', { name: 'Container web' });
  await dialog.getByRole('tab', { name: 'Files' }).click();
  await dialog.getByRole('button', { name: 'folder etc' }).click();
  await dialog.getByRole('button', { name: 'passwd', exact: true }).click();
  await expect(dialog.getByRole('status', { name: 'Where it comes from' })).toContainText(
    '/etc/passwd comes from layer',
  );
  await dialog.getByRole('tab', { name: 'Network' }).click();
  await expect(dialog.getByText('80/tcp → 8080 of the machine')).toBeVisible();
  await expectAccessible(page, { within: 'dialog' });
  await dialog.getByRole('tab', { name: 'Overview' }).click();
  await dialog.getByRole('button', { name: "docker inspect -f '{{.State.Status}}' web" }).click();
  await expect(dialog).toBeHidden();
  await workbench.expectTerminal(/State.Status}}' web\nrunning\n/);
});
