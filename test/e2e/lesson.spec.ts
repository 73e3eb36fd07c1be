import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

test('a lesson from the index to its end, with mistakes, hints and the keyboard', async ({ page }) => {
  test.slow();
  const workbench = new Workbench(page);
  const { lesson } = workbench;
  const progress = lesson.getByRole('region', { name: 'Your progress' });
  await workbench.open();

  // Found by what it is about, and begun without the mouse.
  await lesson.getByRole('searchbox', { name: 'Search the lessons' }).fill('invalid reference');
  await lesson.getByRole('button', { name: /Names and tags/ }).press('Enter');
  await expect(progress).toContainText('0 of 2 done', { timeout: 30_000 });
  await workbench.prompt();

  // Only half of the step: told what is missing, and what there is now.
  await workbench.run('docker pull alpine:3.20');
  await expect(progress).toContainText('1 of 2 done');
  await progress.getByRole('button', { name: 'Give me a hint' }).click();
  await expect(progress).toContainText('Without a tag, docker pull alpine means alpine:latest.');
  await workbench.run('docker pull alpine');
  await progress.getByRole('button', { name: /^Next: Two ways to get it wrong/ }).click();
  await expect(lesson.getByRole('heading', { name: 'Two ways to get it wrong' })).toBeFocused();

  // A mistake that the lesson knows: its hint comes by itself.
  await workbench.run('docker pull ngnix:alpine');
  await expect(progress).toContainText('The registry has no repository of that name.');
  await expectAccessible(page, { within: '#lesson' });

  // A reload keeps the place. Then the solution is typed for who gives up.
  await workbench.reload();
  await expect(progress).toContainText('0 of 1 done');
  await progress.getByRole('button', { name: 'More help' }).click();
  await progress.getByRole('button', { name: 'Show the solution' }).click();
  await progress.getByRole('button', { name: 'Type command 1 of 1' }).click();
  await progress.getByRole('button', { name: /^Next: A name of your own/ }).click();
  await workbench.prompt();
  await workbench.run('docker tag nginx:alpine mine:1.0');
  await lesson.getByRole('radio', { name: 'About a tenth' }).check();
  await expect(lesson).toContainText('Not quite, try another.');
  await lesson.getByRole('radio', { name: 'None', exact: true }).check();
  await expect(progress).toContainText('The lesson is done');

  // The next one begins on a fresh machine, and the index remembers.
  await progress.getByRole('button', { name: 'Next lesson: Layers' }).click();
  await expect(workbench.image('python:3.12-slim')).toBeVisible({ timeout: 30_000 });
  await expect(workbench.image('mine:1.0')).toHaveCount(0);
  await lesson.getByRole('button', { name: 'Lessons' }).click();
  await expect(lesson.getByRole('button', { name: /^Done: Names and tags/ })).toBeVisible();
});
