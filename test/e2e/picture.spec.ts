import { expect } from '@playwright/test';
import { expectAccessible, WCAG_AND_PRACTICE } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test(`the picture shows a container with its port, and the list the same, ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const workbench = new Workbench(page);
    await workbench.open(3, 'auto');
    await expect(workbench.inPicture('Machine node1')).toBeVisible();
    await workbench.run('docker run -d -p 8080:80 -v data:/data --name web nginx:alpine');
    const web = workbench.inPicture('Container web, running, 8080 goes to 80');
    await expect(web).toBeVisible();
    await expect(workbench.inPicture('Port 8080 of node1 goes to 80 in web')).toBeVisible();
    await expect(workbench.inPicture('Volume data')).toBeVisible();
    await expect(workbench.inPicture('Image nginx:alpine')).toBeVisible();
    await expectAccessible(page, { within: '#world', rules: WCAG_AND_PRACTICE });

    await web.focus();
    await page.keyboard.press('ArrowUp');
    await expect(web).not.toBeFocused();
    await web.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Container web' })).toBeVisible();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Alt+w');
    const card = workbench.container('web');
    await expect(card).toContainText('running');
    await expect(card).toContainText('localhost:8080');
    await expect(card).toContainText('volume data → /data');
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await expect(web).toBeVisible();
    await context.close();
  });

test('a crowd is counted, and looked at more closely', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open(3, 'auto');
  await workbench.hurry();
  await workbench.run('docker swarm init > /dev/null');
  await workbench.run('docker service create -d -q --name s --replicas 240 alpine sleep 1000000');
  const tile = workbench.inPicture('s × 240: 240 running');
  await expect(tile).toBeVisible({ timeout: 60_000 });
  await tile.focus();
  await page.keyboard.press('Enter');
  await expect(workbench.inPicture('Container s\\.\\d+, running').and(page.locator(':focus'))).toBeVisible();
  await page.keyboard.press('0');
  await expect(tile).toBeVisible();
});

test('numbers stand on the ways where nothing may move', async ({ browser }) => {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  const workbench = new Workbench(page);
  await workbench.open(3, 'auto');
  await workbench.run('docker run -d -p 8080:80 --name web nginx:alpine');
  await workbench.run('for i in 1 2 3; do curl -s localhost:8080 > /dev/null; done');
  await expect(workbench.world.locator('.way-number').locator('..')).toContainText('3 requests');
  await expect(workbench.inPicture('Container web')).toHaveAccessibleName(/3 requests/);
  await page.close();
});
