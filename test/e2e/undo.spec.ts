import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

test('what commands did is undone and redone, with buttons, keys and the timeline', async ({ page }) => {
  test.slow();
  const workbench = new Workbench(page);
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  const redo = page.getByRole('button', { name: 'Redo', exact: true });
  await workbench.open();
  await page.keyboard.press('Control+Alt+z');
  await expect(page.getByText('There is nothing to undo')).toBeVisible();

  await workbench.run('docker run -d --name web -p 8080:80 nginx:alpine');
  await workbench.run('docker rm -f web');
  await workbench.run('rm about.html');
  await workbench.run('ls');
  await expect(undo).toHaveAttribute('title', 'Undo: rm about.html (Ctrl+Alt+Z)');

  // From inside of the terminal: the file is back, in the tree too.
  await workbench.type('half a line');
  await page.keyboard.press('Control+Alt+z');
  await expect(page.getByText('Undone: rm about.html')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Files' }).getByText('about.html')).toBeVisible();
  expect(await workbench.run('cat about.html | wc -l; pwd')).toMatch(/^\d+\n\/root\/site$/);

  await undo.click();
  await expect(page.getByText('Undone: docker rm -f web — web started again')).toBeVisible();
  await expect(workbench.container('web')).toContainText('running');
  await workbench.expectTerminal('docker rm -f web');
  expect(await workbench.run('curl -s localhost:8080 | grep -c "Welcome to nginx"')).toBe('2');

  await redo.click();
  await expect(workbench.container('web')).toHaveCount(0);
  await page.keyboard.press('Control+Alt+Shift+Z');
  await expect(page.getByText('Done again: rm about.html')).toBeVisible();
  expect(await workbench.run('ls about.html')).toContain('No such file');

  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Timeline' });
  await dialog.getByRole('button', { name: 'Name the point “docker run' }).click();
  await page.keyboard.type('nginx runs\n');
  await expect(dialog.getByText('nginx runs')).toBeVisible();
  await expectAccessible(page, { within: 'dialog' });
  await dialog.getByRole('button', { name: 'Go to “nginx runs”' }).click();
  await expect(workbench.container('web')).toContainText('running');
});

test('what others changed since is told before an undo takes it along', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const loop = 'while [ ! -e /d/go ]; do sleep 0.2; done';
  await workbench.run(
    `docker run -d --name worker -v $PWD:/d alpine sh -c "${loop}; sleep 2; echo > /d/done"`,
  );
  await workbench.run('touch go');
  await expect(workbench.container('worker')).toContainText('exited (0)');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Undo “touch go”?' });
  await expect(question.getByRole('listitem')).toHaveText([
    'Container worker: running → exited (0)',
    'done: new',
  ]);
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await workbench.run('ls done')).toBe('done');
  await page.keyboard.press('Control+Alt+z');
  await question.getByRole('button', { name: 'Undo all of it' }).click();
  await expect(workbench.container('worker')).toContainText('running');
  expect(await workbench.run('ls done go')).toContain('cannot access');
});
